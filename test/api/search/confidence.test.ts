import { describe, expect, test } from 'vitest';
import { confidenceOf } from '../../../api/search/confidence.ts';
import type { Concept } from '../../../api/search/query.ts';
import type { Candidate, Collection, Scored } from '../../../api/search/rank.ts';

const WORDS = ['wipper', 'stadtgarten', 'kosten', 'rutsche'];
const concepts: Concept[] = WORDS.map((word) => ({
  ...{ word, weight: 1, isNoun: true, origin: 'question' as const },
  alternatives: [{ terms: [word], weight: 1 }],
}));
const collection: Collection = {
  passages: 1000,
  averageLength: 100,
  averageInquiryLength: 100,
  df: () => 10,
  id: () => 1,
  vector: () => null,
};

/** One hit, alone: scores of the four words by the text, and what the enrichment adds to them. */
function confidence(byText: number[], added = [0, 0, 0, 0]): number {
  const byConcept = Float64Array.from(byText, (score, i) => score + added[i]!);
  const passage: Candidate = { n: 0, doc: 0, terms: '', vector: '' };
  const hit: Scored<Candidate> = { passage, score: 10, byConcept, byText: Float64Array.from(byText) };
  return confidenceOf([hit], concepts, collection);
}

describe('confidence', () => {
  test('is none without a hit', () => {
    expect(confidenceOf([], concepts, collection)).toBe(0);
  });

  test('grows with what the text has of the question', () => {
    const [two, three, four] = [confidence([2, 2, 0, 0]), confidence([2, 2, 2, 0]), confidence([2, 2, 2, 2])];
    expect(two).toBeLessThan(three);
    expect(three).toBeLessThan(four);
  });

  test.each([
    ['half of the words', [2, 2, 0, 0], [0, 0, 2, 2]],
    ['one of the words', [2, 2, 2, 0], [0, 0, 0, 2]],
    ['all of the words', [0, 0, 0, 0], [2, 2, 2, 2]],
  ])('is lower when a model wrote %s than when the administration did', (_, byText, added) => {
    expect(confidence(byText, added)).toBeLessThan(confidence([2, 2, 2, 2]) - 0.1);
  });

  test.each([
    ['a topic of a few papers', 10, true],
    ['a word of every other passage', 500, false],
  ])('of a question that is one word and found: %s', (_, passages, isEnough) => {
    const passage: Candidate = { n: 0, doc: 0, terms: '', vector: '' };
    const scored = Float64Array.from([2]);
    const hit: Scored<Candidate> = { passage, score: 2, byConcept: scored, byText: scored };
    const found = confidenceOf([hit, hit], concepts.slice(0, 1), { ...collection, df: () => passages });
    expect(found >= 0.5).toBe(isEnough);
  });

  test('is no higher for a hit whose words enrichment only repeats', () => {
    expect(confidence([2, 2, 0, 0], [1, 1, 0, 0])).toBeLessThan(confidence([2, 2, 0, 0]));
  });
});
