import { DefaultChatTransport, readUIMessageStream, type UIMessage } from 'ai';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { AnswerEvent, AnswerSummary, Citation, Source } from '../../api/events.ts';
import { collectAnswer, uiMessageStream } from '../../api/stream.ts';

afterEach(() => vi.restoreAllMocks());

const source = {
  id: 'koeln-1.0',
  documentId: 'koeln-1',
  title: 'Müll',
  url: 'https://rat.example/dokument/koeln-1',
} as Source;
const citation: Citation = { n: 1, at: 7, source: 0, quote: 'Ja', start: 0, end: 2, page: 1, url: source.url };
const summary: AnswerSummary = {
  id: 'a1',
  kind: 'answer',
  mode: 'extractive',
  abstained: false,
  confidence: 0.9,
  notice: null,
  followUps: ['Und nachts?'],
  listUrl: null,
  usage: null,
};

async function* played(...events: AnswerEvent[]): AsyncGenerator<AnswerEvent> {
  yield* events;
}

const whole = () =>
  played(
    { type: 'sources', sources: [source] },
    { type: 'text', delta: 'Grüße: ' },
    { type: 'citation', citation },
    { type: 'text', delta: '[1]' },
    { type: 'summary', summary },
  );

describe('the UI message stream', () => {
  test('is read by the real client of the AI SDK', async () => {
    const transport = new DefaultChatTransport({
      api: 'https://rat.example/api/chat',
      fetch: async () => uiMessageStream('a1', 'de', whole(), () => {}),
    });
    const chunks = await transport.sendMessages({
      trigger: 'submit-message',
      chatId: 'c',
      messageId: undefined,
      messages: [{ id: 'm', role: 'user', parts: [{ type: 'text', text: 'Warum?' }] }],
      abortSignal: undefined,
    });
    let message: UIMessage | undefined;
    for await (const state of readUIMessageStream({ stream: chunks })) message = state;
    expect(message?.id).toBe('a1');
    expect(message?.parts.map((part) => part.type)).toEqual([
      'data-sources',
      'source-url',
      'text',
      'data-citation',
      'data-answer',
    ]);
    expect(message?.parts.find((part) => part.type === 'text')).toMatchObject({ text: 'Grüße: [1]', state: 'done' });
    expect(message?.parts.find((part) => part.type === 'data-citation')).toMatchObject({ data: citation });
    expect(message?.parts.find((part) => part.type === 'data-answer')).toMatchObject({ data: summary });
  });

  test('has the chunks in the order of the contract and ends with [DONE]', async () => {
    const body = await uiMessageStream('a1', 'de', whole(), () => {}).text();
    const lines = body.split('\n\n').filter(Boolean);
    expect(lines.at(-1)).toBe('data: [DONE]');
    expect(lines.slice(0, -1).map((line) => JSON.parse(line.slice('data: '.length)).type)).toEqual([
      'start',
      'data-sources',
      'source-url',
      'text-start',
      'text-delta',
      'data-citation',
      'text-delta',
      'text-end',
      'data-answer',
      'finish',
    ]);
  });

  test.each([
    ['claude', true],
    ['extractive', false],
  ] as const)('says to programs whether a model wrote it: %s', async (mode, aiGenerated) => {
    const body = await uiMessageStream(
      'a1',
      'de',
      played({ type: 'summary', summary: { ...summary, mode } }),
      () => {},
    ).text();
    expect(body).toContain(`{"type":"finish","messageMetadata":{"aiGenerated":${aiGenerated}}}`);
  });

  test('turns a failure into an error chunk and still ends', async () => {
    const events = played({ type: 'text', delta: 'Halb' }, { type: 'failure', message: 'Bitte noch einmal.' });
    const body = await uiMessageStream('a1', 'de', events, () => {}).text();
    expect(body).toContain('data: {"type":"error","errorText":"Bitte noch einmal."}\n\ndata: [DONE]');
  });

  test('turns an exception into an error chunk without its message', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    async function* broken(): AsyncGenerator<AnswerEvent> {
      yield { type: 'text', delta: 'Halb' };
      throw new Error('secret path /home');
    }
    const body = await uiMessageStream('a1', 'de', broken(), () => {}).text();
    expect(body).toContain('"type":"error"');
    expect(body).not.toContain('secret');
    expect(body).toMatch(/\[DONE\]\n\n$/);
    expect(console.error).toHaveBeenCalledOnce();
  });

  test('stops the answer when the reader goes away', async () => {
    let finished = false;
    async function* endless(): AsyncGenerator<AnswerEvent> {
      try {
        for (;;) {
          yield { type: 'text', delta: '.' };
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      } finally {
        finished = true;
      }
    }
    const abort = vi.fn();
    const reader = uiMessageStream('a1', 'de', endless(), abort).body!.getReader();
    await reader.read();
    await reader.cancel();
    expect(abort).toHaveBeenCalledOnce();
    expect(finished).toBe(true);
  });
});

describe('the answer as one object', () => {
  test('says the same as the stream', async () => {
    expect(await collectAnswer(whole())).toEqual({
      ...summary,
      answer: 'Grüße: [1]',
      sources: [source],
      citations: [citation],
    });
  });

  test('is a failure when the events end without a summary', async () => {
    expect(await collectAnswer(played({ type: 'text', delta: 'x' }))).toHaveProperty('failure');
  });
});
