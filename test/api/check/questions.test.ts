// What of a pasted text counts as a question, and what is refused with a reason. All texts are invented.
import { describe, expect, test } from 'vitest';
import { MAX_QUESTIONS, questionsOf } from '../../../api/check/questions.ts';

const asked = (text: string) => questionsOf([{ number: 1, text }]);
const texts = (text: string) => {
  const found = asked(text);
  return found.ok ? found.value.questions.map((question) => question.text) : found.error;
};

test('numbered questions keep their numbers, and what stands before them is what they are about', () => {
  const found = asked(
    'ANFRAGE\nStadträtin Erika Muster (ABC)\nGremium Termin TOP\nBänke im Stadtgarten\n\n1. Wie viele Bänke gibt es?\n2. Was kostet eine Bank?',
  );
  expect(found).toMatchObject({
    ok: true,
    value: {
      questions: [
        { number: '1', text: 'Wie viele Bänke gibt es?' },
        { number: '2', text: 'Was kostet eine Bank?' },
      ],
    },
  });
  const about = found.ok ? found.value.about : '';
  expect(about).toContain('Bänke im Stadtgarten');
  expect(about).not.toContain('Muster');
  expect(about).not.toContain('Gremium');
});

test('numbered items ask without a question mark, other numbers do not', () => {
  expect(texts('Bänke\n\n1. Zahl der Bänke im\nStadtgarten\n2. Kosten je Bank\n\nR. Muster')).toEqual([
    'Zahl der Bänke im Stadtgarten',
    'Kosten je Bank',
  ]);
  expect(texts('Am\n3. Mai war es kalt.\n4. Juni war es warm.')).toBe('no-questions');
});

describe('without numbers', () => {
  test('each interrogative sentence is a question, other sentences are none', () => {
    expect(texts('Wir lieben Bänke. Wie viele gibt es? Das freut uns. Wer zahlt sie?')).toEqual([
      'Wie viele gibt es?',
      'Wer zahlt sie?',
    ]);
  });

  test.each([
    ['Wie viele Bänke gibt es im Stadtgarten'],
    ['wann wird die Brücke saniert'],
    ['Bitte erläutern Sie die Kosten der Brücke.'],
  ])('a short text that begins like a question is one: %s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  test.each([['Hallo Welt'], ['Der neue Spielplatz ist schön geworden.'], ['12345'], ['???']])(
    'a text that asks nothing is told apart: %s',
    (text) => {
      expect(texts(text)).toBe('no-questions');
    },
  );
});

test('the same question under the same number counts once', () => {
  expect(texts('Wer zahlt die Bänke?\n\nWer  zahlt die\nBänke?')).toEqual(['Wer zahlt die Bänke?']);
});

test('more questions than can be checked at once are refused, as many as can are not', () => {
  const many = (n: number) => Array.from({ length: n }, (_, i) => `Was kostet Bank ${i + 1}?`).join('\n\n');
  expect(texts(many(MAX_QUESTIONS))).toHaveLength(MAX_QUESTIONS);
  expect(texts(many(MAX_QUESTIONS + 1))).toBe('too-many-questions');
});

test.each([
  ['dots', '.'.repeat(200_000)],
  ['question marks', '?'.repeat(200_000)],
  ['empty lines', ' \n'.repeat(100_000)],
  ['quotation marks', '?"'.repeat(100_000)],
  ['numbers', '1.'.repeat(100_000)],
  ['line ends', 'a-\n'.repeat(60_000)],
])('a file of nothing but %s is refused within two seconds of processor time', (_, text) => {
  const started = process.threadCpuUsage();
  expect(texts(text)).toBe('no-questions');
  expect(process.threadCpuUsage(started).user).toBeLessThan(2_000_000);
});

test('a novel in a file is refused before it is read for questions', () => {
  expect(texts('Es war einmal. '.repeat(30_000))).toBe('too-long');
});
