// Generated questions to generated documents, full of what markers and markup are made of: the citation rule holds.
import { describe, expect, it } from 'vitest';
import type { ChatResponse } from '../../../api/events.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { ask, expectProven } from './ask.ts';
import { hostile, pool, seed } from './documents.ts';
import { documentOf, smallIndex } from './small-index.ts';

describe('the citation rule', () => {
  it('holds for generated questions to generated documents', async () => {
    const random = mulberry32(20261125);
    for (let round = 0; round < 60; round += 1) {
      const documents = [
        seed,
        pool,
        hostile,
        ...Array.from({ length: 4 }, (_, i) => nasty(`nasty-${round}-${i}`, random)),
      ];
      const index = smallIndex(documents, 0.9);
      const words = documents.flatMap((d) => d.text.split(/\s+/u));
      const question = Array.from({ length: 1 + Math.floor(random() * 9) }, () => pick(words, random)).join(' ');
      const lang = random() < 0.5 ? 'de' : 'en';
      const response: ChatResponse = await ask(question.slice(0, 2000), index, { lang });
      await expectProven(response, index);
      // Lead-in and quotation: nothing that is quoted begins a paragraph of its own.
      if (response.kind === 'answer') expect(response.answer.split(/\n{2,}/u)).toHaveLength(2);
    }
  });
});

const SHARDS = [
  '[1]',
  '[12]',
  '[',
  ']',
  '[1',
  '- ',
  '* ',
  '**fett**',
  '# ',
  '„',
  '“',
  '\u{1F600}',
  '\u{1F468}\u200d\u{1F469}',
  '\ud800',
  '\udc00',
  'z. B.',
  'Nr. 3',
  'am 27.',
  'Ja.',
  '1.860.000,00 €',
  '<b>',
  '&amp;',
  'Straße',
  'Freibad',
  'Ausbau',
  'kostet',
  '\u0308',
  '\u00ad',
  '\t',
  '?',
  '…',
  'e\u0301',
  '\u202e',
  '(2)',
  '[^1]',
  '[1](http://x.example)',
];

/** Invented: a document of words, marks and broken characters. */
function nasty(id: string, random: () => number): ReplyDocument {
  const part = () =>
    Array.from({ length: 3 + Math.floor(random() * 40) }, () => pick(SHARDS, random)).join(random() < 0.8 ? ' ' : '');
  const text = `1. Frage ${part()}?\n\nAntwort eins ${part()}.\n\n- ${part()}\n\n2. Noch eine ${part()}?\n\nAntwort zwei ${part()}!`;
  return documentOf(id, text, [
    { question: '1. Frage', answer: 'Antwort eins' },
    { question: '2. Noch eine', answer: 'Antwort zwei' },
  ]);
}

function pick<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)]!;
}

/** The same questions on every machine. */
function mulberry32(seedNumber: number): () => number {
  let state = seedNumber;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
