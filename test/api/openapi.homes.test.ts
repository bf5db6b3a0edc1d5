// What each route answers, held against the OpenAPI document that the same service gives out: generated clients believe
// it. The document's schemas allow further fields; here a field that it does not name is a fault.
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type {} from '../home.ts';

const service = inject('homeUrl');

interface Operation {
  responses: Record<string, { content?: Record<string, object> }>;
}
interface Document {
  paths: Record<string, Record<string, Operation>>;
}

/** No request brings these about here: limits are off, nothing is broken, there is an index. */
const NEVER_HERE = ['429', '500', '503'];
/** Needs a model. */
const DRAFTED = '200 post /api/check/draft';

const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const asked = (text: string, more: object = {}) => ({
  messages: [{ role: 'user', parts: [{ type: 'text', text }] }],
  ...more,
});
const MAX = 'x'.repeat(1024 * 1024);
const INQUIRY = '1. Wie viele Bänke stehen in den Parks?\n2. Was kostet die Straßenreinigung?';

/** `$id` in an address and a body stands for a document that there is. */
const REQUESTS: [status: number, route: string, path: string, init?: RequestInit][] = [
  [200, 'post /api/chat', '/api/chat', json(asked('Wie viele Bänke gibt es?'))],
  [200, 'post /api/chat', '/api/chat', json(asked('Xylophonquark?'))],
  [200, 'post /api/chat', '/api/chat', json(asked('How many trees are there?', { lang: 'en' }))],
  [200, 'post /api/chat', '/api/chat', json(asked('Schule'))],
  [200, 'post /api/chat', '/api/chat', json(asked('Hallo'))],
  [200, 'post /api/chat', '/api/chat', json(asked('Wie viele Bänke gibt es?'), { accept: 'text/event-stream' })],
  [400, 'post /api/chat', '/api/chat', json('{')],
  [400, 'post /api/chat', '/api/chat', json({ messages: [] })],
  [413, 'post /api/chat', '/api/chat', json(asked(MAX))],
  [204, 'get /api/chat/{id}/stream', '/api/chat/1/stream'],
  [400, 'get /api/chat/{id}/stream', `/api/chat/${'1'.repeat(256)}/stream`],
  [200, 'get /api/search', '/api/search?q=Schule'],
  [200, 'get /api/search', '/api/search?q=Xylophonquark'],
  [200, 'get /api/search', '/api/search'],
  [400, 'get /api/search', '/api/search?q=Schule&from=gestern'],
  [200, 'get /api/documents', '/api/documents'],
  [200, 'get /api/documents', '/api/documents?offset=100000'],
  [400, 'get /api/documents', '/api/documents?limit=-1'],
  [200, 'get /api/documents/{id}', '/api/documents/$id'],
  [404, 'get /api/documents/{id}', '/api/documents/gibt-es-nicht'],
  [400, 'get /api/documents/{id}', `/api/documents/${'1'.repeat(256)}`],
  [200, 'post /api/check', '/api/check', json({ text: INQUIRY })],
  [200, 'post /api/check', '/api/check', json({ text: 'Guten Tag.' })],
  [200, 'post /api/check', '/api/check', json({ text: INQUIRY }, { accept: 'text/markdown' })],
  [400, 'post /api/check', '/api/check', json({})],
  [413, 'post /api/check', '/api/check', json({ text: MAX })],
  [415, 'post /api/check', '/api/check', json('x', { 'content-type': 'image/png' })],
  [400, 'post /api/check/draft', '/api/check/draft', json({})],
  [413, 'post /api/check/draft', '/api/check/draft', json({ question: MAX })],
  [503, 'post /api/check/draft', '/api/check/draft', json({ question: 'Wie viele Bänke gibt es?' })],
  [204, 'post /api/reports', '/api/reports', json({ documentId: '$id', start: 0, end: 1, reason: 'Passt nicht' })],
  [400, 'post /api/reports', '/api/reports', json({ documentId: 'gibt-es-nicht', start: 0, end: 1, reason: 'x' })],
  [413, 'post /api/reports', '/api/reports', json({ comment: MAX })],
  [204, 'post /api/feedback', '/api/feedback', json({ answerId: '1', rating: 'up' })],
  [400, 'post /api/feedback', '/api/feedback', json({ rating: 'sideways' })],
  [413, 'post /api/feedback', '/api/feedback', json({ comment: MAX })],
  [200, 'get /api/health', '/api/health'],
  [405, 'get /api/health', '/api/health', { method: 'POST' }],
];

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

let document: Document;
let id = '';

beforeAll(async () => {
  document = (await (await fetch(`${service}/api/openapi.json`)).json()) as Document;
  ajv.addSchema(closed(document) as object, 'openapi');
  const list = (await (await fetch(`${service}/api/documents`)).json()) as { documents: { id: string }[] };
  id = list.documents[0]!.id;
});

describe('the OpenAPI document', () => {
  test.each(REQUESTS)('says how %i of %s looks: %s', async (status, route, path, init = {}) => {
    const body = typeof init.body === 'string' ? init.body.replaceAll('$id', id) : null;
    const response = await fetch(service + path.replace('$id', encodeURIComponent(id)), { ...init, body });
    const text = await response.text();
    expect(response.status, text.slice(0, 500)).toBe(status);
    expect(faults(route, response, text)).toEqual([]);
  });

  test('names no response that is not asked for here', () => {
    const here = new Set(REQUESTS.map(([status, route]) => `${status} ${route}`));
    const named = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${status} ${method} ${path}`),
      ),
    );
    const left = named.filter((response) => !here.has(response) && !NEVER_HERE.includes(response.slice(0, 3)));
    expect(left).toEqual([DRAFTED]);
  });

  test('is no document for a body with a field too many, or one too few', async () => {
    const response = await fetch(`${service}/api/health`);
    const state = JSON.parse(await response.text()) as Record<string, unknown>;
    expect(faults('get /api/health', response, JSON.stringify({ ...state, further: 1 }))).not.toEqual([]);
    expect(faults('get /api/health', response, JSON.stringify({ ...state, status: undefined }))).not.toEqual([]);
  });
});

/** In words, what of a response the document does not say; none when all is well. */
function faults(route: string, { status, headers }: Response, text: string): string[] {
  const [method = '', path = ''] = route.split(' ');
  const type = (headers.get('content-type') ?? '').split(';')[0]!;
  const content = document.paths[path]?.[method]?.responses[status]?.content;
  if (!content) return text === '' ? [] : [`no body of ${route} ${status}`];
  if (!content[type]) return [`${type} of ${route} ${status}`];
  const pointer = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
  const isValid = ajv.compile({ $ref: `openapi#/${pointer.map(escaped).join('/')}` });
  isValid(/json$/.test(type) ? JSON.parse(text) : text);
  return (isValid.errors ?? []).map(({ instancePath, message, params }) => {
    return `${instancePath}: ${message} ${JSON.stringify(params)}`;
  });
}

const escaped = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** The same schemas, none of which allows a field that it does not name. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inside = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  const isObject = inside.type === 'object' && 'properties' in inside && !('additionalProperties' in inside);
  return isObject ? { ...inside, additionalProperties: false } : inside;
}
