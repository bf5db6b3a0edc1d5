// The HTTP interface as data: paths, parameters and responses of CONTRACT.md. app.ts says what they do.
import { createRoute, type z } from '@hono/zod-openapi';
import * as schemas from './schemas.ts';

const json = <T extends z.ZodType>(schema: T, description: string) => ({
  content: { 'application/json': { schema } },
  description,
});

const failure = (description: string) => ({
  content: { 'application/problem+json': { schema: schemas.problemSchema } },
  description,
});

const invalid = { 400: failure('The request is malformed or invalid.') };
const noIndex = { 503: failure('There is no search index.') };

export const chatRoute = createRoute({
  method: 'post',
  path: '/api/chat',
  summary: 'Ask a question',
  description:
    'Streams the AI SDK UI message stream (v1). With `accept: application/json` the whole answer comes as one object.',
  request: {
    body: { required: true, content: { 'application/json': { schema: schemas.chatRequestSchema } } },
  },
  responses: {
    200: {
      description: 'The answer.',
      content: {
        'text/event-stream': { schema: { type: 'string' } },
        'application/json': { schema: schemas.chatResponseSchema },
      },
    },
    ...invalid,
    413: failure('The body is larger than 64 KiB.'),
    429: failure('Too many questions from this address.'),
    500: failure('The answer could not be made.'),
    ...noIndex,
  },
});

export const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search answers',
  request: { query: schemas.searchQuerySchema },
  responses: { 200: json(schemas.searchResponseSchema, 'Hits, one a document.'), ...invalid, ...noIndex },
});

export const documentRoute = createRoute({
  method: 'get',
  path: '/api/documents/{id}',
  summary: 'One published answer with its text, pairs and passages',
  request: { params: schemas.idParam },
  responses: {
    200: json(schemas.documentSchema, 'The document.'),
    ...invalid,
    404: failure('There is no such document.'),
    ...noIndex,
  },
});

export const documentListRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'All documents, newest first',
  request: { query: schemas.listQuerySchema },
  responses: { 200: json(schemas.documentListSchema, 'A page of the list.'), ...invalid, ...noIndex },
});

export const healthRoute = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'State of the service',
  responses: {
    200: json(schemas.healthSchema, 'ok or empty'),
    503: json(schemas.healthSchema, 'error'),
  },
});
