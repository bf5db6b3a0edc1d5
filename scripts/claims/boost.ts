// Rows of numbers with their truth → boosted trees (Friedman 2001, logistic loss, Newton steps), small ones and the same
// ones from the same seed.
import { leafOf, type Tree } from '../../api/answer/model/entail/trees.ts';

export interface Row {
  values: number[];
  /** 1 or 0. */
  truth: number;
  weight: number;
}

export interface BoostOptions {
  rounds: number;
  depth: number;
  rate: number;
  /** Least sum of weights in a leaf. */
  minLeaf: number;
  /** Shares of rows and features that each tree sees. */
  rows: number;
  features: number;
  /** Added to the curvature: damps small leaves. */
  ridge: number;
  seed: number;
}

export function boost(rows: Row[], options: BoostOptions): { start: number; trees: Tree[] } {
  const random = seeded(options.seed);
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const share = rows.reduce((sum, row) => sum + row.weight * row.truth, 0) / total;
  const start = Math.log(share / (1 - share));
  const votes = rows.map(() => start);
  const trees: Tree[] = [];
  const width = rows[0]!.values.length;
  const orders = Array.from({ length: width }, (_, f) =>
    Uint32Array.from(rows.keys()).sort((a, b) => rows[a]!.values[f]! - rows[b]!.values[f]!),
  );
  for (let round = 0; round < options.rounds; round++) {
    const gradients = rows.map((row, i) => row.weight * (row.truth - sigmoid(votes[i]!)));
    const curvatures = rows.map((row, i) => row.weight * sigmoid(votes[i]!) * (1 - sigmoid(votes[i]!)));
    const seen = rows.flatMap((_, i) => (random() < options.rows ? [i] : []));
    const columns = Array.from({ length: width }, (_, f) => f).filter(() => random() < options.features);
    const tree = grow(seen, options.depth, { rows, orders, gradients, curvatures, columns, options });
    trees.push(tree);
    for (const [i, row] of rows.entries()) votes[i]! += leafOf(tree, row.values);
  }
  return { start, trees };
}

interface Growing {
  rows: Row[];
  /** Of each column: the rows, smallest value first. */
  orders: Uint32Array[];
  gradients: number[];
  curvatures: number[];
  columns: number[];
  options: BoostOptions;
}

function grow(seen: number[], depth: number, growing: Growing): Tree {
  const { rows, orders, gradients, curvatures, columns, options } = growing;
  const sum = (values: number[], of: number[]) => of.reduce((total, i) => total + values[i]!, 0);
  const [g, h] = [sum(gradients, seen), sum(curvatures, seen)];
  const leaf = () => rounded((options.rate * g) / (h + options.ridge));
  if (depth === 0) return leaf();
  let best: { gain: number; column: number; below: number } | null = null;
  const inside = new Uint8Array(rows.length);
  for (const i of seen) inside[i] = 1;
  const all = seen.reduce((total, i) => total + rows[i]!.weight, 0);
  for (const column of columns) {
    const sorted = orders[column]!.filter((i) => inside[i] === 1);
    let [left, curve, weight] = [0, 0, 0];
    for (let k = 0; k + 1 < sorted.length; k++) {
      const i = sorted[k]!;
      left += gradients[i]!;
      curve += curvatures[i]!;
      weight += rows[i]!.weight;
      const [value, next] = [rows[i]!.values[column]!, rows[sorted[k + 1]!]!.values[column]!];
      if (value === next || weight < options.minLeaf || all - weight < options.minLeaf) continue;
      const gain = left ** 2 / (curve + options.ridge) + (g - left) ** 2 / (h - curve + options.ridge);
      if (best === null || gain > best.gain) best = { gain, column, below: rounded((value + next) / 2) };
    }
  }
  if (best === null || best.gain <= g ** 2 / (h + options.ridge) + 1e-9) return leaf();
  const { column, below } = best;
  const side = (isLeft: boolean) => seen.filter((i) => rows[i]!.values[column]! < below === isLeft);
  return [column, below, grow(side(true), depth - 1, growing), grow(side(false), depth - 1, growing)];
}

function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}

/** Mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
