import { describe, expect, test } from 'vitest';
import { addressKey } from '../../api/limit.ts';

describe('the key by which questions are counted', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7', 'IPv4 counts whole'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2', 'IPv6 counts by its /64'],
    ['2001:0db8:0001:0002::1', '2001:db8:1:2', 'leading zeros make no other household'],
    ['2001:DB8:1:2:ffff::', '2001:db8:1:2', 'upper case neither'],
    ['2001:db8::5', '2001:db8:0:0', 'a short form is filled up'],
    ['::1', '0:0:0:0', 'a leading gap, too'],
    ['', '', 'no address is one key'],
  ])('%s → %s: %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});
