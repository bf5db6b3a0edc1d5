// The builder with a real database: what it leaves live when nothing changed, when it is killed, when two run at once.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Env } from '../../api/env.ts';
import { versionsIn } from '../../api/index/index-tables.ts';
import { readPointer } from '../../api/index/pointer.ts';
import { openLocal } from '../../api/node/local.ts';
import { openVersion } from '../../api/search/live-index.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { buildIndex } from '../../scripts/build-index.ts';
import { learntName } from '../../scripts/index/kept-learnt.ts';
import { openStore } from '../../scripts/store.ts';
import { inventedPaper, randomOf } from '../api/index/invented-papers.ts';
import { DOCUMENTS } from '../api/search/engines.cases.ts';
import { requestOf } from '../api/search/engines.check.ts';
import { putDocuments } from './filled-store.ts';

const SCRIPT = join(import.meta.dirname, '../../scripts/build-index.ts');
let storeDir: string;

beforeEach(async () => {
  storeDir = await mkdtemp(join(tmpdir(), 'ra-index-'));
});
afterEach(() => rm(storeDir, { recursive: true, force: true }));

const put = (documents: ReplyDocument[]) => putDocuments(storeDir, documents);
const build = () => buildIndex({ storeDir, engine: null });

async function inDatabase<T>(read: (db: Env['INDEX_DB']) => Promise<T>): Promise<T> {
  const local = openLocal(storeDir);
  try {
    return await read(local.env.INDEX_DB);
  } finally {
    local.close();
  }
}

/** In a process of its own, which dies at the first documents without a word. */
async function buildAndDie(): Promise<string | null> {
  const killed = `
    const { buildIndex } = await import(${JSON.stringify(SCRIPT)});
    const onProgress = () => process.kill(process.pid, 'SIGKILL');
    await buildIndex({ storeDir: ${JSON.stringify(storeDir)}, engine: null, onProgress });`;
  const script = join(storeDir, 'killed.mjs');
  await writeFile(script, killed);
  const run = promisify(execFile)(process.execPath, [script]);
  return run.then(
    () => null,
    (error: { signal: string | null }) => error.signal,
  );
}

describe('an index of many papers', { timeout: 120_000 }, () => {
  const random = randomOf(3);
  const many = Array.from({ length: 30 }, (_, i) => inventedPaper(`p${i}`, random));
  const live = async () => (await inDatabase(readPointer))!;

  test('keeps its tables when one paper is new, and has it', async () => {
    await put(many.slice(0, -1));
    expect(await build()).toMatchObject({ ok: true, value: { whole: true, documents: 29 } });
    const before = await live();
    await put(many.slice(-1));
    const added = await build();
    expect(added).toMatchObject({
      ok: true,
      value: { changed: true, whole: false, documents: 30, engine: 'minisearch' },
    });
    expect(await live()).toMatchObject({ version: before.version, edition: 1, documents: 30, engine: 'minisearch' });
    expect(await build()).toMatchObject({ ok: true, value: { changed: false } });
  });

  test.each(['minisearch', 'd1'] as const)('finds by %s what is new, and not what was hidden', async (engine) => {
    await put(many);
    await build();
    await (await openStore(storeDir)).hide('p7');
    await put([inventedPaper('neu', randomOf(4), 'Zwergflusspferd')]);
    expect(await build()).toMatchObject({ ok: true, value: { whole: false, documents: 30 } });
    const local = openLocal(storeDir);
    const index = await openVersion({ ...local.env, SEARCH_ENGINE: engine }, { ...(await live()), engine });
    const { hits } = await index.search(requestOf({ query: 'Zwergflusspferd' }));
    expect(hits.map(({ document }) => document.id)).toEqual(['neu']);
    expect(await index.document('p7')).toBeNull();
    local.close();
  });

  test('is built anew when that is asked, and what was live stays until then', async () => {
    await put(many);
    await build();
    const { version } = await live();
    const whole = await buildIndex({ storeDir, engine: null, full: true });
    expect(whole).toMatchObject({ ok: true, value: { whole: true, changed: true } });
    expect((await live()).version).not.toBe(version);
    expect((await inDatabase(versionsIn)).sort()).toEqual([version, (await live()).version].sort());
  });

  test.each([
    ['is missing', async (path: string) => rm(path)],
    ['was cut off', async (path: string) => writeFile(path, '{"format":1,"words":"ab')],
    ['is of another version of the program', async (path: string) => writeFile(path, '{"format":0}')],
  ])('is built anew when what was learnt of it %s', async (_what, spoil) => {
    await put(many.slice(0, -1));
    await build();
    await spoil(join(storeDir, 'bundles', learntName((await live()).version)));
    await put(many.slice(-1));
    expect(await build()).toMatchObject({ ok: true, value: { whole: true, documents: 30 } });
  });
});

