// What a question is searched as: concepts, each a word with all that counts as it.

export type Origin = 'question' | 'history' | 'rewrite';

export interface Alternative {
  /** Several terms: a phrase of the lexicon, all of which must occur. */
  terms: string[];
  weight: number;
}

export interface Concept {
  /** The word as it was asked. */
  word: string;
  origin: Origin;
  weight: number;
  /** The word's own stem first. */
  alternatives: Alternative[];
}
