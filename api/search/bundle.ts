// The MiniSearch bundle: candidates for small corpora without a database query. Its writer and its reader.
import MiniSearch, { type Options } from 'minisearch';
import { readTerms } from './stored-terms.ts';

/** Counts up when what stands in the bundle changes. */
const BUNDLE_FORMAT = 2;

/**
 * MiniSearch needs about 7 MB of heap for 1,000 passages, and an isolate has 128 MB in all (DESIGN "Memory decides the
 * engine"): a larger corpus is searched by D1.
 */
export const MAX_BUNDLE_PASSAGES = 5_000;

export interface BundleEntry {
  id: number;
  /** Stored terms of the passage, see stored-terms.ts */
  terms: string;
}

/** Terms are their numbers; MiniSearch's own tokenizer would cut 2025/0016 apart, and words take more memory. */
const OPTIONS: Options<BundleEntry> = {
  fields: ['terms'],
  tokenize: numbersIn,
  processTerm: (term) => term,
  searchOptions: { tokenize: (term) => [term], bm25: { k: 1.2, b: 0.7, d: 0.5 } },
};

const nameOf = (id: number): string => id.toString(36);

function numbersIn(terms: string): string[] {
  const names: string[] = [];
  readTerms(terms, null, (id, _slot, count) => {
    for (let i = 0; i < count; i++) names.push(nameOf(id));
  });
  return names;
}

export const bundleName = (version: string): string => `minisearch-${version}.json`;

export function writeBundle(entries: BundleEntry[]): string {
  const index = new MiniSearch(OPTIONS);
  index.addAll(entries);
  return JSON.stringify({ format: BUNDLE_FORMAT, index: JSON.stringify(index) });
}

export interface Bundle {
  /** @returns numbers of passages, best first */
  find(termIds: number[], allowed: ReadonlySet<number> | null, limit: number): number[];
}

/** Throws when the bundle has another format than this program. */
export function readBundle(json: string): Bundle {
  const { format, index } = JSON.parse(json) as { format: number; index: string };
  if (format !== BUNDLE_FORMAT) {
    throw new Error(`The bundle has format ${format}, this program reads ${BUNDLE_FORMAT}: run npm run index.`);
  }
  const search = MiniSearch.loadJSON<BundleEntry>(index, OPTIONS);
  return {
    find(termIds, allowed, limit) {
      const found = search.search(
        { combineWith: 'OR', queries: termIds.map(nameOf) },
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
