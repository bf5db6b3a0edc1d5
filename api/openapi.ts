// The registered routes with their zod schemas → the OpenAPI 3.1 document (CONTRACT.md, `GET /api/openapi.json`).
import type { OpenAPIHono } from '@hono/zod-openapi';
import manifest from '../package.json' with { type: 'json' };
import type { Env } from './env.ts';

export type OpenApiDocument = ReturnType<OpenAPIHono['getOpenAPI31Document']>;

/** The server is wherever the document was read from. */
export function openApiDocument(app: OpenAPIHono<{ Bindings: Env }>): OpenApiDocument {
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Ratsauskunft',
      version: manifest.version,
      description:
        "Questions answered from the administration's own published answers to its council, quoted word for word. Ids are stable, offsets are UTF-16 code units into a document's text, errors are RFC 9457 problem documents.",
      license: { name: 'EUPL-1.2', url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12' },
    },
    servers: [{ url: '/' }],
    tags: TAGS,
    security: [],
  });
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const operation of Object.values(item ?? {})) {
      if (typeof operation !== 'object' || !('responses' in operation)) continue;
      operation.operationId ??= nameOf(path, operation.summary ?? path);
      operation.tags ??= [tagOf(path)];
      if (operation.requestBody !== undefined && 'content' in operation.requestBody) {
        operation.requestBody.content = jsonAlone(operation.requestBody.content);
      }
    }
  }
  return document;
}

/**
 * Files that may be sent in place of JSON are named in the operation's words: of two media types in one body some
 * generators make a client that does not compile.
 */
function jsonAlone<Content extends Record<string, unknown>>(content: Content): Content {
  const json = content['application/json'];
  return json === undefined ? content : ({ 'application/json': json } as unknown as Content);
}

const TAGS = [
  { name: 'Asking', description: 'Questions in everyday words, answered with citations.' },
  { name: 'Documents', description: 'Search, and the answers themselves.' },
  { name: 'Checking', description: 'What of a new inquiry was answered before.' },
  { name: 'Service', description: 'Reports, ratings and the state of the service.' },
];

function tagOf(path: string): string {
  if (path === '/api/chat') return 'Asking';
  if (path.startsWith('/api/check')) return 'Checking';
  return /^\/api\/(search|documents)/.test(path) ? 'Documents' : 'Service';
}

/** "Ask a question" → askAQuestion. */
function nameOf(path: string, summary: string): string {
  const words = summary.match(/[A-Za-z]+/g) ?? [path];
  return words.map((word, i) => (i === 0 ? word.toLowerCase() : word[0]!.toUpperCase() + word.slice(1))).join('');
}
