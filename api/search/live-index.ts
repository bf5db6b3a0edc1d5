// The live version of the index, opened once an isolate and version: searching, browsing, documents by id.
import type { Env } from '../env.ts';
import {
  type IndexReader,
  type IndexStatistics,
  indexReader,
  readPointer,
  type StoredPassage,
} from './index-tables.ts';
import { PART_WEIGHT, type QueryTerm, score } from './rank.ts';
import { termsOf } from './terms.ts';
import type { Hit, IndexInfo, LiveIndex, SearchRequest, SearchResult } from './types.ts';

/** A rebuilt index goes live within this time. */
const POINTER_TTL_MS = 3_000;
const CANDIDATES = 300;

let opened: { version: string; index: LiveIndex } | null = null;
let checkedAt = 0;

/** Null: nothing built yet. Throws when the index has another format than this program. */
export async function openIndex(env: Pick<Env, 'INDEX_DB' | 'BUNDLES' | 'SEARCH_ENGINE'>): Promise<LiveIndex | null> {
  if (opened && Date.now() - checkedAt < POINTER_TTL_MS) return opened.index;
  const info = await readPointer(env.INDEX_DB);
  checkedAt = Date.now();
  if (!info) {
    opened = null;
    return null;
  }
  if (opened?.version !== info.version) {
    opened = { version: info.version, index: liveIndex(info, indexReader(env.INDEX_DB, info.version)) };
  }
  return opened.index;
}

function liveIndex(info: IndexInfo & IndexStatistics, reader: IndexReader): LiveIndex {
  let words: Promise<Set<string>> | null = null;
  const knownWords = () => {
    words ??= reader.resource('words').then((text) => new Set(text.split('\n')));
    return words;
  };
  return {
    info,
    document: reader.document,
    passages: reader.passagesOf,
    async weigh(texts) {
      const known = await knownWords();
      const analysed = texts.map((text) => termsOf(text, (word) => known.has(word)));
      const all = new Set(analysed.flat().flatMap(({ term, parts }) => [term, ...parts]));
      const frequencies = await reader.frequencies([...all]);
      const idf = (term: string) => {
        const df = frequencies.get(term) ?? 0;
        return Math.log(1 + (info.passages - df + 0.5) / (df + 0.5));
      };
      return analysed.map((terms) => {
        const weights = new Map<string, number>();
        for (const part of terms.flatMap(({ parts }) => parts)) weights.set(part, PART_WEIGHT * idf(part));
        for (const { term } of terms) weights.set(term, idf(term));
        return weights;
      });
    },
    async list(offset, limit) {
      const rows = await reader.browse(offset, limit);
      return { total: info.documents, documents: rows.map((row) => row.head) };
    },
    async search(request) {
      const known = await knownWords();
      const query = await queryTerms(request, reader, (word) => known.has(word));
      const rare = [...query].sort((a, b) => a.df - b.df).slice(0, 10);
      const numbers = await reader.matching(
        rare.map((term) => term.term),
        CANDIDATES,
      );
      const candidates = await reader.passages(numbers);
      const ranked = candidates
        .map((passage) => ({ passage, ...score(passage, query, info) }))
        .sort((a, b) => b.score - a.score || a.passage.n - b.passage.n);
      const best = [...new Map(ranked.toReversed().map((entry) => [entry.passage.doc, entry])).values()].sort(
        (a, b) => b.score - a.score,
      );
      const page = best.slice(request.offset, request.offset + request.limit);
      const documents = await reader.documents(page.map((entry) => entry.passage.doc));
      const hits = page.flatMap(({ passage, score, matched }): Hit[] => {
        const document = documents.get(passage.doc);
        return document ? [toHit(document, passage, score, matched)] : [];
      });
      return { hits, ...summary(best.length, query, best[0]?.matched ?? []) };
    },
  };
}

async function queryTerms(
  request: SearchRequest,
  reader: IndexReader,
  known: (word: string) => boolean,
): Promise<QueryTerm[]> {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const { term, parts } of termsOf(text, known)) {
      weights.set(term, Math.max(weights.get(term) ?? 0, weight));
      for (const part of parts) weights.set(part, Math.max(weights.get(part) ?? 0, weight * PART_WEIGHT));
    }
  };
  add(request.query, 1);
  for (const earlier of request.history) add(earlier, 0.3);
  if (request.rewrite) add([request.rewrite.standalone, ...request.rewrite.terms].join(' '), 0.8);
  const frequencies = await reader.frequencies([...weights.keys()]);
  return [...weights].map(([term, weight]) => ({ term, weight, df: frequencies.get(term) ?? 0 }));
}

function toHit(
  document: Awaited<ReturnType<IndexReader['document']>> & object,
  passage: StoredPassage,
  score: number,
  matched: string[],
): Hit {
  const { text, pages: _pages, pairs, aliases: _aliases, related: _related, ...head } = document;
  const quoted = text.slice(passage.start, passage.end);
  return {
    document: head,
    passage: {
      id: passage.id,
      pair: passage.pair,
      start: passage.start,
      end: passage.end,
      page: passage.page,
      text: quoted,
    },
    pair: pairs[passage.pair]!,
    score,
    matched,
    snippet: { text: quoted.slice(0, 300), highlights: [] },
  };
}

function summary(total: number, query: QueryTerm[], matched: string[]): Omit<SearchResult, 'hits'> {
  const idf = (term: QueryTerm) => term.weight / Math.log(2 + term.df);
  const all = query.reduce((sum, term) => sum + idf(term), 0);
  const found = query.filter((term) => matched.includes(term.term)).reduce((sum, term) => sum + idf(term), 0);
  return {
    total,
    totalIsLowerBound: total >= CANDIDATES,
    facets: { committee: [], department: [], askedBy: [], kind: [], year: [] },
    confidence: all === 0 ? 0 : found / all,
  };
}
