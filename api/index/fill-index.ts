// Documents → the tables and the bundle of one index version. Runs in Node and in a Worker; nothing of it is live until
// the pointer is set.
import type { D1Database } from '@cloudflare/workers-types';
import type { NameRules } from '../../corpus/names.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { fieldLength } from '../search/rank.ts';
import { type BundleEntry, MAX_BUNDLE_PASSAGES, writeBundle } from './bundle.ts';
import { type DocumentRows, documentRows, type Enrichment, lengthsOf, type Surroundings } from './document-rows.ts';
import * as tables from './index-tables.ts';
import { learn } from './learn.ts';
import { compileLexicon } from './lexicon.ts';
import { lexiconRows } from './lexicon-rows.ts';
import { numbersCounter } from './numbers.ts';
import type { PointerInfo } from './pointer.ts';
import { postingsWriter } from './postings.ts';
import { eachTerm } from './stored-terms.ts';
import { packText } from './stored-texts.ts';
import { topicLearner } from './topics.ts';
import { TRAITS } from './traits.ts';

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
}

export interface Filled {
  info: PointerInfo;
  /** Null: too many passages for an isolate. */
  bundle: string | null;
}

/**
 * @param documents read twice: first for what is learnt of them
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
  const { words, vectors, nounShare, names, papers } = await learn(documents(), target.names);
  const numbers = numbersCounter(names);
  const vocabulary = new Map<string, number>();
  const frequencies: number[] = [];
  const listOfNames = new Map<string, number>();
  // One function for all: what it has analysed is remembered by it.
  const known = (word: string) => words.has(word);
  const around: Surroundings = {
    ...{ known, vectors, names, enrichmentOf },
    numberOf: (term) => numbered(term, vocabulary, TRAITS.length),
    numberOfName: (name) => numbered(name, listOfNames, 0),
  };
  const postings = postingsWriter();
  const topics = topicLearner(known);
  const bundled: BundleEntry[] = [];
  let count = 0;
  let passages = 0;
  let length = 0;
  let inquiries = 0;
  let inquiryLength = 0;
  let newest: string | null = null;
  let oldest: string | null = null;
  for await (const batch of chunked(documents(), DOCUMENTS_AT_ONCE)) {
    const rows = batch.map((document): DocumentRows => {
      const together = papers.of(document);
      numbers.add(document);
      topics.add(document);
      const whole = together.length > 0 ? { ...document, together } : document;
      const own = documentRows(whole, count++, passages, around);
      passages += own.passages.length;
      return own;
    });
    for (const { document: row, passages: own, terms, inquiry } of rows) {
      for (const [i, stored] of terms.entries()) {
        const { n } = own[i]!;
        postings.addPassage(n, stored);
        const lengths = eachTerm(stored, (id) => {
          frequencies[id] = (frequencies[id] ?? 0) + 1;
        });
        length += fieldLength(lengths);
        if (passages <= maxBundlePassages) bundled.push({ id: n, terms: stored });
      }
      if (inquiry !== '') {
        postings.addInquiry(row.n, inquiry);
        inquiries++;
        inquiryLength += fieldLength(lengthsOf(inquiry));
      }
      const { date } = row.document;
      if (date === null) continue;
      if (newest === null || date > newest) newest = date;
      if (oldest === null || date < oldest) oldest = date;
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
    return { id, df: frequencies[id] ?? 0, nounShare: nounShare(term), vector, postings: postings.of(id) };
  };
  const terms = Array.from(vocabulary, ([term, id]) => [term, entryOf(term, id)] as const);
  await tables.insertVocabulary(db, version, terms);
  await tables.insertResource(db, version, 'names', JSON.stringify([...listOfNames.keys()]));
  await tables.insertResource(db, version, 'words', packText([...words].join('\n')));
  await tables.insertLexicon(db, version, lexiconRows(compileLexicon(lexicon), known));
  await tables.insertResource(db, version, 'numbers', JSON.stringify(numbers.numbers()));
  await tables.insertResource(db, version, 'topics', JSON.stringify(topics.topics(nounShare)));
  const fits = passages <= maxBundlePassages;
  return {
    info: {
      ...{ version, builtAt, documents: count, passages, newest, oldest },
      engine: fits ? 'minisearch' : 'd1',
      averageLength: passages === 0 ? 1 : length / passages,
      averageInquiryLength: inquiries === 0 ? 1 : inquiryLength / inquiries,
    },
    bundle: fits ? writeBundle(bundled) : null,
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
