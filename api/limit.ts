// Who asks how often: the rate-limit binding, keyed by address; nothing of it is stored.
import type { Context } from 'hono';
import type { Env } from './env.ts';

/** Must be the period of the binding in wrangler.toml. */
export const LIMIT_PERIOD_SECONDS = 60;

/**
 * True when this address has asked too often. Without the binding, or with `RATE_LIMIT=off`, never.
 * @param purpose what is counted apart from the chat, e.g. `report`
 */
export async function isRateLimited(c: Context<{ Bindings: Env }>, purpose?: string): Promise<boolean> {
  if (c.env.RATE_LIMIT === 'off' || !c.env.CHAT_LIMIT) return false;
  const address = addressKey(c.req.header('cf-connecting-ip') ?? '');
  const { success } = await c.env.CHAT_LIMIT.limit({ key: purpose ? `${purpose} ${address}` : address });
  return !success;
}

/** An IPv6 connection owns a whole /64, so that is what counts; IPv4 counts whole. */
export function addressKey(address: string): string {
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
