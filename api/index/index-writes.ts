// Rows to write and keys to delete, of several tables of one version → the statements of one transaction. What each
// edition has written or deleted is noted, so that another database can be brought from one edition to the next
// (scripts/publish).
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { HEAD_COLUMNS, inChunks, selectColumns, tables, type Value } from './index-tables.ts';

/** How many columns each table has, and by which of them its rows are told apart: the first ones. */
const TABLES = {
  documents: { columns: 15, key: ['n'] },
  passages: { columns: 9, key: ['n'] },
  briefs: { columns: 2, key: ['n'] },
  vocabulary: { columns: 7, key: ['term'] },
  resources: { columns: 3, key: ['name', 'part'] },
} as const;
type TableName = keyof typeof TABLES;

export interface IndexWrites {
  /** Whole rows, new ones and such as are there already. */
  put(table: TableName, rows: Value[][]): void;
  remove(table: TableName, keys: Value[][]): void;
  /** `n` and the columns of HEAD_COLUMNS of documents that are there. */
  putHeads(rows: Value[][]): void;
  /** Rows that are written or deleted. */
  rows(): Record<string, number>;
  /** Deletions come first. */
  statements(edition: number): D1PreparedStatement[];
}

export function indexWrites(db: D1Database, version: string): IndexWrites {
  const t = tables(version);
  const removing: D1PreparedStatement[] = [];
  const putting: D1PreparedStatement[] = [];
  const written: [name: string, key: string][] = [];
  const note = (table: TableName, keys: Value[][]) => {
    for (const key of keys) written.push([table, JSON.stringify(key)]);
  };
  const chunks = (sql: string, rows: Value[][]) => [...inChunks(rows)].map((chunk) => db.prepare(sql).bind(chunk));
  return {
    put(table, rows) {
      const { columns, key } = TABLES[table];
      putting.push(...chunks(`insert or replace into ${t[table]} ${selectColumns(columns)}`, rows));
      note(
        table,
        rows.map((row) => row.slice(0, key.length)),
      );
    },
    remove(table, keys) {
      const { key } = TABLES[table];
      const values = key.map((_, i) => `value ->> ${i}`).join(', ');
      const sql = `delete from ${t[table]} where (${key.join(', ')}) in (select ${values} from json_each(?))`;
      removing.push(...chunks(sql, keys));
      note(table, keys);
    },
    putHeads(rows) {
      const set = HEAD_COLUMNS.split(', ').map((name, i) => `${name} = v.value ->> ${i + 1}`);
      const sql = `update ${t.documents} set ${set.join(', ')} from json_each(?) v where n = v.value ->> 0`;
      putting.push(...chunks(sql, rows));
      note(
        'documents',
        rows.map(([n]) => [n!]),
      );
    },
    rows: () =>
      Object.fromEntries(
        Array.from(
          Map.groupBy(written, ([name]) => name),
          ([name, all]) => [name, all.length],
        ),
      ),
    statements(edition) {
      const noted = chunks(
        `insert or ignore into ${t.writes} ${selectColumns(3)}`,
        written.map(([name, key]) => [edition, name, key]),
      );
      return [...removing, ...putting, ...noted];
    },
  };
}
