// The two numbers of sureness: what holds of them whatever is learnt anew.
import { describe, expect, test } from 'vitest';
import { SURENESS_FEATURES, surenessFeatures, surenessOf } from '../../../api/search/confidence.ts';
import { PAIR_FEATURES } from '../../../api/search/evidence.ts';
import first from '../../../api/search/learnt/first.json' with { type: 'json' };
import five from '../../../api/search/learnt/five.json' with { type: 'json' };
import order from '../../../api/search/learnt/order.json' with { type: 'json' };
import type { OrderedPair } from '../../../api/search/order.ts';

const NONE = new Float64Array(0);
const SIZE = 13_000;

function pair(doc: number, value: number, known: Partial<Record<(typeof PAIR_FEATURES)[number], number>> = {}) {
  const features = Float32Array.from(PAIR_FEATURES, (name) => known[name] ?? 0);
  const scored = { score: value, byConcept: NONE, byText: NONE, near: 0 };
  return {
    passage: { doc },
    value,
    shown: value,
    features,
    missing: [],
    byEnrichment: 0,
    isReferenced: false,
    ...scored,
  } as OrderedPair<{
    doc: number;
  }>;
}

describe('sureness', () => {
  test('the models were fitted on the features that the program has (else: npm run fit)', () => {
    expect(order.features).toEqual([...PAIR_FEATURES]);
    expect(first.features).toEqual(SURENESS_FEATURES);
    expect(five.features).toEqual(SURENESS_FEATURES);
  });

  test('is none without a pair', () => {
    expect(surenessOf([], SIZE)).toEqual({ sureOfFirst: 0, sureOfFive: 0 });
  });

  test('of one among five is never less than of the first', () => {
    for (const covered of [0, 0.2, 0.5, 0.8, 1]) {
      const { sureOfFirst, sureOfFive } = surenessOf(
        [pair(1, 3, { covered, coveredExactly: covered }), pair(2, 1)],
        SIZE,
      );
      expect(sureOfFive).toBeGreaterThanOrEqual(sureOfFirst);
      expect(sureOfFive).toBeLessThanOrEqual(1);
    }
  });

  test('knows how far the first pair stands out, and from which other paper', () => {
    const features = surenessFeatures([pair(1, 5), pair(1, 4), pair(2, 2)], SIZE);
    const of = (name: string) => features[SURENESS_FEATURES.indexOf(name)];
    expect(of('beforeSecond')).toBe(1);
    expect(of('beforeOtherPaper')).toBe(3);
    expect(of('papers')).toBe(2);
  });
});
