// Which addresses an ingest may ask: the server that the user named and no other, so that no link in a
// document list and no redirect makes us call machines inside of the network we run in.
import { lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Result } from '../../../corpus/types.ts';

export type AddressFault = 'not-a-url' | 'not-http' | 'other-server';

/**
 * A link as the server gave it → the URL to ask. The same server behind http and https counts as one (ids are
 * often written with the other scheme); it is asked in the safer one, never in a less safe one than the start.
 */
export function ownUrl(link: string, start: URL): Result<URL, AddressFault> {
  if (!URL.canParse(link, start)) return { ok: false, error: 'not-a-url' };
  const url = new URL(link, start);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, error: 'not-http' };
  const samePort = url.port === start.port;
  if (url.hostname !== start.hostname || !samePort || url.username || url.password) {
    return { ok: false, error: 'other-server' };
  }
  // A port that is written down serves one scheme only, the one that the start was reached with.
  if (start.port !== '' || start.protocol === 'https:') url.protocol = start.protocol;
  url.hash = '';
  return { ok: true, value: url };
}

const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv4');
}
for (const [net, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(net, bits, 'ipv6');
}

/** Loopback, private, link-local, shared, multicast and reserved ranges; IPv4 inside of IPv6 is seen through. */
export function isPrivateAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const bare = (mapped ?? address).replace(/^\[|\]$/g, '');
  const family = isIP(bare);
  return family === 0 || PRIVATE.check(bare, family === 4 ? 'ipv4' : 'ipv6');
}

/** Looks names up for sockets and refuses private answers, each time anew: a name may point elsewhere tomorrow. */
export function publicLookup(): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, '', 4);
      const bad = addresses.find((a) => isPrivateAddress(a.address));
      if (bad) return callback(new PrivateAddressError(hostname, bad.address), '', 4);
      if (options.all) return callback(null, addresses);
      const first = addresses[0];
      callback(null, first?.address ?? '', first?.family ?? 4);
    });
  };
}

export class PrivateAddressError extends Error {
  constructor(hostname: string, address: string) {
    super(`${hostname} → ${address}`);
    this.name = 'PrivateAddressError';
  }
}
