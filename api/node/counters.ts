// Rate limits in memory behind the interface of the Workers' binding: so many a minute and key. What was counted is
// forgotten with the minute, and never leaves this process.
import type { RateLimit } from '@cloudflare/workers-types';

/** @param now milliseconds, in tests another clock */
export function counter(limit: number, periodSeconds: number, now: () => number = Date.now): RateLimit {
  let period = -1;
  let counts = new Map<string, number>();
  return {
    async limit({ key }: { key: string }) {
      const current = Math.floor(now() / (periodSeconds * 1000));
      if (current !== period) {
        period = current;
        counts = new Map();
      }
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return { success: count <= limit };
    },
  };
}
