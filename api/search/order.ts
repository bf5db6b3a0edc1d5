// Pairs with their evidence → the same, the likeliest to answer first. What counts how much was learnt from judged
// questions (`npm run fit`): boosted trees over the evidence, trained to tell the pair that answers from its rivals.
import type { RatedPair } from './evidence.ts';
import model from './learnt/order.json' with { type: 'json' };
import { type Trees, treesScore } from './trees.ts';

/** Further pairs of one paper would push out the other papers. */
const MAX_OF_DOCUMENT = 3;

export interface OrderedPair<T> extends RatedPair<T> {
  /** Log odds against the others, comparable within one question. */
  value: number;
}

export function likeliestFirst<T extends { doc: number }>(
  pairs: RatedPair<T>[],
  trees: Trees = model as Trees,
): OrderedPair<T>[] {
  const ofDocument = new Map<number, number>();
  return pairs
    .map((pair) => ({ ...pair, value: treesScore(trees, pair.features) }))
    .sort((a, b) => Number(b.isReferenced) - Number(a.isReferenced) || b.value - a.value || b.score - a.score)
    .filter(({ passage: { doc } }) => {
      const before = ofDocument.get(doc) ?? 0;
      ofDocument.set(doc, before + 1);
      return before < MAX_OF_DOCUMENT;
    });
}
