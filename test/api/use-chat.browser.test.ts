// The AI SDK's own chat, unmodified, against the running service: it sends its whole history with all parts of ours.
import { AbstractChat, type ChatState, DefaultChatTransport, type UIMessage } from 'ai';
import { describe, expect, inject, test } from 'vitest';
import type {} from '../web/service.setup.ts';

const service = inject('serviceUrl');

class Chat extends AbstractChat<UIMessage> {}

function chat(resume = false) {
  const state: ChatState<UIMessage> = {
    messages: [],
    status: 'ready',
    error: undefined,
    pushMessage(message) {
      this.messages = [...this.messages, message];
    },
    popMessage() {
      this.messages = this.messages.slice(0, -1);
    },
    replaceMessage(index, message) {
      this.messages = this.messages.with(index, message);
    },
    snapshot: structuredClone,
  };
  const transport = new DefaultChatTransport<UIMessage>({ api: `${service}/api/chat` });
  return { state, chat: new Chat({ id: resume ? 'fortsetzen' : 'lang', state, transport }) };
}

describe.skipIf(service === '')('useChat', () => {
  test('asks twelve questions one after another, however long its history has become', async () => {
    const { state, chat: asking } = chat();
    for (let i = 1; i <= 12; i++) {
      await asking.sendMessage({ text: `Was bedeutet das Integrationsmanagement für das Amt? (${i})` });
      expect([i, state.status, state.error]).toEqual([i, 'ready', undefined]);
    }
    expect(state.messages).toHaveLength(24);
    expect(JSON.stringify(state.messages).length).toBeGreaterThan(64 * 1024);
  });

  test('with resume finds nothing to go on with, and no error', async () => {
    const { state, chat: asking } = chat(true);
    await asking.resumeStream();
    expect([state.status, state.error]).toEqual(['ready', undefined]);
    expect((await fetch(`${service}/api/chat/x/stream`)).status).toBe(204);
    expect((await fetch(`${service}/api/chat/x/stream`, { method: 'POST' })).status).toBe(405);
  });
});
