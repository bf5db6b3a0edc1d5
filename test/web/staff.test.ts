// The pure steps of the staff's pages in the browser: quotations, keyboard, reports to take along. Texts are invented.
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { checkTexts } from '../../api/check/texts.ts';
import type { ReportedQuestion } from '../../api/check/types.ts';
import { draftParagraphs, withReferences } from '../../web/check/draft-text.ts';
import { plainReport } from '../../web/check/plain-report.ts';
import { wordReport } from '../../web/check/word-report.ts';
import { type Quotable, quotation } from '../../web/document/quote.ts';
import { neighbour } from '../../web/search/neighbour.ts';

const NOW = new Date('2026-11-25T12:00:00Z');
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

const question: ReportedQuestion = {
  number: '1',
  text: 'Was kostet\neine Bank?',
  verdict: 'similar',
  matches: [
    {
      source: {
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
      },
      askedBy: ['Fraktion A'],
      similarity: 0.6,
      snippet: { text: 'Eine Bank kostet 900\u0001 Euro.', highlights: [] },
    },
  ],
  draft: 'Eine Bank kostet 900 Euro. [1]',
};

test('the plain report has question, verdict, reference and link', () => {
  const report = plainReport([question, { number: null, text: 'Und?', verdict: 'none', matches: [] }], de, NOW);
  expect(report).toContain('1. Was kostet eine Bank?\n→ ähnlich beantwortet, älter als 6 Jahre\nEntwurf:');
  expect(report).toContain('- Vorlage 2020/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2020');
  expect(report).toContain('Gefragt von: Fraktion A');
  expect(report).toContain('Gefragt war: Wie teuer ist eine Bank?');
  expect(report).toContain('https://rat.example/dokument/a#z=0-26');
  expect(report).toContain('keine frühere Antwort');
});

test('the Word report is a file that Word readers read, with table, draft and links', async () => {
  const file = await wordReport([question], de, NOW);
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await file.arrayBuffer()) });
  expect(value).toContain('<table>');
  expect(value).toContain('href="https://rat.example/dokument/a#z=0-26"');
  expect(value).toContain('Gefragt von: Fraktion A');
  expect(value).toContain('Gefragt war: Wie teuer ist eine Bank?');
  expect(value).toContain('Entwurf');
  expect(value).toContain('Eine Bank kostet 900 Euro.');
});

test('the Word report says that its language is German, so that Word checks it as such', async () => {
  const file = await wordReport([question], de, NOW);
  expect(unzipped(Buffer.from(await file.arrayBuffer()), 'word/styles.xml')).toContain('<w:lang w:val="de-DE"/>');
});

/** One file of a zip, by its directory (APPNOTE 4.3.12). */
function unzipped(zip: Buffer, name: string): string {
  const entry = zip.lastIndexOf(name) - 46;
  const local = zip.readUInt32LE(entry + 42);
  const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  return inflateRawSync(zip.subarray(data, data + zip.readUInt32LE(entry + 20))).toString();
}

test('a draft that is taken along lists each cited document once', () => {
  const { source } = question.matches[0]!;
  const citation = { n: 1, at: 27, source: 0, start: 0, end: 26, quote: '', page: 2, url: source.url };
  const draft = { answer: 'A [1] B [1]', sources: [source], citations: [citation, citation], notice: null };
  expect(withReferences(draft, de)).toBe(
    'A [1] B [1]\n\n[1] Vorlage 2020/0016, Antwort zu Frage 3, S. 2, Gemeinderat, 26.03.2020',
  );
});

test('each marker of a draft leads to its own place, even where two have the same number', () => {
  const at = (offset: number, url: string) => ({
    n: 1,
    at: offset,
    source: 0,
    start: 0,
    end: 1,
    quote: '',
    page: 1,
    url,
  });
  const answer = 'Eins. [1] Zwei. [1]\n\nDrei (2).';
  expect(draftParagraphs({ answer, citations: [at(16, 'u2'), at(6, 'u1')] })).toEqual([
    ['Eins. ', { marker: '[1]', url: 'u1' }, ' Zwei. ', { marker: '[1]', url: 'u2' }],
    ['Drei (2).'],
  ]);
});
