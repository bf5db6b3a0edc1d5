import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../../api/env.ts';
import { bundleName } from '../../../api/index/bundle.ts';
import { pointTo } from '../../../api/index/pointer.ts';
import { openIndex } from '../../../api/search/live-index.ts';
import { checkEngines, type Engines, fillEngines } from './engines.check.ts';

const { INDEX_DB, BUNDLES } = env as unknown as Env;
const engines: Engines = {};

beforeAll(async () => {
  const { info, bundle } = await fillEngines(INDEX_DB, engines);
  await BUNDLES.put(bundleName('cases'), bundle);
  await pointTo(INDEX_DB, info);
});

checkEngines(engines);

describe('the live index', () => {
  /** The pointer is looked at again after a while: the clock goes on, nobody waits. */
  const later = () => vi.setSystemTime(Date.now() + 60_000);
  afterAll(() => void vi.useRealTimers());

  test('is the version that the pointer names, with the engine that fits its size', async () => {
    const index = await openIndex({ INDEX_DB, BUNDLES });
    expect(index?.info).toMatchObject({ version: 'cases', engine: 'minisearch', documents: 5, newest: '2024-04-22' });
  });

  test('says so when the bundle that its engine needs is missing', async () => {
    await BUNDLES.delete(bundleName('cases'));
    later();
    const other = { INDEX_DB, BUNDLES, SEARCH_ENGINE: 'd1' as const };
    expect((await openIndex(other))?.info.engine).toBe('d1');
    later();
    await expect(openIndex({ INDEX_DB, BUNDLES })).rejects.toThrow('npm run index');
  });

  test('says so when the index has another format', async () => {
    await INDEX_DB.prepare('update pointers set format = 1').run();
    later();
    await expect(openIndex({ INDEX_DB, BUNDLES })).rejects.toThrow('format 1');
  });
});
