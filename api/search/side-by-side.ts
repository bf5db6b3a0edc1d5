// Searches that run side by side → one reading of the index for all of them: each waits until all that still run want
// something, then what they want of one kind is read together. On D1 a query is a way over the network, and the
// questions of one inquiry want much the same words, passages and papers.
import type { IndexReader } from '../index/index-reader.ts';
import { inParallel } from '../parallel.ts';

/** What is read by keys: a reading of more of them holds each one's own. */
const BY_KEYS = ['words', 'vectors', 'passages'] as const;
type ByKeys = (typeof BY_KEYS)[number];
type Key = string | number;

interface Wish {
  task: number;
  /** Null: it is no reading by keys, and begins by itself when all wait. */
  kind: ByKeys | null;
  keys: readonly Key[];
  begin(): void;
  take(all: ReadonlyMap<Key, unknown>): void;
  fail(error: unknown): void;
}

/** @returns what `task` gives for each item, in their order; the first error, when all have ended */
export function sideBySide<T, R>(
  reader: IndexReader,
  items: readonly T[],
  task: (item: T, reader: IndexReader) => Promise<R>,
): Promise<R[]> {
  let running = items.length;
  let wishes: Wish[] = [];
  const readWhenAllWait = () => {
    const waiting = new Set(wishes.map((wish) => wish.task));
    if (waiting.size === 0 || waiting.size < running) return;
    const now = wishes;
    wishes = [];
    for (const wish of now) if (wish.kind === null) wish.begin();
    for (const kind of BY_KEYS) {
      const same = now.filter((wish) => wish.kind === kind);
      if (same.length > 0) void readTogether(reader, kind, same);
    }
  };
  const add = (wish: Wish) => {
    wishes.push(wish);
    // In a turn of its own, for one task may want several things at once.
    queueMicrotask(readWhenAllWait);
  };
  return inParallel(items, items.length, async (item, i) => {
    try {
      return await task(item, waitingReader(reader, i, add));
    } finally {
      running--;
      readWhenAllWait();
    }
  });
}

function waitingReader(reader: IndexReader, task: number, add: (wish: Wish) => void): IndexReader {
  const methods = Object.entries(reader).map(([name, method]) => {
    const kind = BY_KEYS.find((one) => one === name) ?? null;
    const read = method as (...parameters: unknown[]) => Promise<unknown>;
    const wait = (...parameters: unknown[]) =>
      new Promise((resolve, fail) => {
        const keys = kind === null ? [] : (parameters[0] as Key[]);
        const begin = () => void read(...parameters).then(resolve, fail);
        const take = (all: ReadonlyMap<Key, unknown>) => resolve(kind === 'words' ? new Map(all) : ownOf(all, keys));
        add({ task, kind, keys, begin, take, fail });
      });
    return [name, wait];
  });
  return Object.fromEntries(methods) as IndexReader;
}

async function readTogether(reader: IndexReader, kind: ByKeys, wishes: Wish[]): Promise<void> {
  const read = reader[kind] as (keys: Key[]) => Promise<ReadonlyMap<Key, unknown>>;
  try {
    const all = await read([...new Set(wishes.flatMap(({ keys }) => keys))]);
    for (const { take } of wishes) take(all);
  } catch (error) {
    for (const { fail } of wishes) fail(error);
  }
}

/** Each task's own, for it may change what it was given; of words each gets what the lexicon brings for any. */
const ownOf = (all: ReadonlyMap<Key, unknown>, keys: readonly Key[]): Map<Key, unknown> =>
  new Map(keys.flatMap((key) => (all.has(key) ? [[key, all.get(key)]] : [])));
