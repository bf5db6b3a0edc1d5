// Publishing by its own code into a database as it stands elsewhere: SQLite for what may happen on the way, and
// workerd's D1, which is Cloudflare's own, for the whole.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { versionsIn } from '../../../api/index/index-tables.ts';
import { pointBack, readPointer } from '../../../api/index/pointer.ts';
import { type Local, type LocalEnv, openLocal } from '../../../api/node/local.ts';
import { pictureName } from '../../../api/pictures.ts';
import { buildIndex } from '../../../scripts/build-index.ts';
import { goLive, type Surroundings } from '../../../scripts/publish/go-live.ts';
import { publishIndex } from '../../../scripts/publish/publish-index.ts';
import { openWorkerdPlatform } from '../../../scripts/start/workerd-platform.ts';
import { openStore } from '../../../scripts/store.ts';
import { DOCUMENTS } from '../../api/search/engines.cases.ts';
import { putDocuments } from '../filled-store.ts';

let dir: string;
let storeDir: string;
let there: Local;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-publish-'));
  storeDir = join(dir, 'store');
  there = openLocal(join(dir, 'there'));
  await putDocuments(storeDir, DOCUMENTS.slice(0, 4));
  await buildIndex({ storeDir, engine: null });
});
afterEach(async () => {
  there.close();
  await rm(dir, { recursive: true, force: true });
});

const liveThere = () => readPointer(there.env.INDEX_DB);

async function anotherIndex(): Promise<void> {
  await putDocuments(storeDir, DOCUMENTS);
  await buildIndex({ storeDir, engine: null });
}

/** A connection that ends at the n-th batch, and says which statements came through. */
function breakingAt(n: number, db: D1Database): { db: D1Database; batches: () => number } {
  let batches = 0;
  const batch: D1Database['batch'] = async (statements) => {
    if (++batches === n) throw new Error('connection lost');
    return db.batch(statements);
  };
  return { db: { ...db, batch } as D1Database, batches: () => batches };
}

describe('publishing an index', () => {
  test('into the D1 of workerd brings tables, bundle and pointer, and a second run finds nothing to do', async () => {
    const platform = await openWorkerdPlatform(join(dir, 'workerd'));
    try {
      const first = await publishIndex(platform.env, { storeDir });
      expect(first).toMatchObject({ ok: true, value: { changed: true, info: { documents: 4 } } });
      expect(await readPointer(platform.env.INDEX_DB)).toMatchObject({ documents: 4 });
      expect(await publishIndex(platform.env, { storeDir })).toMatchObject({ ok: true, value: { changed: false } });
    } finally {
      await platform.dispose();
    }
  });

  test('brings the pictures of scanned pages along, and takes out those of a document that was hidden', async () => {
    const store = await openStore(storeDir);
    const [first, second, ...others] = DOCUMENTS;
    const [one, two] = [await store.scans.put('erfundenes Bild 1'), await store.scans.put('erfundenes Bild 2')];
    const scanned = (document: typeof first, image: string) => ({
      ...document!,
      scans: [{ number: 1, image, confidence: 0.9 }],
    });
    await putDocuments(storeDir, [scanned(first, one), scanned(second, two), ...others]);
    await buildIndex({ storeDir, engine: null });
    const platform = await openWorkerdPlatform(join(dir, 'workerd'));
    const pictures = async () => (await platform.env.BUNDLES.list({ prefix: 'scan-' })).objects.map(({ key }) => key);
    try {
      expect((await publishIndex(platform.env, { storeDir })).ok).toBe(true);
      expect(await pictures()).toEqual([one, two].sort().map(pictureName));
      expect(await (await platform.env.BUNDLES.get(pictureName(one)))?.text()).toBe('erfundenes Bild 1');
      await store.hide(first!.id);
      expect((await publishIndex(platform.env, { storeDir })).ok).toBe(true);
      expect(await pictures()).toEqual([pictureName(two)]);
    } finally {
      await platform.dispose();
    }
  });

  test('goes on where it was broken off', async () => {
    const whole = breakingAt(Number.POSITIVE_INFINITY, there.env.INDEX_DB);
    const broken = breakingAt(6, there.env.INDEX_DB);
    await expect(publishIndex({ ...there.env, INDEX_DB: broken.db }, { storeDir })).rejects.toThrow('connection lost');
    expect(await liveThere()).toBeNull();
    await expect(publishIndex({ ...there.env, INDEX_DB: whole.db }, { storeDir })).resolves.toMatchObject({ ok: true });
    const other = openLocal(join(dir, 'other'));
    const anew = breakingAt(Number.POSITIVE_INFINITY, other.env.INDEX_DB);
    await publishIndex({ ...other.env, INDEX_DB: anew.db }, { storeDir }).finally(() => other.close());
    expect(whole.batches()).toBe(anew.batches() - 5);
  });

  test('says what would be written and writes nothing when that is asked', async () => {
    const would = await publishIndex(there.env, { storeDir, dryRun: true });
    expect(would).toMatchObject({ ok: true, value: { changed: true } });
    expect(Object.values(would.ok ? would.value.rows : {}).every((rows) => rows > 0)).toBe(true);
    expect(await versionsIn(there.env.INDEX_DB)).toEqual([]);
  });

  test('is refused when something arrives otherwise than it left, and nothing becomes live', async () => {
    const lossy = {
      ...there.env.INDEX_DB,
      batch: async (statements: Parameters<D1Database['batch']>[0]) => {
        const results = await there.env.INDEX_DB.batch(statements);
        const [version] = await versionsIn(there.env.INDEX_DB);
        await there.env.INDEX_DB.prepare(`delete from documents_${version} where n = 3`).run();
        return results;
      },
    } as D1Database;
    const published = await publishIndex({ ...there.env, INDEX_DB: lossy }, { storeDir });
    expect(published).toMatchObject({ ok: false, error: expect.stringContaining('3 statt 4') });
    expect(await liveThere()).toBeNull();
  });

  test('leaves the pointer of a program of another format as it is', async () => {
    await publishIndex(there.env, { storeDir });
    await there.env.INDEX_DB.prepare("update pointers set format = 'older'").run();
    await anotherIndex();
    await publishIndex(there.env, { storeDir });
    const { results } = await there.env.INDEX_DB.prepare('select format from pointers').all();
    expect(results).toHaveLength(2);
    expect(await versionsIn(there.env.INDEX_DB)).toHaveLength(2);
    expect(await liveThere()).toMatchObject({ documents: DOCUMENTS.length });
  });

  test('does not bring what was hidden after the index was built', async () => {
    const { id } = DOCUMENTS[0]!;
    await (await openStore(storeDir)).hide(id);
    await publishIndex(there.env, { storeDir });
    const version = (await liveThere())!.version;
    const found = await there.env.INDEX_DB.prepare(`select 1 from documents_${version} where id = ?`).bind(id).first();
    expect(found).toBeNull();
  });
});

