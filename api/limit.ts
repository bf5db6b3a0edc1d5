// Who asks how often: one limit for each purpose, keyed by address; nothing of it is stored. The same numbers stand in
// wrangler.toml for Workers (a test compares them); on Node they are counted in memory.
import type { RateLimit } from '@cloudflare/workers-types';
import type { HonoRequest } from 'hono';

export const LIMIT_PERIOD_SECONDS = 60;

/** A minute and address, and the binding that counts it. */
export const LIMITS = {
  chat: { binding: 'CHAT_LIMIT', requests: 20 },
  check: { binding: 'CHECK_LIMIT', requests: 10 },
  search: { binding: 'SEARCH_LIMIT', requests: 60 },
  document: { binding: 'DOCUMENT_LIMIT', requests: 120 },
  mcp: { binding: 'MCP_LIMIT', requests: 60 },
  report: { binding: 'REPORT_LIMIT', requests: 10 },
} as const;

export type Purpose = keyof typeof LIMITS;
export type LimitBindings = Partial<Record<(typeof LIMITS)[Purpose]['binding'], RateLimit>>;

/** What of the app's bindings and settings is read here. */
interface LimitEnv extends LimitBindings {
  RATE_LIMIT?: 'on' | 'off';
  clientAddress?: string;
}

/** True when this address has asked too often. Without the binding, or with `RATE_LIMIT=off`, never. */
export async function isRateLimited(
  c: { env: LimitEnv; req: Pick<HonoRequest, 'header'> },
  purpose: Purpose = 'chat',
): Promise<boolean> {
  const counter = c.env.RATE_LIMIT === 'off' ? undefined : c.env[LIMITS[purpose].binding];
  if (!counter) return false;
  // On Node the home says who it is; there the header would be an invention of whoever asks.
  const address = c.env.clientAddress ?? c.req.header('cf-connecting-ip') ?? '';
  const { success } = await counter.limit({ key: addressKey(address) });
  return !success;
}

/** An IPv6 connection owns a whole /64, so that is what counts; IPv4 counts whole, also where it is written as IPv6. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const gap = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, gap)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
