// The search index in D1: its tables and their writer. Each version has tables of its own; a pointer (pointer.ts) names the live one, so that a running Worker never sees a half-written index.
import type { D1Database } from '@cloudflare/workers-types';
import type { NameKind, NameTable } from '../../corpus/names.ts';
import type { AnswerKind, Passage, ReplyDocument } from '../../corpus/types.ts';
import { key } from '../search/filters.ts';
import { readTerms } from './stored-terms.ts';
import { storeVector } from './stored-vectors.ts';

/** Chunks of a JSON parameter stay below this; D1 takes values of up to 2 MB, and 100 parameters at most. */
const MAX_CHUNK_CHARACTERS = 500_000;

export interface PassageRow {
  n: number;
  /** `n` of the document. */
  doc: number;
  passage: Passage;
  text: string;
  kind: AnswerKind;
  /** See stored-terms.ts */
  terms: string;
  /** See stored-vectors.ts */
  vector: string;
}

export interface TermEntry {
  /** The term's number in stored terms. */
  id: number;
  /** Passages that have it. */
  df: number;
  /** See term-vectors.ts; null for a term without. */
  vector: Float64Array | null;
  /** How often it is written with a capital, 0 to 1. */
  nounShare: number;
}

export interface DocumentRow {
  n: number;
  document: ReplyDocument;
  /** Analysed terms of its inquiry, see stored-terms.ts; empty when it is not known. */
  inquiry: string;
  /** Filters and facets go by entities, what is shown of a document by what it prints. */
  names: NameTable;
}

export const tables = (version: string) => ({
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
      `create table ${t.documents} (n integer primary key, id text not null unique, date text, committee text,
        department text, asked_by text not null, committee_keys text not null, department_keys text not null, body_key text,
        asked_by_keys text not null, head text not null, content text not null, inquiry text not null)`,
      `create index ${t.documents}_date on ${t.documents} (date desc, n)`,
      `create table ${t.passages} (n integer primary key, doc integer not null, id text not null, pair integer not null,
        start integer not null, "end" integer not null, page integer, kind text not null, terms text not null,
        vector text not null, text text not null)`,
      `create index ${t.passages}_doc on ${t.passages} (doc)`,
      // Which passage has which term and nothing more: how often and where is ranked by stored terms, 2 times faster.
      `create virtual table ${t.fts} using fts5 (terms, content='', detail=none, columnsize=0, tokenize=ascii)`,
      `create table ${t.vocabulary} (term text primary key, id integer not null, df integer not null,
        vector text, noun_share real not null) without rowid`,
      `create table ${t.resources} (name text not null, part integer not null, value text not null, primary key (name, part))`,
    ].map((sql) => db.prepare(sql)),
  );
}

export async function dropTables(db: D1Database, version: string): Promise<void> {
  await db.batch(Object.values(tables(version)).map((name) => db.prepare(`drop table if exists ${name}`)));
}

/** Versions whose tables exist, whether finished or not. */
export async function versionsIn(db: D1Database): Promise<string[]> {
  const sql =
    "select substr(name, 11) as version from sqlite_master where type = 'table' and name like 'documents\\_%' escape '\\'";
  return (await db.prepare(sql).all<{ version: string }>()).results.map((row) => row.version);
}

export async function insertDocuments(db: D1Database, version: string, rows: DocumentRow[]): Promise<void> {
  const values = rows.map(({ n, document, inquiry: inquiryTerms, names }) => {
    const { text, pages, pairs, aliases, related, inquiry, ...head } = document;
    const committee = entities('committee', head.committee === null ? [] : [head.committee], names);
    const department = entities('department', head.department === null ? [] : [head.department], names);
    const askedBy = entities('askedBy', head.askedBy, names);
    return [
      ...[n, head.id, head.date, committee.shown[0] ?? null, department.shown[0] ?? null],
      ...[JSON.stringify(askedBy.shown), committee.keys, department.keys, key(head.body), askedBy.keys],
      ...[JSON.stringify(head), JSON.stringify({ text, pages, pairs, aliases, related, inquiry }), inquiryTerms],
    ];
  });
  await insertChunks(db, values, `insert into ${tables(version).documents} ${selectColumns(13)}`);
}

/** @returns `keys`: by which filters find it, as entity and as printed; a JSON array */
function entities(kind: NameKind, printed: string[], names: NameTable): { shown: string[]; keys: string } {
  const shown = [...new Set(printed.map((name) => names.of(kind, name)))];
  return { shown, keys: JSON.stringify([...new Set([...shown, ...printed].map(key))]) };
}

export async function insertPassages(db: D1Database, version: string, rows: PassageRow[]): Promise<void> {
  const t = tables(version);
  const values = rows.map(({ n, doc, passage: p, kind, terms, vector, text }) => {
    return [n, doc, p.id, p.pair, p.start, p.end, p.page, kind, terms, vector, text, ftsTokens(terms)];
  });
  await insertChunks(
    db,
    values,
    `insert into ${t.passages} ${selectColumns(11)}`,
    `insert into ${t.fts} (rowid, terms) select value ->> 0, value ->> 11 from json_each(?)`,
  );
}

/** In FTS5 a term is its number, which is one token whatever characters the term has. */
export const ftsToken = (id: number): string => id.toString(36);

function ftsTokens(terms: string): string {
  const tokens = new Set<string>();
  readTerms(terms, null, (id) => tokens.add(ftsToken(id)));
  return [...tokens].join(' ');
}

export async function insertVocabulary(db: D1Database, version: string, terms: Map<string, TermEntry>): Promise<void> {
  const rows = Array.from(terms, ([term, { id, df, vector, nounShare }]) => {
    return [term, id, df, vector && storeVector(vector), Math.round(100 * nounShare) / 100];
  });
  await insertChunks(db, rows, `insert into ${tables(version).vocabulary} ${selectColumns(5)}`);
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

const selectColumns = (count: number): string =>
  `select ${Array.from({ length: count }, (_, i) => `value ->> ${i}`).join(', ')} from json_each(?)`;

/** Each statement takes the chunk, a JSON array of rows, as its one parameter. */
async function insertChunks(db: D1Database, rows: unknown[], ...statements: string[]): Promise<void> {
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
