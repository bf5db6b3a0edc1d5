// What both engines find, over D1 of Workers and over SQLite on Node: the cases of engines.cases.ts.
import type { D1Database } from '@cloudflare/workers-types';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../api/index/bundle.ts';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { liveIndex } from '../../../api/search/live-index.ts';
import { openTables } from '../../../api/search/opened.ts';
import type { LiveIndex, SearchRequest } from '../../../api/search/types.ts';
import { CASES, DOCUMENTS, LEXICON, STRANGE_QUERIES } from './engines.cases.ts';

export type Engines = Partial<Record<'minisearch' | 'd1', LiveIndex>>;

async function* documents() {
  yield* DOCUMENTS;
}

/** Fills the database with the invented documents and opens both engines over it. */
export async function fillEngines(db: D1Database, engines: Engines) {
  const target = { version: 'cases', builtAt: '2026-01-01T00:00:00.000Z', lexicon: LEXICON };
  const { info, bundle } = await fillIndex(db, target, documents);
  const opened = await openTables(db, 'cases');
  engines.d1 = liveIndex(info, opened, null);
  engines.minisearch = liveIndex(info, opened, readBundle(bundle!));
  return { info, bundle: bundle!, opened };
}

export const requestOf = (request: Partial<SearchRequest>): SearchRequest => ({
  query: '',
  filters: {},
  history: [],
  rewrite: null,
  sort: 'relevance',
  limit: 10,
  offset: 0,
  ...request,
});

export const checkEngines = (engines: Engines): void =>
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
      const { hits, terms } = await engines[engine]!.search(requestOf({ query: 'Verwarnung Blitzer' }));
      const { text, highlights } = engines[engine]!.snippet(hits[0]!.passage.text, terms);
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
