// Judged questions → what the thresholds of the three forms cost either way, and how right the numbers are. Pure.
import { decideForm, type Thresholds } from '../../api/search/decide.ts';
import type { Judged } from './folds.ts';

export interface Outcome {
  questions: number;
  /** Share of the questions whose first pair answers, and that have one among five, ten, twenty. */
  first: number;
  five: number;
  ten: number;
  twenty: number;
  /** Share of the questions whose own paper comes first, is among five, among twenty. */
  paperFirst: number;
  paperFive: number;
  paperTwenty: number;
  /** An answer that is right, or not: beside the question. */
  right: number;
  beside: number;
  /** A choice with a pair that answers, or without. */
  offered: number;
  vain: number;
  nothing: number;
  /** right of all answers. */
  precision: number;
  /** right or offered. */
  served: number;
}

export function outcomes(judged: Judged[], thresholds: Thresholds): Record<string, Outcome> {
  const groups = Map.groupBy(judged, ({ question: { style } }) => style);
  return Object.fromEntries([...groups].map(([style, own]) => [style, outcome(own, thresholds)]));
}

function outcome(judged: Judged[], thresholds: Thresholds): Outcome {
  const share = (test: (of: Judged) => boolean) => round(judged.filter(test).length / judged.length);
  const among = (n: number) => (of: Judged) => of.isRight.slice(0, n).some(Boolean);
  const form = (of: Judged) => decideForm(of, thresholds);
  const right = share((of) => form(of) === 'answer' && among(1)(of));
  const beside = share((of) => form(of) === 'answer' && !among(1)(of));
  const offered = share((of) => form(of) === 'choice' && among(5)(of));
  return {
    questions: judged.length,
    first: share(among(1)),
    five: share(among(5)),
    ten: share(among(10)),
    twenty: share(among(20)),
    paperFirst: share(paperAmong(1)),
    paperFive: share(paperAmong(5)),
    paperTwenty: share(paperAmong(20)),
    right,
    beside,
    offered,
    vain: share((of) => form(of) === 'choice' && !among(5)(of)),
    nothing: share((of) => form(of) === 'nothing'),
    precision: round(right / (right + beside || 1)),
    served: round(right + offered),
  };
}

const paperAmong =
  (n: number) =>
  ({ documents, question: { own, ranked } }: Judged): boolean =>
    [...new Set([...documents, ...ranked])].slice(0, n).some((document) => own.includes(document));

/** Of the questions in each tenth of sureness: how sure it was on average, and how many were right. */
export function calibration(judged: Judged[]): { said: number; true: number; questions: number }[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = judged.filter(({ sureOfFirst }) => Math.min(9, Math.floor(sureOfFirst * 10)) === tenth);
    const mean = (of: (judged: Judged) => number) => round(own.reduce((sum, j) => sum + of(j), 0) / (own.length || 1));
    return {
      said: mean(({ sureOfFirst }) => sureOfFirst),
      true: mean(({ isRight }) => (isRight[0] ? 1 : 0)),
      questions: own.length,
    };
  });
}

const round = (value: number) => Math.round(value * 1000) / 1000;
