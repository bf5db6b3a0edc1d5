// A database behind the interface of D1 → the same, which counts what is asked of it: what a question costs on D1 is ways
// over the network, rows that are billed, and bytes that are parsed.
import type { D1Database } from '@cloudflare/workers-types';

export interface DatabaseUse {
  /** Statements, those of a batch each by itself. */
  queries: number;
  /** The longest chain of calls of which each began when the one before had ended; a batch is one call. */
  inARow: number;
  /** As D1 bills them, those of virtual tables included; null where the database does not say: SQLite on Node. */
  rowsRead: number | null;
  /** Rows that were sent. */
  rows: number;
  /** Their values as JSON in UTF-8, as D1 sends them. */
  kb: number;
}

export interface CountedDatabase {
  db: D1Database;
  /** What was used since the last time; calls that still run count for the next. */
  take(): DatabaseUse;
}

type Statement = ReturnType<D1Database['prepare']>;
interface Outcome {
  results?: unknown[];
  meta?: { rows_read?: number };
}

const BYTES = new TextEncoder();

export function countedDatabase(counted: D1Database): CountedDatabase {
  let use = nothing();
  /** Longest chain of calls that have ended. */
  let ended = 0;
  /** The statement itself behind each that was given out, for `batch` takes only its own. */
  const own = new WeakMap<object, Statement>();

  async function call<T>(work: () => Promise<T>, statements: number, outcomesOf: (result: T) => Outcome[]): Promise<T> {
    const place = ended + 1;
    const into = use;
    const result = await work();
    into.queries += statements;
    into.inARow = Math.max(into.inARow, place);
    for (const outcome of outcomesOf(result)) add(into, outcome);
    if (into === use) ended = Math.max(ended, place);
    return result;
  }

  const statementOf = (statement: Statement): Statement => {
    const given = {
      bind: (...values: unknown[]) => statementOf(statement.bind(...values)),
      all: () =>
        call(
          () => statement.all(),
          1,
          (result) => [result],
        ),
      run: () =>
        call(
          () => statement.run(),
          1,
          (result) => [result],
        ),
      first: (column?: string) =>
        call(
          () => (column === undefined ? statement.first() : statement.first(column)),
          1,
          (row) => [{ results: row === null ? [] : [row] }],
        ),
      raw: (options?: { columnNames?: false }) =>
        call(
          () => statement.raw(options),
          1,
          (rows) => [{ results: rows }],
        ),
    } as unknown as Statement;
    own.set(given, statement);
    return given;
  };

  const db = {
    prepare: (sql: string) => statementOf(counted.prepare(sql)),
    batch: (statements: Statement[]) =>
      call(
        () => counted.batch(statements.map((statement) => own.get(statement) ?? statement)),
        statements.length,
        (results) => results,
      ),
    exec: (sql: string) => counted.exec(sql),
    withSession: () => db,
  };
  return {
    db: db as unknown as D1Database,
    take() {
      const taken = use;
      use = nothing();
      ended = 0;
      return taken;
    },
  };
}

const nothing = (): DatabaseUse => ({ queries: 0, inARow: 0, rowsRead: null, rows: 0, kb: 0 });

function add(use: DatabaseUse, { results = [], meta }: Outcome): void {
  use.rows += results.length;
  for (const row of results) {
    const values = Array.isArray(row) ? row : Object.values(row as object);
    use.kb += BYTES.encode(JSON.stringify(values)).length / 1000;
  }
  if (meta?.rows_read !== undefined) use.rowsRead = (use.rowsRead ?? 0) + meta.rows_read;
}
