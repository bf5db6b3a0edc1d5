// Pairs with their evidence → the same, the likeliest to answer first. What counts how much was learnt from judged
// questions (`npm run fit`): boosted trees over the evidence, trained to tell the pair that answers from its rivals.
import type { RatedPair } from './evidence.ts';
import model from './learnt/order.json' with { type: 'json' };
import { type Trees, treesScore } from './trees.ts';

/** Further pairs of one paper would push out the other papers. */
const MAX_OF_DOCUMENT = 3;
/** Log odds by which a score falls to a third. */
const SPREAD = 4;

export interface OrderedPair<T> extends RatedPair<T> {
  /** Log odds against the others, comparable within one question. */
  value: number;
  /** The same as a score, which falls from pair to pair. */
  shown: number;
}

export function likeliestFirst<T extends { doc: number }>(
  pairs: RatedPair<T>[],
  trees: Trees = model as Trees,
): OrderedPair<T>[] {
  const ofDocument = new Map<number, number>();
  const ordered = pairs
    .map((pair) => ({ ...pair, value: treesScore(trees, pair.features), shown: 0 }))
    .sort((a, b) => Number(b.isReferenced) - Number(a.isReferenced) || b.value - a.value || b.score - a.score)
    .filter(({ passage: { doc } }) => {
      const before = ofDocument.get(doc) ?? 0;
      ofDocument.set(doc, before + 1);
      return before < MAX_OF_DOCUMENT;
    });
  const best = ordered.reduce((most, { value }) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  let shown = ordered.reduce((most, { score }) => Math.max(most, score), 0);
  const highest = shown;
  for (const pair of ordered) {
    shown = Math.min(shown, highest * Math.exp((pair.value - best) / SPREAD));
    pair.shown = shown;
  }
  return ordered;
}
