// What a build has learnt is the same when it is read again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Learnt } from '../../../api/index/learn.ts';
import { DIMENSIONS } from '../../../api/index/term-vectors.ts';
import { bundlesIn } from '../../../api/node/files.ts';
import { keepLearnt, readLearnt } from '../../../scripts/index/kept-learnt.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-learnt-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const LEARNT: Learnt = {
  words: new Set(['freibad', 'straße']),
  nounShares: new Map([
    ['freibad', 1],
    ['neu', 0.07],
    ['bau', 0.07],
  ]),
  topics: [{ name: 'Freibad', also: ['Eintritt'], terms: ['freibad', 'eintritt'] }],
  vectors: {
    terms: ['freibad', 'neu'],
    idf: Float32Array.from([3.5, 0.25]),
    vectors: Float32Array.from({ length: 2 * DIMENSIONS }, (_, i) => Math.sin(i)),
    mean: Float32Array.from({ length: DIMENSIONS }, (_, i) => Math.cos(i)),
  },
};

test.each([
  ['of a large corpus', LEARNT],
  ['of one that is too small for vectors', { ...LEARNT, vectors: null, topics: [] }],
  ['of none', { words: new Set<string>(), nounShares: new Map(), topics: [], vectors: null }],
])('what was learnt %s is kept as it is', async (_of, learnt) => {
  await keepLearnt(bundlesIn(dir, dir), 'v1', learnt);
  expect(await readLearnt(bundlesIn(dir, dir), 'v1')).toEqual(learnt);
  expect(await readLearnt(bundlesIn(dir, dir), 'v2')).toBeNull();
});
