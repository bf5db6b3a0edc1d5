import { describe, expect, test } from 'vitest';
import { nearness, readVector, storeVector } from '../../../api/index/stored-vectors.ts';
import { DIMENSIONS, openVectors, type TermVectors, termVectorLearner } from '../../../api/index/term-vectors.ts';

const cosine = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('term vectors', () => {
  const topics = Array.from({ length: 80 }, (_, t) =>
    Array.from({ length: 12 }, (_, w) => `t${t}w${w}`.replace(/\d/g, letter)),
  );
  const counts = (words: string[]) => new Map(words.map((word) => [word, 1]));
  const learnt = learnFrom(1_600);

  function letter(digit: string): string {
    return 'abcdefghij'[Number(digit)]!;
  }

  function learnFrom(passages: number): TermVectors | null {
    const learner = termVectorLearner();
    for (let i = 0; i < passages; i++) {
      const topic = topics[i % topics.length]!;
      learner.add(() =>
        counts([0, 1, 2, 3, 4].map((k) => topic[((i / topics.length + k * 5) % 12) | 0]!).concat('stadt', '2024')),
      );
    }
    const vectors = learner.learn();
    return vectors && openVectors(vectors);
  }

  test('terms of one matter lie nearer than those of another', () => {
    const [first, second, other] = [topics[3]![0]!, topics[3]![1]!, topics[9]![1]!].map((term) => learnt!.of(term)!);
    expect(first).toHaveLength(DIMENSIONS);
    expect(cosine(first!, second!)).toBeGreaterThan(cosine(first!, other!) + 0.3);
  });

  test('a passage lies near to the terms of its matter, and what all passages say does not count', () => {
    const passage = learnt!.ofPassage(counts([topics[5]![2]!, topics[5]![7]!, 'stadt']))!;
    expect(cosine(passage, learnt!.of(topics[5]![4]!)!)).toBeGreaterThan(0.3);
    expect(Math.abs(cosine(passage, learnt!.of('stadt')!))).toBeLessThan(0.3);
  });

  test('numbers, rare and unknown terms have none', () => {
    expect(learnt!.of('2024')).toBeNull();
    expect(learnt!.of('unknown')).toBeNull();
    expect(learnt!.ofPassage(counts(['unknown']))).toBeNull();
  });

  test('a small corpus teaches nothing', () => {
    expect(learnFrom(200)).toBeNull();
  });

  test('the same corpus gives the same vectors', () => {
    expect(learnFrom(1_600)!.of(topics[0]![0]!)).toEqual(learnt!.of(topics[0]![0]!));
  });
});

describe('stored vectors', () => {
  const vector = Float64Array.from({ length: DIMENSIONS }, (_, i) => Math.sin(i * i));

  test('keep their direction', () => {
    expect(nearness(readVector(storeVector(vector)), storeVector(vector))).toBeGreaterThan(0.999);
    expect(nearness(readVector(storeVector(vector.map((value) => -value))), storeVector(vector))).toBeLessThan(-0.99);
  });

  test('are characters that JSON does not escape', () => {
    const stored = storeVector(vector);
    expect(JSON.stringify(stored)).toHaveLength(stored.length + 2);
    expect(stored).toHaveLength(DIMENSIONS);
  });

  test('nothing is near to nothing', () => {
    expect(nearness(vector, '')).toBe(0);
    expect(nearness(vector, storeVector(new Float64Array(DIMENSIONS)))).toBe(0);
  });
});
