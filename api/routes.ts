// The HTTP interface as data: paths, parameters and responses of CONTRACT.md. app.ts says what they do.
import { createRoute, z } from '@hono/zod-openapi';
import * as checking from './check/schemas.ts';
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
    'Without an `accept` header, or with `text/event-stream`, the answer comes as the AI SDK UI message stream (v1), which no JSON parser reads. Send `accept: application/json` for one JSON object.',
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
    413: failure('The body is larger than 1 MiB.'),
    429: failure('Too many questions from this address.'),
    500: failure('The answer could not be made.'),
    ...noIndex,
  },
});

export const resumeRoute = createRoute({
  method: 'get',
  path: '/api/chat/{id}/stream',
  summary: 'Resume an answer',
  description: 'Nothing is kept that could be resumed: always 204, as clients of the AI SDK expect it then.',
  request: { params: z.object({ id: z.string().max(255) }) },
  responses: { 204: { description: 'There is no answer to go on with.' }, ...invalid },
});

export const searchRoute = createRoute({
  method: 'get',
  path: '/api/search',
  summary: 'Search answers',
  request: { query: schemas.searchQuerySchema },
  responses: {
    200: json(schemas.searchResponseSchema, 'Hits, one a document.'),
    ...invalid,
    429: failure('Too many requests from this address.'),
    ...noIndex,
  },
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
    429: failure('Too many requests from this address.'),
    ...noIndex,
  },
});

export const documentListRoute = createRoute({
  method: 'get',
  path: '/api/documents',
  summary: 'All documents, newest first',
  request: { query: schemas.listQuerySchema },
  responses: {
    200: json(schemas.documentListSchema, 'A page of the list.'),
    ...invalid,
    429: failure('Too many requests from this address.'),
    ...noIndex,
  },
});

export const healthRoute = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'State of the service',
  responses: {
    200: json(schemas.healthSchema, 'ok or empty'),
    405: failure('Only GET is answered here.'),
    503: json(schemas.healthSchema, 'error'),
  },
});

const binary = { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } as const;

export const checkRoute = createRoute({
  method: 'post',
  path: '/api/check',
  summary: 'Check a new inquiry',
  description:
    'For each question of the inquiry the earlier answers, best first. Nothing is stored. With `accept: text/markdown` the same comes as a report. In place of JSON the file itself may be sent, with its own media type: PDF, DOCX or ODT.',
  request: {
    body: {
      content: {
        'application/json': { schema: checking.checkRequestSchema },
        'application/pdf': binary,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': binary,
        'application/octet-stream': binary,
      },
    },
  },
  responses: {
    200: {
      description: 'The questions with their earlier answers.',
      content: {
        'application/json': { schema: checking.checkResponseSchema },
        'text/markdown': { schema: { type: 'string' } },
      },
    },
    ...invalid,
    413: failure('The text is larger than 1 MiB or the file larger than 10 MiB.'),
    415: failure('Neither JSON nor a PDF or DOCX file.'),
    429: failure('Too many requests from this address.'),
    ...noIndex,
  },
});

export const draftRoute = createRoute({
  method: 'post',
  path: '/api/check/draft',
  summary: 'Draft an answer to one question',
  description:
    'A few sentences in the style of the administration, each proven by an earlier answer. Needs a configured model.',
  request: { body: { required: true, content: { 'application/json': { schema: checking.draftRequestSchema } } } },
  responses: {
    200: json(checking.draftSchema, 'The draft; empty, with a notice, when nothing could be proven.'),
    ...invalid,
    413: failure('The body is larger than 64 KiB.'),
    429: failure('Too many requests from this address.'),
    503: failure('There is no search index, or no model is configured.'),
  },
});

export const reportRoute = createRoute({
  method: 'post',
  path: '/api/reports',
  summary: 'Report a source that does not fit',
  request: { body: { required: true, content: { 'application/json': { schema: schemas.reportSchema } } } },
  responses: {
    204: { description: 'Stored, without anything about the sender.' },
    ...invalid,
    413: failure('The body is larger than 64 KiB.'),
    429: failure('Too many requests from this address.'),
    ...noIndex,
  },
});

export const feedbackRoute = createRoute({
  method: 'post',
  path: '/api/feedback',
  summary: 'Rate an answer',
  request: { body: { required: true, content: { 'application/json': { schema: schemas.feedbackSchema } } } },
  responses: {
    204: { description: 'Stored, without anything about the sender.' },
    ...invalid,
    413: failure('The body is larger than 64 KiB.'),
    429: failure('Too many requests from this address.'),
  },
});
