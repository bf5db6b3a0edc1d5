// The home on Node over real HTTP: who asks, which addresses are given out, how it goes, and what a rebuild or a document
// that is hidden does to the questions that come meanwhile.
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Env } from '../../../api/env.ts';
import type { ChatResponse, SearchResponse } from '../../../api/events.ts';
import { listen, type NodeSettings, type Running } from '../../../api/node.ts';
import shipped from '../../../corpus/city.json' with { type: 'json' };
import type { City } from '../../../corpus/city.ts';
import { buildIndex } from '../../../scripts/build-index.ts';
import { putDocuments } from '../../scripts/filled-store.ts';
import { DOCUMENTS } from '../search/engines.cases.ts';

const SCRIPTS = join(import.meta.dirname, '../../../scripts');
let dir: string;
let storeDir: string;
const opened: Running[] = [];

beforeAll(async () => {
  for (const stream of ['log', 'error'] as const) vi.spyOn(console, stream).mockReturnValue();
  dir = await mkdtemp(join(tmpdir(), 'ra-node-'));
  storeDir = join(dir, 'store');
  await mkdir(join(dir, 'web/assets'), { recursive: true });
  await writeFile(join(dir, 'web/assets/x-1.js'), 'x'.repeat(2_000));
  await writeFile(join(dir, 'secret.txt'), 'secret');
  await putDocuments(storeDir, DOCUMENTS);
  await buildIndex({ storeDir, engine: null });
});
afterAll(async () => {
  for (const running of opened) await running.stop(0);
  await rm(dir, { recursive: true, force: true });
});

async function serve(app: Partial<Env>, more: Partial<NodeSettings> = {}): Promise<{ url: string; running: Running }> {
  const settings = { port: 0, host: '127.0.0.1', storeDir, webDir: join(dir, 'web'), clientAddressHeader: null };
  const running = await listen({ ...settings, app, ...more });
  opened.push(running);
  return { url: `http://127.0.0.1:${running.port}`, running };
}

const chat = (url: string, content: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: JSON.stringify({ messages: [{ role: 'user', content }] }),
  });

/** Counts are forgotten at the end of a minute of the clock, so none must end while they are counted. */
const MINUTE_MS = 60_000;
const COUNTING_MS = 15_000;
async function earlyInAMinute(): Promise<void> {
  const left = MINUTE_MS - (Date.now() % MINUTE_MS);
  if (left < COUNTING_MS) await new Promise((resolve) => setTimeout(resolve, left + 50));
}

describe('who asks', () => {
  beforeEach(earlyInAMinute);

  const statuses = async (url: string, headers: (i: number) => Record<string, string>) => {
    const all = await Promise.all(Array.from({ length: 22 }, (_, i) => chat(url, 'Linden', headers(i))));
    return all.map(({ status }) => status).sort();
  };

  test('is the connection, whatever header a visitor invents', async () => {
    const { url } = await serve({});
    const invented = (i: number) => ({ 'cf-connecting-ip': `203.0.113.${i}`, 'x-forwarded-for': `203.0.113.${i}` });
    expect((await statuses(url, invented)).slice(-2)).toEqual([429, 429]);
  });

  test('may look at so many result pages a minute and no more', async () => {
    const { url } = await serve({});
    const asked = await Promise.all(Array.from({ length: 62 }, () => fetch(`${url}/suche.csv?q=Linden`)));
    expect(asked.filter(({ status }) => status === 200)).toHaveLength(60);
    expect(asked.find(({ status }) => status === 429)?.headers.get('retry-after')).toBe('60');
  });

  test('is the last entry of the header that the own proxy sets, where one is named', async () => {
    const { url } = await serve({}, { clientAddressHeader: 'X-Forwarded-For' });
    const brought = (i: number) => ({ 'x-forwarded-for': `198.51.100.${i}, 203.0.113.7` });
    expect((await statuses(url, brought)).slice(-2)).toEqual([429, 429]);
    const others = await chat(url, 'Linden', { 'x-forwarded-for': '203.0.113.8' });
    expect(others.status).toBe(200);
  });
});

describe('files', () => {
  test('come compressed where that is understood, and are not sent again unchanged', async () => {
    const { url } = await serve({ RATE_LIMIT: 'off' });
    const first = await fetch(`${url}/assets/x-1.js`);
    expect([first.status, first.headers.get('content-encoding'), (await first.text()).length]).toEqual([
      200,
      'gzip',
      2_000,
    ]);
    expect(first.headers.get('content-type')).toContain('javascript');
    const again = await fetch(`${url}/assets/x-1.js`, { headers: { 'if-none-match': first.headers.get('etag')! } });
    expect(again.status).toBe(304);
  });

  test.each(['/../secret.txt', '/..%2fsecret.txt', '/assets/..%2f..%2fsecret.txt', '/%00.js', '/%E0%A4%A.js'])(
    'outside of the built pages are not to be had: %s',
    async (path) => {
      const { url } = await serve({ RATE_LIMIT: 'off' });
      const response = await fetch(url + path).catch(() => null);
      expect((await response?.text()) ?? '').not.toContain('secret');
    },
  );
});

