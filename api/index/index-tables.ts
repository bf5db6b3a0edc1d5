// The search index in D1: its tables and their writer. Each version has tables of its own; a pointer (pointer.ts) names the live one, so that a running Worker never sees a half-written index.
import type { D1Database } from '@cloudflare/workers-types';
import type { NameKind, NameTable } from '../../corpus/names.ts';
import type { Passage, ReplyDocument } from '../../corpus/types.ts';
import { key } from '../search/filters.ts';
import type { DocumentHead } from '../search/types.ts';
import type { LexiconRow } from './lexicon-rows.ts';
import type { Postings } from './postings.ts';
import type { DocumentColumns } from './stored-documents.ts';
import { storeVector } from './stored-vectors.ts';

/** Chunks of a JSON parameter stay below this; D1 takes values of up to 2 MB, and 100 parameters at most. */
const MAX_CHUNK_CHARACTERS = 500_000;

export type Value = string | number | null;

export interface PassageRow {
  n: number;
  /** `n` of the document. */
  doc: number;
  passage: Passage;
  text: string;
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
  /** Where it stands. */
  postings: Postings;
}

export interface DocumentRow {
  n: number;
  document: ReplyDocument;
  /** See stored-documents.ts */
  columns: DocumentColumns;
  /** Of what the document was written from, by which the next build sees whether it has changed. */
  fingerprint: string;
  /** See stored-briefs.ts */
  brief: string;
  /** Filters and facets go by entities, what is shown of a document by what it prints. */
  names: NameTable;
}

export const tables = (version: string) => ({
  documents: `documents_${version}`,
  passages: `passages_${version}`,
  briefs: `briefs_${version}`,
  vocabulary: `vocabulary_${version}`,
  lexicon: `lexicon_${version}`,
  resources: `resources_${version}`,
  writes: `writes_${version}`,
});

export async function createTables(db: D1Database, version: string): Promise<void> {
  const t = tables(version);
  await dropTables(db, version);
  await db.batch(
    [
      `create table ${t.documents} (n integer primary key, id text not null unique, date text, committee text,
        department text, asked_by text not null, committee_keys text not null, department_keys text not null, body_key text,
        asked_by_keys text not null, head text not null, pairs text not null, content text not null, inquiry text not null,
        fingerprint text not null)`,
      `create index ${t.documents}_date on ${t.documents} (date desc, id)`,
      `create table ${t.passages} (n integer primary key, doc integer not null, id text not null, pair integer not null,
        start integer not null, "end" integer not null, page integer, vector text not null, text text not null)`,
      `create index ${t.passages}_doc on ${t.passages} (doc)`,
      `create table ${t.briefs} (n integer primary key, brief text not null)`,
      `create table ${t.vocabulary} (term text primary key, id integer not null, df integer not null,
        noun_share real not null, vector text, passages text not null, inquiries text not null) without rowid`,
      `create table ${t.lexicon} (stem text primary key, lines text not null, terms text not null) without rowid`,
      `create table ${t.resources} (name text not null, part integer not null, value text not null, primary key (name, part))`,
      // Which rows an edition has written or deleted (index-writes.ts). Only where the index is built; never copied.
      `create table ${t.writes} (edition integer not null, name text not null, key text not null,
        primary key (edition, name, key)) without rowid`,
    ].map((sql) => db.prepare(sql)),
  );
}

/** What earlier versions of the program had besides. */
const FORMER = ['fts'];

export async function dropTables(db: D1Database, version: string): Promise<void> {
  const all = [...Object.values(tables(version)), ...FORMER.map((name) => `${name}_${version}`)];
  await db.batch(all.map((name) => db.prepare(`drop table if exists ${name}`)));
}

/** Versions whose tables exist, whether finished or not. */
export async function versionsIn(db: D1Database): Promise<string[]> {
  const sql =
    "select substr(name, 11) as version from sqlite_master where type = 'table' and name like 'documents\\_%' escape '\\'";
  return (await db.prepare(sql).all<{ version: string }>()).results.map((row) => row.version);
}

/** What is read of a document where its text is not needed. */
export function headOf(document: ReplyDocument): DocumentHead {
  const {
    text: _text,
    pages: _pages,
    pairs: _pairs,
    aliases: _aliases,
    related: _related,
    inquiry: _,
    ...head
  } = document;
  return head;
}

/** Columns of `documents` that depend on the other documents, too: from `id` to `head`. */
export const HEAD_COLUMNS =
  'id, date, committee, department, asked_by, committee_keys, department_keys, body_key, asked_by_keys, head';

export function headValues(head: DocumentHead, names: NameTable): (string | null)[] {
  const { committee, department, askedBy } = entitiesOf(head, names);
  return [
    ...[head.id, head.date, committee.shown[0] ?? null, department.shown[0] ?? null, JSON.stringify(askedBy.shown)],
    ...[committee.keys, department.keys, key(head.body), askedBy.keys, JSON.stringify(head)],
  ];
}

