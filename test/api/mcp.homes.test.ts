// MCP as other programs see it: the official client over real HTTP against both homes.
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../home.ts';

const service = inject('homeUrl');

interface Told {
  isError?: boolean;
  content: { type: string; text: string }[];
  structuredContent: {
    hits: { documentId: string; text: string }[];
    total: number;
    text: string;
    url: string;
    questions: { number: string; verdict: string }[];
  };
}

const TOOLS_LIST = { jsonrpc: '2.0', id: 1, method: 'tools/list' };

const post = (path: string, headers: Record<string, string>, body: object) =>
  fetch(service + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

describe('MCP', () => {
  const client = new Client({ name: 'test', version: '1.0.0' });
  const call = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })) as unknown as Told;

  beforeAll(async () => {
    // The SDK's own type does not fit exactOptionalPropertyTypes.
    await client.connect(new StreamableHTTPClientTransport(new URL(`${service}/mcp`)) as never);
  });
  afterAll(() => client.close());

  test('offers the three tools, all of them read-only', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name).sort()).toEqual(['check_inquiry', 'get_document', 'search_answers']);
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  });

  test('a found answer can be read by its id, and its passage stands in its text', async () => {
    const found = await call('search_answers', { query: 'Kommunales Integrationsmanagement' });
    const hit = found.structuredContent.hits[0]!;
    const read = await call('get_document', { id: hit.documentId });
    expect(found.content[0]!.text).toContain(hit.documentId);
    expect(read.structuredContent.text).toContain(hit.text);
    expect(read.structuredContent.url).toBe(`${service}/dokument/${hit.documentId}`);
  });

  test('filters narrow the search', async () => {
    const { structuredContent } = await call('search_answers', { query: 'Integration', to: '2000-01-01' });
    expect(structuredContent.total).toBe(0);
  });

  test('checks an inquiry question by question', async () => {
    const text =
      'Integration\n1. Entsteht durch das Kommunale Integrationsmanagement Mehrarbeit im Amt für Integration und Vielfalt?\n2. Wann fliegt die erste Seilbahn zum Mond?';
    const { structuredContent, content } = await call('check_inquiry', { text });
    expect(structuredContent.questions.map((q) => q.number)).toEqual(['1', '2']);
    expect(structuredContent.questions[1]!.verdict).toBe('none');
    expect(content[0]!.text).toContain('| 2 |');
  });

  test.each([
    ['get_document', { id: 'gibt-es-nicht' }],
    ['get_document', { id: '../x' }],
    ['check_inquiry', { text: '  ' }],
    ['search_answers', { query: 'x', kind: 'perhaps' }],
  ])('%s says what is wrong with %j instead of failing', async (name, args) => {
    const { isError, content } = await call(name, args);
    expect(isError).toBe(true);
    expect(content[0]!.text).not.toBe('');
  });

  test.each(['application/json', 'text/event-stream', '*/*', 'application/json, text/event-stream'])(
    'a client that accepts %s is served, with a slash at the end, too',
    async (accept) => {
      for (const path of ['/mcp', '/mcp/']) {
        const response = await post(path, { accept }, TOOLS_LIST);
        expect(response.status).toBe(200);
        expect(await response.json()).toMatchObject({ result: { tools: expect.any(Array) } });
      }
    },
  );

  test('null and empty arguments count as left out, numbers may come as text', async () => {
    const given = { query: 'Integrationsmanagement', committee: null, from: '', kind: null, limit: '1', offset: '0' };
    const found = await call('search_answers', given);
    expect(found.isError).toBeFalsy();
    expect(found.structuredContent.hits).toHaveLength(1);
    const browsed = await call('search_answers', { query: '', limit: '3' });
    expect(browsed.structuredContent.hits).toHaveLength(3);
  });

  test('every tool says what it gives back, and the client finds it to be so', async () => {
    // Once it has the list, the SDK's client checks each result against the announced schema.
    const { tools } = await client.listTools();
    expect(tools.every(({ outputSchema }) => outputSchema?.type === 'object')).toBe(true);
    const { structuredContent } = await call('search_answers', { query: 'Kommunales Integrationsmanagement' });
    await call('get_document', { id: structuredContent.hits[0]!.documentId });
    await call('check_inquiry', { text: 'Integration\n1. Entsteht Mehrarbeit im Amt für Integration und Vielfalt?' });
  });

  test('an allowed origin passes its preflight and reads the answer', async () => {
    const origin = inject('guestOrigin');
    const preflight = await fetch(`${service}/mcp`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type,mcp-protocol-version',
      },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('mcp-protocol-version');
    const response = await post('/mcp', { origin, accept: '*/*' }, TOOLS_LIST);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
    const foreign = await fetch(`${service}/mcp`, { method: 'OPTIONS', headers: { origin: 'https://evil.example' } });
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
  });

  test('a page of a foreign site is refused, another method is not allowed', async () => {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list' });
    const headers = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
    const foreign = await fetch(`${service}/mcp`, {
      method: 'POST',
      headers: { ...headers, origin: 'https://evil.example' },
      body,
    });
    expect(foreign.status).toBe(403);
    const get = await fetch(`${service}/mcp`);
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
  });
});