describe('the index', { timeout: 120_000 }, () => {
  test('is built once for the same documents', async () => {
    await put(DOCUMENTS.slice(0, 3));
    expect(await build()).toMatchObject({ ok: true, value: { changed: true, documents: 3, engine: 'minisearch' } });
    expect(await build()).toMatchObject({ ok: true, value: { changed: false, documents: 3, engine: 'minisearch' } });
  });

  test('is built anew when another version of the program built it', async () => {
    await put(DOCUMENTS);
    await build();
    await inDatabase((db) => db.prepare("update pointers set format = '1-1-1'").run());
    expect(await build()).toMatchObject({ ok: true, value: { changed: true, documents: DOCUMENTS.length } });
    expect(await inDatabase(readPointer)).toMatchObject({ documents: DOCUMENTS.length });
  });

  test('stays the last whole one when a build is killed, and the next build succeeds and leaves nothing behind', async () => {
    await put(DOCUMENTS.slice(0, 2));
    await build();
    const before = await inDatabase(readPointer);
    await put(DOCUMENTS);
    expect(await buildAndDie()).toBe('SIGKILL');
    expect(await inDatabase(readPointer)).toEqual(before);
    expect(await build()).toMatchObject({ ok: true, value: { changed: true, documents: DOCUMENTS.length } });
    const { live, versions } = await inDatabase(async (db) => ({
      live: await readPointer(db),
      versions: await versionsIn(db),
    }));
    expect(versions.sort()).toEqual([before!.version, live!.version].sort());
  });

  test('is built by one process at a time; the other one says who is at it', async () => {
    await put(DOCUMENTS);
    const both = await Promise.all([build(), build()]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const refused = both.find((result) => !result.ok);
    expect(refused).toMatchObject({ error: expect.stringContaining(`Prozess ${process.pid}`) });
    expect(await inDatabase(readPointer)).toMatchObject({ documents: DOCUMENTS.length });
  });
});

describe('npm run index', { timeout: 120_000 }, () => {
  async function index(args: string[], env: NodeJS.ProcessEnv = {}) {
    const options = { env: { ...process.env, STORE_DIR: storeDir, ...env } };
    return promisify(execFile)(process.execPath, [SCRIPT, ...args], options).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) => ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
    );
  }

  test('with --json prints nothing but JSON lines, the last one says what the index holds', async () => {
    await put(DOCUMENTS);
    const { code, stdout } = await index(['--json']);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(lines.at(-1)).toMatchObject({ type: 'index', changed: true, documents: DOCUMENTS.length });
  });

  test.each<[string, string[], NodeJS.ProcessEnv, number, RegExp]>([
    ['an unknown option', ['--nix'], {}, 2, /^--nix wird nicht verstanden\./],
    ['an unknown engine', [], { SEARCH_ENGINE: 'google' }, 1, /SEARCH_ENGINE=google gibt es nicht/],
    ['a file in the way of the store', [], { STORE_DIR: import.meta.filename }, 1, /liegt eine Datei/],
  ])('ends with a sentence for %s', async (_, args, env, code, sentence) => {
    const ended = await index(args, env);
    expect(ended).toMatchObject({ code, stdout: '' });
    expect(ended.stderr).toMatch(sentence);
  });
});
