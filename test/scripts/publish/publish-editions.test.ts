// Publishing what was changed since: into the version that is live there, all or nothing, and the same rows as here.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { tables } from '../../../api/index/index-tables.ts';
import { readPointer } from '../../../api/index/pointer.ts';
import { removeDocuments } from '../../../api/index/remove-documents.ts';
import { type Local, type LocalEnv, openLocal } from '../../../api/node/local.ts';
import { buildIndex } from '../../../scripts/build-index.ts';
import { goLive } from '../../../scripts/publish/go-live.ts';
import { publishIndex } from '../../../scripts/publish/publish-index.ts';
import { openWorkerdPlatform } from '../../../scripts/start/workerd-platform.ts';
import { openStore } from '../../../scripts/store.ts';
import { inventedPaper, randomOf } from '../../api/index/invented-papers.ts';
import { putDocuments } from '../filled-store.ts';

const random = randomOf(11);
const PAPERS = Array.from({ length: 40 }, (_, i) => inventedPaper(`p${i}`, random));

let dir: string;
let storeDir: string;
let here: Local;
let there: Local;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-editions-'));
  storeDir = join(dir, 'store');
  await putDocuments(storeDir, PAPERS);
  await buildIndex({ storeDir, engine: null });
  here = openLocal(storeDir);
  there = openLocal(join(dir, 'there'));
});
afterEach(async () => {
  here.close();
  there.close();
  await rm(dir, { recursive: true, force: true });
});

async function change(id: string, word: string): Promise<void> {
  await putDocuments(storeDir, [inventedPaper(id, random, word)]);
  expect(await buildIndex({ storeDir, engine: null })).toMatchObject({ ok: true, value: { whole: false } });
}

async function hide(id: string): Promise<void> {
  await (await openStore(storeDir)).hide(id);
  await removeDocuments(here.env.INDEX_DB, [id]);
}

/** All that a version says, and where its pointer stands. */
async function all({ INDEX_DB: db }: Pick<LocalEnv, 'INDEX_DB'>) {
  const info = (await readPointer(db))!;
  const { writes: _, ...names } = tables(info.version);
  const rows = Object.values(names).map(async (table) => {
    const keys = { vocabulary: 'term', lexicon: 'stem', resources: 'name, part' };
    const order = keys[table.split('_')[0] as keyof typeof keys] ?? 'n';
    return (await db.prepare(`select * from ${table} order by ${order}`).all()).results;
  });
  return { info, rows: await Promise.all(rows) };
}

const rowsOf = (published: Awaited<ReturnType<typeof publishIndex>>) =>
  published.ok ? Object.values(published.value.rows).reduce((sum, rows) => sum + rows, 0) : -1;

describe('a paper that is new', { timeout: 60_000 }, () => {
  test('is written into the version that is live, and few rows with it', async () => {
    const whole = await publishIndex(there.env, { storeDir });
    await change('neu', 'Zwergflusspferd');
    const would = await publishIndex(there.env, { storeDir, dryRun: true });
    const published = await publishIndex(there.env, { storeDir });
    expect(published).toMatchObject({ ok: true, value: { changed: true, whole: false, info: { edition: 1 } } });
    expect(rowsOf(published)).toBe(rowsOf(would));
    expect(rowsOf(published)).toBeLessThan(rowsOf(whole) / 2);
    expect(await all(there.env)).toEqual(await all(here.env));
    expect(await publishIndex(there.env, { storeDir })).toMatchObject({ ok: true, value: { changed: false } });
  });

  test('comes with what was changed, hidden and taken back before it was published', async () => {
    await publishIndex(there.env, { storeDir });
    await change('neu', 'Zwergflusspferd');
    await hide('p3');
    await change('p7', 'Erdmännchen');
    await (await openStore(storeDir)).unhide('p3');
    await change('neu', 'Faultier');
    await publishIndex(there.env, { storeDir });
    expect(await all(there.env)).toEqual(await all(here.env));
  });

  test('goes into the D1 of workerd as well', async () => {
    const platform = await openWorkerdPlatform(join(dir, 'workerd'));
    try {
      await publishIndex(platform.env, { storeDir });
      await change('neu', 'Zwergflusspferd');
      await hide('p5');
      expect(await publishIndex(platform.env, { storeDir })).toMatchObject({ ok: true, value: { whole: false } });
      expect(await all(platform.env)).toEqual(await all(here.env));
    } finally {
      await platform.dispose();
    }
  });
});

describe('what is live there', { timeout: 60_000 }, () => {
  test('stays as it was when the transaction breaks, and the next run brings it', async () => {
    await publishIndex(there.env, { storeDir });
    const before = await all(there.env);
    await change('neu', 'Zwergflusspferd');
    const batch: D1Database['batch'] = (statements) =>
      there.env.INDEX_DB.batch([...statements, there.env.INDEX_DB.prepare('select broken')]);
    const broken = { ...there.env, INDEX_DB: { ...there.env.INDEX_DB, batch } as D1Database };
    await expect(publishIndex(broken, { storeDir })).rejects.toThrow(/broken.*npm run index -- --full/s);
    expect(await all(there.env)).toEqual(before);
    await publishIndex(there.env, { storeDir });
    expect(await all(there.env)).toEqual(await all(here.env));
  });

  test('loses a paper that was hidden there alone, and has the right frequencies after the next publishing', async () => {
    await publishIndex(there.env, { storeDir });
    await hide('p9');
    await removeDocuments(there.env.INDEX_DB, ['p9']);
    const { version } = (await readPointer(there.env.INDEX_DB))!;
    const gone = there.env.INDEX_DB.prepare(`select 1 from documents_${version} where id = 'p9'`);
    expect(await gone.first()).toBeNull();
    await publishIndex(there.env, { storeDir });
    expect(await all(there.env)).toEqual(await all(here.env));
  });

  test('is not put back to an older version when the program does not answer', async () => {
    await publishIndex(there.env, { storeDir });
    await change('neu', 'Zwergflusspferd');
    const nothing = async () => {};
    const surroundings = { target: there.env, migrate: nothing, deploy: nothing, undeploy: nothing };
    await goLive({ ...surroundings, ask: async () => '500' }, { storeDir });
    expect(await readPointer(there.env.INDEX_DB)).toMatchObject({ edition: 1, documents: PAPERS.length + 1 });
  });

  test('is left alone when another has published meanwhile', async () => {
    await publishIndex(there.env, { storeDir });
    const live = await readPointer(there.env.INDEX_DB);
    await change('neu', 'Zwergflusspferd');
    const batch: D1Database['batch'] = async (statements) => {
      await there.env.INDEX_DB.prepare("update pointers set info = json_set(info, '$.edition', 7)").run();
      return there.env.INDEX_DB.batch(statements);
    };
    const meanwhile = { ...there.env, INDEX_DB: { ...there.env.INDEX_DB, batch } as D1Database };
    expect(await publishIndex(meanwhile, { storeDir })).toMatchObject({
      ok: false,
      error: expect.stringContaining('noch einmal'),
    });
    expect(await readPointer(there.env.INDEX_DB)).toEqual({ ...live, edition: 7 });
  });

  test('is not overwritten by a store that is older', async () => {
    await change('neu', 'Zwergflusspferd');
    await publishIndex(there.env, { storeDir });
    await here.env.INDEX_DB.prepare("update pointers set info = json_set(info, '$.edition', 0)").run();
    expect(await publishIndex(there.env, { storeDir })).toMatchObject({
      ok: false,
      error: expect.stringContaining('npm run index -- --full'),
    });
  });
});