export function documentValues({ n, document, columns, fingerprint, names }: DocumentRow): Value[] {
  const { pairs, content, inquiry } = columns;
  return [n, ...headValues(headOf(document), names), pairs, content, inquiry, fingerprint];
}

export const passageValues = ({ n, doc, passage: p, vector, text }: PassageRow): Value[] => {
  return [n, doc, p.id, p.pair, p.start, p.end, p.page, vector, text];
};

export function termValues(term: string, { id, df, vector, nounShare, postings }: TermEntry): Value[] {
  const { passages, inquiries } = postings;
  return [term, id, df, Math.round(100 * nounShare) / 100, vector && storeVector(vector), passages, inquiries];
}

export async function insertDocuments(db: D1Database, version: string, rows: DocumentRow[]): Promise<void> {
  const t = tables(version);
  await insertChunks(db, rows.map(documentValues), `insert into ${t.documents} ${selectColumns(15)}`);
  const briefs = rows.map(({ n, brief }) => [n, brief]);
  await insertChunks(db, briefs, `insert into ${t.briefs} ${selectColumns(2)}`);
}

/** Who a document is of, as filters and facets know them. */
export function entitiesOf({ committee, department, askedBy }: Pick<DocumentHead, NameKind>, names: NameTable) {
  return {
    committee: entities('committee', committee === null ? [] : [committee], names),
    department: entities('department', department === null ? [] : [department], names),
    askedBy: entities('askedBy', askedBy, names),
  };
}

/** @returns `keys`: by which filters find it, as entity and as printed; a JSON array */
function entities(kind: NameKind, printed: string[], names: NameTable): { shown: string[]; keys: string } {
  const shown = [...new Set(printed.map((name) => names.of(kind, name)))];
  return { shown, keys: JSON.stringify([...new Set([...shown, ...printed].map(key))]) };
}

export async function insertPassages(db: D1Database, version: string, rows: PassageRow[]): Promise<void> {
  await insertChunks(db, rows.map(passageValues), `insert into ${tables(version).passages} ${selectColumns(9)}`);
}

export async function insertVocabulary(
  db: D1Database,
  version: string,
  terms: (readonly [string, TermEntry])[],
): Promise<void> {
  // In the order of the table, which takes a third less room then.
  const ordered = [...terms].sort(([a], [b]) => (a < b ? -1 : 1));
  const rows = ordered.map(([term, entry]) => termValues(term, entry));
  await insertChunks(db, rows, `insert into ${tables(version).vocabulary} ${selectColumns(7)}`);
}

export async function insertLexicon(db: D1Database, version: string, rows: LexiconRow[]): Promise<void> {
  const ordered = [...rows].sort((a, b) => (a.stem < b.stem ? -1 : 1));
  const values = ordered.map(({ stem, lines, terms }) => [stem, lines, terms]);
  await insertChunks(db, values, `insert into ${tables(version).lexicon} ${selectColumns(3)}`);
}

/** A text that travels in the index as a whole: the words for the splitter. */
export async function insertResource(db: D1Database, version: string, name: string, value: string): Promise<void> {
  for (const row of resourceValues(name, value)) {
    await db
      .prepare(`insert or replace into ${tables(version).resources} values (?, ?, ?)`)
      .bind(...row)
      .run();
  }
}

export function resourceValues(name: string, value: string): Value[][] {
  const parts = Math.max(1, Math.ceil(value.length / MAX_CHUNK_CHARACTERS));
  return Array.from({ length: parts }, (_, part) => [
    ...[name, part, value.slice(part * MAX_CHUNK_CHARACTERS, (part + 1) * MAX_CHUNK_CHARACTERS)],
  ]);
}

export const selectColumns = (count: number): string =>
  `select ${Array.from({ length: count }, (_, i) => `value ->> ${i}`).join(', ')} from json_each(?)`;

/** Each statement takes the chunk, a JSON array of rows, as its one parameter. */
async function insertChunks(db: D1Database, rows: Value[][], sql: string): Promise<void> {
  for (const chunk of inChunks(rows)) await db.prepare(sql).bind(chunk).run();
}

/** Rows → JSON arrays of some of them, each fit to be a parameter. */
export function* inChunks(rows: Iterable<readonly Value[]>): Generator<string> {
  let chunk: string[] = [];
  let size = 0;
  for (const row of rows) {
    const json = JSON.stringify(row);
    if (chunk.length > 0 && size + json.length > MAX_CHUNK_CHARACTERS) {
      yield `[${chunk.join(',')}]`;
      chunk = [];
      size = 0;
    }
    chunk.push(json);
    size += json.length;
  }
  if (chunk.length > 0) yield `[${chunk.join(',')}]`;
}
