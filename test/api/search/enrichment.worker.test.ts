import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Env } from '../../../api/env.ts';
import { readBundle } from '../../../api/index/bundle.ts';
import type { Enrichment } from '../../../api/index/document-rows.ts';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { liveIndex } from '../../../api/search/live-index.ts';
import { openTables } from '../../../api/search/opened.ts';
import type { LiveIndex, SearchRequest } from '../../../api/search/types.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { DOCUMENTS } from './engines.cases.ts';

const { INDEX_DB } = env as unknown as Env;
const NOTHING: Enrichment = { pairs: new Map(), document: '' };

/** What a model might have written; none of its words stands in the documents. */
const WRITTEN: Record<string, Enrichment> = {
  blitzer: { pairs: new Map([[1, 'Wie viel Knete bringen die Knöllchen?\nKohle']]), document: '' },
  schule: { pairs: new Map(), document: 'Klo' },
};

type Engine = 'minisearch' | 'd1';
const enriched: Partial<Record<Engine, LiveIndex>> = {};
const plain: Partial<Record<Engine, LiveIndex>> = {};

beforeAll(async () => {
  await open('enriched', enriched, (document) => WRITTEN[document.id] ?? NOTHING);
  await open('plain', plain);
});

async function open(
  version: string,
  engines: Partial<Record<Engine, LiveIndex>>,
  enrichmentOf?: (document: ReplyDocument) => Enrichment,
) {
  async function* documents() {
    yield* DOCUMENTS;
  }
  const target = { version, builtAt: '2026-01-01T00:00:00.000Z', lexicon: '' };
  const { info, bundle } = await fillIndex(
    INDEX_DB,
    { ...target, ...(enrichmentOf ? { enrichmentOf } : {}) },
    documents,
  );
  const opened = await openTables(INDEX_DB, version);
  engines.d1 = liveIndex(info, opened, null);
  engines.minisearch = liveIndex(info, opened, readBundle(bundle!));
}

const asked = (query: string, more: Partial<SearchRequest> = {}): SearchRequest => ({
  ...{ query, filters: {}, history: [], rewrite: null, sort: 'relevance', limit: 10, offset: 0 },
  ...more,
});

describe.each(['minisearch', 'd1'] as const)('%s with enrichment', (engine) => {
  test('finds a pair by a word that only the enrichment has', async () => {
    const { hits } = await enriched[engine]!.search(asked('Wohin geht die Knete der Knöllchen?'));
    expect(hits.map((hit) => [hit.document.id, hit.passage.pair])).toEqual([['blitzer', 1]]);
    expect((await plain[engine]!.search(asked('Wohin geht die Knete der Knöllchen?'))).hits).toEqual([]);
  });

  test('finds a document by what was written for the whole of it', async () => {
    const { hits } = await enriched[engine]!.search(asked('Klo'));
    expect(hits.map((hit) => hit.document.id)).toEqual(['schule']);
  });

  test('shows nothing of it', async () => {
    const result = await enriched[engine]!.search(asked('Knete Knöllchen Einnahmen'));
    expect(result.hits[0]?.document.id).toBe('blitzer');
    expect(JSON.stringify(result.hits)).not.toMatch(/Knete|Knöllchen|Kohle/);
    expect(result.hits[0]?.matched).toEqual(['einnahmen']);
    const document = await enriched[engine]!.document('blitzer');
    expect(document).toEqual(DOCUMENTS.find(({ id }) => id === 'blitzer'));
    expect(JSON.stringify(await enriched[engine]!.list(0, 10))).not.toMatch(/Knete|Knöllchen/);
  });

  test('is less sure of what only the enrichment says than of what the text says', async () => {
    const byText = await enriched[engine]!.search(asked('Wie hoch waren die Einnahmen aus Verwarnungsgeldern?'));
    const byEnrichment = await enriched[engine]!.search(asked('Wie hoch war die Knete aus Knöllchen?'));
    expect(byEnrichment.hits[0]?.document.id).toBe(byText.hits[0]?.document.id);
    expect(byEnrichment.confidence).toBeLessThan(byText.confidence - 0.1);
  });

  test('words in quotes must stand in the text', async () => {
    expect((await enriched[engine]!.search(asked('"Knete"'))).hits).toEqual([]);
  });

  test('ranks what nothing was written for as it does without', async () => {
    const query = asked('Wann öffnet das Freibad 2024?');
    const [withIt, without] = [await enriched[engine]!.search(query), await plain[engine]!.search(query)];
    expect(withIt.hits.map((hit) => [hit.document.id, hit.score])).toEqual(
      without.hits.map((hit) => [hit.document.id, hit.score]),
    );
    expect(withIt.confidence).toBe(without.confidence);
  });
});
