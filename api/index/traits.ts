// What kinds of statements an answer makes (an amount of money, a number, a time …) and its pair's question asks for,
// which ranking knows as terms beside its words: who asks "Was kostet …?" is answered by a passage that names an amount,
// and best by one that was asked for one.
import { sentencesOf } from '../../corpus/german/sentences.ts';
import { fitsType, type QuestionType, questionType } from '../answer/question/question-type.ts';

export const TRAITS = ['money', 'count', 'when', 'duration', 'why', 'yes-no'] as const satisfies QuestionType[];

/** What a question can ask for, as far as it shows. */
export const ASKED = [...TRAITS, 'where', 'who'] as const satisfies QuestionType[];

/** No word begins like these. */
export const traitTerm = (trait: (typeof TRAITS)[number]): string => `§${trait}`;
export const askedTerm = (type: (typeof ASKED)[number]): string => `§?${type}`;

/** All of them, in the order of their bits; their places are their numbers as terms: the vocabulary's own begin behind. */
export const SIGNS: readonly string[] = [...TRAITS.map(traitTerm), ...ASKED.map(askedTerm)];

const NUMBERS = new Map(SIGNS.map((sign, i) => [sign, i]));

/** Null for what is none of them. */
export const numberOfSign = (term: string): number | null => NUMBERS.get(term) ?? null;

/** A bit for each sign of a passage's text and of its pair's question. */
export const signsOf = (text: string, question: string): number => bitsOf([...traitsOf(text), ...askedBy(question)]);

const bitsOf = (signs: string[]): number => signs.reduce((bits, sign) => bits | (1 << NUMBERS.get(sign)!), 0);

export const traitsOf = (text: string): string[] =>
  TRAITS.filter((trait) => fitsType(text, trait) === 1).map(traitTerm);

/** Of each sentence that asks; of a question without one, of the whole. */
export function askedBy(question: string): string[] {
  const asking = sentencesOf(question, { start: 0, end: question.length })
    .map(({ start, end }) => question.slice(start, end))
    .filter((sentence) => sentence.trimEnd().endsWith('?'));
  const types = new Set((asking.length > 0 ? asking : [question]).map((sentence) => questionType(sentence)));
  return ASKED.filter((type) => types.has(type)).map(askedTerm);
}
