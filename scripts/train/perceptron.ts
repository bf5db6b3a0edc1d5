// Units with their right labels → weights: an averaged perceptron over whole documents.
import { featureName } from '../../corpus/parse/feature-numbers.ts';
import { labelsOf, N, rowsOf, type UnitFeatures, type Weights } from '../../corpus/parse/labelling.ts';
import type { Random } from './random.ts';
import { randomFrom } from './random.ts';

export interface Example {
  features: UnitFeatures[];
  labels: number[];
}

const ROUNDS = 6;
/** Rarer features say more of a document than of a layout. */
const MIN_COUNT = 20;
/** Weights are whole numbers in the file. */
const SCALE = 100;

export function learn(examples: readonly Example[], seed: number): Weights {
  const random = randomFrom(seed);
  const known = frequent(examples);
  const now = zero(known);
  const rows = rowsOf(now);
  const sum = zero(known);
  const order = examples.map((_, i) => i);
  let step = 1;
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, random);
    for (const n of order) {
      const { features, labels } = examples[n]!;
      const guessed = labelsOf(features, rows);
      step++;
      for (const [i, unit] of features.entries()) {
        const right = labels[i]!;
        const wrong = guessed[i]!;
        const isSame = right === wrong && labels[i - 1] === guessed[i - 1];
        if (isSame) continue;
        if (right !== wrong) {
          for (const name of unit.own.map(featureName)) {
            add(now.own[name], sum.own[name], right, 1, step);
            add(now.own[name], sum.own[name], wrong, -1, step);
          }
        }
        if (i === 0) continue;
        for (const name of unit.step.map(featureName)) {
          add(now.step[name], sum.step[name], labels[i - 1]! * N + right, 1, step);
          add(now.step[name], sum.step[name], guessed[i - 1]! * N + wrong, -1, step);
        }
      }
    }
  }
  return { own: averaged(now.own, sum.own, step), step: averaged(now.step, sum.step, step) };
}

export function shareRight(examples: readonly Example[], weights: Weights): number {
  let right = 0;
  let all = 0;
  const rows = rowsOf(weights);
  for (const { features, labels } of examples) {
    const guessed = labelsOf(features, rows);
    all += labels.length;
    right += labels.filter((label, i) => label === guessed[i]).length;
  }
  return right / all;
}

/** The average of a weight over all steps is what it is now less what it was raised by, late as it was. */
function add(now: number[] | undefined, sum: number[] | undefined, at: number, by: number, step: number): void {
  if (now === undefined || sum === undefined) return;
  now[at]! += by;
  sum[at]! += by * step;
}

function averaged(now: Weights['own'], sum: Weights['own'], steps: number): Weights['own'] {
  const rows = Object.entries(now).map(([name, row]): [string, number[]] => [
    name,
    row.map((weight, k) => Math.round(SCALE * (weight - sum[name]![k]! / steps))),
  ]);
  return Object.fromEntries(rows.filter(([, row]) => row.some((weight) => weight !== 0)));
}

function frequent(examples: readonly Example[]): { own: string[]; step: string[] } {
  const counts = { own: new Map<number, number>(), step: new Map<number, number>() };
  for (const { features } of examples) {
    for (const unit of features) {
      for (const kind of ['own', 'step'] as const) {
        for (const feature of unit[kind]) counts[kind].set(feature, (counts[kind].get(feature) ?? 0) + 1);
      }
    }
  }
  const often = (of: Map<number, number>) =>
    [...of].flatMap(([feature, count]) => (count >= MIN_COUNT ? [featureName(feature)] : [])).sort();
  return { own: often(counts.own), step: often(counts.step) };
}

const zero = ({ own, step }: { own: string[]; step: string[] }): Weights => ({
  own: Object.fromEntries(own.map((name) => [name, Array<number>(N).fill(0)])),
  step: Object.fromEntries(step.map((name) => [name, Array<number>(N * N).fill(0)])),
});

function shuffle(order: number[], random: Random): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}
