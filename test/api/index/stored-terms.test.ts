import { describe, expect, test } from 'vitest';
import { type FieldTerms, readTerms, SLOTS, storeTerms } from '../../../api/index/stored-terms.ts';

const NONE: FieldTerms = { answer: [], question: [], title: [], enrichment: [] };
/** The terms of these tests are their own numbers. */
const store = (fields: Partial<FieldTerms>) => storeTerms({ ...NONE, ...fields }, Number);

function read(stored: string, wanted: number[] | null) {
  const found: string[] = [];
  const lengths = readTerms(stored, wanted, (at, slot, count) => {
    const { field, isPart } = SLOTS[slot]!;
    found.push(`${wanted === null ? at : wanted[at]} ${count} ${isPart ? 'part of ' : ''}${field}`);
  });
  return { found, lengths };
}

describe('stored terms', () => {
  const stored = store({
    answer: ['7', '7', '+3', '40', '7', '1000000'],
    question: ['7', '0', '+0'],
    title: ['99'],
    enrichment: ['99', '+40', '+40'],
  });

  test('come back with their fields and counts, in ascending order', () => {
    expect(read(stored, null).found).toEqual([
      ...['0 1 question', '0 1 part of question', '3 1 part of answer', '7 3 answer', '7 1 question', '40 1 answer'],
      ...['40 2 part of enrichment', '99 1 title', '99 1 enrichment', '1000000 1 answer'],
    ]);
  });

  test('say how long answer and question are, without parts of compounds', () => {
    expect(read(stored, []).lengths).toEqual({ answer: 5, question: 2 });
  });

  test.each([
    [[7], ['7 3 answer', '7 1 question']],
    [
      [1, 3, 8, 99, 500],
      ['3 1 part of answer', '99 1 title', '99 1 enrichment'],
    ],
    [[1_000_000], ['1000000 1 answer']],
    [[2, 1_000_001], []],
    [[], []],
  ])('are read only as far as %j are wanted', (wanted, found) => expect(read(stored, wanted).found).toEqual(found));

  test.each([1, 4, 5, 31, 32, 33, 1_023, 1_024, 5_000])('count to %i', (count) => {
    expect(read(store({ answer: new Array(count).fill('5') }), [5])).toEqual({
      found: [`5 ${count} answer`],
      lengths: { answer: count, question: 0 },
    });
  });

  test.each([0, 31, 32, 1_023, 1_024, 2 ** 20, 2 ** 28 - 1])('have numbers as large as %i', (id) => {
    expect(read(store({ title: [String(id)] }), [id]).found).toEqual([`${id} 1 title`]);
  });

  test('of a passage without any are none', () => {
    expect(read(store({}), null)).toEqual({ found: [], lengths: { answer: 0, question: 0 } });
  });

  test('are plain characters that JSON does not escape', () => {
    const many = store({ answer: Array.from({ length: 2_000 }, (_, i) => String(i * i)) });
    expect(JSON.stringify(many)).toHaveLength(many.length + 2);
    expect(many).toMatch(/^[(-G\]-|]+$/);
  });
});
