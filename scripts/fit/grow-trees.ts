// Rows of features with what they should give → boosted oblivious trees (Prokhorenkova and others 2018 describe the
// kind). Rows are of groups: within a group the loss is a softmax over its rows ("which of these pairs answers?"), or
// each row is a yes-or-no of its own. The same rows give the same trees.
import type { Tree, Trees } from '../../api/search/trees.ts';

export interface Rows {
  features: string[];
  /** Row after row. */
  values: Float32Array;
  /** What is right: 1 or 0; of a group, several may be. */
  labels: Float32Array;
  /** How much each row, or each group by its first row, counts. */
  weights: Float32Array;
  /** Where each group begins, and the end; null: every row by itself. */
  groups: Uint32Array | null;
}

export interface Growth {
  trees: number;
  depth: number;
  rate: number;
  /** Sum of second derivatives that a leaf is drawn towards zero with. */
  ridge: number;
  /** Share of the groups that each tree sees. */
  sample: number;
}

const MAX_BINS = 48;

export function growTrees(rows: Rows, { trees: count, depth, rate, ridge, sample }: Growth): Trees {
  const { features, values, labels } = rows;
  const n = labels.length;
  const width = features.length;
  const { bins, cuts } = binned(values, n, width);
  const scores = new Float64Array(n);
  const base = rows.groups ? 0 : logit(mean(labels, rows.weights));
  scores.fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const leafOf = new Uint8Array(n);
  const random = randomNumbers();
  const grown: Tree[] = [];
  for (let t = 0; t < count; t++) {
    const seen = derivatives(rows, scores, gradient, hessian, sample, random);
    leafOf.fill(0);
    const splits: Tree['splits'] = [];
    for (let level = 0; level < depth; level++) {
      const split = bestSplit(bins, cuts, seen, leafOf, 1 << level, gradient, hessian, width, ridge, random);
      if (!split) break;
      splits.push([split.feature, cuts[split.feature]![split.bin]!]);
      const column = bins[split.feature]!;
      for (let i = 0; i < n; i++) if (column[i]! > split.bin) leafOf[i]! |= 1 << level;
    }
    if (splits.length === 0) break;
    const g = new Float64Array(1 << splits.length);
    const h = new Float64Array(1 << splits.length);
    for (const i of seen) {
      g[leafOf[i]!]! += gradient[i]!;
      h[leafOf[i]!]! += hessian[i]!;
    }
    const leaves = Array.from(g, (sum, leaf) => rounded((-rate * sum) / (h[leaf]! + ridge)));
    for (let i = 0; i < n; i++) scores[i]! += leaves[leafOf[i]!]!;
    grown.push({ splits, leaves });
  }
  return { features, base: rounded(base), trees: grown };
}

/** Of the loss at each row's score. Returns the rows that this tree sees. */
function derivatives(
  { labels, weights, groups }: Rows,
  scores: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
  sample: number,
  random: () => number,
): Uint32Array {
  const seen: number[] = [];
  if (!groups) {
    for (let i = 0; i < labels.length; i++) {
      if (random() >= sample) continue;
      const p = 1 / (1 + Math.exp(-scores[i]!));
      gradient[i] = weights[i]! * (p - labels[i]!);
      hessian[i] = weights[i]! * p * (1 - p);
      seen.push(i);
    }
    return Uint32Array.from(seen);
  }
  for (let g = 0; g + 1 < groups.length; g++) {
    if (random() >= sample) continue;
    const [from, to] = [groups[g]!, groups[g + 1]!];
    let most = Number.NEGATIVE_INFINITY;
    let right = 0;
    for (let i = from; i < to; i++) {
      most = Math.max(most, scores[i]!);
      right += labels[i]!;
    }
    if (right === 0) continue;
    let all = 0;
    let allRight = 0;
    for (let i = from; i < to; i++) {
      const e = Math.exp(scores[i]! - most);
      all += e;
      allRight += labels[i]! * e;
    }
    for (let i = from; i < to; i++) {
      const e = Math.exp(scores[i]! - most);
      const p = e / all;
      // Any of the right ones will do: each is wanted as far as it is the likeliest of them.
      gradient[i] = weights[from]! * (p - (labels[i]! * e) / allRight);
      hessian[i] = weights[from]! * Math.max(1e-4, p * (1 - p));
      seen.push(i);
    }
  }
  return Uint32Array.from(seen);
}

