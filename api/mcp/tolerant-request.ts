// What real MCP clients send → what the SDK's transport takes: an `Accept` that names one of the two types or anything,
// and `null` or an empty text for an argument that is not given (languages without "left out" send those).

const BOTH_TYPES = 'application/json, text/event-stream';

/** A client that names neither type nor a wildcard is left to be refused. */
export function withBothTypes(request: Request): Request {
  const headers = new Headers(request.headers);
  const accept = headers.get('accept') ?? '*/*';
  if (/application\/(?:json|\*)|text\/(?:event-stream|\*)|\*\/\*/u.test(accept)) headers.set('accept', BOTH_TYPES);
  return new Request(request.url, { method: request.method, headers });
}

/** @param body one JSON-RPC message or a batch of them, of which nothing is known yet */
export function withoutEmptyArguments(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withoutEmptyArguments);
  if (!isObject(body) || body.method !== 'tools/call' || !isObject(body.params)) return body;
  const given = body.params.arguments;
  const args = isObject(given) ? Object.entries(given).filter(([, value]) => value !== null && value !== '') : [];
  return { ...body, params: { ...body.params, arguments: Object.fromEntries(args) } };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
