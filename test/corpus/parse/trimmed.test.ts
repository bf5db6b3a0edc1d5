// What stands at the ends of answers and answers nothing; and answers that name more than one question. Invented texts.
import { expect, test } from 'vitest';
import { A1, A2, documentOf, HEADER, pairsOf, Q1, Q2, type Written } from './reply.ts';

const VIEW = 'Im Sommer klagten viele ältere Menschen darüber, dass es im Park zu wenig Schatten gibt.';
const INQUIRY = `Anfrage\n\n1. ${Q1}\n\n${VIEW}\n\n2. ${Q2}`;

const CASES: { name: string; body: string; inquiryText?: string; pairs: Written[] }[] = [
  {
    name: 'words of the inquiry between an answer and the next question are in neither',
    body: `1. ${Q1}\n\n${A1}\n\n${VIEW}\n\n2. ${Q2}\n\n${A2}`,
    inquiryText: INQUIRY,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'words of the inquiry right behind a question belong to it',
    body: `1. ${Q1}\n\n${VIEW}\n\n${A1}\n\n2. ${Q2}\n\n${A2}`,
    inquiryText: INQUIRY,
    pairs: [
      ['1', `${Q1} ${VIEW}`, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'a heading over the next question is no part of the answer',
    body: `Teil A: Bestand\n1. ${Q1}\n${A1}\nTeil B: Planung\n2. ${Q2}\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'questions said to be answered together have the answer below, without that sentence',
    body: `1. ${Q1}\n\n2. ${Q2}\n\nDie Fragen 1 und 2 werden wegen ihres Zusammenhangs gemeinsam beantwortet.\n\n${A1}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A1],
    ],
  },
  {
    name: 'a remark before numbered answers answers none of the questions',
    body: `1. ${Q1}\n2. ${Q2}\n\nDie Verwaltung nimmt wie folgt Stellung:\n\nDie Bänke werden alle sechs Jahre geprüft. Zuständig ist das Gartenamt.\n\nZu 1:\n${A1}\n\nZu 2:\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
      [null, null, 'Die Bänke werden alle sechs Jahre geprüft. Zuständig ist das Gartenamt.'],
    ],
  },
  {
    name: 'forms at the foot are in no answer',
    body: `1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${A2}\n\nFinanzielle Auswirkungen: keine\n\nAnlagen: keine`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
    ],
  },
  {
    name: 'all asked in a list first, then answered by the same numbers',
    body: `1. ${Q1}\n2. ${Q2}\n3. Hält die Stadt\na) die Zahl der Bänke für ausreichend?\nb) ihre Pflege für ausreichend?\n\nDie Verwaltung beantwortet die Fragen wie folgt:\n\n1. ${A1}\n2. ${A2}\n3. a) Ja.\nb) Nein.`,
    pairs: [
      ['1', Q1, A1],
      ['2', Q2, A2],
      ['3a', 'Hält die Stadt a) die Zahl der Bänke für ausreichend? b) ihre Pflege für ausreichend?', 'Ja.'],
      ['3b', 'Hält die Stadt a) die Zahl der Bänke für ausreichend? b) ihre Pflege für ausreichend?', 'Nein.'],
    ],
  },
  {
    name: 'without empty lines a sentence behind a request begins the answer',
    body: `1. ${Q1}\n${A1}\n2. Welche wurden geprüft?\nBitte nach Jahren angeben.\nGeprüft wurden fünf Bänke. Drei davon sind gut.\n3. Nennen Sie den Zeitplan.\nDie Arbeiten beginnen im Frühjahr.\n4. ${Q2}\n${A2}`,
    pairs: [
      ['1', Q1, A1],
      ['2', 'Welche wurden geprüft? Bitte nach Jahren angeben.', 'Geprüft wurden fünf Bänke. Drei davon sind gut.'],
      ['3', 'Nennen Sie den Zeitplan.', 'Die Arbeiten beginnen im Frühjahr.'],
      ['4', Q2, A2],
    ],
  },
];

test.each(CASES)('$name', ({ body, inquiryText, pairs }) => {
  const written = pairsOf(body, inquiryText === undefined ? {} : { inquiryText });
  expect(new Set(written.map((pair) => JSON.stringify(pair)))).toEqual(
    new Set(pairs.map((pair) => JSON.stringify(pair))),
  );
});

test('"Zu 2. a. und b.:" answers both parts', () => {
  const body = `1. ${Q1}\n\nZu 1.: ${A1}\n\n2. In wie vielen Fällen wurde\na. ein Verfahren eingeleitet?\nb. ein Zwangsgeld festgesetzt?\n\nZu 2. a. und b.: ${A2}`;
  const { pairs, text } = documentOf(`${HEADER}\n${body}`);
  const last = pairs.at(-1)!;
  expect(text.slice(last.answer.start, last.answer.end)).toBe(A2);
  expect(last.questionText).toContain('In wie vielen Fällen');
});
