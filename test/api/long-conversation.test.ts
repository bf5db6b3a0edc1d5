// A conversation of any length is taken: the newest messages that fit are used, and what else a client sends is passed over.
import { describe, expect, test } from 'vitest';
import { chatRequestSchema, conversation } from '../../api/schemas.ts';

const asked = (messages: unknown[]) =>
  conversation(chatRequestSchema.parse({ messages, id: 'c', trigger: 'submit-message' }));

function turns(count: number, answer: string): unknown[] {
  return Array.from({ length: count }, (_, i) => [
    { id: `q${i}`, role: 'user', parts: [{ type: 'text', text: `Frage ${i}` }] },
    {
      id: `a${i}`,
      role: 'assistant',
      metadata: { aiGenerated: false },
      parts: [
        { type: 'data-sources', data: [{ text: 'x'.repeat(30_000) }] },
        { type: 'text', text: answer, state: 'done' },
      ],
    },
  ]).flat();
}

describe('a long conversation', () => {
  test('of a hundred questions is asked with its newest twenty messages', () => {
    const { question, history } = asked([...turns(100, 'Ja.'), { role: 'user', content: 'Und nun?' }]);
    expect(question).toBe('Und nun?');
    expect(history).toHaveLength(20);
    expect(history.map(({ text }) => text).slice(0, 2)).toEqual(['Frage 90', 'Ja.']);
  });

  test('of long answers is asked with the newest 32,000 characters, whole messages only', () => {
    const { history } = asked([...turns(10, 'x'.repeat(10_000)), { role: 'user', content: 'Und nun?' }]);
    expect(history.map(({ text }) => text.length)).toEqual([7, 10_000, 7, 10_000, 7, 10_000]);
  });

  test('may hold empty answers and several questions in a row, which do not count', () => {
    const empty = { role: 'assistant', parts: [] };
    const { history } = asked([
      ...Array.from({ length: 30 }, () => empty),
      { role: 'user', content: 'Eins' },
      empty,
      { role: 'user', content: 'Zwei' },
      { role: 'user', content: 'Drei' },
    ]);
    expect(history.map(({ text }) => text)).toEqual(['Eins', 'Zwei']);
  });
});
