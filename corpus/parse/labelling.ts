// Features of units and learned weights → one label a unit, the best row of labels of all (Viterbi). An inside follows
// its beginning or another inside only. The weights are data: `npm run train:segmenter` makes them and says how.
import { featureName } from './feature-numbers.ts';

/** Neither · question begins, goes on · answer begins, goes on. */
export const [OTHER, ASKS, ASKS_ON, ANSWERS, ANSWERS_ON] = [0, 1, 2, 3, 4] as const;

export interface UnitFeatures {
  /** Numbers of features (feature-numbers.ts). */
  own: number[];
  /** What the step from the label before may depend on. */
  step: number[];
  /** What it cannot be: a question's beginning or more of one, an answer's, an answer right behind another; anything at all. */
  bars: {
    asks: boolean;
    asksOn: boolean;
    answers: boolean;
    answersOn: boolean;
    anew: boolean;
    says: boolean;
    /** It is somebody's. */
    other: boolean;
  };
}

export interface Weights {
  /** Of each feature, one number a label. */
  own: Record<string, number[]>;
  /** Of each feature of a step, one number for each pair of labels, row by row. */
  step: Record<string, number[]>;
}

/** Weights by the numbers of features. */
export interface Rows {
  own: (feature: number) => readonly number[] | null;
  step: (feature: number) => readonly number[] | null;
}

export function rowsOf(weights: Weights): Rows {
  const cached = (rows: Record<string, number[]>) => {
    const known: (readonly number[] | null)[] = [];
    return (feature: number) => {
      const row = known[feature];
      if (row !== undefined) return row;
      known[feature] = rows[featureName(feature)] ?? null;
      return known[feature];
    };
  };
  return { own: cached(weights.own), step: cached(weights.step) };
}

/** Of labels. */
export const N = 5;

/** Whether a label may follow another; -1 stands before the first unit. */
const mayFollow = (label: number, last: number): boolean =>
  label === ASKS_ON
    ? last === ASKS || last === ASKS_ON
    : label !== ANSWERS_ON || last === ANSWERS || last === ANSWERS_ON;

/** What cannot be, whatever the weights say: a question that does not show itself, an answer that a link word or a row begins. */
const isPossible = (label: number, last: number, { bars }: UnitFeatures): boolean =>
  (label !== ASKS || !bars.asks) &&
  (label !== ASKS_ON || !bars.asksOn) &&
  (label !== ANSWERS_ON || !bars.answersOn) &&
  (label !== ANSWERS || !bars.answers) &&
  (label !== ANSWERS || !bars.anew || (last !== ANSWERS && last !== ANSWERS_ON)) &&
  (label === OTHER ? !bars.other : !bars.says);

export function labelsOf(features: readonly UnitFeatures[], rows: Rows): number[] {
  const count = features.length;
  if (count === 0) return [];
  const best = new Float64Array(N * count).fill(Number.NEGATIVE_INFINITY);
  const from = new Int8Array(N * count);
  const step = new Float64Array(N * N);
  for (let i = 0; i < count; i++) {
    const { own, step: steps } = features[i]!;
    step.fill(0);
    for (const feature of steps) {
      const row = rows.step(feature);
      if (row) for (let k = 0; k < N * N; k++) step[k]! += row[k]!;
    }
    const score = [0, 0, 0, 0, 0];
    for (const feature of own) {
      const row = rows.own(feature);
      if (row) for (let k = 0; k < N; k++) score[k]! += row[k]!;
    }
    for (let label = 0; label < N; label++) {
      if (i === 0) {
        if (mayFollow(label, -1) && isPossible(label, -1, features[i]!)) best[label] = score[label]!;
        continue;
      }
      for (let last = 0; last < N; last++) {
        if (!mayFollow(label, last) || !isPossible(label, last, features[i]!)) continue;
        const sum = best[(i - 1) * N + last]! + step[last * N + label]! + score[label]!;
        if (sum > best[i * N + label]!) {
          best[i * N + label] = sum;
          from[i * N + label] = last;
        }
      }
    }
  }
  const labels: number[] = [];
  let label = 0;
  for (let k = 1; k < N; k++) if (best[(count - 1) * N + k]! > best[(count - 1) * N + label]!) label = k;
  for (let i = count - 1; i >= 0; i--) {
    labels[i] = label;
    label = from[i * N + label]!;
  }
  return labels;
}
