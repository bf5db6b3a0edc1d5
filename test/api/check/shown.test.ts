// What a clerk is shown beside a question: what is claimed to answer it, and what came near.
import { expect, test } from 'vitest';
import { shownOf } from '../../../api/check/check.ts';
import type { Hit } from '../../../api/search/types.ts';

const compared = (...similarities: number[]) => similarities.map((similarity) => ({ hit: {} as Hit, similarity }));
const ASKED = { question: new Map([['baum', 3]]), about: new Map(), rarest: 8 };

const alike = (similarities: number[]) => {
  const { sure, unsure } = shownOf(compared(...similarities), ASKED);
  return [sure, unsure].map((matches) => matches.map((match) => match.similarity));
};

test('what is not alike at all did not come near, however little else was found', () => {
  expect(alike([0.9, 0, 0.21, 0.004])).toEqual([[0.9], [0.21]]);
});

test('three come near at most, in the order of the search', () => {
  expect(alike([0.1, 0.2, 0, 0.05, 0.15])).toEqual([[], [0.1, 0.2, 0.05]]);
});
