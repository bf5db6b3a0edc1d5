// What a model wrote for a pair → the questions and words that may be kept, and why the others are not. Pure. What a
// document makes a model say must not steer the search: nothing is kept that the pair could not have led to.

import { z } from 'zod';
import { cistem } from '../../corpus/german/cistem.ts';
import { german } from '../../corpus/german/letters.ts';
import { isStopWord } from '../../corpus/german/stop-words.ts';
import type { Result } from '../../corpus/types.ts';
import type { Written } from '../store/enrichment.ts';

export interface Checked {
  kept: Written;
  /** What was dropped of it, with the reason. */
  dropped: { text: string; reason: string }[];
}

/** What the model was shown. */
export interface Shown {
  title: string;
  question: string;
  answer: string;
}

const QUESTIONS = 3;
const WORDS = 6;

/** A model that writes one more or one fewer has still done its work; one that writes none has not. */
const SHAPE = z.object({
  questions: z
    .array(z.string())
    .min(1)
    .max(2 * QUESTIONS),
  words: z.array(z.string()).max(2 * WORDS),
});

const QUESTION_CHARACTERS = { min: 10, max: 200 };
const WORD_CHARACTERS = { min: 2, max: 50 };
const WORD_TOKENS = 5;

/** The error is the reason why nothing is kept; what has no good question has no good words either. */
export function checkWritten(json: unknown, shown: Shown): Result<Checked, string> {
  const shape = SHAPE.safeParse(json);
  if (!shape.success) return { ok: false, error: 'falsche Form (wrong shape)' };
  const questions = unique(shape.data.questions);
  const words = unique(shape.data.words);
  const all = [...questions, ...words].join('\n');
  if (INSTRUCTION.test(all)) return { ok: false, error: 'enthält eine Anweisung (holds an instruction)' };
  if (!isGerman(questions.join(' '))) return { ok: false, error: 'nicht deutsch (not German)' };
  const source = `${shown.title}\n${shown.question}\n${shown.answer}`;
  if (!isAbout(all, source)) return { ok: false, error: 'hat mit dem Text nichts gemein (unrelated to the text)' };

  const dropped: Checked['dropped'] = [];
  const kept = (texts: string[], fault: (text: string) => string | null, most: number) =>
    texts
      .filter((text) => {
        const reason = fault(text) ?? numberFault(text, source);
        if (reason !== null) dropped.push({ text, reason });
        return reason === null;
      })
      .slice(0, most);
  const written = { questions: kept(questions, questionFault, QUESTIONS), words: kept(words, wordFault, WORDS) };
  if (written.questions.length > 0) return { ok: true, value: { kept: written, dropped } };
  return { ok: false, error: dropped[0]?.reason ?? 'leer (empty)' };
}

const unique = (texts: string[]): string[] => {
  const seen = new Set<string>();
  return texts
    .map((text) => text.normalize('NFC').trim())
    .filter((text) => text !== '' && !seen.has(sameText(text)) && seen.add(sameText(text)));
};

/** Two texts with the same letters and numbers are the same. */
export const sameText = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function questionFault(text: string): string | null {
  if (text.length < QUESTION_CHARACTERS.min || text.length > QUESTION_CHARACTERS.max) return 'Länge (length)';
  if (!text.endsWith('?')) return 'keine Frage (no question)';
  return markupFault(text);
}

function wordFault(text: string): string | null {
  if (text.length < WORD_CHARACTERS.min || text.length > WORD_CHARACTERS.max) return 'Länge (length)';
  if (text.split(/\s+/u).length > WORD_TOKENS) return 'kein Wort (no word)';
  return markupFault(text);
}

const MAIL_OR_ADDRESS = german(/\S@\S|https?:|www\.|\p{L}\.(?:de|com|org|net|eu|info|example)\b/iu);
/** A star, colon or underscore inside a word is gender, not markup. */
const MARKUP = german(/[<>{}[\]|\\`#^~=\n\r\p{Cc}]|(?<!\p{L})[*_]|[*_](?!\p{L})|&\w+;/u);

function markupFault(text: string): string | null {
  if (MAIL_OR_ADDRESS.test(text)) return 'Mail- oder Webadresse (mail or web address)';
  return MARKUP.test(text) ? 'Auszeichnung (markup)' : null;
}

function numberFault(text: string, source: string): string | null {
  const known = new Set(numbersIn(source));
  return numbersIn(text).every((number) => known.has(number)) ? null : 'fremde Zahl (number that the text lacks)';
}

/** 1.860 and 1860 are the same number. */
const numbersIn = (text: string): string[] =>
  (text.normalize('NFKC').match(/\p{N}+(?:[.,:/]\p{N}+)*/gu) ?? []).map((number) => number.replace(/[.,]/gu, ''));

const INSTRUCTION = german(
  /(?:ignorier|missacht|vergiss|vergesst|überschreib|befolg)\p{L}*\s.{0,40}(?:anweisung|instruktion|vorgabe|regel|befehl|prompt|oben|vorher)|system\s?-?prompt|\b(?:ignore|disregard|forget)\b.{0,30}\b(?:previous|prior|above|instructions?|all)\b|\bals (?:KI|sprachmodell)\b|\bas an ai\b/iu,
);

const GERMAN = new Set(
  'der die das den dem des ein eine einen einem einer ist sind war waren wird werden wurde wurden hatte hatten sollen wollen haben dürfen passiert fehlt fehlen stehen kommen gehört alle alles mehr diese dieser neue neuen wie was wer wo wann warum wieso weshalb welche welcher welches gibt es in im auf für mit von vom zu zum zur und oder nicht kein keine auch noch bei bekommt bekomme kann können darf dürfen muss müssen soll ich wir man mein meine sich hat habe viel viele wofür woher wohin aus nach über an am als ob dort hier kostet kosten kommt steht gilt macht beim unser unsere sein seine'.split(
    ' ',
  ),
);
const ENGLISH = new Set(
  'the is are was were how what who where when why which does do did of to for with from and or not can could may must should i we you my our your there many much on at by have has will be a an it this that'.split(
    ' ',
  ),
);

function isGerman(text: string): boolean {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const count = (list: ReadonlySet<string>) => words.filter((word) => list.has(word)).length;
  return count(GERMAN) > count(ENGLISH);
}

const SHARED_BEGINNING = 5;

/** Whether any of its words, or the beginning of one, stands in the text, also inside a compound. */
function isAbout(text: string, source: string): boolean {
  const inSource = source.normalize('NFKC').toLowerCase();
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some((word) => !isStopWord(word) && inSource.includes(cistem(word).slice(0, SHARED_BEGINNING)));
}
