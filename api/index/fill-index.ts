// Documents → the tables and the bundle of one index version. Runs in Node and in a Worker; nothing of it is live until
// the pointer is set.
import type { D1Database } from '@cloudflare/workers-types';
import { referenceKeys } from '../../corpus/german/references.ts';
import { agendaItemKey } from '../../corpus/german/units.ts';
import type { NameRules } from '../../corpus/names.ts';
import { passagesOf } from '../../corpus/passages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { fieldLength } from '../search/rank.ts';
import { type BundleEntry, MAX_BUNDLE_PASSAGES, writeBundle } from './bundle.ts';
import * as tables from './index-tables.ts';
import { answeredWith, learn, questionsOf, wholeTerms } from './learn.ts';
import { compileLexicon } from './lexicon.ts';
import { numbersCounter } from './numbers.ts';
import type { PointerInfo } from './pointer.ts';
import { type FieldTerms, readTerms, storeTerms } from './stored-terms.ts';
import { storeVector } from './stored-vectors.ts';
import { termsOf } from './terms.ts';
import { topicLearner } from './topics.ts';
import { traitsOf } from './traits.ts';

const DOCUMENTS_AT_ONCE = 200;
/**
 * Analysing keeps this thread busy, on a slow machine for minutes; meanwhile a connection to D1 may be closed. Only a
 * pause lets us notice that before we write to it ("other side closed").
 */
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Words that help to find a document and are never shown: of a pair by its index, and of the document as a whole. */
export interface Enrichment {
  pairs: ReadonlyMap<number, string>;
  document: string;
}

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
  // One function for all: what it has analysed is remembered by it.
  const known = (word: string) => words.has(word);
  const analysed = (text: string) => analysedTerms(text, known);
  const topics = topicLearner(known);
  const vocabulary = new Map<string, tables.TermEntry>();
  const bundled: BundleEntry[] = [];
  let count = 0;
  let passages = 0;
  let length = 0;
  let inquiries = 0;
  let inquiryLength = 0;
  let newest: string | null = null;
  let oldest: string | null = null;
  for await (const batch of chunked(documents(), DOCUMENTS_AT_ONCE)) {
    const documentRows = batch.map((document): tables.DocumentRow => {
      const inquiry = document.inquiry ? stored(analysed(document.inquiry.text), vocabulary) : '';
      numbers.add(document);
      topics.add(document);
      const together = papers.of(document);
      return { n: count++, document: together.length > 0 ? { ...document, together } : document, inquiry, names };
    });
    const passageRows = documentRows.flatMap(({ n: doc, document }) => {
      const title = titleTerms(document, analysed);
      const enrichment = enrichmentOf?.(document);
      return passagesOf(document).map((passage): tables.PassageRow => {
        const pair = document.pairs[passage.pair];
        const text = document.text.slice(passage.start, passage.end);
        const fields = {
          title: [...title, ...traitsOf(text)],
          question: analysed(questionsOf(document, passage.pair)),
          answer: analysed(text),
          enrichment: enrichment ? analysed(enrichmentText(enrichment, document, passage.pair)) : [],
        };
        const terms = counted(fields, vocabulary);
        const direction = vectors?.ofPassage(wholeTerms([title, fields.question, fields.answer].flat()));
        const vector = direction ? storeVector(direction) : '';
        return { n: passages++, doc, passage, text, kind: pair?.kind ?? 'answered', terms, vector };
      });
    });
    for (const { n, terms } of passageRows) {
      length += fieldLength(readTerms(terms, [], () => {}));
      if (passages <= maxBundlePassages) bundled.push({ id: n, terms });
    }
    for (const { document, inquiry } of documentRows) {
      if (inquiry !== '') {
        inquiries++;
        inquiryLength += fieldLength(readTerms(inquiry, [], () => {}));
      }
      if (document.date === null) continue;
      if (newest === null || document.date > newest) newest = document.date;
      if (oldest === null || document.date < oldest) oldest = document.date;
    }
    await pause();
    await tables.insertDocuments(db, version, documentRows);
    await tables.insertPassages(db, version, passageRows);
    onProgress(count);
  }
  for (const [term, entry] of vocabulary) {
    entry.vector = vectors?.of(term) ?? null;
    entry.nounShare = nounShare(term);
  }
  await pause();
  await tables.insertVocabulary(db, version, vocabulary);
  await tables.insertResource(db, version, 'words', [...words].join('\n'));
  await tables.insertResource(db, version, 'lexicon', compileLexicon(lexicon));
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

function enrichmentText({ pairs, document: whole }: Enrichment, document: ReplyDocument, pair: number): string {
  return [...answeredWith(document, pair).flatMap((i) => pairs.get(i) ?? []), whole].join('\n');
}

function analysedTerms(text: string, known: (word: string) => boolean): string[] {
  return termsOf(text, known).flatMap(({ term, parts }) => [term, ...parts.map((part) => `+${part}`)]);
}

/** Besides the title's words: year and date, for a question names the year that it means, all references, and its agenda item. */
function titleTerms(document: ReplyDocument, analysed: (text: string) => string[]): string[] {
  const { title, date, reference, aliases } = document;
  const [year = '', month, day] = date?.split('-') ?? [];
  const dates = date === null ? [] : [year, `${day}.${month}.${year}`];
  const references = [reference, ...aliases.map((alias) => alias.reference)].flatMap((r) =>
    r ? referenceKeys(r) : [],
  );
  const item = document.agendaItem === null ? [] : [agendaItemKey(document.agendaItem)];
  return [...analysed(title), ...dates, ...new Set(references), ...item].filter(Boolean);
}

/** An inquiry's words that no passage has are known, too. */
function stored(terms: string[], vocabulary: Map<string, tables.TermEntry>): string {
  for (const term of terms) numbered(term, vocabulary);
  return storeTerms({ answer: terms, question: [], title: [], enrichment: [] }, (term) => vocabulary.get(term)!.id);
}

function numbered(term: string, vocabulary: Map<string, tables.TermEntry>): tables.TermEntry {
  const whole = term.replace('+', '');
  const entry = vocabulary.get(whole) ?? { id: vocabulary.size, df: 0, vector: null, nounShare: 0 };
  vocabulary.set(whole, entry);
  return entry;
}

/** Adds a passage to the vocabulary; new terms take the next number, so that frequent ones have short ones. */
function counted(fields: FieldTerms, vocabulary: Map<string, tables.TermEntry>): string {
  const { title, question, answer, enrichment } = fields;
  const all = [title, question, answer, enrichment].flat().map((term) => term.replace('+', ''));
  for (const term of new Set(all)) numbered(term, vocabulary).df++;
  return storeTerms(fields, (term) => vocabulary.get(term)!.id);
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
