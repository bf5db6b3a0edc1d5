import { describe, expect, it } from 'vitest';
import { ask } from '../ask.ts';
import { pool } from '../documents.ts';
import { documentOf, smallIndex } from '../small-index.ts';

describe('an answer that points to another', () => {
  it('is quoted from where it stands', async () => {
    const text = `1. Wer pflegt den Beispielbrunnen?

Den Beispielbrunnen pflegt das Gartenbauamt mit zwei Fachkräften.

2. Wann wird der Beispielbrunnen gereinigt und von wem?

Siehe Antwort zu 1.`;
    const document = documentOf('brunnen', text, [
      { question: '1. Wer', answer: 'Den Beispielbrunnen' },
      { question: '2. Wann', answer: 'Siehe' },
    ]);
    document.pairs[1]!.see = '1';
    const { citations } = await ask(
      'Wann wird der Beispielbrunnen gereinigt und von wem?',
      smallIndex([document, pool]),
    );
    expect(citations.map((c) => c.quote)).toEqual([
      'Den Beispielbrunnen pflegt das Gartenbauamt mit zwei Fachkräften.',
    ]);
  });
});
