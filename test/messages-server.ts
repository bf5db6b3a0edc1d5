// A local server that speaks the Messages API, with every fault that the answers must survive. The fault stands in the
// path before /v1/messages, behind it any name that keeps one test's requests apart: http://…/stall/test-7
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eventsFor } from './messages-faults.ts';
import { faultOf, lastText, type MessagesRequest, message } from './messages-protocol.ts';

export interface MessagesServer {
  url: string;
  close(): Promise<void>;
}

/** One request as it arrived; `GET <url>/<fault>/<name>/log` lists them. */
export interface Seen {
  body: MessagesRequest;
  /** Null for a request that the service takes. */
  refused: string | null;
  /** The client closed the connection before the end. */
  aborted: boolean;
}

export async function startMessagesServer(port = 0): Promise<MessagesServer> {
  const seen = new Map<string, Seen[]>();
  const server = createServer(
    (request, response) => void respond(request, response, seen).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, seen: Map<string, Seen[]>): Promise<void> {
  const [, fault = 'ok', name = '', ...rest] = (request.url ?? '/').split('/');
  const test = `${fault}/${name}`;
  response.setHeader('request-id', 'req_local');
  if (request.method === 'GET' && rest[0] === 'log') {
    response.setHeader('content-type', 'application/json');
    return void response.end(JSON.stringify(seen.get(test) ?? []));
  }
  if (request.method !== 'POST' || rest.join('/') !== 'v1/messages')
    return fail(response, 404, 'not_found_error', request.url ?? '');
  const body = await readJson(request);
  const wrong = faultOf(request.headers, body);
  const entry: Seen = { body: body as MessagesRequest, refused: wrong?.message ?? null, aborted: false };
  const entries = [...(seen.get(test) ?? []), entry];
  seen.set(test, entries);
  response.on('close', () => {
    entry.aborted = !response.writableFinished;
  });
  if (wrong)
    return fail(
      response,
      wrong.status,
      wrong.status === 401 ? 'authentication_error' : 'invalid_request_error',
      wrong.message,
    );
  const asked = body as MessagesRequest;
  const kind = kindOf(asked);
  const times = entries.filter((e) => kindOf(e.body) === kind).length;
  if (kind === 'understanding') return answerUnderstanding(asked, fault, response);
  if (kind === 'witness') return testify(asked, fault, response);
  return answerQuestion(asked, fault, times, response);
}

function kindOf(asked: MessagesRequest): 'understanding' | 'witness' | 'answer' {
  const schema = asked.output_config?.format?.schema as { properties?: Record<string, unknown> } | undefined;
  if (schema === undefined) return 'answer';
  return schema.properties?.verdicts === undefined ? 'understanding' : 'witness';
}

/** A witness who says the same of every pair, or nothing. */
async function testify(asked: MessagesRequest, fault: string, response: ServerResponse): Promise<void> {
  if (fault === 'witness-late') await sleep(60_000);
  if (fault === 'witness-500') return fail(response, 500, 'api_error', 'Internal server error');
  const pairs = JSON.parse(lastText(asked)) as { n: number }[];
  const heard = fault === 'witness-for' || fault === 'witness-against';
  const verdicts = heard ? pairs.map(({ n }) => ({ n, supported: fault === 'witness-for' })) : [];
  const json = fault === 'witness-nonsense' ? '{"verdicts": "ja"}' : JSON.stringify({ verdicts });
  sendJson(response, 200, message(asked.model, [{ type: 'text', text: json, citations: null }], 'end_turn', 30));
}

async function answerUnderstanding(asked: MessagesRequest, fault: string, response: ServerResponse): Promise<void> {
  const question = lastText(asked);
  if (fault === 'understand-500') return fail(response, 500, 'api_error', 'Internal server error');
  if (fault === 'understand-late') await sleep(60_000);
  if (fault === 'understand-html') return html(response);
  if (fault === 'understand-cut') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
    response.write('{"id": "msg_local", "type": "mess');
    return void setTimeout(() => response.destroy(), 5);
  }
  if (fault === 'understand-refusal') {
    const worded = [{ type: 'text', text: 'Dazu kann ich nichts sagen.', citations: null }];
    return sendJson(response, 200, message(asked.model, worded, 'refusal', 9));
  }
  const language = /^foreign-(\p{L}{2})/u.exec(fault)?.[1] ?? 'de';
  const intent = fault === 'understand-smalltalk' ? 'smalltalk' : fault === 'understand-other' ? 'other' : 'question';
  const json =
    fault === 'understand-nonsense'
      ? '{"standalone": 7, "terms": "keine", "intent": "banana"}'
      : JSON.stringify({ standalone: question, terms: question.match(/\p{Lu}\p{L}{3,}/gu) ?? [], intent, language });
  sendJson(response, 200, message(asked.model, [{ type: 'text', text: json, citations: null }], 'end_turn', 60));
}

async function answerQuestion(
  asked: MessagesRequest,
  fault: string,
  times: number,
  response: ServerResponse,
): Promise<void> {
  const status = /^(\d{3})(-once)?(?:-after-(\d+))?$/u.exec(fault);
  if (status && (status[2] === undefined || times === 1)) {
    if (status[3]) response.setHeader('retry-after', status[3]);
    return fail(response, Number(status[1]), ERROR_TYPES[status[1]!] ?? 'api_error', 'made by the test');
  }
  if (fault === 'html') return html(response);
  if (fault === 'silence') return;
  if (fault === 'slow-first-token') {
    open(response);
    send(response, start(asked.model));
    await sleep(60_000);
    return void response.end();
  }
  open(response);
  const events = [start(asked.model), { type: 'ping' }, ...eventsFor(asked, fault)];
  const bytes = Buffer.concat(events.map((event) => encode(event, fault === 'crlf')));
  if (fault === 'split-bytes' || fault === 'crlf') {
    for (let i = 0; i < bytes.length; i += 97) {
      response.write(bytes.subarray(i, i + 97));
      await sleep(1);
    }
    return void response.end();
  }
  for (const event of events) {
    if (response.destroyed) return;
    if (event.type === 'stall') return;
    if (event.type === 'cut') return void response.end();
    if (event.type === 'reset') return void response.destroy();
    send(response, event);
    await sleep(fault === 'drip' ? 60 : 2);
  }
  response.end();
}

/** As a gateway in between answers, in place of the service. */
function html(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<!doctype html><title>Anmeldung</title><p>Bitte melden Sie sich an.</p>');
}

const ERROR_TYPES: Record<string, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

function start(model: string) {
  return { type: 'message_start', message: message(model, [], null, 1) };
}

function open(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  response.flushHeaders();
}

function encode(event: Record<string, unknown>, crlf = false): Buffer {
  const end = crlf ? '\r\n' : '\n';
  return Buffer.from(`event: ${event.type}${end}data: ${JSON.stringify(event)}${end}${end}`);
}

function send(response: ServerResponse, event: Record<string, unknown>): void {
  response.write(encode(event));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function fail(response: ServerResponse, status: number, type: string, text: string): void {
  sendJson(response, status, { type: 'error', error: { type, message: text }, request_id: 'req_local' });
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
