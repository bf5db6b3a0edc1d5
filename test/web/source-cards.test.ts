// Citations → one card a cited document, with the quotations marked in their paragraphs.
import { describe, expect, test } from 'vitest';
import type { Citation, Source } from '../../api/events.ts';
import { otherSources, sourceCards } from '../../web/chat/source-cards.ts';

const source = (documentId: string, text: string): Source => ({
  id: `${documentId}.0`,
  documentId,
  pair: 0,
  title: documentId,
  reference: null,
  date: null,
  committee: null,
  department: null,
  number: null,
  question: null,
  kind: 'answered',
  text,
  page: null,
  url: `https://x/dokument/${documentId}#z=0-9`,
  originalUrl: null,
  file: null,
  ocr: false,
  image: null,
});

const cite = (n: number, at: number, index: number, quote: string, start: number): Citation => ({
  n,
  at,
  source: index,
  quote,
  start,
  end: start + quote.length,
  page: null,
  url: `https://x/dokument/d${index}#z=${start}-${start + quote.length}`,
});

const text = 'Vorher steht etwas.\n\nErster Satz. Zweiter Satz. Dritter Satz.\n\nNachher auch.';
const marks = (parts: { text: string; quoted: boolean }[]) =>
  parts.map((p) => (p.quoted ? `«${p.text}»` : p.text)).join('');

describe('sourceCards', () => {
  test('marks two quotations of one paragraph in one excerpt, in order of the text', () => {
    const citations = [cite(1, 10, 0, 'Dritter Satz.', 50), cite(1, 0, 0, 'Erster Satz.', 21)];
    const [card] = sourceCards([source('d0', text)], citations);
    expect(card?.excerpts.map(({ parts }) => marks(parts))).toEqual(['«Erster Satz.» Zweiter Satz. «Dritter Satz.»']);
  });

  test('a card links to all of its spans at once', () => {
    const citations = [cite(1, 0, 0, 'Erster Satz.', 21), cite(1, 9, 0, 'Dritter Satz.', 50)];
    expect(sourceCards([source('d0', text)], citations)[0]?.url).toBe('https://x/dokument/d0#z=21-33,50-63');
  });

  test('quotations of different paragraphs have an excerpt each', () => {
    const citations = [cite(1, 0, 0, 'Vorher steht etwas.', 0), cite(1, 9, 0, 'Nachher auch.', 66)];
    const excerpts = sourceCards([source('d0', text)], citations)[0]?.excerpts ?? [];
    expect(excerpts.map(({ parts }) => marks(parts))).toEqual(['«Vorher steht etwas.»', '«Nachher auch.»']);
  });

  test('a quotation from another passage of the document is shown alone', () => {
    const excerpts = sourceCards([source('d0', text)], [cite(1, 0, 0, 'Steht woanders.', 900)])[0]?.excerpts ?? [];
    expect(excerpts.map(({ parts }) => marks(parts))).toEqual(['«Steht woanders.»']);
  });

  test.each([
    ['of its answer', 'Erster Satz.', 'Was war gefragt?'],
    ['of another answer only', 'Steht woanders.', null],
  ])('names the question when it quotes %s: %s', (_what, quote, expected) => {
    const asked = { ...source('d0', text), question: 'Was war gefragt?' };
    expect(sourceCards([asked], [cite(1, 0, 0, quote, 21)])[0]?.question).toBe(expected);
  });

  test('overlapping quotations are marked once', () => {
    const citations = [cite(1, 0, 0, 'Erster Satz. Zweiter', 21), cite(1, 9, 0, 'Zweiter Satz.', 34)];
    const excerpts = sourceCards([source('d0', text)], citations)[0]?.excerpts ?? [];
    expect(excerpts.map(({ parts }) => marks(parts))).toEqual(['«Erster Satz. Zweiter»« Satz.» Dritter Satz.']);
  });

  test('long surroundings are cut at words', () => {
    const long = `${'Wort '.repeat(100)}Das Zitat. ${'Wort '.repeat(100)}`.trim();
    const parts = sourceCards([source('d0', long)], [cite(1, 0, 0, 'Das Zitat.', 500)])[0]?.excerpts[0]?.parts ?? [];
    expect(marks(parts)).toMatch(/^… Wort .*«Das Zitat\.».* Wort …$/);
    expect(marks(parts).length).toBeLessThan(520);
  });

  test('numbers follow the citations, and uncited documents are the others', () => {
    const sources = [source('d0', 'Eins.'), source('d1', 'Zwei.'), source('d2', 'Drei.')];
    const citations = [cite(1, 0, 2, 'Drei.', 0), cite(2, 9, 0, 'Eins.', 0)];
    expect(sourceCards(sources, citations).map(({ n, source: s }) => [n, s.documentId])).toEqual([
      [1, 'd2'],
      [2, 'd0'],
    ]);
    expect(otherSources(sources, citations).map(({ documentId }) => documentId)).toEqual(['d1']);
  });
});
