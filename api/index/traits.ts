// What kinds of statements an answer makes (an amount of money, a number, a time …), which ranking knows as terms beside
// its words: who asks "Was kostet …?" is answered by a passage that names an amount.
import { fitsType, type QuestionType } from '../answer/question/question-type.ts';

export const TRAITS = ['money', 'count', 'when', 'duration', 'why', 'yes-no'] as const satisfies QuestionType[];

/** No word begins like this. */
export const traitTerm = (trait: (typeof TRAITS)[number]): string => `§${trait}`;

/** Its number as a term: the vocabulary's own begin behind these. */
export const traitNumber = (place: number): number => place;

const NUMBERS = new Map(TRAITS.map((trait, i) => [traitTerm(trait), traitNumber(i)]));

/** Null for what is no trait. */
export const numberOfTrait = (term: string): number | null => NUMBERS.get(term) ?? null;

/** A bit for each that the text has. */
export const traitsOf = (text: string): number =>
  TRAITS.reduce((bits, trait, i) => bits | (fitsType(text, trait) === 1 ? 1 << i : 0), 0);
