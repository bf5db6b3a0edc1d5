// Builds the search index from the whole document store: D1 tables of a new version, then the pointer.
// Run with: npm run index
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import type { Env } from '../api/env.ts';
import * as tables from '../api/search/index-tables.ts';
import { TERMS_VERSION, termsOf } from '../api/search/terms.ts';
import { passagesOf } from '../corpus/passages.ts';
import type { ReplyDocument } from '../corpus/types.ts';
import { openStore } from './store.ts';

const WORD = /\p{L}{4,}/gu;
const WORD_MIN_DOCUMENTS = 3;
const DOCUMENTS_AT_ONCE = 200;

export interface BuildResult {
  changed: boolean;
  documents: number;
  passages: number;
}

export async function buildIndex(options: { storeDir: string }): Promise<BuildResult> {
  const store = await openStore(options.storeDir);
  const version = createHash('sha256')
    .update(JSON.stringify([await store.fingerprint(), tables.INDEX_FORMAT, TERMS_VERSION]))
    .digest('hex')
    .slice(0, 12);
  const proxy = await getPlatformProxy<Env>({ persist: { path: join(options.storeDir, 'cloudflare/v3') } });
  try {
    const db = proxy.env.INDEX_DB;
    const live = await tables.readPointer(db).catch(() => null);
    if (live?.version === version) return { changed: false, documents: live.documents, passages: live.passages };
    await tables.createTables(db, version);
    const info = await fill(db, version, () => store.documents());
    await tables.pointTo(db, info);
    if (live) await tables.dropTables(db, live.version);
    return { changed: true, documents: info.documents, passages: info.passages };
  } finally {
    await proxy.dispose();
  }
}

async function fill(db: Env['INDEX_DB'], version: string, documents: () => AsyncIterable<ReplyDocument>) {
  const words = await knownWords(documents());
  const known = (word: string) => words.has(word);
  const analysed = (text: string) =>
    termsOf(text, known)
      .flatMap(({ term, parts }) => [term, ...parts.map((part) => `+${part}`)])
      .join(' ');
  const df = new Map<string, number>();
  let n = 0;
  let passages = 0;
  let length = 0;
  const dates: string[] = [];
  for await (const batch of chunked(documents(), DOCUMENTS_AT_ONCE)) {
    const rows = batch.map((document) => ({ n: n++, document, titleTerms: analysed(document.title) }));
    const byNumber = new Map(rows.map((row) => [row.n, row]));
    const passageRows = rows.flatMap(({ n: doc, document }) =>
      passagesOf(document).map((passage) => ({
        n: passages++,
        doc,
        passage,
        questionTerms: analysed(document.pairs[passage.pair]?.questionText ?? ''),
        answerTerms: analysed(document.text.slice(passage.start, passage.end)),
      })),
    );
    for (const row of passageRows) {
      const terms = `${byNumber.get(row.doc)!.titleTerms} ${row.questionTerms} ${row.answerTerms}`.split(' ');
      length += terms.length;
      for (const term of new Set(terms.map((t) => t.replace(/^\+/, '')))) df.set(term, (df.get(term) ?? 0) + 1);
    }
    dates.push(...rows.flatMap(({ document }) => document.date ?? []));
    await tables.insertDocuments(db, version, rows);
    await tables.insertPassages(
      db,
      version,
      passageRows,
      (row) => byNumber.get(row.doc)!.document.pairs[row.passage.pair]!,
      (doc) => byNumber.get(doc)!.titleTerms,
    );
  }
  await tables.insertVocabulary(db, version, df);
  await tables.insertResource(db, version, 'words', [...words].join('\n'));
  dates.sort();
  return {
    version,
    builtAt: new Date().toISOString(),
    documents: n,
    passages,
    newest: dates.at(-1) ?? null,
    oldest: dates[0] ?? null,
    engine: 'd1' as const,
    averageLength: passages === 0 ? 1 : length / passages,
  };
}

async function knownWords(documents: AsyncIterable<ReplyDocument>): Promise<Set<string>> {
  const counts = new Map<string, number>();
  for await (const { text } of documents) {
    for (const word of new Set(text.toLowerCase().match(WORD))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= WORD_MIN_DOCUMENTS).map(([word]) => word));
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

if (import.meta.main) {
  const { changed, documents, passages } = await buildIndex({ storeDir: process.env.STORE_DIR || '.store' });
  console.log(`${changed ? 'Index gebaut' : 'Index ist aktuell'}: ${documents} Dokumente, ${passages} Passagen.`);
}
