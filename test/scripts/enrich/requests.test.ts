import { describe, expect, test } from 'vitest';
import type { Work } from '../../../scripts/enrich/pending.ts';
import { requestFor } from '../../../scripts/enrich/prompt.ts';
import { bundlesOf } from '../../../scripts/enrich/requests.ts';

const MODEL = 'claude-haiku-5-5';
const work = (key: string, answer = 'Erfunden.'): Work => ({
  ...{ key, where: key },
  shown: { title: 'Titel', question: 'Frage?', answer },
});

async function bundles(works: Work[], limits: { requests: number; bytes: number }): Promise<string[][]> {
  async function* all() {
    yield* works;
  }
  const keys: string[][] = [];
  for await (const bundle of bundlesOf(all(), MODEL, limits)) keys.push(bundle.map(({ key }) => key));
  return keys;
}

describe('bundles', () => {
  const one = JSON.stringify({ custom_id: 'a', params: requestFor(work('a').shown, MODEL) }).length + 100;

  test.each([
    ['by their number', { requests: 2, bytes: 1e9 }, [['a', 'b'], ['c']]],
    ['by their size', { requests: 9, bytes: 2 * one }, [['a', 'b'], ['c']]],
    ['one by one when each is too large', { requests: 9, bytes: 1 }, [['a'], ['b'], ['c']]],
    ['not at all when they fit', { requests: 3, bytes: 1e9 }, [['a', 'b', 'c']]],
  ])('are divided %s', async (_, limits, expected) => {
    expect(await bundles([work('a'), work('b'), work('c')], limits)).toEqual(expected);
  });

  test('there are none of nothing', async () => expect(await bundles([], { requests: 1, bytes: 1 })).toEqual([]));
});

describe('a request', () => {
  test('is no longer than the beginning of each part, however long the text', () => {
    const long = 'Wort '.repeat(100_000);
    expect(JSON.stringify(requestFor({ title: long, question: long, answer: long }, MODEL)).length).toBeLessThan(
      30_000,
    );
  });

  test('never holds half a character, which would make the service refuse the whole batch', () => {
    const { messages } = requestFor({ title: 'T', question: '\ud83d', answer: `${'x'.repeat(7_999)}😀` }, MODEL);
    expect((messages[0]!.content as string).isWellFormed()).toBe(true);
  });
});
