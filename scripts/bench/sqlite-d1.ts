// A SQLite database of Node behind D1's interface, so that our search is measured in the process of its peers, without
// the round trips to workerd. What the index uses is here, and nothing else.
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { D1Database } from '@cloudflare/workers-types';

export interface SqliteD1 {
  db: D1Database;
  bytes(): number;
  close(): void;
}

/** @param path a file, or `:memory:` */
export function sqliteD1(path: string): SqliteD1 {
  const sqlite = new DatabaseSync(path);
  const prepare = (sql: string, values: SQLInputValue[] = []) => ({
    bind: (...bound: SQLInputValue[]) => prepare(sql, bound),
    all: async () => ({ results: sqlite.prepare(sql).all(...values) }),
    first: async () => sqlite.prepare(sql).get(...values) ?? null,
    run: async () => ({ meta: sqlite.prepare(sql).run(...values) }),
  });
  const batch = async (statements: ReturnType<typeof prepare>[]) => {
    sqlite.exec('begin');
    try {
      const results = [];
      for (const statement of statements) results.push(await statement.all());
      sqlite.exec('commit');
      return results;
    } catch (error) {
      sqlite.exec('rollback');
      throw error;
    }
  };
  return {
    db: { prepare, batch } as unknown as D1Database,
    bytes() {
      const sql = 'select page_count * page_size as bytes from pragma_page_count, pragma_page_size';
      return (sqlite.prepare(sql).get() as { bytes: number }).bytes;
    },
    close: () => sqlite.close(),
  };
}
