// Boosted trees: what is learnt from judged questions, as data. All splits of one level of a tree are the same
// ("oblivious" trees), so a tree is a list of questions and a table of answers, and a model is a few kilobytes.
// Written by scripts/fit/, read here; a test holds that they were fitted on the features that the program has.

export interface Trees {
  /** Names of the features, in their order. */
  features: string[];
  base: number;
  trees: Tree[];
}

export interface Tree {
  /** Feature and threshold of each level: above it counts 2^level. */
  splits: [feature: number, above: number][];
  leaves: number[];
}

export function treesScore({ base, trees }: Trees, features: ArrayLike<number>): number {
  let sum = base;
  for (const { splits, leaves } of trees) {
    let leaf = 0;
    for (let level = 0; level < splits.length; level++) {
      const [feature, above] = splits[level]!;
      if (features[feature]! > above) leaf |= 1 << level;
    }
    sum += leaves[leaf]!;
  }
  return sum;
}
