// What the speed comparison stands on: its figures, and the SQLite that takes D1's place.
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { measure } from '../../../scripts/bench/measure.ts';
import { usageOf } from '../../../scripts/bench/processes.ts';
import { sqliteD1 } from '../../../scripts/bench/sqlite-d1.ts';

describe('measuring', () => {
  test('asks some questions to warm up, then each once', async () => {
    const asked: string[] = [];
    await measure(['a', 'b', 'c'], (question) => asked.push(question));
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  test('gives median and 95th percentile by the clock and processor time by who answers', async () => {
    let used = 1_000;
    const waits = new Map(Array.from({ length: 20 }, (_, i) => [`${i}`, i < 18 ? 1 : 1_000]));
    const figures = await measure(
      [...waits.keys()],
      async (question) => {
        used += 3;
        await new Promise((resolve) => setTimeout(resolve, waits.get(question)));
      },
      () => used,
    );
    expect(figures.cpuMs).toBe(3);
    expect(figures.medianMs).toBeLessThan(900);
    expect(figures.p95Ms).toBeGreaterThan(950);
  });
});

test.runIf(process.platform === 'linux')('a process of this machine says what it has used', () => {
  const before = usageOf(process.pid);
  for (const end = performance.now() + 100; performance.now() < end; );
  const after = usageOf(process.pid);
  expect(after.cpuMs).toBeGreaterThan(before.cpuMs);
  expect(after.residentMB).toBeGreaterThan(20);
  expect(after.peakMB).toBeGreaterThanOrEqual(after.residentMB * 0.9);
});

describe("SQLite in D1's place", () => {
  const { db, close } = sqliteD1(':memory:');
  afterEach(() => db.prepare('drop table if exists t').run());
  afterAll(close);

  test('binds parameters, reads rows, and null where there is none', async () => {
    await db.prepare('create table t (a, b)').run();
    await db.prepare('insert into t values (?1, ?2)').bind(1, 'x').run();
    expect((await db.prepare('select * from t where b = ?').bind('x').all()).results).toEqual([{ a: 1, b: 'x' }]);
    expect(await db.prepare('select * from t where b = ?').bind('y').first()).toBeNull();
  });

  test('takes back a whole batch when one of its statements fails', async () => {
    await db.prepare('create table t (a unique)').run();
    const insert = db.prepare('insert into t values (?)');
    await expect(db.batch([insert.bind(1), insert.bind(1)])).rejects.toThrow('UNIQUE');
    expect((await db.prepare('select * from t').all()).results).toEqual([]);
  });
});
