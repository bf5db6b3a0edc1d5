// The search index in D1: its tables, their writer and their reader. Each version has tables of its own; the pointer
// row names the live one, so that a running Worker never sees a half-written index.
import type { D1Database } from '@cloudflare/workers-types';
import type { Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import type { DocumentHead, IndexInfo } from './types.ts';

/** Counts up when tables or what stands in them change: an older index must be built anew. */
export const INDEX_FORMAT = 1;

/** Chunks of a JSON parameter stay below this; D1 takes values of up to 2 MB. */
const MAX_CHUNK_CHARACTERS = 500_000;

export interface DocumentRow {
  n: number;
  document: ReplyDocument;
  titleTerms: string;
}

export interface PassageRow {
  n: number;
  /** `n` of the document. */
  doc: number;
  passage: Passage;
  /** Analysed terms; parts of compounds begin with `+`. */
  questionTerms: string;
  answerTerms: string;
}

export interface IndexStatistics {
  averageLength: number;
}

const tables = (version: string) => ({
  documents: `documents_${version}`,
  passages: `passages_${version}`,
  fts: `fts_${version}`,
  vocabulary: `vocabulary_${version}`,
  resources: `resources_${version}`,
});

export async function createTables(db: D1Database, version: string): Promise<void> {
  const t = tables(version);
  await dropTables(db, version);
  await db.batch(
    [
      'create table if not exists live (one integer primary key check (one = 1), format integer, info text)',
      `create table ${t.documents} (n integer primary key, id text not null unique, date text, committee text,
        department text, body text, asked_by text, head text not null, content text not null, title_terms text not null)`,
      `create index ${t.documents}_date on ${t.documents} (date desc, n)`,
      `create table ${t.passages} (n integer primary key, doc integer not null, id text not null, pair integer not null,
        start integer not null, "end" integer not null, page integer, kind text not null, question_terms text not null,
        answer_terms text not null)`,
      `create index ${t.passages}_doc on ${t.passages} (doc)`,
      `create virtual table ${t.fts} using fts5 (terms, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '+.,:/-'")`,
      `create table ${t.vocabulary} (term text primary key, df integer not null) without rowid`,
      `create table ${t.resources} (name text not null, part integer not null, value text not null, primary key (name, part))`,
    ].map((sql) => db.prepare(sql)),
  );
}

export async function dropTables(db: D1Database, version: string): Promise<void> {
  await db.batch(Object.values(tables(version)).map((name) => db.prepare(`drop table if exists ${name}`)));
}

export async function insertDocuments(db: D1Database, version: string, rows: DocumentRow[]): Promise<void> {
  const t = tables(version);
  await insertChunks(
    db,
    rows.map(({ n, document, titleTerms }) => {
      const { text, pages, pairs, aliases, related, ...head } = document;
      return {
        n,
        id: head.id,
        date: head.date,
        committee: key(head.committee),
        department: key(head.department),
        body: key(head.body),
        asked_by: JSON.stringify(head.askedBy.map(key)),
        head: JSON.stringify(head),
        content: JSON.stringify({ text, pages, pairs, aliases, related }),
        title_terms: titleTerms,
      };
    }),
    `insert into ${t.documents} select value ->> 'n', value ->> 'id', value ->> 'date', value ->> 'committee',
      value ->> 'department', value ->> 'body', value ->> 'asked_by', value ->> 'head', value ->> 'content',
      value ->> 'title_terms' from json_each(?)`,
  );
}

export async function insertPassages(
  db: D1Database,
  version: string,
  rows: PassageRow[],
  pairs: (row: PassageRow) => Pair,
  titleTerms: (doc: number) => string,
): Promise<void> {
  const t = tables(version);
  const values = rows.map((row) => ({
    n: row.n,
    doc: row.doc,
    ...row.passage,
    kind: pairs(row).kind,
    question_terms: row.questionTerms,
    answer_terms: row.answerTerms,
    terms: `${titleTerms(row.doc)} ${row.questionTerms} ${row.answerTerms}`,
  }));
  await insertChunks(
    db,
    values,
    `insert into ${t.passages} select value ->> 'n', value ->> 'doc', value ->> 'id', value ->> 'pair',
      value ->> 'start', value ->> 'end', value ->> 'page', value ->> 'kind', value ->> 'question_terms',
      value ->> 'answer_terms' from json_each(?)`,
    `insert into ${t.fts} (rowid, terms) select value ->> 'n', value ->> 'terms' from json_each(?)`,
  );
}

export async function insertVocabulary(db: D1Database, version: string, df: Map<string, number>): Promise<void> {
  const rows = [...df].map(([term, count]) => ({ term, df: count }));
  const sql = `insert into ${tables(version).vocabulary} select value ->> 'term', value ->> 'df' from json_each(?)`;
  await insertChunks(db, rows, sql);
}

/** A text that travels in the index as a whole: the words for the splitter, the lexicon. */
export async function insertResource(db: D1Database, version: string, name: string, value: string): Promise<void> {
  const parts = Math.max(1, Math.ceil(value.length / MAX_CHUNK_CHARACTERS));
  for (let part = 0; part < parts; part++) {
    const chunk = value.slice(part * MAX_CHUNK_CHARACTERS, (part + 1) * MAX_CHUNK_CHARACTERS);
    await db
      .prepare(`insert into ${tables(version).resources} values (?, ?, ?)`)
      .bind(name, part, chunk)
      .run();
  }
}

/** Makes a version live; from here on Workers open it. */
export async function pointTo(db: D1Database, info: IndexInfo & IndexStatistics): Promise<void> {
  await db
    .prepare('insert into live values (1, ?1, ?2) on conflict (one) do update set format = ?1, info = ?2')
    .bind(INDEX_FORMAT, JSON.stringify(info))
    .run();
}

/** Null when nothing was ever built. Throws when the index has another format than this program. */
export async function readPointer(db: D1Database): Promise<(IndexInfo & IndexStatistics) | null> {
  const exists = await db.prepare("select 1 from sqlite_master where name = 'live'").first();
  if (!exists) return null;
  const row = await db.prepare('select format, info from live').first<{ format: number; info: string }>();
  if (!row) return null;
  if (row.format !== INDEX_FORMAT) {
    throw new Error(`The index has format ${row.format}, this program reads ${INDEX_FORMAT}: run npm run index.`);
  }
  return JSON.parse(row.info);
}

export interface StoredPassage extends Passage {
  n: number;
  doc: number;
  questionTerms: string;
  answerTerms: string;
  titleTerms: string;
}

export interface IndexReader {
  resource(name: string): Promise<string>;
  frequencies(terms: string[]): Promise<Map<string, number>>;
  /** Passage numbers by FTS5, best first. */
  matching(terms: string[], limit: number): Promise<number[]>;
  passages(numbers: number[]): Promise<StoredPassage[]>;
  passagesOf(documentId: string): Promise<Passage[]>;
  documents(numbers: number[]): Promise<Map<number, ReplyDocument>>;
  document(id: string): Promise<ReplyDocument | null>;
  browse(offset: number, limit: number): Promise<{ n: number; head: DocumentHead }[]>;
}

const PASSAGE = `p.n, p.doc, p.id, p.pair, p.start, p."end", p.page, p.question_terms as questionTerms,
  p.answer_terms as answerTerms, d.title_terms as titleTerms`;

export function indexReader(db: D1Database, version: string): IndexReader {
  const t = tables(version);
  const whole = (row: { head: string; content: string }): ReplyDocument => ({
    ...JSON.parse(row.head),
    ...JSON.parse(row.content),
  });
  return {
    async resource(name) {
      const sql = `select value from ${t.resources} where name = ? order by part`;
      const { results } = await db.prepare(sql).bind(name).all<{ value: string }>();
      return results.map((row) => row.value).join('');
    },
    async frequencies(terms) {
      const sql = `select term, df from ${t.vocabulary} where term in (select value from json_each(?))`;
      const { results } = await db.prepare(sql).bind(JSON.stringify(terms)).all<{ term: string; df: number }>();
      return new Map(results.map((row) => [row.term, row.df]));
    },
    async matching(terms, limit) {
      if (terms.length === 0) return [];
      const query = terms.map((term) => `"${term.replaceAll('"', '')}"`).join(' OR ');
      const sql = `select rowid as n from ${t.fts} where ${t.fts} match ? order by rank limit ?`;
      const { results } = await db.prepare(sql).bind(query, limit).all<{ n: number }>();
      return results.map((row) => row.n);
    },
    async passages(numbers) {
      const sql = `select ${PASSAGE} from ${t.passages} p join ${t.documents} d on d.n = p.doc
        where p.n in (select value from json_each(?))`;
      return (await db.prepare(sql).bind(JSON.stringify(numbers)).all<StoredPassage>()).results;
    },
    async passagesOf(documentId) {
      const sql = `select p.id, p.pair, p.start, p."end", p.page from ${t.passages} p join ${t.documents} d
        on d.n = p.doc where d.id = ? order by p.n`;
      return (await db.prepare(sql).bind(documentId).all<Passage>()).results;
    },
    async documents(numbers) {
      const sql = `select n, head, content from ${t.documents} where n in (select value from json_each(?))`;
      const rows = await db
        .prepare(sql)
        .bind(JSON.stringify(numbers))
        .all<{ n: number; head: string; content: string }>();
      return new Map(rows.results.map((row) => [row.n, whole(row)]));
    },
    async document(id) {
      const sql = `select head, content from ${t.documents} where id = ?`;
      const row = await db.prepare(sql).bind(id).first<{ head: string; content: string }>();
      return row && whole(row);
    },
    async browse(offset, limit) {
      const sql = `select n, head from ${t.documents} order by date desc, n limit ? offset ?`;
      const { results } = await db.prepare(sql).bind(limit, offset).all<{ n: number; head: string }>();
      return results.map((row) => ({ n: row.n, head: JSON.parse(row.head) }));
    },
  };
}

/** Filters compare names whole and without regard to case. */
const key = (name: string | null): string | null => name?.normalize('NFKC').toLowerCase().trim() ?? null;

async function insertChunks(db: D1Database, rows: object[], ...statements: string[]): Promise<void> {
  let chunk: string[] = [];
  let size = 0;
  const flush = async () => {
    if (chunk.length === 0) return;
    const parameter = `[${chunk.join(',')}]`;
    await db.batch(statements.map((sql) => db.prepare(sql).bind(parameter)));
    chunk = [];
    size = 0;
  };
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (size + json.length > MAX_CHUNK_CHARACTERS) await flush();
    chunk.push(json);
    size += json.length;
  }
  await flush();
}
