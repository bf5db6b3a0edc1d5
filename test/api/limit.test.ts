import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addressKey, LIMIT_PERIOD_SECONDS, LIMITS } from '../../api/limit.ts';
import { counter } from '../../api/node/counters.ts';

describe('the key by which questions are counted', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', 'IPv4 counts whole'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', 'IPv6 counts by its /64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2', 'leading zeros make no other household'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2', 'upper case neither'],
    ['2001:db8::5', '2001:db8:0:0', 'a short form is filled up'],
    ['::1', '0:0:0:0', 'a leading gap, too'],
    ['::ffff:203.0.113.7', '203.0.113.7', 'IPv4 on a socket of IPv6'],
    ['', '', 'no address is one key'],
  ])('%s → %s: %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

describe('the limits', () => {
  const wrangler = readFileSync(join(import.meta.dirname, '../../wrangler.toml'), 'utf8');
  test.each(Object.values(LIMITS))('of $binding are $requests a minute in both homes', ({ binding, requests }) => {
    const blocks = wrangler.split('ratelimits]]').filter((part) => part.includes(`name = "${binding}"`));
    expect(blocks).toHaveLength(2);
    for (const block of blocks) expect(block).toContain(`limit = ${requests}, period = ${LIMIT_PERIOD_SECONDS}`);
  });
});

describe('counting in memory', () => {
  test('lets so many through a minute and key, and begins anew with the next minute', async () => {
    let now = 60_000;
    const { limit } = counter(2, 60, () => now);
    const ask = async (key: string) => (await limit({ key })).success;
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('b')]).toEqual([true, true, false, true]);
    now += 59_999;
    expect(await ask('a')).toBe(false);
    now += 1;
    expect(await ask('a')).toBe(true);
  });
});
