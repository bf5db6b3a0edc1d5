// Replies that do not simply number their questions (LAYOUTS.md), with invented texts.
import { expect, test } from 'vitest';
import { A1, A2, documentOf, HEADER, pairsOf, Q1, Q2, type Written } from './reply.ts';

const PROSE = 'Die Verwaltung hat die Bänke im Frühjahr gezählt. Es sind derzeit 40, weitere sollen folgen.';

const CASES: { name: string; body: string; pairs: Written[] }[] = [
  {
    name: 'prose only is one pair without number and question',
    body: PROSE,
    pairs: [[null, null, PROSE]],
  },
  {
    name: 'unnumbered questions stand by themselves',
    body: `${Q1}\n\n${A1}\n\n${Q2}\n\n${A2}`,
    pairs: [
      [null, Q1, A1],
      [null, Q2, A2],
    ],
  },
  {
    name: 'unnumbered questions with bullets',
    body: `• ${Q1}\n\n${A1}\n\n• ${Q2}\n\n${A2}`,
    pairs: [
      [null, Q1, A1],
      [null, Q2, A2],
    ],
  },
  {
    name: 'prose before the first question is a pair of its own',
    body: `${PROSE}\n\n1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${A2}`,
    pairs: [
      [null, null, PROSE],
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'prose that answers, with the questions behind it',
    body: `${PROSE}\n\n1. ${Q1}\n2. ${Q2}`,
    pairs: [
      ['1', Q1, PROSE],
      ['2', Q2, PROSE],
    ],
  },
  {
    name: 'a formula opens and belongs to nobody',
    body: `Das Gartenbauamt nimmt zu den Fragen wie folgt Stellung:\n\n1. ${Q1}\n\n${A1}`,
    pairs: [['1', Q1, A1]],
  },
  {
    name: 'a preamble is the view of those who ask, and no answer',
    body: `Sachverhalt / Begründung:\nUnserer Ansicht nach fehlen überall Bänke.\n\n1. ${Q1}\n\n${A1}`,
    pairs: [['1', Q1, A1]],
  },
  {
    name: 'a preamble in the voice of those who ask',
    body: `Viele Menschen vermissen Bänke. Daher fragen wir die Verwaltung:\n\n1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'a remark of the administration in front is an answer',
    body: `Vorbemerkung der Verwaltung:\nDie Zahlen beziehen sich auf das Jahr 2023.\n\n1. ${Q1}\n\n${A1}`,
    pairs: [
      [null, null, 'Vorbemerkung der Verwaltung: Die Zahlen beziehen sich auf das Jahr 2023.'],
      ['1', Q1, A1],
    ],
  },
  {
    name: 'several offices answer in turn',
    body: `1. ${Q1}\n\nAntwort des Gartenbauamts:\n${A1}\n\n2. ${Q2}\n\nAntwort der Stadtkämmerei:\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'two offices answer the same question',
    body: `1. ${Q1}\n\nAntwort des Gartenbauamts:\n${A1}\n\nAntwort des Tiefbauamts:\nAm Straßenrand stehen 12.\n\n2. ${Q2}\n\nAntwort der Stadtkämmerei:\n${A2}`,
    pairs: [
      ['1', Q1, `${A1} Antwort des Tiefbauamts: Am Straßenrand stehen 12.`],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'an answer of several paragraphs with an own list stays whole',
    body: `1. ${Q1}\n\n${A1}\n\nDavon:\n1. Nordteil 20\n2. Südteil 20\n\nSie sind aus Holz.\n\n2. ${Q2}\n\n${A2}`,
    pairs: [
      ['1', Q1, `${A1} Davon: 1. Nordteil 20 2. Südteil 20 Sie sind aus Holz.`],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'a request instead of a question',
    body: `1. Bitte stellen Sie die Standorte der Bänke dar.\n\n${A1}\n\n2. Um Auflistung der Kosten wird gebeten.\n\n${A2}`,
    pairs: [
      ['1', 'Bitte stellen Sie die Standorte der Bänke dar.', A1],
      ['2', 'Um Auflistung der Kosten wird gebeten.', A2],
    ],
  },
  {
    name: 'a question of two sentences, the second of which supplements it',
    body: `1. ${Q1} Bitte nach Stadtteilen aufschlüsseln.\n\n${A1}\n\n2. ${Q2}\n\n${A2}`,
    pairs: [
      ['1', `${Q1} Bitte nach Stadtteilen aufschlüsseln.`, A1],
      ['2', Q2, A2],
    ],
  },
];

test.each(CASES)('$name', ({ body, pairs }) => {
  expect(pairsOf(body)).toEqual(pairs);
});

const INQUIRY = `Anfrage der Musterpartei\n\nBänke im Stadtgarten\n\n1. ${Q1}\n2. ${Q2}\n`;

test('answers without their questions take them from the inquiry, and say so', () => {
  const { pairs } = documentOf(`${HEADER}\nZu 1:\n${A1}\n\nZu 2:\n${A2}\n`, { inquiryText: INQUIRY });
  expect(
    pairs.map(({ number, question, questionText, questionFrom }) => [number, question, questionText, questionFrom]),
  ).toEqual([
    ['1', null, Q1, 'inquiry'],
    ['2', null, Q2, 'inquiry'],
  ]);
});

test('bare numbers are answers where the inquiry numbers as many questions', () => {
  expect(pairsOf(`Vorab ein Hinweis der Verwaltung.\n\n1. ${A1}\n\n2. ${A2}\n`, { inquiryText: INQUIRY })).toEqual([
    [null, null, 'Vorab ein Hinweis der Verwaltung.'],
    ['1', Q1, A1],
    ['2', Q2, A2],
  ]);
});

test('prose answers all questions of the inquiry, each a pair with the same answer', () => {
  const { pairs } = documentOf(`${HEADER}\n${PROSE}\n`, { inquiryText: INQUIRY });
  expect(pairs.map(({ number, questionText, questionFrom }) => [number, questionText, questionFrom])).toEqual([
    ['1', Q1, 'inquiry'],
    ['2', Q2, 'inquiry'],
  ]);
  expect(pairs[1]!.answer).toEqual(pairs[0]!.answer);
});

test('without an inquiry the question stays unknown', () => {
  const { pairs } = documentOf(`${HEADER}\nZu 1:\n${A1}\n\nZu 2:\n${A2}\n`);
  expect(pairs.map(({ number, questionText, questionFrom }) => [number, questionText, questionFrom])).toEqual([
    ['1', null, null],
    ['2', null, null],
  ]);
});

test.each([
  ['Siehe Antwort zu Frage 1.', '1'],
  ['Siehe Antwort zu 1', '1'],
  ['Siehe hierzu Ziffer 1.', '1'],
  ['Es wird auf die Antwort zu Frage 1 verwiesen.', '1'],
  ['Hierzu wird auf die Ausführungen in Punkt 1 verwiesen.', '1'],
  ['Es wird hier auf Frage 1 beziehungsweise die Webseite verwiesen.', '1'],
  ['Es wird auf den Bericht der Verwaltung vom 1. Mai verwiesen.', null],
  ['Vgl. Antwort 1.', '1'],
  ['Siehe Anlage.', null],
  ['Siehe Beschluss vom 3. Mai 2021.', null],
])('%s points to %s', (answer, see) => {
  const { pairs } = documentOf(`${HEADER}\n1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${answer}\n`);
  expect(pairs[1]).toMatchObject({ number: '2', see });
});
