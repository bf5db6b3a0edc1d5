// What the ranking knows of its own result → two calibrated numbers: how likely it is that the first pair answers the
// question, and that one of the first five does. Learnt from judged questions, and from the same questions with their
// papers taken out of the index (`npm run fit`, which prints what it is worth on papers that it was not learnt from).
import { PAIR_FEATURES } from './evidence.ts';
import first from './learnt/first.json' with { type: 'json' };
import five from './learnt/five.json' with { type: 'json' };
import type { OrderedPair } from './order.ts';
import { type Trees, treesScore } from './trees.ts';

/** Pairs that are offered. */
const OFFERED = 5;

export const SURENESS_FEATURES: readonly string[] = [
  ...['value', 'beforeSecond', 'beforeOtherPaper', 'beforeSixth', 'shareOfFirst', 'shareOfFive', 'papers', 'pairs'],
  'corpus',
  ...PAIR_FEATURES.map((name) => `first ${name}`),
  ...PAIR_FEATURES.map((name) => `best ${name}`),
];
/** How far a pair stands out that has no other beside it. */
const ALONE = 5;

/**
 * Log odds that are taken off where a model's words for the index have lifted the first pair: every question finds
 * something nearer in an index with enrichment, and the administration did not say these words.
 */
const LIFTED = 0.3;
const LIFTED_BY_ALL = 1.5;

export interface Sureness {
  /** Of all questions with this number, this share is answered by the first pair. */
  sureOfFirst: number;
  /** The same for a pair among the first five. */
  sureOfFive: number;
}

/** @param pairs the likeliest first @param passages of the whole corpus */
export function surenessOf(pairs: OrderedPair<{ doc: number }>[], passages: number): Sureness {
  if (pairs.length === 0) return { sureOfFirst: 0, sureOfFive: 0 };
  const features = surenessFeatures(pairs, passages);
  const { byEnrichment } = pairs[0]!;
  const lifted = byEnrichment > 0 ? LIFTED + LIFTED_BY_ALL * byEnrichment : 0;
  const sureOfFirst = probability(treesScore(first as Trees, features) - lifted);
  return { sureOfFirst, sureOfFive: Math.max(sureOfFirst, probability(treesScore(five as Trees, features) - lifted)) };
}

/** In the order of `SURENESS_FEATURES`; there is at least one pair. */
export function surenessFeatures(
  pairs: Pick<OrderedPair<{ doc: number }>, 'passage' | 'value' | 'features'>[],
  passages: number,
): Float32Array {
  const best = pairs[0]!;
  const before = (other: { value: number } | undefined) => (other ? best.value - other.value : ALONE);
  const odds = pairs.map(({ value }) => Math.exp(value - best.value));
  const all = odds.reduce((sum, odd) => sum + odd, 0);
  const offered = pairs.slice(0, OFFERED);
  const list = [
    best.value,
    before(pairs[1]),
    before(pairs.find(({ passage }) => passage.doc !== best.passage.doc)),
    before(pairs[OFFERED]),
    1 / all,
    odds.slice(0, OFFERED).reduce((sum, odd) => sum + odd, 0) / all,
    new Set(offered.map(({ passage }) => passage.doc)).size,
    pairs.length,
    // In a small corpus the best of few pairs stands out by chance, and most questions have no answer.
    Math.log10(1 + passages),
  ];
  const most = PAIR_FEATURES.map((_, i) => Math.max(...offered.map(({ features }) => features[i]!)));
  return Float32Array.from([...list, ...best.features, ...most]);
}

const probability = (logOdds: number): number => Math.round(1000 / (1 + Math.exp(-logOdds))) / 1000;
