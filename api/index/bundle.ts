// The MiniSearch bundle: candidates for small corpora without a database query. Its writer and its reader.
import MiniSearch, { type Options } from 'minisearch';
import { UnreadableIndex } from './index-format.ts';
import { readTerms } from './stored-terms.ts';

/** Counts up when what stands in the bundle changes. */
const BUNDLE_FORMAT = 2;

/**
 * MiniSearch needs about 7 MB of heap for 1,000 passages, and an isolate has 128 MB in all (ARCHITECTURE.md, "Memory decides the
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
  searchOptions: { tokenize: (term) => [term] },
};

const nameOf = (id: number): string => id.toString(36);

function numbersIn(terms: string): string[] {
  const names: string[] = [];
  readTerms(terms, null, (id, _slot, count) => {
    for (let i = 0; i < count; i++) names.push(nameOf(id));
  });
  return names;
}

/**
 * One for all editions of a version: what it has that an edition has not is passed over, for that is not among the briefs.
 */
export const bundleName = (version: string): string => `minisearch-${version}.json`;

export function writeBundle(entries: BundleEntry[]): string {
  const index = new MiniSearch(OPTIONS);
  index.addAll(entries);
  return JSON.stringify({ format: BUNDLE_FORMAT, index: JSON.stringify(index) });
}

export interface Bundle {
  /**
   * The passages that are worth most, all their terms added up, like `candidatesIn` (found-terms.ts): both engines rank
   * the same candidates.
   * @param worth of a passage that has the term, by the term's number
   * @param ofEquals which comes first
   * @returns numbers of passages
   */
  find(
    worth: ReadonlyMap<number, number>,
    isAllowed: (passage: number) => boolean,
    limit: number,
    ofEquals: (a: number, b: number) => number,
  ): number[];
}

/** Throws `UnreadableIndex` when the bundle has another format than this program. */
export function readBundle(json: string): Bundle {
  const { format, index } = JSON.parse(json) as { format: number; index: string };
  if (format !== BUNDLE_FORMAT) {
    throw new UnreadableIndex(`The bundle has format ${format}, this program reads ${BUNDLE_FORMAT}`);
  }
  const search = MiniSearch.loadJSON<BundleEntry>(index, OPTIONS);
  return {
    find(worth, isAllowed, limit, ofEquals) {
      const byName = new Map(Array.from(worth, ([id, of]) => [nameOf(id), of]));
      const found = search.search(
        { combineWith: 'OR', queries: [...byName.keys()] },
        { filter: (hit) => isAllowed(hit.id) },
      );
      return found
        .map(({ id, queryTerms }) => ({ n: id as number, worth: sum(queryTerms.map((name) => byName.get(name)!)) }))
        .sort((a, b) => b.worth - a.worth || ofEquals(a.n, b.n))
        .slice(0, limit)
        .map((hit) => hit.n);
    },
  };
}

const sum = (numbers: number[]): number => numbers.reduce((all, number) => all + number, 0);
