// What goes along with a question, and what the chunks of a stream make of a turn.
import { describe, expect, test } from 'vitest';
import type { Chunk } from '../../web/chat/answer-stream.ts';
import { historyOf } from '../../web/chat/conversation.ts';
import { ended, isRunning, newTurn, type Turn, withChunk } from '../../web/chat/turn.ts';

const done = (question: string, text: string): Turn => ({ ...newTurn(question), text, state: 'done' });

describe('historyOf', () => {
  test('sends complete turns only, oldest first', () => {
    const turns = [done('a', 'A'), { ...newTurn('b'), state: 'failed' as const }, done('c', 'C')];
    expect(historyOf(turns).map(({ content }) => content)).toEqual(['a', 'A', 'c', 'C']);
  });

  test('keeps the newest turns that fit into one request of 20 messages and 32,000 characters', () => {
    const many = Array.from({ length: 30 }, (_, i) => done(`f${i}`, `a${i}`));
    expect(historyOf(many)).toHaveLength(18);
    expect(historyOf(many).at(-1)?.content).toBe('a29');
    const long = Array.from({ length: 5 }, (_, i) => done(`f${i}`, 'x'.repeat(12_000)));
    const sent = historyOf(long);
    expect(sent.map(({ content }) => content.length).reduce((a, b) => a + b, 0)).toBeLessThan(30_000);
    expect(sent[0]?.content).toBe('f3');
  });
});

describe('a turn', () => {
  test('goes from searching over reading and writing to done', () => {
    let turn = newTurn('Frage');
    const states = [turn.state];
    const summary = { id: 'x', kind: 'answer', mode: 'extractive', abstained: false, confidence: 1 } as const;
    const chunks: Chunk[] = [
      { type: 'start', messageId: 'x' },
      { type: 'data-sources', data: [] },
      { type: 'text-delta', delta: 'An' },
      { type: 'text-delta', delta: 'twort' },
      { type: 'data-answer', data: { ...summary, notice: null, followUps: [], listUrl: null, usage: null } },
      { type: 'finish' },
    ];
    for (const chunk of chunks) {
      turn = withChunk(turn, chunk);
      states.push(turn.state);
    }
    expect(states).toEqual(['searching', 'searching', 'reading', 'writing', 'writing', 'writing', 'writing']);
    expect(turn.text).toBe('Antwort');
    expect(isRunning(turn)).toBe(true);
    expect(ended(turn, null).state).toBe('done');
  });

  test('a stream that ends without a summary is no answer', () => {
    expect(ended(newTurn('Frage'), null)).toMatchObject({ state: 'failed', failure: { kind: 'cut-off' } });
  });

  test('chunks that a newer service may send change nothing', () => {
    const turn = newTurn('Frage');
    expect(withChunk(turn, { type: 'data-future' } as never)).toEqual(turn);
  });
});
