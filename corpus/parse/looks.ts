// A unit of a reply's body → how it looks by itself: its mark, how it begins and ends, what it says of what follows.
import { type Code, codeOf } from './feature-numbers.ts';
import { isFormula } from './formula.ts';
import { ANSWER_LABEL, QUESTION_LABEL } from './labels.ts';
import { beginsAsClearRequest, beginsAsQuestion, beginsWithQuestionWord, isSupplement } from './questions.ts';
import type { Unit } from './units.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING, ASKERS_WORDS, QUESTIONS_HEADING } from './voices.ts';

export const NONE = codeOf('none');
export const TEXT = codeOf('text');
export const ASKS_END = codeOf('asks');
export const STOP = codeOf('stop');
export const OPEN = codeOf('open');

export interface Look {
  marker: Code;
  begins: Code;
  /** How it ends: with a question mark, a stop and so on. */
  end: Code;
  /** What it says of what follows: a label, a heading, a formula. */
  kind: Code;
  length: Code;
  first: Code;
}

export function lookOf(unit: Unit): Look {
  const { text, rest, marker } = unit;
  return {
    marker: marker === null ? NONE : codeOf(`${marker.says ?? marker.style}${rest === '' ? ' alone' : ''}`),
    begins: codeOf(beginningOf(rest)),
    end: codeOf(endOf(text)),
    kind: codeOf(kindOf(unit)),
    length: codeOf(text.length < 12 ? 'tiny' : text.length < 40 ? 'short' : text.length < 75 ? 'medium' : 'full'),
    first: codeOf(firstOf(unit)),
  };
}

function beginningOf(rest: string): string {
  if (beginsAsClearRequest(rest)) return 'request';
  if (beginsWithQuestionWord(rest)) return 'word';
  if (beginsAsQuestion(rest)) return 'verb';
  return isSupplement(rest) ? 'supplement' : 'none';
}

function endOf(text: string): string {
  const last = /([?.:,;!-])["“”»’)\]]*\.?$/.exec(text)?.[1];
  if (last === '?') return 'asks';
  if (last === '.' || last === '!') return 'stop';
  return last === ':' ? 'colon' : 'open';
}

function kindOf({ text, rest }: Unit): string {
  if (ANSWER_LABEL.test(rest))
    return rest.length < 60 && /:?$/.test(rest) && !/:\s+\S/.test(rest) ? 'answer label' : 'answer behind label';
  if (QUESTION_LABEL.test(rest)) return 'question label';
  if (ADMINISTRATIONS_HEADING.test(text)) return 'own heading';
  if (ASKERS_HEADING.test(text)) return 'asker heading';
  if (QUESTIONS_HEADING.test(text)) return 'questions heading';
  if (isFormula(text)) return 'formula';
  if (ASKERS_WORDS.test(text)) return 'asker';
  return 'text';
}

function firstOf({ text, rest, isRow }: Unit): string {
  if (isRow) return 'row';
  if (/^[•*–-]\s/.test(text)) return 'bullet';
  if (/^[„"“]/.test(rest)) return 'quote';
  if (/^\(/.test(rest)) return 'bracket';
  if (/^(?:Ja|Nein|Siehe)(?!\p{L})/u.test(rest)) return 'yes';
  if (/^\p{Ll}/u.test(rest)) return 'small';
  if (/^\d/.test(rest)) return 'digit';
  return STARTS_SENTENCE.test(rest) ? 'starter' : 'capital';
}

/** Words that are no nouns: with a capital they begin a sentence. */
const STARTS_SENTENCE =
  /^(?:D(?:er|ie|as|en|em|es|a|ort|ann|abei|afür|aher|amit|anach|arüber|avon|azu|urch|ies\p{L}*|eshalb|erzeit|eren)|E(?:in\p{L}{0,2}|s|r|benso|ntsprechend)|S(?:ie|o|omit|eit|ofern)|I(?:n|m|nsgesamt|hre?)|A(?:m|n|uf|us|ls|ber|uch|lle\p{L}{0,2}|ktuell|ufgrund|ußerdem)|B(?:ei|eim|is|isher|islang|ereits)|M(?:it|an)|N(?:ach|eben|ur|och)|F(?:ür|erner|olgende\p{L}?)|V(?:on|om|or)|Z(?:u|um|ur|udem|urzeit|usätzlich)|U(?:m|nter|nser\p{L}{0,2})|Kein\p{L}{0,2}|Hier\p{L}*|Gemäß|Laut|Ohne|Über)(?![\p{L}-])/u;
