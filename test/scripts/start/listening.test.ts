// An address that cannot be listened on is said in a sentence, and a taken port is told from a wrong host.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listeningFault } from '../../../scripts/start/listening.ts';
import { isFree } from '../../../scripts/start/ports.ts';

const server: Server = createServer();
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve)));
afterAll(() => void server.close());

/** The error that Node itself gives. */
const errorAt = (host: string, port: number) =>
  new Promise<NodeJS.ErrnoException>((resolve) => {
    createServer().once('error', resolve).listen(port, host);
  });

test('a taken port is not free and named with another one', async () => {
  const { port } = server.address() as AddressInfo;
  expect(await isFree(port, '127.0.0.1')).toBe(false);
  expect(listeningFault(await errorAt('127.0.0.1', port), '127.0.0.1', port)).toContain(`PORT=${port + 1}`);
});

test('an address of another machine is no taken port', async () => {
  // 192.0.2.0/24 belongs to nobody (RFC 5737).
  expect(await isFree(8787, '192.0.2.1')).toBe(true);
  expect(listeningFault(await errorAt('192.0.2.1', 8787), '192.0.2.1', 8787)).toMatch(
    /^HOST=192\.0\.2\.1 ist keine Adresse/,
  );
});

test('what the store has is left to the store', () => {
  const error = Object.assign(new Error('no'), { code: 'EACCES', syscall: 'mkdir' });
  expect(listeningFault(error, '127.0.0.1', 8787)).toBeNull();
});
