// How sure the search is of its hits → the form in which they are shown (ARCHITECTURE "The unit is the pair").
// What the thresholds cost either way is printed by `npm run fit:confidence`.
import type { SearchResult } from './types.ts';

/**
 * `answer`: one pair is quoted as the answer. `choice`: up to five pairs are offered as questions, without a claim that
 * one of them is meant. `nothing`: what was looked for, and whom to ask.
 */
export type Form = 'answer' | 'choice' | 'nothing';

export type Sureness = Pick<SearchResult, 'sureOfFirst' | 'sureOfFive'>;

/** From here on the first pair is said to be the answer. */
export const ANSWER_FROM = 0.55;
/** From here on pairs are offered. */
export const CHOICE_FROM = 0.2;

export function decideForm({ sureOfFirst, sureOfFive }: Sureness): Form {
  if (sureOfFirst >= ANSWER_FROM) return 'answer';
  return sureOfFive >= CHOICE_FROM ? 'choice' : 'nothing';
}
