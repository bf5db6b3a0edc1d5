// Every kind of numbering that LAYOUTS.md lists, with invented texts: each question finds its answer.
import { describe, expect, test } from 'vitest';
import { A1, A2, pairsOf, Q1, Q2, type Written } from './reply.ts';

describe('a question and its answer behind it', () => {
  test.each([
    ['1.', '2.'],
    ['1)', '2)'],
    ['1.)', '2.)'],
    ['1.:', '2.:'],
    ['1 .', '2 .'],
    ['(1)', '(2)'],
    ['A.', 'B.'],
    ['A.)', 'B.)'],
    ['A)', 'B)'],
    ['I.', 'II.'],
    ['a)', 'b)'],
    ['Frage 1:', 'Frage 2:'],
    ['Frage 1', 'Frage 2'],
    ['Frage Nr. 1:', 'Frage Nr. 2:'],
    ['Zu Frage 1:', 'Zu Frage 2:'],
    ['Zu 1.:', 'Zu 2.:'],
    ['ad 1)', 'ad 2)'],
    ['1.1', '1.2'],
  ])('is numbered %s and %s', (first, second) => {
    const [one, two] = [first, second].map((marker) => /(?:\d\.\d|\d|[A-Ia-i]+)(?!.*(?:\d|[A-Ia-z]))/.exec(marker)![0]);
    expect(pairsOf(`${first} ${Q1}\n\n${A1}\n\n${second} ${Q2}\n\n${A2}\n`)).toEqual([
      [one, Q1, A1],
      [two, Q2, A2],
    ]);
  });
});

