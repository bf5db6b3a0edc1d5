// What a question costs a database, counted around it.
import { expect, test } from 'vitest';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { countedDatabase } from '../../../scripts/bench/counted-database.ts';

const counted = () => countedDatabase(openSqliteD1(':memory:').db);

test('queries that wait for each other are a longer way than those that run side by side', async () => {
  const { db, take } = counted();
  await Promise.all([db.prepare('select 1').all(), db.prepare('select 2').all()]);
  await db.prepare('select 3').first();
  expect(take()).toMatchObject({ queries: 3, inARow: 2, rows: 3 });
  await db.prepare('select 4').all();
  expect(take()).toMatchObject({ queries: 1, inARow: 1 });
});

test('a batch is several queries and one way, its parameters and results those of its statements', async () => {
  const { db, take } = counted();
  const results = await db.batch([db.prepare('select ? as a').bind('x'), db.prepare('select 2 as a union select 3')]);
  expect(results.map((result) => result.results)).toEqual([[{ a: 'x' }], [{ a: 2 }, { a: 3 }]]);
  expect(take()).toMatchObject({ queries: 2, inARow: 1, rows: 3 });
});

test('what is sent is counted in bytes of its values', async () => {
  const { db, take } = counted();
  await db.prepare('select ? as a_long_name').bind('ä'.repeat(998)).all();
  expect(take().kb).toBeCloseTo(2, 2);
});
