// The log of errors says what kind it was and where it happened, never what a visitor wrote; nor does an answer.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { app } from '../../api/app.ts';
import type { Env } from '../../api/env.ts';
import type { AnswerEvent } from '../../api/events.ts';
import { UnreadableIndex } from '../../api/index/index-format.ts';
import { described, logError, reasonOf } from '../../api/log-error.ts';
import { answerMcp } from '../../api/mcp/server.ts';
import { uiMessageStream } from '../../api/stream.ts';
import { smallIndex } from './answer/small-index.ts';

const WORDS = 'Geheimes Anliegen';
const lines: string[] = [];
beforeEach(() => {
  lines.length = 0;
  vi.spyOn(console, 'error').mockImplementation((line: string) => void lines.push(line));
});
afterEach(() => vi.restoreAllMocks());

const withCode = (error: Error, code: string) => Object.assign(error, { code });

test.each([
  [new UnreadableIndex('The index has format 1'), 'unreadable-index'],
  [new Error(`D1_ERROR: fts5: syntax error near "${WORDS}": SQLITE_ERROR`), 'database'],
  [withCode(new Error(`no such column: ${WORDS}`), 'ERR_SQLITE_ERROR'), 'database'],
  [new DOMException(WORDS, 'AbortError'), 'aborted'],
  [withCode(new Error(`connect ${WORDS}`), 'ECONNREFUSED'), 'network'],
  [new TypeError(`${WORDS} is not a function`), 'bug'],
  [withCode(new Error(WORDS), WORDS), 'bug'],
  [WORDS, 'bug'],
  [null, 'bug'],
])('%s is %s', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
  logError({ event: 'error', requestId: 'r' }, error);
  expect(lines.join('')).not.toContain('Geheimes');
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'error', requestId: 'r', reason });
});

test('says where it happened, and nothing of a stack whose message cannot be told from it', () => {
  expect(described(new Error(`${WORDS}\n    at ${WORDS}`)).at?.[0]).toContain('log-error.test.ts');
  const renamed = new Error(WORDS);
  expect(renamed.stack).toContain(WORDS);
  renamed.message = 'other';
  expect(described(renamed).at).toEqual([]);
});

test('a stream that fails says one sentence of ours', async () => {
  // biome-ignore lint/correctness/useYield: it fails before
  async function* failing(): AsyncGenerator<AnswerEvent> {
    throw new Error(WORDS);
  }
  const said = await uiMessageStream('id', 'de', failing(), () => {}).text();
  expect(said).toContain('Die Antwort ist unvollständig geblieben.');
  expect(said + lines.join('')).not.toContain('Geheimes');
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'answer-failed', requestId: 'id', reason: 'bug' });
});

const failingDb = {
  prepare: () => {
    throw new Error(`D1_ERROR: near "${WORDS}"`);
  },
};
const env = { INDEX_DB: failingDb, APP_DB: failingDb, RATE_LIMIT: 'off', ASSETS: {}, BUNDLES: {} } as unknown as Env;

const json = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json' },
  body: JSON.stringify(body),
});

test.each([
  ['/api/chat', json({ messages: [{ role: 'user', content: WORDS }] })],
  ['/api/search?q=Geheimes', {}],
  ['/api/documents', {}],
  ['/api/documents/a', {}],
  ['/api/check', json({ text: `${WORDS}: Wie viele Bänke gibt es?` })],
  ['/api/reports', json({ documentId: 'a', start: 0, end: 1, reason: 'other', comment: WORDS })],
  ['/api/feedback', json({ answerId: crypto.randomUUID(), rating: 'up', comment: WORDS })],
  ['/api/health', {}],
  ['/api/examples', {}],
  ['/feed.atom?q=Geheimes', {}],
  ['/suche.csv?q=Geheimes', {}],
  ['/mcp', json({ jsonrpc: '2.0', id: 1, method: 'tools/list' })],
])('with a database that fails %s tells nobody why', async (path, init) => {
  const response = await app.request(path, init, env);
  expect(response.status).toBeGreaterThanOrEqual(400);
  const said = (await response.text()) + lines.join('');
  expect(said).not.toMatch(/Geheimes|D1_ERROR/);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
});

const mcp = (body: string, index = smallIndex([])) =>
  answerMcp(
    new Request('http://localhost/mcp', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
      body,
    }),
    { index, origin: 'http://localhost', lang: 'de' },
  );

test('a tool that fails says one sentence of ours, and what cannot be read is not repeated', async () => {
  const broken = {
    ...smallIndex([]),
    document: () => Promise.reject(new Error(`SQLITE_ERROR: ${WORDS}`)),
  };
  const params = { name: 'get_document', arguments: { id: 'a' } };
  const response = await mcp(JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params }), broken);
  const said = await response.text();
  expect(said).toContain('Bei uns ist ein Fehler aufgetreten.');
  expect(said + lines.join('')).not.toMatch(/Geheimes|SQLITE/);
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'mcp-failed', reason: 'database' });
  const unread = await mcp(`{ "x": ${WORDS}`);
  expect(unread.status).toBe(400);
  expect(await unread.json()).toEqual({ jsonrpc: '2.0', error: { code: -32700, message: 'Parse error' }, id: null });
});
