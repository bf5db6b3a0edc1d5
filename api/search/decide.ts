// How sure the search is of its hits → the form in which they are shown. What the thresholds cost either way is printed
// by `npm run fit`.
import type { SearchResult } from './types.ts';

/**
 * `answer`: one pair is quoted as the answer. `choice`: up to five pairs are offered as questions, without a claim that
 * one of them is meant. `nothing`: what was looked for, and whom to ask.
 */
export type Form = 'answer' | 'choice' | 'nothing';

export type Sureness = Pick<SearchResult, 'sureOfFirst' | 'sureOfFive'>;

export interface Thresholds {
  /** From this sureness of the first pair on it is said to be the answer. */
  answerFrom: number;
  /** From this sureness of five on they are offered. */
  choiceFrom: number;
}

export const THRESHOLDS = { answerFrom: 0.34, choiceFrom: 0.282 } satisfies Thresholds;

/** Who goes on from an answer ("Und was kostet das?") is on its matter already: a choice is in vain less often. */
export const IN_CONVERSATION = { ...THRESHOLDS, choiceFrom: 0.15 } satisfies Thresholds;

export function decideForm(
  { sureOfFirst, sureOfFive }: Sureness,
  { answerFrom, choiceFrom }: Thresholds = THRESHOLDS,
): Form {
  if (sureOfFirst >= answerFrom) return 'answer';
  return sureOfFive >= choiceFrom ? 'choice' : 'nothing';
}
