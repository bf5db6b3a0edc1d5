// The store by itself: copies, hiding, fingerprint, what a killed process leaves, two writers.
import { appendFile, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldReplies } from '../../scripts/store/fold.ts';
import { openJournal, readJournal } from '../../scripts/store/journal.ts';
import { takeLock } from '../../scripts/store/lock.ts';
import type { FileRecord } from '../../scripts/store/records.ts';
import { openStore, type Store } from '../../scripts/store.ts';

let dir: string;
let store: Store;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-store-'));
  store = await openStore(dir);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const record = (id: string, text: string, more: Partial<FileRecord> = {}): FileRecord => ({
  key: id,
  id,
  name: id,
  file: `${id}.pdf`,
  paper: null,
  meta: { reference: `ref-${id}` },
  stamp: '',
  state: { kind: 'reply', reply: `reply-${id}`, text, title: id, date: null },
  ...more,
});

async function put(id: string, text: string): Promise<void> {
  const source = await store.openSource('folder-x');
  const reply = await store.replies.put(JSON.stringify({ id, text, aliases: [], related: [] }));
  source.files.put(record(id, text, { state: { kind: 'reply', reply, text, title: id, date: null } }));
  await source.close();
}

async function ids(): Promise<string[]> {
  const all: string[] = [];
  for await (const document of store.documents()) all.push(document.id);
  return all;
}

it('reads the documents of given ids alone', async () => {
  for (const id of ['a', 'b', 'c']) await put(id, `text ${id}`);
  const read: string[] = [];
  for await (const { id } of store.documents(new Set(['c', 'a', 'gone']))) read.push(id);
  expect(read).toEqual(['a', 'c']);
});

describe('exact copies', () => {
  it('become aliases of the one with the earliest date, whatever order they come in', () => {
    const reply = (id: string, date: string | null) =>
      record(id, 'same', { state: { kind: 'reply', reply: id, text: 'same', title: id, date } });
    const all = [reply('c', null), reply('b', '2020-01-01'), reply('a', '2021-01-01')];
    const aliases = [
      { reference: 'ref-a', file: 'a.pdf' },
      { reference: 'ref-c', file: 'c.pdf' },
    ];
    expect(foldReplies(all, [])).toEqual([{ id: 'b', reply: 'b', aliases }]);
    expect(foldReplies(all.reverse(), [])).toEqual([{ id: 'b', reply: 'b', aliases }]);
  });

  it('are hidden together, also when the hidden one has gone since', () => {
    const hidden = [{ id: 'a', title: 'a', since: '', text: 'same' }];
    expect(
      foldReplies([record('a', 'same'), record('b', 'same'), record('c', 'other')], hidden).map((v) => v.id),
    ).toEqual(['c']);
    expect(foldReplies([record('b', 'same'), record('c', 'other')], hidden).map((v) => v.id)).toEqual(['c']);
  });
});

describe('the inquiry of an answer', () => {
  const asked = 'https://rat.example/anfrage.pdf';
  it('is told apart from the other files of its paper', async () => {
    const related = [asked, 'https://rat.example/karte.pdf'].map((url) => ({ name: 'Anlage', url }));
    const source = await store.openSource('folder-x');
    const reply = await store.replies.put(JSON.stringify({ id: 'a', text: 'a', aliases: [], related }));
    source.files.put(record('q', '', { meta: { url: asked }, state: { kind: 'inquiry' } }));
    const state = { kind: 'reply', reply, text: 'a', title: 'a', date: null } as const;
    source.files.put(record('a', '', { inquiry: 'q', state }));
    await source.close();
    const marked = [];
    for await (const document of store.documents()) marked.push(...document.related.map((one) => one.isInquiry));
    expect(marked).toEqual([true, undefined]);
  });
});

describe('hiding', () => {
  it('takes a document out until it is undone', async () => {
    await put('a', 'one');
    await put('b', 'two');
    expect(await store.hide('a')).toMatchObject({ id: 'a', text: 'one' });
    expect(await ids()).toEqual(['b']);
    expect((await store.hidden()).map((h) => h.id)).toEqual(['a']);
    expect(await store.unhide('a')).toMatchObject({ id: 'a' });
    expect(await ids()).toEqual(['a', 'b']);
  });

  it('knows what it does not know', async () => {
    expect(await store.hide('nirgends')).toBeNull();
    expect(await store.unhide('nirgends')).toBeNull();
  });

  it('holds when the same document comes anew', async () => {
    await put('a', 'one');
    await store.hide('a');
    await put('a', 'one, revised');
    expect(await ids()).toEqual([]);
  });
});

