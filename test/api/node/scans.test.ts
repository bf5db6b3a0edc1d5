// A document that was read from a scan, as everybody sees it on Node: marked in search, chat and document, its picture at
// an address of its own, and nothing of it left when it is hidden. Picture and words are invented.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ChatResponse, SearchResponse } from '../../../api/events.ts';
import { removeDocuments } from '../../../api/index/remove-documents.ts';
import { openLocal } from '../../../api/node/local.ts';
import { listen, type Running } from '../../../api/node.ts';
import { buildIndex } from '../../../scripts/build-index.ts';
import { openStore } from '../../../scripts/store.ts';
import { putDocuments } from '../../scripts/filled-store.ts';
import { DOCUMENTS } from '../search/engines.cases.ts';

const PICTURE = 'RIFF....WEBP (erfunden)';
let dir: string;
let storeDir: string;
let running: Running;
let url: string;
const [typed, scanned] = DOCUMENTS;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-node-scans-'));
  storeDir = join(dir, 'store');
  await mkdir(join(dir, 'web'), { recursive: true });
  for (const shell of ['document', 'search', 'text']) {
    await mkdir(join(dir, 'web', shell));
    await writeFile(
      join(dir, 'web', shell, 'index.html'),
      '<html><head></head><body><main data-fill="main"></main></body></html>',
    );
  }
  const image = await (await openStore(storeDir)).scans.put(PICTURE);
  const scans = scanned!.pages.map(({ number }) => ({ number, image, confidence: 0.8 }));
  await putDocuments(storeDir, [...DOCUMENTS.slice(2), typed!, { ...scanned!, scans }]);
  await buildIndex({ storeDir, engine: null });
  running = await listen({
    ...{ port: 0, host: '127.0.0.1', storeDir, webDir: join(dir, 'web'), clientAddressHeader: null },
    app: { RATE_LIMIT: 'off' },
  });
  url = `http://127.0.0.1:${running.port}`;
});
afterAll(async () => {
  await running.stop(0);
  await rm(dir, { recursive: true, force: true });
});

const get = (path: string) => fetch(url + path);
const pictureOf = (id: string, page: number) => `/dokument/${id}/seite/${page}.webp`;

test('API, search and chat say that it was read from a scan, and where its picture is', async () => {
  expect(await (await get(`/api/documents/${scanned!.id}`)).json()).toMatchObject({ ocr: true });
  expect(await (await get(`/api/documents/${typed!.id}`)).json()).toMatchObject({ ocr: false });
  const found = (await (await get(`/api/search?q=${encodeURIComponent(scanned!.title)}`)).json()) as SearchResponse;
  const [source] = found.hits.map(({ source }) => source).filter(({ documentId }) => documentId === scanned!.id);
  expect(source).toMatchObject({ ocr: true, image: expect.stringContaining(`/dokument/${scanned!.id}/seite/`) });
  const others = found.hits.filter(({ source }) => source.documentId !== scanned!.id);
  for (const { source } of others) expect(source).toMatchObject({ ocr: false, image: null });
  const answer = (await (
    await fetch(`${url}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: scanned!.pairs[0]?.questionText ?? scanned!.title }],
      }),
    })
  ).json()) as ChatResponse;
  expect(answer.sources.find(({ documentId }) => documentId === scanned!.id)).toMatchObject({ ocr: true });
});

test('its page and the search page say so and link the picture; the table names it', async () => {
  const page = await (await get(`/dokument/${scanned!.id}`)).text();
  expect(page).toContain('aus einem Scan gelesen');
  expect(page).toContain(pictureOf(scanned!.id, 1));
  expect(await (await get(`/dokument/${typed!.id}`)).text()).not.toContain('aus einem Scan gelesen');
  expect(await (await get(`/suche?q=${encodeURIComponent(scanned!.title)}`)).text()).toContain('Bild der Seite');
  expect(await (await get(`/suche.csv?q=${encodeURIComponent(scanned!.title)}`)).text()).toContain('.webp');
});

test('the picture comes as WebP, once; other pages and documents have none; hidden, it is gone', async () => {
  const picture = await get(pictureOf(scanned!.id, 1));
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(await picture.text()).toBe(PICTURE);
  const etag = picture.headers.get('etag') ?? '';
  const again = await fetch(url + pictureOf(scanned!.id, 1), { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  for (const path of [pictureOf(scanned!.id, 99), pictureOf(typed!.id, 1), pictureOf('nichts', 1)])
    expect((await get(path)).status).toBe(404);
  const local = openLocal(storeDir);
  await removeDocuments(local.env.INDEX_DB, [scanned!.id]).finally(() => local.close());
  expect((await get(pictureOf(scanned!.id, 1))).status).toBe(404);
});
