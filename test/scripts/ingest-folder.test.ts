// A folder of invented answers, mirrored into a store of its own.
import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IngestEvent, IngestReport } from '../../scripts/ingest/events.ts';
import { ingestFolder } from '../../scripts/ingest.ts';
import { openStore, type Store } from '../../scripts/store.ts';

let dir: string;
let storeDir: string;
let store: Store;
let events: IngestEvent[];

beforeEach(async () => {
  const base = await mkdtemp(join(tmpdir(), 'ra-folder-'));
  dir = join(base, 'corpus');
  storeDir = join(base, 'store');
  await mkdir(dir);
  store = await openStore(storeDir);
  events = [];
});
afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

const write = async (name: string, text: string | Uint8Array) => {
  await mkdir(join(dir, name, '..'), { recursive: true });
  await writeFile(join(dir, name), text);
};
const answer = (n: number) =>
  `Stellungnahme zur Anfrage der erfundenen Fraktion\n\n1. Frage ${n}?\n\nErfundene Antwort ${n}.\n`;

async function ingest(): Promise<IngestReport> {
  events = [];
  const result = await ingestFolder({ dir, storeDir, reporter: (event) => void events.push(event) });
  if (!result.ok) throw new Error(result.error.text.en);
  return result.value;
}

async function documents() {
  const all = [];
  for await (const document of store.documents()) all.push(document);
  return all;
}
const ids = async () => (await documents()).map((d) => d.id);

describe('mirroring', () => {
  it('takes files of subfolders, in order of id, and leaves README, dot files and meta files alone', async () => {
    await write('b.txt', answer(1));
    await write('2021/ä.txt', answer(2));
    await write('README.md', answer(3));
    await write('.versteckt.txt', answer(4));
    await write('.git/x.txt', answer(5));
    await write('b.meta.json', '{"title":"Titel B","date":"2021-05-27"}');
    expect((await ingest()).new).toHaveLength(2);
    expect(await ids()).toEqual(['2021-ae', 'b']);
    expect((await documents())[1]).toMatchObject({ title: 'Titel B', date: '2021-05-27', file: 'b.txt' });
  });

  it('tells new, changed, unchanged and gone apart', async () => {
    for (const n of [1, 2, 3]) await write(`${n}.txt`, answer(n));
    await ingest();
    await write('1.txt', answer(10));
    await rm(join(dir, '2.txt'));
    await write('4.txt', answer(4));
    const report = await ingest();
    expect(report).toMatchObject({ new: ['4.txt'], changed: ['1.txt'], unchanged: 1, gone: ['2.txt'] });
    expect((await documents()).map((d) => d.file)).toEqual(['1.txt', '3.txt', '4.txt']);
  });

  it('sees a change of the meta file alone, and takes no change from a touched date', async () => {
    await write('a.txt', answer(1));
    await ingest();
    await utimes(join(dir, 'a.txt'), new Date(0), new Date(0));
    expect(await ingest()).toMatchObject({ changed: [], unchanged: 1 });
    await write('a.meta.json', '{"title":"Neu"}');
    expect((await ingest()).changed).toEqual(['a.txt']);
  });

  it('empties with its folder', async () => {
    await write('a.txt', answer(1));
    await ingest();
    await rm(join(dir, 'a.txt'));
    expect((await ingest()).gone).toEqual(['a.txt']);
    expect(await store.isEmpty()).toBe(true);
  });

  it('leaves other sources alone', async () => {
    await write('a.txt', answer(1));
    await ingest();
    const first = dir;
    dir = join(first, '..', 'zweiter');
    await write('b.txt', answer(2));
    await ingest();
    expect(await ids()).toEqual(['a', 'b']);
  });
});

describe('bad input', () => {
  it('is listed with its reason and skipped, and the rest is read', async () => {
    await write('gut.txt', answer(1));
    await write('leer.txt', '');
    await write('bild.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1]));
    await write('kaputt.pdf', '%PDF-1.7\nkein PDF');
    await write('geheim.txt', answer(2));
    await write('geheim.meta.json', '{"public":false}');
    await write('falsch.txt', answer(3));
    await write('falsch.meta.json', '{"date":"gestern"}');
    const { skipped } = await ingest();
    expect(Object.fromEntries(skipped.map((s) => [s.name, s.reason]))).toEqual({
      'leer.txt': 'empty',
      'bild.jpg': 'unknown-format',
      'kaputt.pdf': 'unreadable',
      'geheim.txt': 'not-public',
      'falsch.txt': 'unreadable',
    });
    expect(skipped.find((s) => s.name === 'falsch.txt')?.detail).toContain('date');
    expect(await ids()).toEqual(['gut']);
  });

  it('is read once it has been mended', async () => {
    await write('a.txt', answer(1));
    await write('a.meta.json', '{"date":"gestern"}');
    await ingest();
    await write('a.meta.json', '{"date":"2021-05-27"}');
    expect((await ingest()).new).toEqual(['a.txt']);
  });

  it('warns of a meta file without its document', async () => {
    await write('a.meta.json', '{}');
    await ingest();
    expect(events.some((e) => e.type === 'note' && e.text.en.includes('a.meta.json'))).toBe(true);
  });

  it('says in one sentence that there is no such folder', async () => {
    const result = await ingestFolder({ dir: join(dir, 'nirgends'), storeDir, reporter: () => {} });
    expect(result).toMatchObject({ ok: false, error: { kind: 'no-folder' } });
  });
});

describe('ids', () => {
  it('of two files that would have the same are kept apart, and stay', async () => {
    await write('a.txt', answer(1));
    await write('a.md', answer(2));
    await ingest();
    const before = (await documents()).map((d) => [d.file, d.id]);
    await rm(join(dir, 'a.md'));
    await ingest();
    expect((await documents()).map((d) => [d.file, d.id])).toEqual(before.filter(([file]) => file === 'a.txt'));
  });

  it('begin with the body that the meta file names', async () => {
    await write('a.txt', answer(1));
    await write('a.meta.json', '{"body":"Stadt Köln"}');
    await ingest();
    expect(await ids()).toEqual(['koeln-a']);
  });
});
