// Answer events → the AI SDK's UI message stream, v1 (server-sent events), or one JSON object. Both say the same.
// Protocol: https://ai-sdk.dev/docs/ai-sdk-ui/stream-protocol
import type { AnswerEvent, ChatResponse, Lang } from './events.ts';
import { logError } from './log-error.ts';

/** A reader who has gone is often noticed only when something is written to him. */
const PING_INTERVAL_MS = 1_000;

const INCOMPLETE: Record<Lang, string> = {
  de: 'Die Antwort ist unvollständig geblieben. Bitte versuchen Sie es noch einmal.',
  en: 'The answer remained incomplete. Please try again.',
};

/**
 * Streams while the answer comes into being. When the reader goes away `abort` is called and the events are not
 * pulled any further, so that nothing is computed or paid for nobody.
 */
export function uiMessageStream(
  id: string,
  lang: Lang,
  events: AsyncGenerator<AnswerEvent>,
  abort: () => void,
): Response {
  const encoder = new TextEncoder();
  let ping: ReturnType<typeof setInterval> | undefined;
  let open = true;
  const stop = () => {
    open = false;
    clearInterval(ping);
  };
  const body = new ReadableStream<Uint8Array>({
    async start(controller) {
      const send = (text: string) => {
        if (open) controller.enqueue(encoder.encode(text));
      };
      // City reverse proxies close connections that say nothing, and pass on that the reader left when they must write.
      ping = setInterval(() => send(': ping\n\n'), PING_INTERVAL_MS);
      try {
        for await (const chunk of uiChunks(id, events)) {
          if (!open) return;
          send(`data: ${JSON.stringify(chunk)}\n\n`);
        }
      } catch (error) {
        logError({ event: 'answer-failed', requestId: id }, error);
        send(`data: ${JSON.stringify({ type: 'error', errorText: INCOMPLETE[lang] })}\n\n`);
      }
      send('data: [DONE]\n\n');
      if (open) controller.close();
      stop();
    },
    async cancel() {
      stop();
      abort();
      await events.return(undefined).catch(() => {});
    },
  });
  return new Response(body, {
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
      'x-vercel-ai-ui-message-stream': 'v1',
    },
  });
}

/** The chunks of CONTRACT.md, `POST /api/chat`, in their order. */
async function* uiChunks(id: string, events: AsyncIterable<AnswerEvent>): AsyncGenerator<Record<string, unknown>> {
  const textId = `${id}-text`;
  let textOpen = false;
  yield { type: 'start', messageId: id };
  for await (const event of events) {
    switch (event.type) {
      case 'sources':
        yield { type: 'data-sources', data: event.sources };
        for (const source of event.sources) {
          yield { type: 'source-url', sourceId: source.id, url: source.url, title: source.title };
        }
        break;
      case 'text':
        if (!textOpen) yield { type: 'text-start', id: textId };
        textOpen = true;
        yield { type: 'text-delta', id: textId, delta: event.delta };
        break;
      case 'citation':
        yield { type: 'data-citation', data: event.citation };
        break;
      case 'summary':
        if (textOpen) yield { type: 'text-end', id: textId };
        yield { type: 'data-answer', data: event.summary };
        // AI Act, Art. 50(2): what a model wrote is marked for programs.
        yield { type: 'finish', messageMetadata: { aiGenerated: event.summary.mode === 'claude' } };
        return;
      case 'failure':
        if (textOpen) yield { type: 'text-end', id: textId };
        yield { type: 'error', errorText: event.message };
        return;
    }
  }
}

/** The whole answer at once; a failure is returned as its sentence, null when the events just ended. */
export async function collectAnswer(
  events: AsyncIterable<AnswerEvent>,
): Promise<ChatResponse | { failure: string | null }> {
  const collected: Pick<ChatResponse, 'answer' | 'sources' | 'citations'> = { answer: '', sources: [], citations: [] };
  for await (const event of events) {
    switch (event.type) {
      case 'sources':
        collected.sources = event.sources;
        break;
      case 'text':
        collected.answer += event.delta;
        break;
      case 'citation':
        collected.citations.push(event.citation);
        break;
      case 'summary': {
        const { id, kind, ...rest } = event.summary;
        return { id, kind, ...collected, ...rest };
      }
      case 'failure':
        return { failure: event.message };
    }
  }
  return { failure: null };
}
