// Writes changes into a D1 database in steps. Each step is one transaction that also notes how far it came, so a run
// that was broken off goes on where it was.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import { list, quoted, type Row, type TableChanges, type Value } from './changes.ts';

/** D1 takes values of up to 2 MB. */
const MAX_STEP_CHARACTERS = 500_000;
const PROGRESS = 'publish_progress';

/**
 * @param run names what is being written, e.g. the version: another run begins anew
 * @param onStep called with the table and the rows that it has got in this run
 */
export async function applyChanges(
  db: D1Database,
  run: string,
  changes: TableChanges[],
  onStep: (table: string, rows: number) => void = () => {},
): Promise<void> {
  await db
    .prepare(`create table if not exists ${PROGRESS} (run text, name text, last text, primary key (run, name))`)
    .run();
  const done = await progressOf(db, run);
  for (const change of changes) {
    const { table, schema } = change;
    if (!done.has(table)) {
      // Half of a table that a run left before it noted anything would be in the way.
      const statements = [`drop table if exists ${quoted(table)}`, ...schema].map((sql) => db.prepare(sql));
      await db.batch([...(change.schema.length > 0 ? statements : []), note(db, run, table, null)]);
    }
    let written = 0;
    for (const rows of chunked(change.remove)) await db.batch([removing(db, change, rows)]);
    for (const rows of chunked(change.write(done.get(table) ?? null))) {
      await db.batch([writing(db, change, rows), note(db, run, table, keyOf(change, rows.at(-1)!))]);
      written += rows.length;
      onStep(table, written);
    }
  }
}

/** The same for a few changes of tables that are there, as statements of one transaction. */
export function statementsFor(db: D1Database, changes: TableChanges[]): D1PreparedStatement[] {
  return [
    ...changes.flatMap((change) => [...chunked(change.remove)].map((rows) => removing(db, change, rows))),
    ...changes.flatMap((change) => [...chunked(change.write(null))].map((rows) => writing(db, change, rows))),
  ];
}

/** When all is in and live. */
export async function forgetProgress(db: D1Database, run: string): Promise<void> {
  await db.prepare(`delete from ${PROGRESS} where run = ?`).bind(run).run();
}

async function progressOf(db: D1Database, run: string): Promise<Map<string, Row | null>> {
  const sql = `select name, last from ${PROGRESS} where run = ?`;
  const { results } = await db.prepare(sql).bind(run).all<{ name: string; last: string | null }>();
  return new Map(results.map(({ name, last }) => [name, last === null ? null : (JSON.parse(last) as Row)]));
}

function note(db: D1Database, run: string, table: string, last: Row | null): D1PreparedStatement {
  const sql = `insert into ${PROGRESS} values (?1, ?2, ?3) on conflict (run, name) do update set last = ?3`;
  return db.prepare(sql).bind(run, table, last === null ? null : JSON.stringify(last));
}

/** FTS5 knows no `replace`, and its tables are only ever written whole. */
function writing(db: D1Database, { table, columns }: TableChanges, rows: Row[]): D1PreparedStatement {
  const values = columns.map((_, i) => (isBlob(rows, i) ? `unhex(value ->> ${i})` : `value ->> ${i}`));
  const verb = columns[0] === 'rowid' ? 'insert' : 'insert or replace';
  const sql = `${verb} into ${quoted(table)} (${columns[0] === 'rowid' ? `rowid, ${list(columns.slice(1))}` : list(columns)})
    select ${values.join(', ')} from json_each(?)`;
  return db.prepare(sql).bind(JSON.stringify(rows.map((row) => row.map(jsonValue))));
}

function removing(db: D1Database, { table, key }: TableChanges, keys: Row[]): D1PreparedStatement {
  const values = key.map((_, i) => `value ->> ${i}`).join(', ');
  const sql = `delete from ${quoted(table)} where (${list(key)}) in (select ${values} from json_each(?))`;
  return db.prepare(sql).bind(JSON.stringify(keys.map((row) => row.map(jsonValue))));
}

const keyOf = ({ columns, key }: TableChanges, row: Row): Row => key.map((name) => row[columns.indexOf(name)]!);

const isBlob = (rows: Row[], column: number): boolean => rows.some((row) => row[column] instanceof Uint8Array);

const jsonValue = (value: Value): string | number | null =>
  value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;

const sizeOf = (row: Row): number =>
  row.reduce<number>(
    (sum, value) =>
      sum + (typeof value === 'string' ? value.length : value instanceof Uint8Array ? 2 * value.length : 8),
    0,
  );

function* chunked(rows: Iterable<Row>): Generator<Row[]> {
  let chunk: Row[] = [];
  let size = 0;
  for (const row of rows) {
    const more = sizeOf(row);
    if (chunk.length > 0 && size + more > MAX_STEP_CHARACTERS) {
      yield chunk;
      chunk = [];
      size = 0;
    }
    chunk.push(row);
    size += more;
  }
  if (chunk.length > 0) yield chunk;
}