describe('going live', () => {
  const surroundings = (
    done: string[],
    change: Partial<Surroundings> = {},
    target: LocalEnv = there.env,
  ): Surroundings => ({
    target,
    migrate: async () => void done.push('migrate'),
    deploy: async () => void done.push('deploy'),
    undeploy: async () => void done.push('undeploy'),
    ask: async () => null,
    ...change,
  });

  test('comes before the program, which finds the index of its format there', async () => {
    const done: string[] = [];
    const deploy = async () => void done.push(`deploy over ${(await liveThere())?.documents}`);
    expect(await goLive(surroundings(done, { deploy }), { storeDir })).toMatchObject({ ok: true });
    expect(done).toEqual(['migrate', 'deploy over 4']);
  });

  test('puts pointer and program back when the service does not answer', async () => {
    await publishIndex(there.env, { storeDir });
    const before = await liveThere();
    await anotherIndex();
    const done: string[] = [];
    const ended = await goLive(surroundings(done, { ask: async () => '500' }), { storeDir });
    expect(ended).toMatchObject({ ok: false, error: expect.stringContaining('500') });
    expect(done).toEqual(['migrate', 'deploy', 'undeploy']);
    expect(await liveThere()).toEqual(before);
  });

  test('puts the pointer back when the program cannot be deployed', async () => {
    await publishIndex(there.env, { storeDir });
    const before = await liveThere();
    await anotherIndex();
    const deploy = () => Promise.reject(new Error('too large'));
    const ended = await goLive(surroundings([], { deploy }), { storeDir });
    expect(ended).toMatchObject({ ok: false, error: expect.stringContaining('too large') });
    expect(await liveThere()).toEqual(before);
  });

  test('can be taken back, and that be taken back again', async () => {
    await publishIndex(there.env, { storeDir });
    expect(await pointBack(there.env.INDEX_DB)).toBeNull();
    await anotherIndex();
    await publishIndex(there.env, { storeDir });
    expect(await pointBack(there.env.INDEX_DB)).toMatchObject({ documents: 4 });
    expect(await pointBack(there.env.INDEX_DB)).toMatchObject({ documents: DOCUMENTS.length });
  });
});
