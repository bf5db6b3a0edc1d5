// The pages of a new inquiry → the questions that it asks (corpus/parse/inquiry.ts), and what it is about: the lines
// above them without the names and dates of the head. Takes a time in proportion to the text, whatever it is.
import { german } from '../../corpus/german/letters.ts';
import { parseInquiry } from '../../corpus/parse/inquiry.ts';
import type { PageText, Result } from '../../corpus/types.ts';
import { type InquiryFacts, inquiryFacts } from './inquiry-facts.ts';

export interface AskedQuestion {
  /** "3", "3a"; null when the inquiry does not number it. */
  number: string | null;
  text: string;
}

export interface AskedInquiry {
  facts: InquiryFacts;
  /** The subject, as far as it stands before the questions. */
  about: string;
  questions: AskedQuestion[];
}

export type InquiryProblem = 'no-questions' | 'too-many-questions' | 'too-long';

/** They are searched ten at a time; so many take some seconds. */
export const MAX_QUESTIONS = 100;
/** Of a file; a pasted text is limited by its schema. */
const MAX_CHARACTERS = 400_000;
const MAX_QUESTION_CHARACTERS = 2_000;
/** Up to this length a text without a question mark is taken for one question. */
const ONE_QUESTION_CHARACTERS = 400;

export function questionsOf(pages: PageText[]): Result<AskedInquiry, InquiryProblem> {
  if (pages.reduce((sum, page) => sum + page.text.length, 0) > MAX_CHARACTERS) return { ok: false, error: 'too-long' };
  const tidy = pages.map(({ number, text }) => ({ number, text: withoutRows(text) }));
  const text = tidy.map((page) => page.text).join('\n\n');
  const { preamble, questions } = parseInquiry(tidy);
  const asked = distinct((questions.length > 0 ? questions : unmarked(text)).flatMap(inParts));
  if (asked.length === 0) return { ok: false, error: 'no-questions' };
  if (asked.length > MAX_QUESTIONS) return { ok: false, error: 'too-many-questions' };
  const about = subjectOf(beforeQuestions(text) ?? preamble ?? '');
  return { ok: true, value: { facts: inquiryFacts(tidy, about), about, questions: asked } };
}

/** What an inquiry is about stands in its first lines, below the names and dates of its head. */
const SUBJECT_CHARACTERS = 500;
const HEAD_WORDS = german(
  /\b(Stadtr[aä]t|Ratsmitglied|Stadtverordnete|Ortschaftsr[aä]t|\p{L}*[Ff]raktion|Vorlagen?|Drucksache|Gremi(um|en)|Termin|TOP|Eingang|Eingegangen|Gedruckt|(Ober)?[Bb]ürgermeister|\p{L}*[Ss]itzung|Telefon|Anfragesteller|Verantwortlich|Dienststelle|Kenntnisnahme)/u,
);
const HEAD_LINE =
  /^\s*(ANFRAGE|Anfrage(:.*)?|Stadt \p{Lu}\p{L}+|STADT \p{Lu}+|vom:?|öffentlich|[\d./: xöÖnN☒☐-]+)\s*$/u;
const DATE = german(/\b\d{1,2}\.\s?(\d{1,2}\.\s?|\p{Lu}\p{Ll}{2,8}\s)\d{2,4}\b/u);

/** Up to the first line that begins to count; null when none does. */
function beforeQuestions(text: string): string | null {
  const first = /^[ \t]*(?:Frage[ \t]+)?(?:1|A|a|I)[ \t]?[.):]/mu.exec(text);
  return first && first.index > 0 ? text.slice(0, first.index) : null;
}

function subjectOf(preamble: string): string {
  const isHead = (line: string) =>
    HEAD_WORDS.test(line) || HEAD_LINE.test(line) || (DATE.test(line) && line.length < 60);
  const lines = preamble.split('\n').filter((line) => line.trim() !== '' && !isHead(line));
  return lines.join('\n').slice(0, SUBJECT_CHARACTERS);
}

/** Rows of dots, lines and white space say nothing, and patterns that look for an end read long ones again and again. */
function withoutRows(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .replace(/([^\p{L}\p{N}\s])\1{3,}/gu, '$1$1$1');
}

/** Numbered items from 1 on that only lack their question marks: "1. Zahl der Bäume", or a short text that does. */
function unmarked(text: string): AskedQuestion[] {
  const items = text.split(/\n(?=\n|\d{1,3}[.)] )/u).flatMap((part): AskedQuestion[] => {
    const [, number = '', item = ''] = /^(\d{1,3})[.)] (.*)$/su.exec(part.trim()) ?? [];
    return /\p{L}{2} \p{L}/u.test(item) ? [{ number, text: item }] : [];
  });
  if (items.length > 1 && items[0]?.number === '1') return items;
  const whole = text.trim();
  return whole.length <= ONE_QUESTION_CHARACTERS && ASKS.test(whole) ? [{ number: null, text: whole }] : [];
}

/** "Wie viele Plätze gab es a) 2024? b) 2025?" asks twice, each time with the words above. */
function inParts({ number, text }: AskedQuestion): AskedQuestion[] {
  const [stem = '', ...parts] = text.split(/(?<=^|\s)[a-h]\)\s+/u);
  const letters = [...text.matchAll(/(?<=^|\s)([a-h])\)\s+/gu)].map(([, letter]) => letter!);
  const isCounted = letters.length > 1 && letters.every((letter, i) => letter === 'abcdefgh'[i]);
  if (!isCounted || !parts.every((part) => /\?\s*$/.test(part))) return [{ number, text }];
  const own = stem.trim();
  const asksItself = own.endsWith('?');
  return [
    ...(asksItself ? [{ number, text: own }] : []),
    ...parts.map((part, i) => ({
      number: (number ?? '') + letters[i]!,
      text: asksItself ? part.trim() : `${own} ${part}`.trim(),
    })),
  ];
}

/** How a question begins that somebody typed without its mark. */
const ASKS =
  /^(wie|was|wann|wo|wer|wen|wem|welche|weshalb|warum|wieso|inwie|gibt|gab|ist|sind|war|hat|haben|kann|können|wird|werden|soll|darf|dürfen|bis wann|seit wann|in welche|bitte|(ich|wir) (frag|bitt))/iu;

/** An inquiry that is repeated in an annex asks once. */
function distinct(questions: AskedQuestion[]): AskedQuestion[] {
  const seen = new Set<string>();
  return questions
    .map(({ number, text }) => ({
      number,
      text: text.normalize('NFC').replace(/\s+/gu, ' ').trim().slice(0, MAX_QUESTION_CHARACTERS),
    }))
    .filter(({ number, text }) => {
      const key = `${number ?? ''} ${text.toLowerCase()}`;
      const isNew = text !== '' && !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
