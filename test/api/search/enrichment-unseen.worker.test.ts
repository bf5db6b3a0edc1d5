// Through every door of the service: what was written to help finding leads to a document and is nowhere to be read.
import { createExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { app } from '../../../api/app.ts';
import type { Env } from '../../../api/env.ts';
import { bundleName } from '../../../api/index/bundle.ts';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { pointTo } from '../../../api/index/pointer.ts';
import migration from '../../../api/migrations/0001_token_budget.sql?raw';
import type { Seen } from '../../messages-server.ts';
import { DOCUMENTS } from './engines.cases.ts';

const bindings = env as unknown as Env;
const VERSION = 'unseen';
/** Found by the first of these words; the second is never asked for, so who shows it has it from the index. */
const ASKED = 'Quorzelwumpen';
const UNSEEN = 'Griwelschnack';
const UNSEEN_IN_ANY_FORM = /griwel/iu;
const WRITTEN = `Wo wachsen ${ASKED} neben dem ${UNSEEN}?\n${UNSEEN}`;

beforeAll(async () => {
  async function* documents() {
    yield* DOCUMENTS;
  }
  const { info, bundle } = await fillIndex(
    bindings.INDEX_DB,
    {
      ...{ version: VERSION, builtAt: '2026-01-01T00:00:00.000Z', lexicon: '' },
      enrichmentOf: ({ id }) =>
        id === 'baum' ? { pairs: new Map([[0, WRITTEN]]), document: WRITTEN } : { pairs: new Map(), document: '' },
    },
    documents,
  );
  await bindings.BUNDLES.put(bundleName(VERSION), bundle!);
  await pointTo(bindings.INDEX_DB, info);
  await bindings.APP_DB.exec(migration.replace(/--.*$/gmu, '').replace(/\s+/gu, ' ').trim());
});

const settings = { ...bindings, RATE_LIMIT: 'off' } as const;
const get = (path: string, more: Partial<Env> = {}) =>
  app.request(path, {}, { ...settings, ...more }, createExecutionContext());
const post = (path: string, body: unknown, accept = 'application/json', more: Partial<Env> = {}) =>
  app.request(
    path,
    { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', accept } },
    { ...settings, ...more },
    createExecutionContext(),
  );
const ask = (content: string) => ({ messages: [{ role: 'user', content }] });
const tool = (name: string, args: object) =>
  post(
    '/mcp',
    { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name, arguments: args } },
    'application/json, text/event-stream',
  );

describe.each([
  ['minisearch', '2026-01-02'],
  ['d1', '2026-01-03'],
] as const)('with %s', (engine, day) => {
  // An isolate looks for another index, or engine, only after a while.
  beforeAll(() => void vi.setSystemTime(day));
  afterAll(() => void vi.useRealTimers());

  test('the document is found by it', async () => {
    const found = await get(`/api/search?q=${ASKED}`, { SEARCH_ENGINE: engine });
    expect(await found.json()).toMatchObject({ hits: [{ source: { documentId: 'baum' } }] });
    expect(await (await get('/api/health', { SEARCH_ENGINE: engine })).json()).toMatchObject({ engine });
  });

  const question = `Wo wachsen ${ASKED} im Stadtpark, und wie viele Bäume wurden gefällt?`;
  test.each<[string, () => Response | Promise<Response>]>([
    ['/api/search', () => get(`/api/search?q=${ASKED}`, { SEARCH_ENGINE: engine })],
    ['/api/search by date', () => get('/api/search?q=&sort=date', { SEARCH_ENGINE: engine })],
    ['/suche', () => get(`/suche?q=${ASKED}`, { SEARCH_ENGINE: engine })],
    ['/api/chat', () => post('/api/chat', ask(question), 'application/json', { SEARCH_ENGINE: engine })],
    ['/api/chat as a stream', () => post('/api/chat', ask(question), '*/*', { SEARCH_ENGINE: engine })],
    ['/api/check', () => post('/api/check', { text: `1. ${question}` })],
    ['/api/check as Markdown', () => post('/api/check', { text: `1. ${question}` }, 'text/markdown')],
    ['/api/documents', () => get('/api/documents')],
    ['/api/documents/:id', () => get('/api/documents/baum')],
    ['/dokument/:id', () => get('/dokument/baum')],
    ['/api/health', () => get('/api/health')],
    ['the MCP tool search_answers', () => tool('search_answers', { query: ASKED })],
    ['the MCP tool get_document', () => tool('get_document', { id: 'baum' })],
    ['the MCP tool check_inquiry', () => tool('check_inquiry', { text: `1. ${question}` })],
  ])('%s does not show it', async (_, request) => {
    const response = await request();
    expect(response.status).toBe(200);
    const text = await response.text();
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/"type":"error"|"isError":true/u);
    expect(text).not.toMatch(UNSEEN_IN_ANY_FORM);
  });
});

test('the model that answers is not shown it', async () => {
  const url = `${inject('messagesUrl')}/ok/unseen`;
  const response = await post('/api/chat', ask(`Wie viele Bäume wurden im Stadtpark gefällt, und ${ASKED}?`), '*/*', {
    ...{ ANTHROPIC_API_KEY: 'test-key', ANTHROPIC_BASE_URL: url },
  });
  await response.text();
  const seen = (await (await fetch(`${url}/log`)).json()) as Seen[];
  expect(JSON.stringify(seen)).toContain('Stadtpark');
  expect(JSON.stringify(seen)).not.toMatch(UNSEEN_IN_ANY_FORM);
});

test('in the index it is among the terms, in no text', async () => {
  const { results: tables } = await bindings.INDEX_DB.prepare(
    "select name from sqlite_master where type = 'table' and name like ? and name not like 'fts%'",
  )
    .bind(`%${VERSION}`)
    .all<{ name: string }>();
  const holding: string[] = [];
  for (const { name } of tables) {
    const { results } = await bindings.INDEX_DB.prepare(`select * from "${name}"`).all();
    if (UNSEEN_IN_ANY_FORM.test(JSON.stringify(results))) holding.push(name);
  }
  expect(tables.map(({ name }) => name)).toContain(`documents_${VERSION}`);
  expect(holding).toEqual([`vocabulary_${VERSION}`]);
});