function bestSplit(
  bins: Uint8Array[],
  cuts: Float32Array[],
  seen: Uint32Array,
  leafOf: Uint8Array,
  leaves: number,
  gradient: Float64Array,
  hessian: Float64Array,
  width: number,
  ridge: number,
  random: () => number,
): { feature: number; bin: number } | null {
  let best: { feature: number; bin: number } | null = null;
  let most = 1e-6;
  const g = new Float64Array(leaves * MAX_BINS);
  const h = new Float64Array(leaves * MAX_BINS);
  const worth = (gradient: number, hessian: number) => (gradient * gradient) / (hessian + ridge);
  for (let feature = 0; feature < width; feature++) {
    // A few features sit out each level: trees that differ err less together.
    if (cuts[feature]!.length === 0 || random() < 0.3) continue;
    g.fill(0);
    h.fill(0);
    const column = bins[feature]!;
    for (let s = 0; s < seen.length; s++) {
      const i = seen[s]!;
      const at = leafOf[i]! * MAX_BINS + column[i]!;
      g[at]! += gradient[i]!;
      h[at]! += hessian[i]!;
    }
    const gains = new Float64Array(cuts[feature]!.length);
    for (let leaf = 0; leaf < leaves; leaf++) {
      let allG = 0;
      let allH = 0;
      for (let b = 0; b < MAX_BINS; b++) {
        allG += g[leaf * MAX_BINS + b]!;
        allH += h[leaf * MAX_BINS + b]!;
      }
      let leftG = 0;
      let leftH = 0;
      for (let b = 0; b < gains.length; b++) {
        leftG += g[leaf * MAX_BINS + b]!;
        leftH += h[leaf * MAX_BINS + b]!;
        gains[b]! += worth(leftG, leftH) + worth(allG - leftG, allH - leftH) - worth(allG, allH);
      }
    }
    for (let bin = 0; bin < gains.length; bin++) {
      if (gains[bin]! > most) {
        most = gains[bin]!;
        best = { feature, bin };
      }
    }
  }
  return best;
}

/** A value in bin b is at most `cuts[b]`. */
function binned(values: Float32Array, n: number, width: number): { bins: Uint8Array[]; cuts: Float32Array[] } {
  const bins: Uint8Array[] = [];
  const cuts: Float32Array[] = [];
  for (let feature = 0; feature < width; feature++) {
    const column = Float32Array.from({ length: n }, (_, i) => values[i * width + feature]!);
    const sorted = Float32Array.from(column).sort();
    const chosen = new Set<number>();
    for (let b = 1; b < MAX_BINS; b++) chosen.add(sorted[Math.floor((b * n) / MAX_BINS)]!);
    const own = [...chosen].filter((value) => value < sorted[n - 1]!).map((value) => Math.fround(rounded(value)));
    const unique = Float32Array.from(new Set(own)).sort();
    cuts.push(unique);
    bins.push(
      Uint8Array.from(column, (value) => {
        let low = 0;
        let high = unique.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (value > unique[middle]!) low = middle + 1;
          else high = middle;
        }
        return low;
      }),
    );
  }
  return { bins, cuts };
}

function mean(labels: Float32Array, weights: Float32Array): number {
  let sum = 0;
  let all = 0;
  for (let i = 0; i < labels.length; i++) {
    sum += weights[i]! * labels[i]!;
    all += weights[i]!;
  }
  return sum / all;
}

const logit = (p: number): number => Math.log(p / (1 - p));

const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;

/** The same numbers in every run, 0 to 1 (mulberry32). */
export function randomNumbers(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
