// What a short text is most like of all that people say without asking the city anything, and how surely: a softmax
// regression over hashed features, learnt from invented wordings and real questions (scripts/fit-people.ts). It knows
// no sentence and no name.
import type { OffPurpose } from '../off-purpose.ts';
import { has } from './families.ts';
import { DIMENSIONS, featuresOf } from './features.ts';
import { foldWords } from './fold.ts';
import learnt from './learnt.json' with { type: 'json' };

export interface Weights {
  kinds: string[];
  bias: number[];
  /** Kind by kind, DIMENSIONS each. */
  weights: ArrayLike<number>;
}

export interface Likeness {
  kind: OffPurpose;
  /** 0 to 1: that it is none of the questions to a city. */
  sure: number;
}

/** Null where it is as likely as not a question to the city. */
export function mostLike(question: string): OffPurpose | null {
  const { ofCity, other } = learnt.thresholds;
  const { kind, sure } = likenessOf(question, LEARNT);
  return sure >= (speaksOfCity(question) ? ofCity : other) ? kind : null;
}

export const speaksOfCity = (question: string): boolean => has(foldWords(question), 'city');

export function likenessOf(question: string, weights: Weights): Likeness {
  const shares = sharesOf(featuresOf(question), weights);
  const best = shares.reduce((at, share, i) => (i > 0 && (at === 0 || share > shares[at]!) ? i : at), 0);
  return { kind: weights.kinds[best] as OffPurpose, sure: 1 - shares[0]! };
}

/** Of each kind, the first being a question to the city; together 1. */
export function sharesOf(features: Map<number, number>, { kinds, bias, weights }: Weights): number[] {
  const sums = kinds.map((_, kind) => {
    let sum = bias[kind]!;
    for (const [at, value] of features) sum += value * weights[kind * DIMENSIONS + at]!;
    return sum;
  });
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / all);
}

const LEARNT: Weights = {
  kinds: learnt.kinds,
  bias: learnt.bias,
  weights: Float32Array.from(atob(learnt.weights), (byte) => ((byte.charCodeAt(0) << 24) >> 24) * learnt.step),
};
