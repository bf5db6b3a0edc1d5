// A question without an answer of its own never has the next one's. Invented texts.
import { expect, test } from 'vitest';
import { brokenIn } from '../../../corpus/parse/invariants.ts';
import { A1, A2, documentOf, HEADER, pairsOf, Q1, Q2, type Written } from './reply.ts';

const Q3 = 'Wann wird gestrichen?';
const A3 = 'Gestrichen wird im Mai.';

const CASES: { name: string; body: string; pairs: Written[] }[] = [
  {
    name: 'whose label has nothing behind it',
    body: `Frage 1: ${Q1}\nAntwort:\n\nFrage 2: ${Q2}\nAntwort:\n${A2}\n\nFrage 3: ${Q3}\nAntwort:\n${A3}`,
    pairs: [
      ['2', Q2, A2],
      ['3', Q3, A3],
    ],
  },
  {
    name: 'whose label has nothing behind it, without numbers',
    body: `Frage: ${Q1}\nAntwort:\n\nFrage: ${Q2}\nAntwort:\n${A2}\n\nFrage: ${Q3}\nAntwort:\n${A3}`,
    pairs: [
      [null, Q2, A2],
      [null, Q3, A3],
    ],
  },
  {
    name: 'when the answer names another number',
    body: `1. ${Q1}\n2. ${Q2}\n3. ${Q3}\n\nZu 2:\n${A2}\n\nZu 3:\n${A3}`,
    pairs: [
      ['2', Q2, A2],
      ['3', Q3, A3],
    ],
  },
  {
    name: 'in a table with an empty cell',
    body: `1. ${Q1} ${A1}\n2. ${Q2}\n3. ${Q3} ${A3}\n4. Wer pflegt sie? Das Gartenamt.`,
    pairs: [
      ['1', Q1, A1],
      ['3', Q3, A3],
      ['4', 'Wer pflegt sie?', 'Das Gartenamt.'],
    ],
  },
];

test.each(CASES)('$name', ({ body, pairs }) => {
  expect(pairsOf(body)).toEqual(pairs);
  expect(brokenIn(documentOf(`${HEADER}\n${body}`)).taken).toEqual([]);
});

test('the check sees a taken answer', () => {
  const document = documentOf(`${HEADER}\n1. ${Q1}\n\nAntwort:\n\n2. ${Q2}\n\nAntwort:\n\n${A2}`);
  const at = document.text.indexOf(Q1);
  const question = { start: at, end: at + Q1.length };
  const pairs = [{ ...document.pairs[0]!, question }, ...document.pairs];
  expect(brokenIn({ ...document, pairs }).taken).toEqual([question]);
});

test('questions one right below the other are answered together', () => {
  expect(pairsOf(`1. ${Q1}\n\n2. ${Q2}\n\n${A2}\n\n3. ${Q3}\n\n${A3}`)).toEqual([
    ['1', Q1, A2],
    ['2', Q2, A2],
    ['3', Q3, A3],
  ]);
});
