// The search index in D1: its tables, their writer and their reader. Each version has tables of its own; the pointer
// row names the live one, so that a running Worker never sees a half-written index.
import type { D1Database } from '@cloudflare/workers-types';
import type { AnswerKind, Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import type { Filters } from '../events.ts';
import { conditionsOf, key } from './filters.ts';
import { INDEX_FORMAT, UnreadableIndex } from './index-format.ts';
import type { Candidate } from './rank.ts';
import { readTerms } from './stored-terms.ts';
import { readVector, storeVector } from './stored-vectors.ts';
import type { DocumentHead, IndexInfo } from './types.ts';

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
}

/** What `live` says of the version that it points to. */
export interface PointerInfo extends IndexInfo {
  averageLength: number;
}

/** What ranking and facets need of a passage; its text is read only for those that are shown. */
export interface CandidateRow extends Candidate {
  kind: AnswerKind;
  date: string | null;
  committee: string | null;
  department: string | null;
  /** JSON array of names. */
  askedBy: string;
}

/** A passage as it is shown. */
export interface PassageText {
  document: DocumentHead;
  passage: Passage & { text: string };
  pair: Pair;
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
      'create table if not exists live (one integer primary key check (one = 1), format text, info text)',
      `create table ${t.documents} (n integer primary key, id text not null unique, date text, committee text,
        department text, asked_by text not null, committee_key text, department_key text, body_key text,
        asked_by_keys text not null, head text not null, content text not null)`,
      `create index ${t.documents}_date on ${t.documents} (date desc, n)`,
      `create table ${t.passages} (n integer primary key, doc integer not null, id text not null, pair integer not null,
        start integer not null, "end" integer not null, page integer, kind text not null, terms text not null,
        vector text not null, text text not null)`,
      `create index ${t.passages}_doc on ${t.passages} (doc)`,
      // Which passage has which term and nothing more: how often and where is ranked by stored terms, 2 times faster.
      `create virtual table ${t.fts} using fts5 (terms, content='', detail=none, columnsize=0, tokenize=ascii)`,
      `create table ${t.vocabulary} (term text primary key, id integer not null, df integer not null,
        vector text) without rowid`,
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

export async function insertDocuments(
  db: D1Database,
  version: string,
  rows: { n: number; document: ReplyDocument }[],
): Promise<void> {
  const values = rows.map(({ n, document }) => {
    const { text, pages, pairs, aliases, related, ...head } = document;
    return [
      ...[n, head.id, head.date, head.committee, head.department, JSON.stringify(head.askedBy)],
      ...[key(head.committee), key(head.department), key(head.body), JSON.stringify(head.askedBy.map(key))],
      ...[JSON.stringify(head), JSON.stringify({ text, pages, pairs, aliases, related })],
    ];
  });
  await insertChunks(db, values, `insert into ${tables(version).documents} ${selectColumns(12)}`);
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
const ftsToken = (id: number): string => id.toString(36);

function ftsTokens(terms: string): string {
  const tokens = new Set<string>();
  readTerms(terms, null, (id) => tokens.add(ftsToken(id)));
  return [...tokens].join(' ');
}

export async function insertVocabulary(db: D1Database, version: string, terms: Map<string, TermEntry>): Promise<void> {
  const rows = Array.from(terms, ([term, { id, df, vector }]) => [term, id, df, vector && storeVector(vector)]);
  await insertChunks(db, rows, `insert into ${tables(version).vocabulary} ${selectColumns(4)}`);
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
export async function pointTo(db: D1Database, info: PointerInfo): Promise<void> {
  await db
    .prepare('insert into live values (1, ?1, ?2) on conflict (one) do update set format = ?1, info = ?2')
    .bind(INDEX_FORMAT, JSON.stringify(info))
    .run();
}

/** Null when nothing was ever built. Throws `UnreadableIndex` when another version of the program built it. */
export async function readPointer(db: D1Database): Promise<PointerInfo | null> {
  const exists = await db.prepare("select 1 from sqlite_master where name = 'live'").first();
  if (!exists) return null;
  const row = await db.prepare('select format, info from live').first<{ format: number | string; info: string }>();
  if (!row) return null;
  if (row.format !== INDEX_FORMAT) {
    throw new UnreadableIndex(`The index has format ${row.format}, this program reads ${INDEX_FORMAT}`);
  }
  return JSON.parse(row.info);
}

export type IndexReader = ReturnType<typeof indexReader>;

export function indexReader(db: D1Database, version: string) {
  const t = tables(version);
  const joined = `${t.passages} p join ${t.documents} d on d.n = p.doc`;
  const candidateColumns =
    'p.n, p.doc, p.kind, p.terms, p.vector, d.date, d.committee, d.department, d.asked_by as askedBy';
  const all = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    (
      await db
        .prepare(sql)
        .bind(...parameters)
        .all<T>()
    ).results;
  const whole = (row: { head: string; content: string }): ReplyDocument => ({
    ...JSON.parse(row.head),
    ...JSON.parse(row.content),
  });
  return {
    async resource(name: string): Promise<string> {
      const rows = await all<{ value: string }>(`select value from ${t.resources} where name = ? order by part`, name);
      return rows.map((row) => row.value).join('');
    },
    /** Terms that no passage has are not in it. */
    async vocabulary(terms: string[]): Promise<Map<string, TermEntry>> {
      const sql = `select * from ${t.vocabulary} where term in (select value from json_each(?))`;
      return new Map((await all<TermRow>(sql, JSON.stringify(terms))).map((row) => [row.term, entryOf(row)]));
    },
    /** Terms with the same beginning and about the same length, for spelling. */
    async similar(beginning: string, shortest: number, longest: number): Promise<(TermEntry & { term: string })[]> {
      const sql = `select * from ${t.vocabulary} where term >= ?1 and term < ?2 and length(term) between ?3 and ?4`;
      const rows = await all<TermRow>(sql, beginning, `${beginning}\u{10ffff}`, shortest, longest);
      return rows.map((row) => ({ term: row.term, ...entryOf(row) }));
    },
    /**
     * Candidates by FTS5: those that are worth most, all terms added up. FTS5's own `rank` would take twice as long.
     * @param worth of a passage that has the term, by the term's number
     * @param joint numbers of terms that must all occur
     */
    async matching(
      worth: Map<number, number>,
      joint: number[],
      filters: Filters,
      limit: number,
    ): Promise<CandidateRow[]> {
      const together = joint.map((id) => `"${ftsToken(id)}"`);
      const queries = Array.from(worth, ([id, worth]) => [[...together, `"${ftsToken(id)}"`].join(' AND '), worth]);
      if (joint.length > 0) queries.push([together.join(' AND '), 1]);
      if (queries.length === 0) return [];
      const { sql, parameters } = conditionsOf(filters);
      const filtered = sql === '' ? '' : `where f.rowid in (select p.n from ${joined} where ${sql})`;
      const found = `select f.rowid as n from json_each(?) q join ${t.fts} f on f.${t.fts} match q.key ${filtered}
        group by f.rowid order by sum(q.value) desc, f.rowid limit ?`;
      const select = `select ${candidateColumns} from (${found}) f join ${t.passages} p on p.n = f.n
        join ${t.documents} d on d.n = p.doc order by p.n`;
      return all(select, JSON.stringify(Object.fromEntries(queries)), ...parameters, limit);
    },
    /** Numbers of the passages that the filters let through; null: all. */
    async allowed(filters: Filters): Promise<Set<number> | null> {
      const { sql, parameters } = conditionsOf(filters);
      if (sql === '') return null;
      const rows = await all<{ n: number }>(`select p.n from ${joined} where ${sql}`, ...parameters);
      return new Set(rows.map((row) => row.n));
    },
    async candidates(numbers: number[]): Promise<CandidateRow[]> {
      const sql = `select ${candidateColumns} from ${joined} where p.n in (select value from json_each(?)) order by p.n`;
      return all(sql, JSON.stringify(numbers));
    },
    async passages(numbers: number[]): Promise<Map<number, PassageText>> {
      const sql = `select p.n, p.id, p.pair, p.start, p."end", p.page, p.text, d.head,
        d.content -> ('$.pairs[' || p.pair || ']') as whole from ${joined} where p.n in (select value from json_each(?))`;
      const rows = await all<Passage & { n: number; text: string; head: string; whole: string }>(
        sql,
        JSON.stringify(numbers),
      );
      return new Map(
        rows.map(({ n, head, whole, ...passage }) => [
          n,
          { passage, document: JSON.parse(head), pair: JSON.parse(whole) },
        ]),
      );
    },
    async passagesOf(documentId: string): Promise<Passage[]> {
      const sql = `select p.id, p.pair, p.start, p."end", p.page from ${joined} where d.id = ? order by p.n`;
      return all(sql, documentId);
    },
    async document(id: string): Promise<ReplyDocument | null> {
      const [row] = await all<{ head: string; content: string }>(
        `select head, content from ${t.documents} where id = ?`,
        id,
      );
      return row ? whole(row) : null;
    },
    async heads(offset: number, limit: number): Promise<DocumentHead[]> {
      const sql = `select head from ${t.documents} order by date desc, n limit ? offset ?`;
      return (await all<{ head: string }>(sql, limit, offset)).map((row) => JSON.parse(row.head));
    },
    /** One passage a document, newest document first. */
    async browse(filters: Filters): Promise<CandidateRow[]> {
      const { sql, parameters } = conditionsOf(filters);
      const columns = `min(p.n) as n, p.doc, p.kind, '' as terms, '' as vector, d.date, d.committee, d.department, d.asked_by as askedBy`;
      const where = sql === '' ? '' : `where ${sql}`;
      return all(`select ${columns} from ${joined} ${where} group by p.doc order by d.date desc, p.doc`, ...parameters);
    },
  };
}

interface TermRow {
  term: string;
  id: number;
  df: number;
  vector: string | null;
}

const entryOf = ({ id, df, vector }: TermRow): TermEntry => ({
  id,
  df,
  vector: vector === null ? null : readVector(vector),
});

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
