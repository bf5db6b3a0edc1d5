// Runs the cases of D1 against a database behind its interface.
import type { D1Database } from '@cloudflare/workers-types';
import { beforeEach, expect, test } from 'vitest';
import { D1_CASES } from './d1.cases.ts';

export function checkD1(db: D1Database): void {
  beforeEach(async () => {
    await db.prepare('drop table if exists t').run();
    await db.prepare('create table t (a text primary key, b)').run();
  });

  test.each(D1_CASES)('gives $name', async ({ run, gives }) => {
    if (!(gives instanceof RegExp)) return expect(await run(db)).toEqual(gives);
    // A wrong value is refused before or when it is sent.
    const failed = await Promise.resolve()
      .then(() => run(db))
      .catch((error: Error) => error);
    expect(failed).toBeInstanceOf(Error);
    expect((failed as Error).message).toMatch(gives);
  });
}
