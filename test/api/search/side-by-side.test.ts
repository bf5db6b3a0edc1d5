// Ten searches together find what each finds alone, and read the index about as often as one.
import { beforeAll, describe, expect, test } from 'vitest';
import { type IndexReader, indexReader } from '../../../api/index/index-reader.ts';
import type { PointerInfo } from '../../../api/index/pointer.ts';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { liveIndex } from '../../../api/search/live-index.ts';
import type { Opened } from '../../../api/search/opened.ts';
import { sideBySide } from '../../../api/search/side-by-side.ts';
import { CASES } from './engines.cases.ts';
import { type Engines, fillEngines, requestOf } from './engines.check.ts';

const { db } = openSqliteD1(':memory:');
const engines: Engines = {};
const all = CASES.map(({ request }) => requestOf(request));
let info: PointerInfo;
let opened: Opened;

beforeAll(async () => {
  ({ info, opened } = await fillEngines(db, engines));
});

test.each(['minisearch', 'd1'] as const)(
  '%s finds the same for each of many searches as for it alone',
  async (name) => {
    const engine = engines[name]!;
    const alone = await Promise.all(all.map((request) => engine.search(request)));
    expect(await engine.searchAll(all)).toEqual(alone);
  },
);

test('no searches find nothing', async () => {
  expect(await engines.d1!.searchAll([])).toEqual([]);
});

test('what is read by keys is read once for ten searches', async () => {
  const words = ['Freibad', 'Lindenstraße', 'Bachschule', 'Bäume', 'Linden', 'Verwarnungen', 'Saison', 'Toiletten'];
  const requests = words.map((query) => requestOf({ query }));
  const counts = new Map<string, number>();
  const reader = counting(indexReader(db, 'cases'), counts);
  await liveIndex({ ...info, engine: 'd1' }, { ...opened, reader }, null).searchAll(requests);
  expect(Object.fromEntries(counts)).toMatchObject({ words: 1, vectors: 1, passages: 1 });
});

describe('tasks side by side', () => {
  const reader = indexReader(db, 'cases');

  test('wait for each other only while they run', async () => {
    const counts = new Map<string, number>();
    const results = await sideBySide(counting(reader, counts), [0, 1, 2], async (readings, own) => {
      let found = 0;
      for (let i = 0; i < readings; i++) found += (await own.words(['linden', 'freibad'])).size;
      return found;
    });
    expect(results).toEqual([0, results[1], 2 * results[1]!]);
    expect(counts.get('words')).toBe(2);
  });

  test('may want several things at once', async () => {
    const heads = await sideBySide(reader, [0, 1], async (offset, own) => {
      const [some, others] = await Promise.all([own.heads(offset, 1), own.words(['freibad'])]);
      return [some.length, others.size];
    });
    expect(heads).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  test('have what they were given to themselves', async () => {
    const sizes = await sideBySide(reader, [0, 1], async (n, own) => {
      const passages = await own.passages([n]);
      const { size } = passages;
      passages.clear();
      return size;
    });
    expect(sizes).toEqual([1, 1]);
  });

  test('all fail by an index that cannot be read, and none waits for ever', async () => {
    const broken = { ...reader, words: () => Promise.reject(new Error('gone')) };
    await expect(sideBySide(broken, ['a', 'b'], (term, own) => own.words([term]))).rejects.toThrow('gone');
  });
});

function counting(reader: IndexReader, counts: Map<string, number>): IndexReader {
  const counted = Object.entries(reader).map(([name, method]) => {
    const read = method as (...parameters: unknown[]) => unknown;
    const count = (...parameters: unknown[]) => {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      return read(...parameters);
    };
    return [name, count];
  });
  return Object.fromEntries(counted) as IndexReader;
}