const CASES: { name: string; body: string; pairs: Written[] }[] = [
  {
    name: 'a number alone on its line, the question below it',
    body: `1.\n${Q1}\n\n${A1}\n\n2.\n${Q2}\n\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'answers on the line after the question mark, without an empty line',
    body: `1. ${Q1}\n${A1}\n2. ${Q2}\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'labels for question and answer',
    body: `Frage 1: ${Q1}\nAntwort: ${A1}\nFrage 2: ${Q2}\nAntwort: ${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'labels on lines of their own',
    body: `Frage 1:\n${Q1}\nAntwort:\n${A1}\n\nFrage 2:\n${Q2}\nAntwort:\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'the question quoted behind "Stellungnahme zu Frage Nr."',
    body: `Stellungnahme zu Frage Nr. 1\n„${Q1}“\n\n${A1}\n\nStellungnahme zu Frage Nr. 2\n„${Q2}“\n\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'lettered sub-questions, each with its answer',
    body: `1. ${Q1}\n\n${A1}\n\n2. Welche Kosten entstehen\na) für das Streichen?\n\nFür das Streichen 1.000 Euro.\n\nb) für das Aufstellen?\n\nFür das Aufstellen 500 Euro.`,
    pairs: [
      ['1', Q1, A1],
      ['2a', 'Welche Kosten entstehen a) für das Streichen?', 'Für das Streichen 1.000 Euro.'],
      ['2b', 'für das Aufstellen?', 'Für das Aufstellen 500 Euro.'],
    ],
  },
  {
    name: 'lettered parts answered together',
    body: `1. Wie viele Bänke stehen\na) im Stadtgarten?\nb) am Marktplatz?\n\nIm Stadtgarten 40, am Marktplatz 12.\n\n2. ${Q2}\n\n${A2}`,
    pairs: [
      ['1', 'Wie viele Bänke stehen a) im Stadtgarten? b) am Marktplatz?', 'Im Stadtgarten 40, am Marktplatz 12.'],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'decimal sub-questions',
    body: `1. ${Q1}\n\n${A1}\n\n2.1 Was kostet eine Bank?\n\nEine Bank kostet 400 Euro.\n\n2.2 Wer bezahlt sie?\n\nDas Gartenbauamt.`,
    pairs: [
      ['1', Q1, A1],
      ['2.1', 'Was kostet eine Bank?', 'Eine Bank kostet 400 Euro.'],
      ['2.2', 'Wer bezahlt sie?', 'Das Gartenbauamt.'],
    ],
  },
  {
    name: 'numbers below capitals',
    body: `A. Zu den Bänken\n1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${A2}\n\nB. Zu den Bäumen\n1. Wie viele Bäume gibt es?\n\nEs gibt 300 Bäume.`,
    pairs: [
      ['A1', Q1, A1],
      ['A2', Q2, A2],
      ['B1', 'Wie viele Bäume gibt es?', 'Es gibt 300 Bäume.'],
    ],
  },
  {
    name: 'all questions first, then "Zu 1:"',
    body: `1. ${Q1}\n2. ${Q2}\n\nZu 1:\n${A1}\n\nZu 2:\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'all questions first, then answers by their numbers',
    body: `1. ${Q1}\n\n2. ${Q2}\n\nDie Verwaltung nimmt wie folgt Stellung:\n\n1. ${A1}\n\n2. ${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'all questions first, then one answer below "Stellungnahme:"',
    body: `1. ${Q1}\n2. ${Q2}\n\nStellungnahme:\n${A1} ${A2}`,
    pairs: [
      ['1', Q1, `${A1} ${A2}`],
      ['2', Q2, `${A1} ${A2}`],
    ],
  },
  {
    name: 'two questions with one answer behind both',
    body: `1. ${Q1}\n\n2. ${Q2}\n\n${A1} ${A2}\n\n3. Wer pflegt sie?\n\nDas Gartenbauamt.`,
    pairs: [
      ['1', Q1, `${A1} ${A2}`],
      ['2', Q2, `${A1} ${A2}`],
      ['3', 'Wer pflegt sie?', 'Das Gartenbauamt.'],
    ],
  },
  {
    name: 'a joint answer by "Zu 1 und 2:"',
    body: `1. ${Q1}\n2. ${Q2}\n3. Wer pflegt sie?\n\nZu 1 und 2:\n${A1} ${A2}\n\nZu 3:\nDas Gartenbauamt.`,
    pairs: [
      ['1', Q1, `${A1} ${A2}`],
      ['2', Q2, `${A1} ${A2}`],
      ['3', 'Wer pflegt sie?', 'Das Gartenbauamt.'],
    ],
  },
  {
    name: 'a joint answer by "Antwort zu den Fragen 1 bis 3:"',
    body: `1. ${Q1}\n2. ${Q2}\n3. Wer pflegt sie?\n\nAntwort zu den Fragen 1 bis 3:\n${A1}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A1],
      ['3', 'Wer pflegt sie?', A1],
    ],
  },
  ...[
    ['words behind "Frage"', 'Frage eins:', 'Frage zwei:'],
    ['words before "Frage"', 'Zur ersten Frage:', 'Zur zweiten Frage:'],
    ['figures before "Frage"', '1. Frage:', '2. Frage:'],
  ].map(([name, one, two]) => ({
    name: `numbers as ${name}`,
    body: `${one}\n${Q1}\n\n${A1}\n\n${two}\n${Q2}\n\n${A2}`,
    pairs: [['1', Q1, A1] as Written, ['2', Q2, A2] as Written],
  })),
  {
    name: 'figures before "Frage" and "Antwort"',
    body: `1. Frage\n${Q1}\n\n1. Antwort\n${A1}\n\n2. Frage\n${Q2}\n\n2. Antwort\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'letters of answers below the questions',
    body: `a) ${Q1}\n\nb) ${Q2}\n\nZu a)\n${A1}\n\nZu b):\n${A2}`,
    pairs: [
      ['a', Q1, A1],
      ['b', Q2, A2],
    ],
  },
  {
    name: 'letters of answers without the questions',
    body: `Zu a)\n${A1}\n\nZu b)\n${A2}`,
    pairs: [
      ['a', null, A1],
      ['b', null, A2],
    ],
  },
  {
    name: 'initials for question and answer',
    body: `F1: ${Q1}\nA1: ${A1}\n\nF2: ${Q2}\nA2: ${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'questions repeated in brackets',
    body: `Zur ersten Frage (${Q1}):\n${A1}\n\nZu 2. (${Q2}): ${A2}`,
    pairs: [
      ['1', `(${Q1}):`, A1],
      ['2', `(${Q2}):`, A2],
    ],
  },
];

test.each(CASES)('$name', ({ body, pairs }) => {
  expect(pairsOf(body)).toEqual(pairs);
});

test('questions answered together share one span', async () => {
  const { documentOf, HEADER } = await import('./reply.ts');
  const { pairs } = documentOf(`${HEADER}\n1. ${Q1}\n2. ${Q2}\n\nZu 1 und 2:\n${A1}\n`);
  expect(pairs.map(({ answer }) => answer)).toEqual([pairs[0]!.answer, pairs[0]!.answer]);
});
