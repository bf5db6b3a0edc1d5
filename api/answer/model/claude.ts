// The only module that knows the SDK: one request → events of text and citations, or a failure as a value. Guarantees
// an end in bounded time whatever the service does, and that the call is aborted as soon as nobody reads on.
import { BaseAnthropic } from '@anthropic-ai/sdk/client';
import type { RawMessageStreamEvent, SearchResultBlockParam } from '@anthropic-ai/sdk/resources/messages/messages';
import { Messages } from '@anthropic-ai/sdk/resources/messages/messages';
import type { Result } from '../../../corpus/types.ts';
import type { Usage } from '../../events.ts';
import type { ModelConfig } from './model.ts';

export type { SearchResultBlockParam } from '@anthropic-ai/sdk/resources/messages/messages';

export type ModelFailure =
  | 'unauthorized'
  | 'rate-limited'
  | 'overloaded'
  | 'rejected'
  | 'unavailable'
  | 'too-slow'
  | 'cut-off'
  | 'aborted';

/** Blocks count the text blocks of the answer; a block's citations may come before, between or after its text. */
export type ModelEvent =
  | { type: 'text'; block: number; text: string }
  | { type: 'citation'; block: number; citation: ModelCitation }
  | { type: 'block-end'; block: number }
  | { type: 'end'; reason: 'complete' | 'too-long' | 'refused' }
  | { type: 'failure'; failure: ModelFailure };

/** What the model claims; nothing of it is checked yet. `endBlock` is exclusive. */
export interface ModelCitation {
  searchResult: number;
  startBlock: number;
  endBlock: number;
  citedText: string;
}

export interface Limits {
  /** From the call to the first text. */
  firstTextMs: number;
  /** Between two events of the stream. */
  idleMs: number;
  totalMs: number;
  maxTokens: number;
}

export interface Ask {
  system: string;
  sources: SearchResultBlockParam[];
  question: string;
}

/** A service that wants a longer pause than this is not asked again: a citizen waits. */
const MAX_RETRY_AFTER_MS = 1_500;

/**
 * Streams one answer with citations. Ends with exactly one `end` or `failure`.
 * @param spent called once, at the end, also when the reader stops early
 */
export async function* streamAnswer(
  config: ModelConfig,
  ask: Ask,
  limits: Limits,
  signal: AbortSignal,
  spent: (usage: Usage) => void,
): AsyncGenerator<ModelEvent> {
  const call = new AbortController();
  const usage: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const started = Date.now();
  let hasText = false;
  let complete = false;
  try {
    const opening = clientOf(config).messages.create(
      {
        model: config.answerModel,
        max_tokens: limits.maxTokens,
        stream: true,
        // Too short for a cache (a model's minimum is 1,000 tokens and more), and the sources differ by question.
        system: ask.system,
        messages: [{ role: 'user' as const, content: [...ask.sources, { type: 'text' as const, text: ask.question }] }],
      },
      { signal: AbortSignal.any([signal, call.signal]) },
    );
    const left = () =>
      Math.min(
        started + limits.totalMs - Date.now(),
        hasText ? limits.idleMs : started + limits.firstTextMs - Date.now(),
      );
    const stream = await within(opening, left(), signal);
    const events = stream[Symbol.asyncIterator]();
    let reason: 'complete' | 'too-long' | 'refused' = 'complete';
    for (;;) {
      const next = await within(events.next(), left(), signal);
      // A connection that is cut ends the iteration without an error: only message_stop completes an answer.
      if (next.done) return yield { type: 'failure', failure: signal.aborted ? 'aborted' : 'cut-off' };
      count(usage, next.value);
      const event = next.value;
      if (event.type === 'message_stop') {
        complete = true;
        // Nothing follows; reading the end closes the connection in an orderly way.
        events.next().catch(() => {});
        return yield { type: 'end', reason };
      }
      if (event.type === 'message_delta') reason = reasonOf(event.delta.stop_reason);
      for (const e of eventsOf(event)) {
        if (e.type === 'text') hasText = true;
        yield e;
      }
    }
  } catch (error) {
    yield { type: 'failure', failure: signal.aborted ? 'aborted' : failureOf(error) };
  } finally {
    if (!complete) call.abort();
    spent(usage);
  }
}

/** One request with a JSON schema for its output. The text is JSON as the service gives it, unchecked. */
export async function askForJson(
  config: ModelConfig,
  ask: { system: string; messages: { role: 'user' | 'assistant'; text: string }[]; schema: Record<string, unknown> },
  limits: { totalMs: number; maxTokens: number },
  signal: AbortSignal,
): Promise<Result<{ json: string; usage: Usage }, ModelFailure>> {
  const call = new AbortController();
  try {
    const asking = clientOf(config).messages.create(
      {
        model: config.fastModel,
        max_tokens: limits.maxTokens,
        system: ask.system,
        messages: ask.messages.map((m) => ({ role: m.role, content: m.text })),
        output_config: { format: { type: 'json_schema', schema: ask.schema } },
      },
      { signal: AbortSignal.any([signal, call.signal]), maxRetries: 0 },
    );
    const message = await within(asking, limits.totalMs, signal);
    const json = message.content.map((block) => (block.type === 'text' ? block.text : '')).join('');
    const usage = {
      inputTokens: message.usage.input_tokens + (message.usage.cache_creation_input_tokens ?? 0),
      outputTokens: message.usage.output_tokens,
      cachedTokens: message.usage.cache_read_input_tokens ?? 0,
    };
    return { ok: true, value: { json, usage } };
  } catch (error) {
    return { ok: false, error: signal.aborted ? 'aborted' : failureOf(error) };
  } finally {
    call.abort();
  }
}

