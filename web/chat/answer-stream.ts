// POST /api/chat → the chunks of one answer (CONTRACT.md, Streaming), or the failure that ended it. One decoder for the
// whole stream, so that an umlaut cut between two network packets stays whole.
import type { AnswerSummary, Citation, Filters, Lang, Source } from '../../api/events.ts';
import { eventData } from './event-data.ts';

/** The chunks that a reader needs; the stream's others are passed over. */
export type Chunk =
  | { type: 'start'; messageId: string }
  | { type: 'data-sources'; data: Source[] }
  | { type: 'text-delta'; delta: string }
  | { type: 'data-citation'; data: Citation }
  | { type: 'data-answer'; data: AnswerSummary }
  | { type: 'finish' };

/** `detail` is the service's own sentence in the reader's language. */
export type Failure =
  | { kind: 'offline' | 'unreachable' | 'stalled' | 'cut-off' }
  | { kind: 'refused'; detail: string | null; waitSeconds?: number };

export interface ChatRequest {
  messages: { role: 'user' | 'assistant'; content: string }[];
  lang: Lang;
  filters: Filters | undefined;
}

/** The service sends a sign of life every 15 seconds; three missed ones mean that nobody is there. */
const SILENCE_LIMIT_MS = 45_000;

/**
 * Resolves with null when the answer is complete, else with what ended it. Never rejects; an aborted `signal` counts
 * as complete.
 * @param api scheme and host of the service, without a slash at the end
 */
export async function streamAnswer(
  api: string,
  question: ChatRequest,
  signal: AbortSignal,
  onChunk: (chunk: Chunk) => void,
): Promise<Failure | null> {
  const request = new AbortController();
  let stalled = false;
  const onSilence = () => {
    stalled = true;
    request.abort();
  };
  signal.addEventListener('abort', () => request.abort());
  let timer = setTimeout(onSilence, SILENCE_LIMIT_MS);
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(onSilence, SILENCE_LIMIT_MS);
  };
  let answering = false;
  try {
    const response = await fetch(`${api}/api/chat`, {
      method: 'POST',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'accept-language': question.lang },
      body: JSON.stringify(question),
      signal: request.signal,
    });
    if (!response.ok || response.body === null) {
      const waitSeconds = Number(response.headers.get('retry-after'));
      return { kind: 'refused', detail: await detailOf(response), waitSeconds };
    }
    answering = true;
    return await readChunks(response.body.getReader(), alive, onChunk);
  } catch {
    if (signal.aborted) return null;
    if (stalled) return { kind: 'stalled' };
    if (!navigator.onLine) return { kind: 'offline' };
    return { kind: answering ? 'cut-off' : 'unreachable' };
  } finally {
    clearTimeout(timer);
  }
}

async function readChunks(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  alive: () => void,
  onChunk: (chunk: Chunk) => void,
): Promise<Failure | null> {
  let ending: 'none' | 'done' | { kind: 'refused'; detail: string } = 'none';
  const feed = eventData((data) => {
    if (data === '[DONE]') {
      if (ending === 'none') ending = 'done';
      return;
    }
    const chunk = JSON.parse(data) as Chunk | { type: 'error'; errorText: string };
    if (chunk.type === 'error') ending = { kind: 'refused', detail: chunk.errorText };
    else onChunk(chunk);
  });
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      alive();
      feed(decoder.decode(value, { stream: true }));
    }
  } catch (error) {
    // A connection that breaks off after the last event has lost nothing.
    if (ending === 'none') throw error;
  }
  const end = ending as typeof ending | 'none' | 'done';
  if (end === 'none') return { kind: 'cut-off' };
  return end === 'done' ? null : end;
}

async function detailOf(response: Response): Promise<string | null> {
  const body: unknown = await response.json().catch(() => null);
  const detail = typeof body === 'object' && body !== null && 'detail' in body ? body.detail : null;
  return typeof detail === 'string' ? detail : null;
}