describe('the fingerprint', () => {
  it('changes with a document, with hiding and with a copy, and comes back with what it was', async () => {
    await put('a', 'one');
    const one = await store.fingerprint();
    await put('b', 'one');
    const copied = await store.fingerprint();
    await put('b', 'two');
    const two = await store.fingerprint();
    await store.hide('b');
    const hidden = await store.fingerprint();
    expect(new Set([one, copied, two]).size).toBe(3);
    expect(hidden).toBe(one);
  });

  it('of 40,000 files takes less than two seconds of processor time', async () => {
    const source = await store.openSource('oparl-x');
    for (let i = 0; i < 40_000; i++) source.files.put(record(`id-${i}`, `text-${i}`));
    await source.close();
    const started = process.threadCpuUsage();
    await store.fingerprint();
    expect(process.threadCpuUsage(started).user).toBeLessThan(2_000_000);
  });
});

describe('after a crash', () => {
  it('a half-written line is dropped and written over', async () => {
    const path = join(dir, 'j.jsonl');
    const first = openJournal<{ key: string; n: number }>(path);
    first.put({ key: 'a', n: 1 });
    await first.close();
    await appendFile(path, '{"key":"b","n":"Grü');
    expect([...readJournal(path).keys()]).toEqual(['a']);
    const second = openJournal<{ key: string; n: number }>(path);
    second.put({ key: 'c', n: 3 });
    await second.close();
    expect([...readJournal(path).values()]).toEqual([
      { key: 'a', n: 1 },
      { key: 'c', n: 3 },
    ]);
  });

  it('what no record names is swept, but nothing that is young enough to be read by someone', async () => {
    await put('a', 'one');
    const lost = await store.originals.put('lost');
    const young = await store.originals.put('young');
    const temporary = `${store.originals.path(lost)}.tmp`;
    await writeFile(temporary, 'half');
    for (const path of [store.originals.path(lost), temporary]) await utimes(path, new Date(0), new Date(0));
    expect(await store.sweep()).toBe(2);
    expect(await store.originals.has(lost)).toBe(false);
    expect(await store.originals.has(young)).toBe(true);
    expect(await ids()).toEqual(['a']);
  });

  const spoil: [string, (reply: string) => Promise<void>][] = [
    ['a lost answer', (reply) => rm(reply)],
    ['a damaged answer', (reply) => writeFile(reply, '{"id":')],
    ['a damaged line in the middle', () => writeFile(join(dir, 'sources/folder-x/files.jsonl'), '{"key":\n{}\n')],
    ['a damaged list of what is hidden', () => writeFile(join(dir, 'hidden.json'), '[')],
  ];
  it.each(spoil)('%s is named with what to do about it', async (_, spoilt) => {
    await put('a', 'one');
    const state = (await store.records())[0]!.record.state;
    await spoilt(store.replies.path(state.kind === 'reply' ? state.reply : ''));
    await expect(ids()).rejects.toThrow(/^\S+ (?:fehlt oder )?ist beschädigt\. .+ löschen und neu einlesen/);
  });

  it('a store of another version is refused with a sentence', async () => {
    await writeFile(join(dir, 'store.json'), '{"format":99}');
    await expect(openStore(dir)).rejects.toThrow('Format 99');
  });
});

it('keeps rows in the journal apart at "\\n" only', async () => {
  const path = join(dir, 'j.jsonl');
  const journal = openJournal<{ key: string; text: string }>(path);
  journal.put({ key: 'a', text: 'vor\u2028nach\nZeile' });
  journal.put({ key: 'b', text: 'x' });
  journal.remove('b');
  await journal.close();
  expect([...readJournal(path).values()]).toEqual([{ key: 'a', text: 'vor\u2028nach\nZeile' }]);
});

it('rewrites a journal of which most is history', async () => {
  const path = join(dir, 'j.jsonl');
  const journal = openJournal<{ key: string; n: number }>(path);
  for (let n = 0; n < 50; n++) journal.put({ key: 'a', n });
  await journal.close();
  expect(await readFile(path, 'utf8')).toBe('{"key":"a","n":49}\n');
});

describe('the lock', () => {
  it('lets one in at a time, and the next one after it', async () => {
    const first = await takeLock(dir);
    expect(await takeLock(dir)).toMatchObject({ ok: false, error: { pid: process.pid } });
    if (first.ok) first.value.release();
    const second = await takeLock(dir);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });

  it.each([
    ['of a process that no longer runs', { pid: 2 ** 22 + 1, host: hostname() }, 0, true],
    ['with our own number from before a restart of the container', { pid: process.pid, host: hostname() }, 0, true],
    ['of another machine that is alive', { pid: 1, host: 'other' }, 0, false],
    ['of another machine that has not been heard of for long', { pid: 1, host: 'other' }, 600, true],
    ['of a running process', { pid: process.ppid, host: hostname() }, 0, false],
  ])('%s', async (_name, owner, ageSeconds, free) => {
    await mkdir(dir, { recursive: true });
    await writeFile(join(dir, 'lock'), JSON.stringify({ ...owner, since: '2026-01-01T00:00:00Z' }));
    const then = Date.now() / 1000 - ageSeconds;
    await utimes(join(dir, 'lock'), then, then);
    const lock = await takeLock(dir);
    expect(lock.ok).toBe(free);
    if (lock.ok) lock.value.release();
  });
});
