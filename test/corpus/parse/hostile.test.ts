// Texts made to keep a parser busy: 100,000 characters of one thing, or thousands of lines of it. Each is done in a
// second or two; what was quadratic here once took 5 to 33 seconds.
import { describe, expect, test } from 'vitest';
import { fileRole } from '../../../corpus/parse/classify.ts';
import { parseInquiry } from '../../../corpus/parse/inquiry.ts';
import { parseReply } from '../../../corpus/parse/parse.ts';

const CHARACTERS = 100_000;
const LINE_CHARACTERS = 40_000;
const BOUND_MS = 4_000;

const PIECES = [
  'a',
  'A',
  '1',
  ' ',
  '(',
  '.',
  '?',
  '-',
  '\n',
  '„',
  '\t',
  '\u0301',
  '1. ',
  'a) ',
  '1.',
  '1.1.1.',
  '(((',
  '1.2 ',
  'Frage ',
  'Frage 1 ',
  'Zu 1 ',
  'zu 1 und ',
  'Antwort ',
  'Stellungnahme der ',
  'nicht ',
  'keine Daten ',
  'siehe Antwort zu ',
  'Anfrage der ',
  'Anfrage des ',
  'Beantwortung der Anfrage ',
  '12.3. ',
  '1.2.2024 ',
  'x@',
  'x.x@x.',
  'Gemeinderat 1.2.2024 ',
  'ab-',
  'Wie ',
  'Wie viele? ',
  'und ',
  'Nr. ',
  '0171 ',
  'Herr Muster, ',
  'wird auf ',
  'A1. B2. ',
  'Frau Aa ',
  'Anschrift ',
  '0721 1-',
  'Frage eins ',
  'F1: A1: ',
  'Antwort betreffend ',
  'beantwortet die Verwaltung wie folgt ',
];
const LINES = [
  '1. Wie?',
  '1.',
  'a) Wie viele?',
  'Frage 1: Wie?',
  'Antwort: Ja.',
  'Zu 1:',
  '2. Ja.',
  'A. Titel',
  'Gemeinderat 01.02.2024 3',
  'gez. Muster',
  '• Wie?',
  'Wie viele?',
  'ein Wort',
  'Gremium Termin TOP',
  'Seite 2',
  'Max Muster\nMusterweg 1\n12345 Musterstadt',
];

/** Of this thread only: other work on the machine does not count. */
const measured = (text: string): number => {
  const start = process.threadCpuUsage();
  parseReply({ id: 'x', file: 'x', pages: [{ number: 1, text }], meta: { inquiryText: text } });
  parseInquiry([{ number: 1, text }]);
  fileRole({}, text);
  return process.threadCpuUsage(start).user / 1_000;
};

describe('100,000 characters of', () => {
  test.each(PIECES.map((piece) => [JSON.stringify(piece), piece]))('%s', (_, piece) => {
    expect(measured(piece.repeat(Math.ceil(CHARACTERS / piece.length)))).toBeLessThan(BOUND_MS);
  });
});

describe('thousands of lines of', () => {
  test.each(LINES)('%s', (line) => {
    expect(measured(`${line}\n`.repeat(Math.ceil(LINE_CHARACTERS / line.length)))).toBeLessThan(BOUND_MS);
    expect(measured(`${line}\n\n`.repeat(Math.ceil(LINE_CHARACTERS / line.length)))).toBeLessThan(BOUND_MS);
  });

  test('a numbering that goes on for ever', () => {
    const lines = Array.from({ length: 5_000 }, (_, i) => `${i + 1}. Wie viele?\n\nEs sind ${i}.\n`);
    expect(measured(lines.join('\n'))).toBeLessThan(BOUND_MS);
  });
});