/** The base client and one resource instead of the whole SDK: 40 kB in place of 110. */
class Claude extends BaseAnthropic {
  messages = new Messages(this);
}

function clientOf(config: ModelConfig): Claude {
  return new Claude({
    apiKey: config.apiKey,
    ...(config.baseUrl === null ? {} : { baseURL: config.baseUrl }),
    maxRetries: 1,
    openTelemetry: false,
    logLevel: 'off',
    fetch: fetchWithoutLongRetries,
  });
}

/** The SDK waits as long as `retry-after` says, minutes if need be. */
async function fetchWithoutLongRetries(url: string | URL | Request, init?: RequestInit): Promise<Response> {
  const response = await fetch(url, init);
  const pauseMs = Number(response.headers.get('retry-after-ms') ?? Number(response.headers.get('retry-after')) * 1000);
  if (response.ok || !(pauseMs > MAX_RETRY_AFTER_MS || Number.isNaN(pauseMs))) return response;
  const headers = new Headers(response.headers);
  headers.set('x-should-retry', 'false');
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}

function* eventsOf(event: RawMessageStreamEvent): Generator<ModelEvent> {
  switch (event.type) {
    case 'content_block_start':
      if (event.content_block.type !== 'text') return;
      for (const citation of event.content_block.citations ?? []) yield* citationOf(event.index, citation);
      if (event.content_block.text !== '') yield { type: 'text', block: event.index, text: event.content_block.text };
      return;
    case 'content_block_delta':
      if (event.delta.type === 'text_delta') yield { type: 'text', block: event.index, text: event.delta.text };
      else if (event.delta.type === 'citations_delta') yield* citationOf(event.index, event.delta.citation);
      return;
    case 'content_block_stop':
      return yield { type: 'block-end', block: event.index };
  }
}

function* citationOf(block: number, citation: { type: string }): Generator<ModelEvent> {
  if (citation.type !== 'search_result_location') return;
  const c = citation as unknown as Record<string, unknown>;
  yield {
    type: 'citation',
    block,
    citation: {
      searchResult: Number(c.search_result_index),
      startBlock: Number(c.start_block_index),
      endBlock: Number(c.end_block_index),
      citedText: String(c.cited_text ?? ''),
    },
  };
}

function reasonOf(stop: string | null): 'complete' | 'too-long' | 'refused' {
  if (stop === 'refusal') return 'refused';
  return stop === 'max_tokens' || stop === 'model_context_window_exceeded' ? 'too-long' : 'complete';
}

/** Output tokens are cumulative; a stream that breaks off before the last count is counted by its length. */
function count(usage: Usage, event: RawMessageStreamEvent): void {
  if (event.type === 'message_start') {
    const u = event.message.usage;
    usage.inputTokens = u.input_tokens + (u.cache_creation_input_tokens ?? 0);
    usage.cachedTokens = u.cache_read_input_tokens ?? 0;
    usage.outputTokens = u.output_tokens;
  } else if (event.type === 'message_delta') {
    // A gateway between may leave it out: then the text counts.
    usage.outputTokens = event.usage?.output_tokens ?? usage.outputTokens;
  } else if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') {
    usage.outputTokens += Math.ceil(event.delta.text.length / CHARS_PER_TOKEN);
  }
}

/** German text, roughly. */
const CHARS_PER_TOKEN = 3.5;

/** Rejects with `TooSlow` after `ms`, and at once when the reader goes away. */
function within<T>(work: PromiseLike<T>, ms: number, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => reject(new TooSlow())), Math.max(0, ms));
    const leave = () => settle(() => reject(signal.reason));
    const settle = (finish: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      finish();
    };
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave);
    work.then(
      (value) => settle(() => resolve(value)),
      (error) => settle(() => reject(error)),
    );
  });
}

class TooSlow extends Error {}

/** By status and, in mid-stream where there is none, by type. */
function failureOf(error: unknown): ModelFailure {
  if (error instanceof TooSlow) return 'too-slow';
  const { status, type } = error as { status?: number; type?: string };
  if (type === 'overloaded_error' || status === 529) return 'overloaded';
  if (type === 'rate_limit_error' || status === 429) return 'rate-limited';
  if (status === 401 || status === 403) return 'unauthorized';
  if (status !== undefined && status >= 400 && status < 500) return 'rejected';
  return 'unavailable';
}
