// Verdicts in words, references in the house's form, and reports in which no text of a paper becomes markup.
import { describe, expect, test } from 'vitest';
import { houseReference, verdictWords } from '../../../api/check/reference.ts';
import { markdownReport } from '../../../api/check/report.ts';
import { checkTexts } from '../../../api/check/texts.ts';
import type { CheckedQuestion } from '../../../api/check/types.ts';
import { verdictOf } from '../../../api/check/verdict.ts';
import type { Source } from '../../../api/events.ts';

const de = checkTexts('de');
const en = checkTexts('en');
const NOW = new Date('2026-11-25T12:00:00Z');

/** Invented. */
const source: Source = {
  id: 'a.1',
  documentId: 'a',
  pair: 0,
  title: 'Bänke | [neu] *im* Stadtgarten',
  reference: '2025/0016',
  date: '2025-03-26',
  committee: 'Ortschaftsrat Musterdorf',
  department: 'Gartenamt',
  number: '3',
  question: 'Wie viele\nBänke?',
  kind: 'answered',
  text: 'Zwölf.',
  page: 2,
  url: 'https://rat.example/dokument/a#z=1-7',
  originalUrl: null,
  file: 'f',
  ocr: false,
  image: null,
};

describe('a reference', () => {
  test.each([
    [{}, 'Vorlage 2025/0016, Antwort zu Frage 3, S. 2, Ortschaftsrat Musterdorf, 26.03.2025'],
    [{ number: null, page: null }, 'Vorlage 2025/0016, Antwort, Ortschaftsrat Musterdorf, 26.03.2025'],
    [{ reference: null, title: 'Bänke', committee: null, date: null }, 'Bänke, Antwort zu Frage 3, S. 2'],
  ])('with %j is "%s"', (change, words) => {
    expect(houseReference({ ...source, ...change }, de)).toBe(words);
  });
});

describe('a verdict', () => {
  test.each([
    [[0.95, 0.4], 'answered'],
    [[0.6], 'similar'],
    [[0.4, 0.36], 'partly'],
    [[], 'none'],
  ])('of similarities %j is %s', (similarities, verdict) => {
    expect(verdictOf(similarities)).toBe(verdict);
  });

  test.each([
    ['answered', '2026-01-01', 'bereits beantwortet'],
    ['similar', '2024-11-25', 'ähnlich beantwortet, älter als zwei Jahre'],
    ['similar', '2024-11-26', 'ähnlich beantwortet'],
    ['partly', '2016-01-01', 'teilweise, älter als 10 Jahre'],
    ['none', '2016-01-01', 'nichts gefunden'],
    ['answered', null, 'bereits beantwortet'],
  ] as const)('%s of %s reads "%s"', (verdict, date, words) => {
    const best = verdict === 'none' ? null : { date, kind: 'answered' as const };
    expect(verdictWords(verdict, best, NOW, de)).toBe(words);
  });

  test('says when the earlier answer was that there is no data', () => {
    const best = { date: '2026-01-01', kind: 'no-data' as const };
    expect(verdictWords('answered', best, NOW, de)).toBe('bereits beantwortet (keine Angaben vorhanden)');
  });
});

describe('the Markdown report', () => {
  const question: CheckedQuestion = {
    number: '1',
    text: 'Was | kostet <b>das</b>?',
    verdict: 'answered',
    matches: [
      { source, askedBy: ['Fraktion A'], similarity: 0.91, snippet: { text: 'Zwölf_ *Bänke*', highlights: [] } },
    ],
    nearest: [],
  };
  const report = markdownReport(
    [question, { number: null, text: 'Und?', verdict: 'none', matches: [], nearest: [] }],
    de,
    NOW,
  );

  test('has one row a question in its table, whatever the texts contain', () => {
    const rows = report.split('\n').filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });

  test('shows nothing of a paper as markup', () => {
    expect(report).toContain('\\<b\\>das');
    expect(report).toContain('Zwölf\\_ \\*Bänke\\*');
    expect(report).not.toMatch(/(?<!\\)\[neu\]/);
  });

  test('links each reference, and says where nothing was found', () => {
    expect(report).toContain('](https://rat.example/dokument/a#z=1-7)');
    expect(report).toContain('keine frühere Antwort');
  });

  test('is in English where that is asked for', () => {
    expect(markdownReport([question], en, NOW)).toContain('answered before');
  });
});
