// Documents → the tables and the bundle of one index version. Runs in Node and in a Worker; nothing of it is live until
// the pointer is set. Single documents that come and go later: update-index.ts.
import type { D1Database } from '@cloudflare/workers-types';
import type { NameRules } from '../../corpus/names.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type BundleEntry, MAX_BUNDLE_PASSAGES, writeBundle } from './bundle.ts';
import { type DocumentRows, documentRows, type Enrichment, type Surroundings } from './document-rows.ts';
import * as tables from './index-tables.ts';
import { type Learnt, learn, nounShareOf } from './learn.ts';
import { compileLexicon } from './lexicon.ts';
import { lexiconRows } from './lexicon-rows.ts';
import type { PointerInfo } from './pointer.ts';
import { postingsWriter } from './postings.ts';
import { averagesOf, NO_SUMS, plus, sumsOf } from './statistics.ts';
import { readBrief } from './stored-briefs.ts';
import { eachTerm } from './stored-terms.ts';
import { storeWords } from './stored-words.ts';
import { surveyor } from './survey.ts';
import { openVectors } from './term-vectors.ts';
import { SIGNS } from './traits.ts';

const DOCUMENTS_AT_ONCE = 200;
/**
 * Analysing keeps this thread busy, on a slow machine for minutes; meanwhile a connection to D1 may be closed. Only a
 * pause lets us notice that before we write to it ("other side closed").
 */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

export interface Target {
  version: string;
  builtAt: string;
  /** Solr synonyms, see lexicon.ts */
  lexicon: string;
  enrichmentOf?: (document: ReplyDocument) => Enrichment;
  /** The city's own joining of names, see corpus/names.ts */
  names?: NameRules;
  /** Above it there is no bundle. Default: what fits into an isolate. */
  maxBundlePassages?: number;
  /** Changes when a document is written differently. Default: none is ever taken for the same. */
  fingerprintOf?: (document: ReplyDocument) => string;
  /** What an earlier build has learnt. Default: it is learnt anew. */
  learnt?: Learnt;
}

export interface Filled {
  info: PointerInfo;
  /** Null: too many passages for an isolate. */
  bundle: string | null;
  learnt: Learnt;
}

/**
 * @param documents read several times: first for what is learnt of them
 * @param onProgress called with the number of documents that are in
 */
export async function fillIndex(
  db: D1Database,
  target: Target,
  documents: () => AsyncIterable<ReplyDocument>,
  onProgress: (documents: number) => void = () => {},
): Promise<Filled> {
  const { version, builtAt, lexicon, enrichmentOf, maxBundlePassages = MAX_BUNDLE_PASSAGES } = target;
  await tables.createTables(db, version);
  const learnt = target.learnt ?? (await learn(documents));
  const vectors = learnt.vectors && openVectors(learnt.vectors);
  // One function for all: what it has analysed is remembered by it.
  const known = (word: string) => learnt.words.has(word);
  const surveyed = surveyor(target.names);
  for await (const document of documents()) surveyed.add(document);
  const survey = surveyed.finish(learnt.topics, known);
  const vocabulary = new Map<string, number>();
  const frequencies: number[] = [];
  const listOfNames = new Map<string, number>();
  const around: Surroundings = {
    ...{ known, vectors, names: survey.names, enrichmentOf },
    numberOf: (term) => numbered(term, vocabulary, SIGNS.length),
    numberOfName: (name) => numbered(name, listOfNames, 0),
  };
  const postings = postingsWriter();
  const bundled: BundleEntry[] = [];
  let count = 0;
  let passages = 0;
  let sums = NO_SUMS;
  for await (const batch of chunked(documents(), DOCUMENTS_AT_ONCE)) {
    const rows = batch.map((document): DocumentRows => {
      const fingerprint = target.fingerprintOf?.(document) ?? '';
      const own = documentRows(survey.whole(document), fingerprint, count++, passages, around);
      passages += own.passages.length;
      return own;
    });
    for (const { document, passages: own, terms, inquiry } of rows) {
      for (const [i, stored] of terms.entries()) {
        const { n } = own[i]!;
        postings.addPassage(n, stored);
        eachTerm(stored, (id) => {
          frequencies[id] = (frequencies[id] ?? 0) + 1;
        });
        if (passages <= maxBundlePassages) bundled.push({ id: n, terms: stored });
      }
      if (inquiry !== '') postings.addInquiry(document.n, inquiry);
      sums = plus(sums, sumsOf(readBrief(document.brief)));
    }
    await pause();
    await tables.insertDocuments(
      db,
      version,
      rows.map(({ document }) => document),
    );
    await tables.insertPassages(
      db,
      version,
      rows.flatMap((own) => own.passages),
    );
    onProgress(count);
  }
  await pause();
  const entryOf = (term: string, id: number): tables.TermEntry => {
    const vector = vectors?.of(term) ?? null;
    return { id, df: frequencies[id] ?? 0, nounShare: nounShareOf(learnt, term), vector, postings: postings.of(id) };
  };
  const terms = Array.from(vocabulary, ([term, id]) => [term, entryOf(term, id)] as const);
  await tables.insertVocabulary(db, version, terms);
  await tables.insertLexicon(db, version, lexiconRows(compileLexicon(lexicon), known));
  const resources = {
    names: JSON.stringify([...listOfNames.keys()]),
    order: '[]',
    words: storeWords(learnt.words),
    ...survey.resources,
  };
  for (const [name, value] of Object.entries(resources)) await tables.insertResource(db, version, name, value);
  const fits = passages <= maxBundlePassages;
  return {
    info: {
      ...{ version, builtAt, documents: count, passages, newest: survey.newest, oldest: survey.oldest },
      engine: fits ? 'minisearch' : 'd1',
      ...averagesOf(sums),
      edition: 0,
      sums,
      next: { document: count, passage: passages, term: SIGNS.length + vocabulary.size },
    },
    bundle: fits ? writeBundle(bundled) : null,
    learnt,
  };
}

function numbered(name: string, numbers: Map<string, number>, from: number): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, from + numbers.size);
  return from + numbers.size - 1;
}

async function* chunked<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let chunk: T[] = [];
  for await (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
