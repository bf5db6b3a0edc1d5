import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../../api/env.ts';
import { bundleName, readBundle } from '../../../api/index/bundle.ts';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { indexReader } from '../../../api/index/index-reader.ts';
import { compileLexicon, openLexicon } from '../../../api/index/lexicon.ts';
import { pointTo } from '../../../api/index/pointer.ts';
import { liveIndex, openIndex } from '../../../api/search/live-index.ts';
import type { LiveIndex, SearchRequest } from '../../../api/search/types.ts';
import { CASES, DOCUMENTS, LEXICON, STRANGE_QUERIES } from './engines.cases.ts';

const { INDEX_DB, BUNDLES } = env as unknown as Env;
const engines: Partial<Record<'minisearch' | 'd1', LiveIndex>> = {};

async function* documents() {
  yield* DOCUMENTS;
}

beforeAll(async () => {
  const target = { version: 'cases', builtAt: '2026-01-01T00:00:00.000Z', lexicon: LEXICON };
  const { info, bundle } = await fillIndex(INDEX_DB, target, documents);
  await BUNDLES.put(bundleName('cases'), bundle!);
  await pointTo(INDEX_DB, info);
  const reader = indexReader(INDEX_DB, 'cases');
  const words = new Set((await reader.resource('words')).split('\n'));
  const analysis = { known: (word: string) => words.has(word), lexicon: openLexicon(compileLexicon(LEXICON)) };
  engines.d1 = liveIndex(info, reader, analysis, null);
  engines.minisearch = liveIndex(info, reader, analysis, readBundle(bundle!));
});

const requestOf = (request: Partial<SearchRequest>): SearchRequest => ({
  query: '',
  filters: {},
  history: [],
  rewrite: null,
  sort: 'relevance',
  limit: 10,
  offset: 0,
  ...request,
});

describe.each(['minisearch', 'd1'] as const)('%s finds', (engine) => {
  test.each(CASES)('$why', async ({ request, first, only }) => {
    const { hits } = await engines[engine]!.search(requestOf(request));
    const ids = hits.map((hit) => hit.document.id);
    const top = only || first.length === 0 ? ids : ids.slice(0, first.length);
    expect(request.filters?.committee === 'SPORTAUSSCHUSS' ? top.sort() : top).toEqual(first);
  });

  test.each(STRANGE_QUERIES)('nothing to stumble over in %j', async (query) => {
    const result = await engines[engine]!.search(requestOf({ query }));
    expect(result.confidence).toBeGreaterThanOrEqual(0);
    expect(result.confidence).toBeLessThanOrEqual(1);
  });

  test('facets over all that was found, not only the page', async () => {
    const { facets, total } = await engines[engine]!.search(requestOf({ query: 'Freibad öffnet', limit: 1 }));
    expect(total).toBe(2);
    expect(facets.committee).toEqual([{ value: 'Sportausschuss', count: 2 }]);
    expect(facets.askedBy).toEqual([
      { value: 'CDU', count: 2 },
      { value: 'Grüne', count: 1 },
    ]);
    expect(facets.year).toEqual([
      { value: '2024', count: 1 },
      { value: '2019', count: 1 },
    ]);
  });

  test('passages that are spans of their document', async () => {
    const { hits } = await engines[engine]!.search(requestOf({ query: 'Linden' }));
    expect(hits.length).toBeGreaterThan(0);
    for (const { document, passage } of hits) {
      const whole = DOCUMENTS.find(({ id }) => id === document.id)!;
      expect(passage.text).toBe(whole.text.slice(passage.start, passage.end));
    }
  });

  test('words to mark in the snippet, whole and by their stem', async () => {
    const { hits } = await engines[engine]!.search(requestOf({ query: 'Verwarnung Blitzer' }));
    const { text, highlights } = hits[0]!.snippet;
    const marked = highlights.map(([start, end]) => text.slice(start, end));
    expect(marked).toContain('Geschwindigkeitsmessanlage');
    expect(marked).toContain('Verwarnungen');
  });

  test('a question that it can answer with more confidence than one that it cannot', async () => {
    const yes = await engines[engine]!.search(requestOf({ query: 'Wann öffnet das Freibad 2024?' }));
    const no = await engines[engine]!.search(requestOf({ query: 'Was kostet ein Anwohnerparkausweis?' }));
    expect(yes.confidence).toBeGreaterThan(no.confidence + 0.2);
  });
});

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
