// How many tokens of the model service were used today, counted in APP_DB across all isolates.
import type { D1Database } from '@cloudflare/workers-types';
import type { Usage } from '../events.ts';

export interface Budget {
  /** Whether a call may still be made today. */
  open(): Promise<boolean>;
  spend(usage: Usage): Promise<void>;
}

/**
 * @param dailyTokens tokens in and out a day (UTC), cached ones included; null counts without a limit
 */
export function budgetFrom(db: D1Database, dailyTokens: number | null, now: Date): Budget {
  const day = now.toISOString().slice(0, 10);
  return {
    async open() {
      if (dailyTokens === null) return true;
      const used = await db.prepare('select tokens from token_budget where day = ?').bind(day).first<number>('tokens');
      return (used ?? 0) < dailyTokens;
    },
    async spend(usage) {
      const tokens = usage.inputTokens + usage.outputTokens + usage.cachedTokens;
      await db
        .prepare(
          `insert into token_budget (day, tokens, calls) values (?1, ?2, 1)
           on conflict (day) do update set tokens = tokens + ?2, calls = calls + 1`,
        )
        .bind(day, tokens)
        .run();
    },
  };
}
