// What kinds of statements an answer makes (an amount of money, a number, a time …), as terms of the index beside its
// words: who asks "Was kostet …?" is answered by a passage that names an amount.
import { fitsType, type QuestionType } from '../answer/question/question-type.ts';

export const TRAITS = ['money', 'count', 'when', 'duration', 'why', 'yes-no'] as const satisfies QuestionType[];

/** No word begins like this. */
export const traitTerm = (trait: (typeof TRAITS)[number]): string => `§${trait}`;

export const traitsOf = (text: string): string[] =>
  TRAITS.filter((trait) => fitsType(text, trait) === 1).map(traitTerm);
