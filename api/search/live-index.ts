// The live version of the index, opened once an isolate and version: searching, browsing, documents by id.
import type { Env } from '../env.ts';
import { type Bundle, bundleName, readBundle } from '../index/bundle.ts';
import { UnreadableIndex } from '../index/index-format.ts';
import type { IndexReader } from '../index/index-reader.ts';
import { type Lexicon, openLexicon, stemsOfWords } from '../index/lexicon.ts';
import { type PointerInfo, readPointer } from '../index/pointer.ts';
import { rarity } from '../index/rarity.ts';
import { type Term, termsOf } from '../index/terms.ts';
import type { Topic } from '../index/topics.ts';
import { type Opened, openTables } from './opened.ts';
import { search } from './search.ts';
import { sideBySide } from './side-by-side.ts';
import { snippetOf } from './snippet.ts';
import type { LiveIndex, SearchRequest, SearchResult, TopicAnswers } from './types.ts';
import { WEIGHTS } from './weights.ts';

/** A rebuilt index goes live within this time. */
const POINTER_TTL_MS = 3_000;
const ANSWERS_A_TOPIC = 3;
/** Searches of which the candidates are in memory at once, some 300 KB each. */
const SIDE_BY_SIDE = 10;

type IndexEnv = Pick<Env, 'INDEX_DB' | 'BUNDLES' | 'SEARCH_ENGINE'>;

/**
 * What is kept is the opened index, never a promise of it: on Workers a promise belongs to the request that began it,
 * and when that one is cancelled all who wait would wait for ever.
 */
let opened: { engine: string; pointer: string; index: LiveIndex } | null = null;
let checkedAt = 0;

/**
 * Null: nothing was ever built. Throws `UnreadableIndex` when the index, or the bundle that the engine needs, is of
 * another version or missing.
 */
export async function openIndex(env: IndexEnv): Promise<LiveIndex | null> {
  if (opened && Date.now() - checkedAt < POINTER_TTL_MS) return opened.index;
  const info = await readPointer(env.INDEX_DB);
  checkedAt = Date.now();
  if (!info) {
    opened = null;
    return null;
  }
  const engine = env.SEARCH_ENGINE || info.engine;
  // A version loses documents when they are hidden, and its pointer says so.
  const isCurrent = opened?.pointer === JSON.stringify(info) && opened.engine === engine;
  if (opened && isCurrent) return opened.index;
  const index = await openVersion(env, { ...info, engine });
  opened = { engine, pointer: JSON.stringify(info), index };
  return index;
}

/** Opens the version that a pointer names, live or not. */
export async function openVersion(env: IndexEnv, info: PointerInfo): Promise<LiveIndex> {
  const [opened, bundle] = await Promise.all([
    openTables(env.INDEX_DB, info.version),
    info.engine === 'minisearch' ? loadBundle(env, info.version) : null,
  ]);
  return liveIndex(info, opened, bundle);
}

async function loadBundle(env: IndexEnv, version: string): Promise<Bundle> {
  const object = await env.BUNDLES.get(bundleName(version));
  if (!object) throw new UnreadableIndex(`The MiniSearch bundle of index ${version} is missing`);
  return readBundle(await object.text());
}

/** @param bundle null: candidates come from the terms' lists */
export function liveIndex(info: PointerInfo, opened: Opened, bundle: Bundle | null): LiveIndex {
  const { reader, known } = opened;
  let lexicon: Lexicon | null = null;
  return {
    info,
    document: reader.document,
    documents: reader.documents,
    passages: reader.passagesOf,
    terms: (text) => termsOf(text, known),
    snippet: (text, terms) => snippetOf(text, terms, known),
    async lexicon(words) {
      if (lexicon !== null) return lexicon;
      if (words !== null) return openLexicon(await reader.lexicon(stemsOfWords(words)));
      lexicon = openLexicon(await reader.lexicon(null));
      return lexicon;
    },
    search: (request) => search(request, { info, ...opened, bundle }),
    async searchAll(requests) {
      const results: SearchResult[] = [];
      for (let at = 0; at < requests.length; at += SIDE_BY_SIDE) {
        const some = requests.slice(at, at + SIDE_BY_SIDE);
        const one = (request: SearchRequest, reader: IndexReader) =>
          search(request, { info, ...opened, reader, bundle });
        results.push(...(await sideBySide(reader, some, one)));
      }
      return results;
    },
    numbers: async () => JSON.parse(await reader.resource('numbers')),
    topics: async () => withAnswers(JSON.parse(await reader.resource('topics')), reader),
    examples: reader.examples,
    async list(offset, limit) {
      return { total: info.documents, documents: await reader.heads(offset, limit) };
    },
    async weigh(texts) {
      const analysed = new Map(texts.map((text) => [text, termsOf(text, known)]));
      const all = new Set<string>();
      for (const { term, parts } of [...analysed.values()].flat()) for (const one of [term, ...parts]) all.add(one);
      const frequencies = await reader.frequencies([...all]);
      const idf = (term: string) => rarity(frequencies.get(term) ?? 0, info.passages);
      const weighed = new Map(Array.from(analysed, ([text, terms]) => [text, weightsOf(terms, idf)]));
      return texts.map((text) => weighed.get(text)!);
    },
  };
}

function weightsOf(terms: Term[], idf: (term: string) => number): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const { parts } of terms) for (const part of parts) weights.set(part, WEIGHTS.part * idf(part));
  for (const { term } of terms) weights.set(term, idf(term));
  return weights;
}

/** Papers that were hidden since the index was built are gone from the tables, and so from here. */
async function withAnswers(topics: Topic[], reader: IndexReader): Promise<TopicAnswers[]> {
  const heads = await reader.headsOf([...new Set(topics.flatMap(({ newest }) => newest))]);
  const newestOf = (topic: TopicAnswers) => topic.newest[0]?.date ?? '';
  return topics
    .map((topic) => {
      const there = topic.newest.flatMap((id) => heads.get(id) ?? []);
      return { ...topic, newest: there.slice(0, ANSWERS_A_TOPIC) };
    })
    .filter(({ newest }) => newest.length > 0)
    .sort((a, b) => newestOf(b).localeCompare(newestOf(a)) || b.papers - a.papers);
}
