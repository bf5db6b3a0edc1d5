// The MiniSearch bundle: candidates for small corpora without a database query. Its writer and its reader.
import MiniSearch, { type Options } from 'minisearch';

/** Counts up when what stands in the bundle changes. */
const BUNDLE_FORMAT = 1;

/**
 * MiniSearch needs about 7 MB of heap for 1,000 passages, and an isolate has 128 MB in all (DESIGN "Memory decides the
 * engine"): a larger corpus is searched by D1.
 */
export const MAX_BUNDLE_PASSAGES = 5_000;

interface Entry {
  id: number;
  terms: string;
}

/** Terms come analysed; MiniSearch's own tokenizer would cut 2025/0016 apart. */
const OPTIONS: Options<Entry> = {
  fields: ['terms'],
  tokenize: (text) => text.split(' '),
  processTerm: (term) => term || null,
  searchOptions: { bm25: { k: 1.2, b: 0.7, d: 0.5 } },
};

export const bundleName = (version: string): string => `minisearch-${version}.json`;

export function writeBundle(entries: Entry[]): string {
  const index = new MiniSearch(OPTIONS);
  index.addAll(entries);
  return JSON.stringify({ format: BUNDLE_FORMAT, index: JSON.stringify(index) });
}

export interface Bundle {
  /** Numbers of passages, best first. */
  find(terms: string[], allowed: ReadonlySet<number> | null, limit: number): number[];
}

/** Throws when the bundle has another format than this program. */
export function readBundle(json: string): Bundle {
  const { format, index } = JSON.parse(json) as { format: number; index: string };
  if (format !== BUNDLE_FORMAT) {
    throw new Error(`The bundle has format ${format}, this program reads ${BUNDLE_FORMAT}: run npm run index.`);
  }
  const search = MiniSearch.loadJSON<Entry>(index, OPTIONS);
  return {
    find(terms, allowed, limit) {
      const found = search.search(
        { combineWith: 'OR', queries: terms },
        allowed ? { filter: (hit) => allowed.has(hit.id) } : {},
      );
      // MiniSearch multiplies by the number of matched terms; undone, or long passages win.
      return found
        .map((hit) => ({ n: hit.id as number, score: hit.score / hit.queryTerms.length }))
        .sort((a, b) => b.score - a.score || a.n - b.n)
        .slice(0, limit)
        .map((hit) => hit.n);
    },
  };
}
