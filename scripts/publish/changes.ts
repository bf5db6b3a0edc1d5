// The index of this store → what another database needs to hold the same: tables to make, rows to delete and rows to
// write, whatever tables there are. Nothing here knows what stands in them.

import type { DatabaseSync } from 'node:sqlite';
import { tables } from '../../api/index/index-tables.ts';
import { german } from '../../corpus/german/letters.ts';

export type Value = string | number | null | Uint8Array;
export type Row = Value[];

/** What has to happen to one table. Rows come in the order of their keys, so that a broken run can go on. */
export interface TableChanges {
  table: string;
  /** `create table` and its indexes, for where it is missing. */
  schema: string[];
  columns: string[];
  /** Names among `columns`. */
  key: string[];
  /** Keys of rows that go. */
  remove: Iterable<Row>;
  /** @param after the key of the last row that is there already; null: from the beginning */
  write(after: Row | null): Iterable<Row>;
  /** As many rows as `write(null)` gives. */
  count: number;
}

interface MasterRow {
  name: string;
  sql: string;
}

/** All tables of one version of the index, as they are written into a database that has none of them. */
export function wholeVersion(sqlite: DatabaseSync, version: string): TableChanges[] {
  const all = rowsOf<MasterRow>(sqlite, "select name, sql from sqlite_master where type = 'table' and sql is not null");
  return all
    .filter(({ name }) => name.endsWith(`_${version}`) && name !== tables(version).writes)
    .map((table) => (isFts(table) ? ftsTable(sqlite, table) : plainTable(sqlite, table)));
}

/**
 * What the editions of a version that follow one of them have written and deleted, in tables that are there already.
 * Each row as it is now, however often it was written.
 */
export function changesSince(sqlite: DatabaseSync, version: string, edition: number): TableChanges[] {
  const names = tables(version);
  const sql = `select distinct name, key from ${quoted(names.writes)} where edition > ${Number(edition)}`;
  const byTable = Map.groupBy(rowsOf<{ name: string; key: string }>(sqlite, sql), ({ name }) => name);
  return wholeVersion(sqlite, version).flatMap((whole): TableChanges[] => {
    const short = Object.entries(names).find(([, name]) => name === whole.table)?.[0] ?? '';
    const keys = (byTable.get(short) ?? []).map(({ key }) => JSON.parse(key) as Row);
    const where = whole.key.map((name) => `${quoted(name)} = ?`).join(' and ');
    const one = sqlite.prepare(`select ${list(whole.columns)} from ${quoted(whole.table)} where ${where}`);
    const found = keys.map((key) => one.get(...key));
    const rows = found.flatMap((row) => (row ? [Object.values(row) as Row] : []));
    const remove = keys.filter((_, i) => found[i] === undefined);
    return keys.length === 0 ? [] : [{ ...whole, schema: [], remove, write: () => rows, count: rows.length }];
  });
}

function plainTable(sqlite: DatabaseSync, { name, sql }: MasterRow): TableChanges {
  const columns = rowsOf<{ name: string; pk: number }>(sqlite, `select name, pk from pragma_table_info('${name}')`);
  const named = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  if (named.length === 0) throw new Error(`${name} has no primary key, so its rows cannot be told apart.`);
  const key = named.map((column) => column.name);
  const indexes = rowsOf<{ sql: string }>(
    sqlite,
    `select sql from sqlite_master where type = 'index' and tbl_name = '${name}' and sql is not null`,
  );
  const names = columns.map((column) => column.name);
  const keys = list(key);
  return {
    table: name,
    schema: [sql, ...indexes.map((index) => index.sql)],
    columns: names,
    key,
    remove: [],
    *write(after) {
      const where = after === null ? '' : `where (${keys}) > (${key.map(() => '?').join(', ')})`;
      const statement = sqlite.prepare(`select ${list(names)} from ${quoted(name)} ${where} order by ${keys}`);
      for (const row of statement.iterate(...(after ?? []))) yield Object.values(row) as Row;
    },
    count: countOf(sqlite, `select count(*) as n from ${quoted(name)}`),
  };
}

/** What such a table was given cannot be read from it; but its vocabulary says which row has which terms. */
function ftsTable(sqlite: DatabaseSync, { name, sql }: MasterRow): TableChanges {
  if (!/content\s*=\s*''/.test(sql) || !/detail\s*=\s*none/.test(sql)) {
    throw new Error(`${name}: only FTS5 tables with content='' and detail=none can be copied.`);
  }
  const [column] = rowsOf<{ name: string }>(sqlite, `select name from pragma_table_info('${name}')`);
  const vocabulary = `temp.${quoted(`vocabulary_of_${name}`)}`;
  sqlite.exec(`create virtual table if not exists ${vocabulary} using fts5vocab(main, ${quoted(name)}, instance)`);
  return {
    table: name,
    schema: [sql],
    columns: ['rowid', column!.name],
    key: ['rowid'],
    remove: [],
    *write(after) {
      const statement = sqlite.prepare(
        `select doc, group_concat(term, ' ') as terms from ${vocabulary} where doc > ? group by doc order by doc`,
      );
      for (const { doc, terms } of statement.iterate(after?.[0] ?? -1)) yield [doc as number, terms as string];
    },
    count: countOf(sqlite, `select count(distinct doc) as n from ${vocabulary}`),
  };
}

const isFts = ({ sql }: { sql: string }): boolean => german(/^\s*create virtual table\b.*\busing fts5\b/is).test(sql);

const rowsOf = <T>(sqlite: DatabaseSync, sql: string): T[] => sqlite.prepare(sql).all() as T[];
const countOf = (sqlite: DatabaseSync, sql: string): number => (sqlite.prepare(sql).get() as { n: number }).n;

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const list = (names: string[]): string => names.map(quoted).join(', ');
