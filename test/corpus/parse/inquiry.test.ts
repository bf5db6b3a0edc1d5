// Invented inquiries, filed or pasted → their questions; letterheads, reasons, greetings and names are none.
import { expect, test } from 'vitest';
import { parseInquiry } from '../../../corpus/parse/inquiry.ts';

type Asked = [number: string | null, text: string];

const asked = (text: string): Asked[] =>
  parseInquiry([{ number: 1, text }]).questions.map(({ number, text }) => [number, text]);

const CASES: { name: string; text: string; questions: Asked[] }[] = [
  {
    name: 'a filed inquiry with its header, its reasons and its names',
    text: `Stadt Musterstadt
Gemeinderat
ANFRAGE
Stadträtin Erika Beispiel (Musterpartei)
vom 03.02.2024
Gremium: 14. Plenarsitzung Gemeinderat
Termin: 12.03.2024
Bänke im Stadtgarten

1. Wie viele Bänke stehen im Stadt-
garten?
2. Welche Kosten entstehen im Jahr?

Sachverhalt / Begründung:

Viele Menschen vermissen Bänke. Warum ist das so?

unterzeichnet von:
Erika Beispiel`,
    questions: [
      ['1', 'Wie viele Bänke stehen im Stadtgarten?'],
      ['2', 'Welche Kosten entstehen im Jahr?'],
    ],
  },
  {
    name: 'reasons first, in which numbers stand, too',
    text: `Am 2. Mai wurde der 3. Bauabschnitt begonnen.
2023 waren es 14. Plenarsitzung und Ausschuss haben beraten.

Wir fragen daher die Verwaltung:
1) Wann endet der Bau?
2) Was kostet er?`,
    questions: [
      ['1', 'Wann endet der Bau?'],
      ['2', 'Was kostet er?'],
    ],
  },
  {
    name: 'numbers alone on their lines',
    text: 'Anfrage\n\nBänke\n\n1.\n\nWie viele Bänke gibt es\nim Stadtgarten?\n2.\n\nWer pflegt sie?\n\nBegründung/Einordnung:\n\nViele fragen: Warum?',
    questions: [
      ['1', 'Wie viele Bänke gibt es im Stadtgarten?'],
      ['2', 'Wer pflegt sie?'],
    ],
  },
  {
    name: 'lettered parts ask with the words above them',
    text: '1. Wie viele Bänke stehen\na) im Stadtgarten?\nb) am Marktplatz?\n\n2. Wer pflegt sie?',
    questions: [
      ['1', 'Wie viele Bänke stehen a) im Stadtgarten? b) am Marktplatz?'],
      ['2', 'Wer pflegt sie?'],
    ],
  },
  {
    name: 'lettered parts that are questions of their own',
    text: '1. Gibt es Bänke im Stadtgarten?\na) Wie viele sind es?\nb) Was kosten sie?\n2. Wer pflegt sie?',
    questions: [
      ['1', 'Gibt es Bänke im Stadtgarten?'],
      ['1a', 'Wie viele sind es?'],
      ['1b', 'Was kosten sie?'],
      ['2', 'Wer pflegt sie?'],
    ],
  },
  {
    name: 'requests without a question mark',
    text: '1. Bitte stellen Sie die Standorte der Bänke dar.\n2. Nennen Sie die Kosten je Jahr.\n3. Wie geht es weiter?',
    questions: [
      ['1', 'Bitte stellen Sie die Standorte der Bänke dar.'],
      ['2', 'Nennen Sie die Kosten je Jahr.'],
      ['3', 'Wie geht es weiter?'],
    ],
  },
  {
    name: 'a question goes on behind its first mark',
    text: '1. Gibt es Bänke? Wenn ja, wie viele?\nBitte nach Stadtteilen aufschlüsseln.\n2. Wer pflegt sie?',
    questions: [
      ['1', 'Gibt es Bänke? Wenn ja, wie viele? Bitte nach Stadtteilen aufschlüsseln.'],
      ['2', 'Wer pflegt sie?'],
    ],
  },
  {
    name: 'a letter without numbers, several questions in a paragraph',
    text: `Sehr geehrte Damen und Herren,

im Stadtgarten fehlen Bänke. Wie viele gibt es dort? Und was kostet eine Bank im Jahr? Bitte nennen Sie auch die Standorte.

Mit freundlichen Grüßen
Max Muster`,
    questions: [
      [null, 'Wie viele gibt es dort?'],
      [null, 'Und was kostet eine Bank im Jahr? Bitte nennen Sie auch die Standorte.'],
    ],
  },
  {
    name: 'bullets',
    text: 'Wir möchten wissen:\n• Wie viele Bänke gibt es?\n• Was kosten sie?',
    questions: [
      [null, 'Wie viele Bänke gibt es?'],
      [null, 'Was kosten sie?'],
    ],
  },
  {
    name: 'English',
    text: 'Dear city council,\nthe benches are gone. How many were there? Why were they removed? If so, who paid?\n\nKind regards\nMax Muster',
    questions: [
      [null, 'How many were there?'],
      [null, 'Why were they removed? If so, who paid?'],
    ],
  },
  {
    name: 'numbered English',
    text: '1. How many benches are there?\n2. Please list the costs?\n',
    questions: [
      ['1', 'How many benches are there?'],
      ['2', 'Please list the costs?'],
    ],
  },
  { name: 'nothing that asks', text: 'Die Bänke im Stadtgarten sind schön.', questions: [] },
  { name: 'nothing at all', text: ' \n ', questions: [] },
];

test.each(CASES)('$name', ({ text, questions }) => {
  expect(asked(text)).toEqual(questions);
});

test('what stands before the questions is the preamble', () => {
  const { preamble } = parseInquiry([
    { number: 1, text: 'Viele vermissen Bänke.\nWir fragen:\n\n1. Wie viele gibt es?\n2. Wo?' },
  ]);
  expect(preamble).toBe('Viele vermissen Bänke. Wir fragen:');
});

test('each of 300 questions is found, in order and with its number', () => {
  const all = Array.from(
    { length: 300 },
    (_, i): Asked => [String(i + 1), `Was kostet die Bank Nummer ${i + 1} im Jahr?`],
  );
  expect(asked(all.map(([number, text]) => `${number}. ${text}`).join('\n'))).toEqual(all);
});
