// The pure steps of the staff's pages in the browser: quotations, keyboard, reports to take along. Texts are invented.
import { describe, expect, test } from 'vitest';
import { checkTexts } from '../../api/check/texts.ts';
import type { Source } from '../../api/events.ts';
import { withReferences } from '../../web/check/draft-text.ts';
import { type Quotable, quotation } from '../../web/document/quote.ts';
import { neighbour } from '../../web/search/neighbour.ts';

const de = checkTexts('de');

describe('a quotation', () => {
  const document: Quotable = {
    title: 'Bänke',
    reference: '2025/0016',
    committee: 'Gemeinderat',
    date: '2025-03-26',
    pages: [
      { number: 1, start: 0, end: 100 },
      { number: 2, start: 100, end: 200 },
    ],
    pairs: [
      { number: '1', question: { start: 10, end: 30 }, answer: { start: 31, end: 90 } },
      { number: '2', question: null, answer: { start: 110, end: 190 } },
    ],
  };
  const address = 'https://rat.example/dokument/a';

  test('carries page, question and a link to its place', () => {
    expect(quotation([{ text: 'Zwölf\n Bänke.', start: 120, end: 133 }], document, address, 'de')).toBe(
      '„Zwölf Bänke.“\nVorlage 2025/0016, Antwort zu Frage 2, S. 2, Gemeinderat, 26.03.2025\nhttps://rat.example/dokument/a#z=120-133',
    );
  });

  test('of the question itself belongs to that question', () => {
    expect(quotation([{ text: '?', start: 12, end: 20 }], document, address, 'de')).toContain('Frage 1, S. 1');
  });

  test('of what may be the words of who asked names no question', () => {
    const [first, second] = document.pairs;
    const pairs = [first!, { ...second!, unquotable: [{ start: 120, end: 140 }] }];
    const said = quotation([{ text: 'x', start: 120, end: 133 }], { ...document, pairs }, address, 'de');
    expect(said).not.toContain('Frage');
  });

  test('of several places says what is left out between them, and links to each', () => {
    const quoted = quotation(
      [
        { text: 'Zwölf Bänke.', start: 40, end: 52 },
        { text: 'Alle aus Holz.', start: 120, end: 134 },
      ],
      document,
      address,
      'de',
    );
    expect(quoted).toContain('„Zwölf Bänke. […] Alle aus Holz.“\nVorlage 2025/0016, Antwort zu Frage 1, S. 1');
    expect(quoted).toMatch(/#z=40-52,120-134$/);
  });

  test('outside of every pair, in a file without pages, names neither', () => {
    expect(quotation([{ text: 'x', start: 0, end: 5 }], { ...document, pages: [] }, address, 'de')).toContain(
      'Vorlage 2025/0016, Antwort, Gemeinderat',
    );
  });
});

test.each([
  ['a', 1, 'b'],
  ['b', -1, 'a'],
  ['c', 1, null],
  ['a', -1, null],
  ['elsewhere', 1, null],
] as const)('from %s by %i the arrow keys lead to %s', (from, step, to) => {
  expect(neighbour(['a', 'b', 'c'], from, step)).toBe(to);
});

const source: Source = {
  id: 'a.0',
  documentId: 'a',
  pair: 0,
  title: 'Bänke',
  reference: '2020/0016',
  date: '2020-03-26',
  committee: 'Gemeinderat',
  department: null,
  number: '3',
  question: 'Wie teuer ist eine Bank?',
  kind: 'answered',
  text: 'Eine Bank kostet 900 Euro.',
  page: 2,
  url: 'https://rat.example/dokument/a#z=0-26',
  originalUrl: null,
  file: 'f',
  ocr: false,
  image: null,
};

test('a draft that is taken along lists each cited document once', () => {
  const citation = { n: 1, at: 27, source: 0, start: 0, end: 26, quote: '', page: 2, url: source.url };
  const draft = { answer: 'A [1] B [1]', sources: [source], citations: [citation, citation], notice: null };
  expect(withReferences(draft, de)).toBe(
    'A [1] B [1]\n\n[1] Vorlage 2020/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2020',
  );
});
