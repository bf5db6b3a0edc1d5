// Of pairs that ask the same the newest comes first.
import { expect, test } from 'vitest';
import { newestOfSame } from '../../../api/search/newest.ts';
import type { OrderedPair } from '../../../api/search/order.ts';

type Passage = { doc: number; date: string | null };

const KITA = ['wie', 'viel', 'kita', 'plätze', 'fehlen'];
const asked = new Map<number, string[]>();

function pair(doc: number, value: number, date: string | null, asks: string[], isReferenced = false) {
  asked.set(doc, asks);
  return { passage: { doc, date }, value, shown: 10 + value, isReferenced } as OrderedPair<Passage>;
}

const inOrder = (...pairs: OrderedPair<Passage>[]) =>
  newestOfSame(pairs, ({ passage }) => (asked.get(passage.doc)!.length > 0 ? new Set(asked.get(passage.doc)) : null));
const docs = (...pairs: OrderedPair<Passage>[]) => inOrder(...pairs).map(({ passage }) => passage.doc);
const old = pair(1, 5, '2013-05-14', KITA);

test.each([
  ['the last word on it', pair(2, 4.5, '2024-05-14', KITA), [2, 1]],
  ['another matter', pair(3, 4.5, '2024-05-14', ['wie', 'viel', 'bäume', 'stehen']), [1, 3]],
  ['older', pair(4, 4.5, '2009-05-14', KITA), [1, 4]],
  ['without a date', pair(5, 4.5, null, KITA), [1, 5]],
  ['much less likely', pair(6, 1, '2024-05-14', KITA), [1, 6]],
  ['of two words, which say little', pair(7, 4.5, '2024-05-14', KITA.slice(0, 2)), [1, 7]],
  ['not read', pair(8, 4.5, '2024-05-14', []), [1, 8]],
])('%s', (_, other, expected) => {
  expect(docs(old, other)).toEqual(expected);
});

test('the newest of several is taken, the others keep their order, the values their places', () => {
  const found = inOrder(old, pair(9, 4.8, '2019-01-01', ['x', 'y', 'z']), pair(2, 4.5, '2024-05-14', KITA));
  expect(found.map(({ passage, value, shown }) => [passage.doc, value, shown])).toEqual([
    [2, 5, 15],
    [1, 4.8, 14.8],
    [9, 4.5, 14.5],
  ]);
});

test('a paper that is named stays first', () => {
  expect(docs(pair(1, 5, '2013-05-14', KITA, true), pair(2, 4.9, '2024-05-14', KITA))).toEqual([1, 2]);
});
