// Boosted decision trees as `npm run fit:claims` learns them: how they are written down, read, and what they vote.
// A tree is one line in prefix notation: `?3 0.5 LEFT RIGHT` asks whether feature 3 is below 0.5, a number is a vote.

const TREES_VERSION = 1;

/** A leaf's vote, or a question: values below `below` go left. */
export type Tree = number | [feature: number, below: number, left: Tree, right: Tree];

export interface Trees {
  features: string[];
  /** The vote before any tree. */
  start: number;
  trees: Tree[];
}

export interface WrittenTrees {
  version: number;
  features: string[];
  start: number;
  trees: string[];
}

export function writeTrees({ features, start, trees }: Trees): WrittenTrees {
  const line = (tree: Tree): string =>
    typeof tree === 'number' ? `${tree}` : `?${tree[0]} ${tree[1]} ${line(tree[2])} ${line(tree[3])}`;
  return { version: TREES_VERSION, features, start, trees: trees.map(line) };
}

/** @throws when they were written by another version */
export function readTrees(written: WrittenTrees): Trees {
  if (written.version !== TREES_VERSION) throw new Error(`trees of version ${written.version} cannot be read`);
  const { features, start } = written;
  return { features, start, trees: written.trees.map((line) => readTree(line.split(' '))) };
}

function readTree(tokens: string[]): Tree {
  const token = tokens.shift() ?? '0';
  if (!token.startsWith('?')) return Number(token);
  const below = Number(tokens.shift());
  const left = readTree(tokens);
  return [Number(token.slice(1)), below, left, readTree(tokens)];
}

/** 0 to 1. */
export function voteOf(model: Trees, features: Readonly<Record<string, number>>): number {
  const row = model.features.map((name) => features[name] ?? 0);
  const sum = model.trees.reduce<number>((total, tree) => total + leafOf(tree, row), model.start);
  return 1 / (1 + Math.exp(-sum));
}

export function leafOf(tree: Tree, row: ArrayLike<number>): number {
  let node = tree;
  while (typeof node !== 'number') node = row[node[0]]! < node[1] ? node[2] : node[3];
  return node;
}
