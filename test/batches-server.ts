// A local server that speaks the Message Batches API as documented: create, list, retrieve, results as JSON lines in
// another order than asked; and single messages and token counts beside it. Made by us from the SDK's types.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { faultOf, lastText, type MessagesRequest, message } from './messages-protocol.ts';

/** What becomes of one request; `cut` ends the results in the middle of this one's line. */
export type Outcome =
  | { type: 'text'; text: string; stopReason?: string }
  | { type: 'errored'; error: string }
  | { type: 'expired' | 'canceled' | 'missing' | 'cut' };

export interface BatchesServer {
  url: string;
  /** Decides what becomes of a request, by the text that the model is shown. Set it at any time. */
  answer: (shown: string) => Outcome;
  /** How often a batch is looked at before it has ended. */
  looksUntilEnded: number;
  /** How often any was looked at. */
  looks: number;
  /** What the next request of this path gets instead: a status, or 0 for a broken connection; a batch may be made yet. */
  fail: { path: string; status: number; afterWork?: boolean } | null;
  /** The texts shown, one array a batch. */
  batches: string[][];
  /** The texts of single requests. */
  single: string[];
  close(): Promise<void>;
}

interface Batch {
  id: string;
  created: string;
  looks: number;
  requests: { custom_id: string; params: MessagesRequest }[];
}

/** The service refuses it. */
export const WRONG_KEY = 'wrong-key';
const DAY_MS = 86_400_000;

export async function startBatchesServer(): Promise<BatchesServer> {
  const made = new Map<string, Batch>();
  const http = createServer((request, response) => void respond(request, response).catch(() => response.destroy()));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: BatchesServer = {
    url,
    answer: () => ({ type: 'text', text: '{}' }),
    looksUntilEnded: 0,
    looks: 0,
    fail: null,
    batches: [],
    single: [],
    close: () =>
      new Promise((resolve) => {
        http.closeAllConnections();
        http.close(() => resolve());
      }),
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const body = request.method === 'POST' ? await readJson(request) : null;
    response.setHeader('request-id', 'req_local');
    const key = String(request.headers.authorization ?? '');
    if (!/^Bearer \S+$/u.test(key) || key.endsWith(WRONG_KEY)) {
      return problem(response, 401, 'authentication_error', 'invalid bearer token');
    }
    const failing = server.fail?.path === path ? server.fail : null;
    if (failing) server.fail = null;
    const refuse = () => {
      if (failing!.status === 0) response.destroy();
      else problem(response, failing!.status, 'api_error', 'made by the test');
    };
    if (failing && !failing.afterWork) return refuse();
    const [, , , , id, last] = path.split('/');
    if (path === '/v1/messages') return single(request, response, body);
    if (path === '/v1/messages/count_tokens') {
      const fault = faultOf(request.headers, { ...(body as object), max_tokens: 1 });
      if (fault) return problem(response, fault.status, 'invalid_request_error', fault.message);
      return send(response, { input_tokens: Math.ceil(JSON.stringify(body).length / 2) });
    }
    if (path === '/v1/messages/batches' && request.method === 'POST') {
      const batch = create(response, body);
      if (failing) refuse();
      else if (batch) send(response, view(batch));
      return;
    }
    if (path === '/v1/messages/batches') {
      const data = [...made.values()].reverse().map(view);
      return send(response, { data, has_more: false, first_id: data[0]?.id ?? null, last_id: data.at(-1)?.id ?? null });
    }
    const batch = made.get(id ?? '');
    if (!batch) return problem(response, 404, 'not_found_error', 'no such batch');
    if (last === 'results') return results(response, batch);
    batch.looks++;
    server.looks++;
    return send(response, view(batch));
  }

  function single(request: IncomingMessage, response: ServerResponse, body: unknown) {
    const fault = faultOf(request.headers, body);
    if (fault) return problem(response, fault.status, 'invalid_request_error', fault.message);
    const asked = body as MessagesRequest;
    server.single.push(lastText(asked));
    const outcome = server.answer(lastText(asked));
    if (outcome.type !== 'text') return problem(response, 400, 'invalid_request_error', 'made by the test');
    return send(response, said(asked, outcome));
  }

  function create(response: ServerResponse, body: unknown): Batch | null {
    const requests = (body as { requests?: Batch['requests'] } | null)?.requests ?? [];
    const ids = requests.map((request) => request.custom_id);
    if (requests.length === 0 || new Set(ids).size < ids.length || !ids.every((id) => /^[\w-]{1,64}$/u.test(id))) {
      problem(response, 400, 'invalid_request_error', 'requests: custom_id');
      return null;
    }
    const batch = { id: `msgbatch_${made.size}`, created: new Date().toISOString(), looks: 0, requests };
    made.set(batch.id, batch);
    server.batches.push(requests.map(({ params }) => lastText(params)));
    return batch;
  }

  const hasEnded = (batch: Batch) => batch.looks > server.looksUntilEnded;

  function view(batch: Batch) {
    const ended = hasEnded(batch);
    const outcomes = batch.requests.map(({ params }) => server.answer(lastText(params)).type);
    const count = (type: string) => (ended ? outcomes.filter((outcome) => outcome === type).length : 0);
    const [errored, expired, canceled] = [count('errored'), count('expired'), count('canceled')];
    const rest = batch.requests.length - errored - expired - canceled;
    return {
      ...{ id: batch.id, type: 'message_batch', created_at: batch.created, archived_at: null },
      ...{ cancel_initiated_at: null, processing_status: ended ? 'ended' : 'in_progress' },
      ended_at: ended ? new Date().toISOString() : null,
      expires_at: new Date(Date.parse(batch.created) + DAY_MS).toISOString(),
      request_counts: { errored, expired, canceled, succeeded: ended ? rest : 0, processing: ended ? 0 : rest },
      results_url: ended ? `${url}/v1/messages/batches/${batch.id}/results` : null,
    };
  }

  function results(response: ServerResponse, batch: Batch): void {
    response.writeHead(200, { 'content-type': 'application/x-jsonl' });
    for (const { custom_id, params } of [...batch.requests].reverse()) {
      const outcome = server.answer(lastText(params));
      if (outcome.type === 'missing') continue;
      const line = JSON.stringify({ custom_id, result: resultOf(params, outcome) });
      response.write(outcome.type === 'cut' ? line.slice(0, 40) : `${line}\n`);
      if (outcome.type === 'cut') return void setTimeout(() => response.destroy(), 20);
    }
    response.end();
  }

  return server;
}

function resultOf(params: MessagesRequest, outcome: Outcome) {
  if (outcome.type === 'text') return { type: 'succeeded', message: said(params, outcome) };
  if (outcome.type !== 'errored') return { type: outcome.type };
  return { type: 'errored', error: { type: 'error', error: { type: outcome.error, message: 'made by the test' } } };
}

const said = (asked: MessagesRequest, { text, stopReason }: Outcome & { type: 'text' }) =>
  message(asked.model, [{ type: 'text', text, citations: null }], stopReason ?? 'end_turn', 140);

function send(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ type: 'error', error: { type, message: text }, request_id: 'req_local' }));
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
