// Boosted trees as data, and the order of pairs that they give.
import { describe, expect, test } from 'vitest';
import { likeliestFirst } from '../../../api/search/order.ts';
import { type Trees, treesScore } from '../../../api/search/trees.ts';
import { growTrees, randomNumbers } from '../../../scripts/fit/grow-trees.ts';

const STUMP: Trees = { features: ['a', 'b'], base: 0.5, trees: [{ splits: [[0, 1], [1, 3]], leaves: [0, 1, 2, 4] }] }; // biome-ignore format: a table

describe('trees', () => {
  test.each([
    ['neither', [1, 3], 0.5],
    ['the first', [2, 3], 1.5],
    ['the second', [1, 4], 2.5],
    ['both', [2, 4], 4.5],
  ])('a leaf is chosen by which thresholds are passed: %s', (_, features, score) => {
    expect(treesScore(STUMP, features)).toBe(score);
  });

  test('learn what a line cannot tell: either, but not both', () => {
    const random = randomNumbers(7);
    const rows = Array.from({ length: 400 }, () => [random(), random()]);
    const labels = rows.map(([a = 0, b = 0]) => (a > 0.5 !== b > 0.5 ? 1 : 0));
    const model = growTrees(
      {
        features: ['a', 'b'],
        values: Float32Array.from(rows.flat()),
        labels: Float32Array.from(labels),
        weights: new Float32Array(400).fill(1),
        groups: null,
      },
      { trees: 60, depth: 2, rate: 0.3, ridge: 1, sample: 1 },
    );
    const right = rows.filter((row, i) => treesScore(model, row) > 0 === (labels[i] === 1));
    expect(right.length).toBeGreaterThan(360);
  });

  test('of a group tell the row that is right from its rivals, wherever the group as a whole stands', () => {
    const random = randomNumbers(3);
    const groups = Array.from({ length: 100 }, () => {
      const level = 10 * random();
      return [level + 1, level, level - random()];
    });
    const model = growTrees(
      {
        features: ['lead'],
        values: Float32Array.from(groups.flatMap((group) => group.map((value) => value - group[1]!))),
        labels: Float32Array.from(groups.flatMap(() => [1, 0, 0])),
        weights: new Float32Array(300).fill(1),
        groups: Uint32Array.from({ length: 101 }, (_, i) => 3 * i),
      },
      { trees: 20, depth: 1, rate: 0.3, ridge: 1, sample: 1 },
    );
    expect(treesScore(model, [1])).toBeGreaterThan(treesScore(model, [0]) + 1);
  });
});

describe('the order of pairs', () => {
  const NONE = new Float64Array(0);
  const pair = (doc: number, a: number) => ({
    ...{
      passage: { doc },
      score: 1,
      byConcept: NONE,
      byText: NONE,
      near: 0,
      missing: [],
      byEnrichment: 0,
      isReferenced: false,
    },
    features: Float32Array.from([a, 0]),
  });

  test('is by what was learnt; of one paper at most three', () => {
    const ordered = likeliestFirst([pair(2, 0), pair(1, 2), pair(1, 2), pair(1, 2), pair(1, 2)], STUMP);
    expect(ordered.map(({ passage }) => passage.doc)).toEqual([1, 1, 1, 2]);
  });
});
