// `#z=` of an address → spans.
import { expect, test } from 'vitest';
import { spansOf } from '../../web/document/spans.ts';

test.each([
  ['#z=10-20', [[10, 20]]],
  [
    '#z=40-60,10-20',
    [
      [10, 20],
      [40, 60],
    ],
  ],
  ['#z=10-20,15-30', [[10, 30]]],
  ['#z=10-20&x=1', [[10, 20]]],
  ['#z=20-10', []],
  ['#z=5-5', []],
  ['#z=a-b,-3-4,1.5-2', []],
  ['#z=99999999999-999999999999', []],
  ['#frage-1', []],
  ['', []],
] as [string, [number, number][]][])('%s names %j', (hash, expected) => {
  expect(spansOf(hash).map(({ start, end }) => [start, end])).toEqual(expected);
});
