// A SQLite file behind the interface of D1, so that the same queries run on one's own machine: serving, building,
// measuring and tests. What the two do differently is evened out here, towards D1 (test/api/node/d1.cases.ts): bound
// numbers are REAL in both by themselves, a BLOB comes back as a plain array, what is no value of SQL is refused.
//
// Readers never wait: the file is in WAL mode, so a rebuild beside a running service disturbs neither.

import { existsSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { D1Database } from '@cloudflare/workers-types';
import { german } from '../../corpus/german/letters.ts';

export interface SqliteD1 {
  db: D1Database;
  /** Of the database, what is not yet merged into the file not counted. */
  bytes(): number;
  close(): void;
}

/** A writer may have to wait for another process's transaction; the longest one of ours takes below a second. */
const BUSY_TIMEOUT_MS = 10_000;
/** Compiling a statement anew takes as long as a small query. */
const KEPT_STATEMENTS = 200;

/** @param path a file, which is made when it is missing, or `:memory:` */
export function openSqliteD1(path: string): SqliteD1 {
  const sqlite = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  // A power cut may cost the last transactions, a killed process nothing; neither damages the file.
  sqlite.exec('pragma journal_mode = wal; pragma synchronous = normal;');
  const compile = compiler(sqlite);

  const prepare = (sql: string, values: SQLInputValue[] = []): Statement => ({
    sql,
    bind: (...bound: unknown[]) => prepare(sql, bound.map(sqlValue)),
    query: () => query(compile(sql), values),
    all: async () => inWords(() => query(compile(sql), values)),
    run: async () => inWords(() => query(compile(sql), values)),
    async first(column) {
      const row = await inWords(() => compile(sql).statement.get(...values) as Row | undefined);
      if (row === undefined) return null;
      if (column === undefined) return ownRow(row);
      if (!(column in row)) throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`);
      return d1Value(row[column]);
    },
    async raw(options) {
      const { results } = await inWords(() => query(compile(sql), values));
      const names = compile(sql)
        .statement.columns()
        .map(({ name }) => name);
      const rows = results.map((row) => names.map((name) => row[name]));
      return options?.columnNames ? [names, ...rows] : rows;
    },
  });

  /** All or nothing. Nothing else comes between, for nothing here waits. */
  async function batch(statements: Statement[]): Promise<Queried[]> {
    // A transaction that begins by reading could not become a writing one while another process writes.
    const isReading = statements.every(({ sql }) => german(/^\s*(select|with)\b/i).test(sql));
    return inWords(() => {
      sqlite.exec(isReading ? 'begin' : 'begin immediate');
      try {
        const results = statements.map((statement) => statement.query());
        sqlite.exec('commit');
        return results;
      } catch (error) {
        if (sqlite.isTransaction) sqlite.exec('rollback');
        throw error;
      }
    });
  }

  const exec = async (sql: string) => inWords(() => sqlite.exec(sql));
  const db = { prepare, batch, exec };
  return {
    db: { ...db, withSession: () => db } as unknown as D1Database,
    bytes() {
      if (path !== ':memory:' && existsSync(path)) return statSync(path).size;
      const sql = 'select page_count * page_size as bytes from pragma_page_count, pragma_page_size';
      return (sqlite.prepare(sql).get() as { bytes: number }).bytes;
    },
    close: () => sqlite.close(),
  };
}

type Row = Record<string, unknown>;

interface Queried {
  success: true;
  results: Row[];
  meta: { changes: number; last_row_id: number; duration: number };
}

interface Statement {
  sql: string;
  bind(...values: unknown[]): Statement;
  query(): Queried;
  all(): Promise<Queried>;
  run(): Promise<Queried>;
  first(column?: string): Promise<unknown>;
  raw(options?: { columnNames?: boolean }): Promise<unknown[][]>;
}

interface Compiled {
  statement: StatementSync;
  givesRows: boolean;
}

function compiler(sqlite: DatabaseSync): (sql: string) => Compiled {
  const kept = new Map<string, Compiled>();
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = sqlite.prepare(sql);
    const compiled = { statement, givesRows: statement.columns().length > 0 };
    kept.set(sql, compiled);
    if (kept.size > KEPT_STATEMENTS) kept.delete(kept.keys().next().value!);
    return compiled;
  };
}

function query({ statement, givesRows }: Compiled, values: SQLInputValue[]): Queried {
  const started = performance.now();
  const results = givesRows ? (statement.all(...values) as Row[]).map(ownRow) : [];
  const { changes, lastInsertRowid } = givesRows
    ? { changes: 0, lastInsertRowid: 0 }
    : (statement.run(...values) as { changes: number; lastInsertRowid: number });
  const duration = performance.now() - started;
  return { success: true, results, meta: { changes, last_row_id: lastInsertRowid, duration } };
}

/** D1 sends rows as JSON. */
function ownRow(row: Row): Row {
  for (const name in row) if (row[name] instanceof Uint8Array) row[name] = d1Value(row[name]);
  return row;
}

const d1Value = (value: unknown): unknown => (value instanceof Uint8Array ? Array.from(value) : value);

function sqlValue(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  throw new Error(`D1_TYPE_ERROR: Type '${typeof value}' not supported for value '${value}'`);
}

/** Failures begin with D1's word for them. */
async function inWords<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw new Error(`D1_ERROR: ${(error as Error).message}`, { cause: error });
  }
}
