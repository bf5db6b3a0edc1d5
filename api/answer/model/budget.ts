// How many tokens of the model service were used today, counted in APP_DB across all isolates. A question reserves
// its likely tokens before it calls and settles afterwards, so that many at once cannot all slip below the limit.
import type { D1Database } from '@cloudflare/workers-types';

export interface Budget {
  /** False when the day's tokens are used up; then nothing was reserved. */
  reserve(tokens: number): Promise<boolean>;
  /** Replaces a reservation by what was really used. */
  settle(reserved: number, used: number): Promise<void>;
}

/**
 * @param dailyTokens tokens in and out a day (UTC), cached ones included; null counts without a limit
 */
export function budgetFrom(db: D1Database, dailyTokens: number | null, now: Date): Budget {
  const day = now.toISOString().slice(0, 10);
  return {
    async reserve(tokens) {
      if (dailyTokens === 0) return false;
      const row = await db
        .prepare(
          `insert into token_budget (day, tokens, calls) values (?1, ?2, 1)
           on conflict (day) do update set tokens = tokens + ?2, calls = calls + 1
           where ?3 is null or tokens < ?3
           returning tokens`,
        )
        .bind(day, tokens, dailyTokens)
        .first();
      return row !== null;
    },
    async settle(reserved, used) {
      await db
        .prepare('update token_budget set tokens = max(0, tokens + ?2) where day = ?1')
        .bind(day, used - reserved)
        .run();
    },
  };
}

/** Tokens counted on the day of `now` (UTC). */
export async function tokensOn(db: D1Database, now: Date): Promise<number> {
  const day = now.toISOString().slice(0, 10);
  return (await db.prepare('select tokens from token_budget where day = ?').bind(day).first<number>('tokens')) ?? 0;
}