test('addresses that are given out begin with what the city says', async () => {
  const { url } = await serve({ RATE_LIMIT: 'off', PUBLIC_ORIGIN: 'https://rat.example.de' });
  const answer = (await (await chat(url, 'Linden')).json()) as ChatResponse;
  expect(answer.sources.length).toBeGreaterThan(0);
  for (const source of answer.sources) expect(source.url).toMatch(/^https:\/\/rat\.example\.de\/dokument\//);
});

test('what the service gives out names the city whose facts the home was given, else the one that ships', async () => {
  const neudorf = { ...shipped, name: 'Neudorf' };
  const of = async (city: City | null) => {
    const { url } = await serve({ RATE_LIMIT: 'off' }, { city });
    return (await fetch(`${url}/feed.atom`)).text();
  };
  expect(await of(neudorf)).toContain('Neudorf');
  expect(await of(null)).not.toContain('Neudorf');
});

describe('metrics', () => {
  test('are for who knows the token, and say how many and how long, never which words', async () => {
    const { url } = await serve({ RATE_LIMIT: 'off', METRICS_TOKEN: 'geheim' });
    await fetch(`${url}/api/search?q=Lindenbaum`);
    await fetch(`${url}/api/documents/Lindenbaum`);
    await chat(url, 'Lindenbaum');
    expect((await fetch(`${url}/metrics`)).status).toBe(404);
    expect((await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer falsch' } })).status).toBe(404);
    const told = await (await fetch(`${url}/metrics`, { headers: { authorization: 'Bearer geheim' } })).text();
    expect(told).toContain('ratsauskunft_requests_total{route="/api/search",status="200"} 1');
    expect(told).toContain('ratsauskunft_requests_total{route="/api/documents/:id",status="404"} 1');
    expect(told).toMatch(/ratsauskunft_answers_total\{kind="\w+",mode="extractive"\} 1/);
    expect(told).toContain('ratsauskunft_request_duration_seconds_bucket{route="/api/chat",le="+Inf"} 1');
    expect(told).toMatch(/ratsauskunft_index_age_seconds \d/);
    expect(told).not.toContain('Lindenbaum');
  });
});

test('told to go, it brings what is under way to its end and takes nothing new', async () => {
  const { url, running } = await serve({ RATE_LIMIT: 'off' });
  const streams = Array.from({ length: 20 }, () =>
    chat(url, 'Wann öffnet das Freibad?', { accept: 'text/event-stream' }),
  );
  // Accepted and begun; what the system has not handed over yet is refused.
  await Promise.all(streams);
  const stopped = running.stop();
  for (const response of await Promise.all(streams)) {
    expect(response.status).toBe(200);
    expect((await response.text()).trimEnd()).toMatch(/data: \[DONE\]$/);
  }
  await stopped;
  await expect(chat(url, 'Linden')).rejects.toThrow();
});

describe('while questions come', () => {
  /** Asks until `work` is done, and gives what was not answered as it should be. */
  async function askedDuring(url: string, work: Promise<unknown>): Promise<{ asked: number; bad: string[] }> {
    let isDone = false;
    const done = work.finally(() => (isDone = true));
    const bad: string[] = [];
    let asked = 0;
    const reader = async () => {
      while (!isDone) {
        asked++;
        const response = await chat(url, 'Wann öffnet das Freibad 2024?').catch((error: Error) => error);
        if (response instanceof Error || !response.ok)
          bad.push(
            response instanceof Error
              ? String(response)
              : `${response.status} ${vi.mocked(console.error).mock.lastCall}`,
          );
        else {
          const { sources } = (await response.json()) as ChatResponse;
          if (sources.some((source) => source.text === '')) bad.push('mixed');
        }
      }
    };
    await Promise.all([reader(), reader(), reader(), done]);
    return { asked, bad };
  }

  const run = (script: string, ...args: string[]) =>
    promisify(execFile)(process.execPath, [join(SCRIPTS, script), ...args], {
      env: { ...process.env, STORE_DIR: storeDir },
    });

  test('the index is rebuilt and switched by another process without a failed answer', async () => {
    const { url } = await serve({ RATE_LIMIT: 'off' });
    const one = { ...DOCUMENTS[0]!, id: 'one-more', text: `${DOCUMENTS[0]!.text} ` };
    await putDocuments(storeDir, [...DOCUMENTS, one]);
    const { asked, bad } = await askedDuring(url, run('build-index.ts'));
    expect(bad).toEqual([]);
    expect(asked).toBeGreaterThan(2);
  });

  test('a hidden document is gone from search, list, document and answers at once, and stays so over a rebuild', async () => {
    const { url } = await serve({ RATE_LIMIT: 'off' });
    const search = async () => (await (await fetch(`${url}/api/search?q=Freibad`)).json()) as SearchResponse;
    const { documentId: id } = (await search()).hits[0]!.source;
    const list = async () =>
      (await (await fetch(`${url}/api/documents?limit=100`)).json()) as { total: number; documents: { id: string }[] };
    const { bad } = await askedDuring(url, run('hide.ts', id));
    expect(bad).toEqual([]);
    expect((await search()).hits.map(({ source }) => source.documentId)).not.toContain(id);
    expect((await fetch(`${url}/api/documents/${id}`)).status).toBe(404);
    expect((await list()).documents.map((document) => document.id)).not.toContain(id);
    const answer = (await (await chat(url, 'Wann öffnet das Freibad?')).json()) as ChatResponse;
    expect(answer.sources.map(({ documentId }) => documentId)).not.toContain(id);
    const uncounted = async () => await list().then(({ total, documents }) => total - documents.length);
    await expect.poll(uncounted, { timeout: 5_000 }).toBe(0);
    await run('build-index.ts');
    expect((await fetch(`${url}/api/documents/${id}`)).status).toBe(404);
  });
});
