// What our queries rely on of D1, for both databases behind its interface: D1 in workerd, SQLite on Node.
import type { D1Database } from '@cloudflare/workers-types';

export interface D1Case {
  name: string;
  run(db: D1Database): Promise<unknown>;
  /** A RegExp: what the failure says. */
  gives: unknown;
}

const insert = (db: D1Database, ...values: unknown[]) =>
  db.prepare('insert into t (a, b) values (?, ?)').bind(...values);
const rows = async (db: D1Database) => (await db.prepare('select a, b from t order by a').all()).results;

/** Each begins with an empty table `t (a text primary key, b)`. */
export const D1_CASES: D1Case[] = [
  {
    name: 'rows as objects, with null for NULL',
    run: async (db) => {
      await insert(db, 'x', null).run();
      return rows(db);
    },
    gives: [{ a: 'x', b: null }],
  },
  {
    name: 'the first row, one column of it, and null where there is none',
    run: async (db) => {
      await insert(db, 'x', 'y').run();
      const all = db.prepare('select a, b from t where a = ?');
      return [await all.bind('x').first(), await all.bind('x').first('b'), await all.bind('z').first()];
    },
    gives: [{ a: 'x', b: 'y' }, 'y', null],
  },
  {
    name: 'a failure for a column that is not there',
    run: (db) => db.prepare('select 1 as a').first('b'),
    gives: /D1_COLUMN_NOTFOUND/,
  },
  {
    name: 'a bound number as REAL, so that a text column never matches it',
    run: async (db) => {
      await insert(db, 27_963, 1).run();
      return db.prepare('select a, typeof(b) as type from t').first();
    },
    gives: { a: '27963.0', type: 'real' },
  },
  {
    name: 'true and false as 1 and 0',
    run: (db) => db.prepare('select ? as yes, ? as no').bind(true, false).first(),
    gives: { yes: 1, no: 0 },
  },
  {
    name: 'bytes, as a plain array',
    run: async (db) => {
      await insert(db, 'x', new Uint8Array([0, 127, 255])).run();
      return [await db.prepare('select b, typeof(b) as type from t').first(), await rows(db)];
    },
    gives: [{ b: [0, 127, 255], type: 'blob' }, [{ a: 'x', b: [0, 127, 255] }]],
  },
  { name: 'a failure for undefined', run: (db) => insert(db, 'x', undefined).run(), gives: /D1_TYPE_ERROR/ },
  { name: 'a failure for an object', run: (db) => insert(db, 'x', {}).run(), gives: /D1_TYPE_ERROR/ },
  {
    name: 'numbered parameters, used twice',
    run: (db) => db.prepare('select ?2 as a, ?1 as b, ?2 as c').bind('x', 'y').first(),
    gives: { a: 'y', b: 'x', c: 'y' },
  },
  {
    name: 'arrays by JSON',
    run: async (db) =>
      (await db.prepare('select value ->> 0 as a from json_each(?)').bind('[["x"],["ä"]]').all()).results,
    gives: [{ a: 'x' }, { a: 'ä' }],
  },
  {
    name: 'rows without names',
    run: (db) => db.prepare('select 1 as a, null as b').raw({ columnNames: true }),
    gives: [
      ['a', 'b'],
      [1, null],
    ],
  },
  {
    name: 'how many rows were changed',
    run: async (db) => {
      await insert(db, 'x', 1).run();
      const { meta } = await db.prepare("update t set b = 2 where a = 'x'").run();
      return meta.changes;
    },
    gives: 1,
  },
  {
    name: 'rows of a statement that returns what it wrote',
    run: async (db) => (await db.prepare("insert into t values ('x', 'y') returning b").all()).results,
    gives: [{ b: 'y' }],
  },
  {
    name: 'a batch in order, with the results of each',
    run: async (db) => {
      const results = await db.batch([insert(db, 'x', 'y'), db.prepare('select b from t')]);
      return results.map((result) => result.results);
    },
    gives: [[], [{ b: 'y' }]],
  },
  {
    name: 'a batch of which one statement fails, taken back as a whole',
    run: async (db) => {
      const failed = await db.batch([insert(db, 'x', 1), insert(db, 'x', 1)]).catch((error) => String(error));
      return [/UNIQUE/.test(String(failed)), await rows(db)];
    },
    gives: [true, []],
  },
  {
    name: 'a failure that begins with D1_ERROR',
    run: (db) => db.prepare('select * from nowhere').all(),
    gives: /^D1_ERROR: no such table: nowhere/,
  },
];
