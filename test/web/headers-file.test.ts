// Files below /assets get the same headers from the app on Node as from _headers on Workers, where the app is not asked.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { app } from '../../api/app.ts';
import type { Env } from '../../api/env.ts';
import { headersFile } from '../../web/build/headers-file.ts';

const BUILT = join(import.meta.dirname, '../../dist/web/_headers');
/** What belongs to one file or one request. */
const OWN = ['x-request-id', 'content-type', 'etag'];

async function written(): Promise<string> {
  const emitted: { fileName: string; source: string }[] = [];
  const generate = headersFile().generateBundle as unknown as (this: unknown) => Promise<void>;
  await generate.call({ emitFile: (file: { fileName: string; source: string }) => emitted.push(file) });
  expect(emitted.map(({ fileName }) => fileName)).toEqual(['_headers']);
  return emitted[0]!.source;
}

const headersIn = (source: string) =>
  Object.fromEntries([...source.matchAll(/^ {2}([^:]+): (.*)$/gm)].map(([, name, value]) => [name, value]));

test.each(['/assets/chat-1a2b.js', '/assets/text-3c4d.css', '/assets/logo-5e6f.svg'])('%s', async (path) => {
  const ASSETS = { fetch: async () => new Response('x', { headers: { 'content-type': 'text/plain', etag: '"x"' } }) };
  const { headers } = await app.request(path, {}, { ASSETS } as unknown as Env);
  const fromApp = Object.fromEntries([...headers].filter(([name]) => !OWN.includes(name)));
  const source = await written();
  expect(source.split('\n')[0]).toBe('/assets/*');
  expect(headersIn(source)).toEqual(fromApp);
  expect(Object.keys(fromApp).length).toBeGreaterThan(8);
});

test.skipIf(!existsSync(BUILT))('the built file is the one that is written now', async () => {
  expect(readFileSync(BUILT, 'utf8')).toBe(await written());
});
