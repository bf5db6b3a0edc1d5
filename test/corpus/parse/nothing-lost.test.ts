// Replies written by a generator from known questions and answers, in random layouts → the parser gives back what was
// written; and whatever stands in a text, no word of it is lost and every span lies within it.
import { describe, expect, test } from 'vitest';
import { documentOf, HEADER, pairsOf, type Written } from './reply.ts';

/** Mulberry32: the same numbers every time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const QUESTIONS = [
  (word: string) => `Wie viele ${word} gibt es in der Stadt?`,
  (word: string) => `Welche ${word} plant die Verwaltung bis zum 31.12.2025?`,
  (word: string) => `Wann werden die ${word} erneuert, und was kostet das?`,
  (word: string) => `Gibt es ${word} auch in der Musterstraße 5?`,
  (word: string) => `Hält die Stadt ${word} für nötig? Wenn ja, warum?`,
  (word: string) => `Bitte stellen Sie die ${word} nach Stadtteilen dar.`,
];
const ANSWERS = [
  (word: string) => `Die ${word} wurden am 3. Mai 2023 gezählt.`,
  (word: string) => `Im Jahr 2022 kosteten die ${word} rund 2.500 Euro.`,
  (word: string) => `Es sind derzeit 14 ${word} vorhanden:\n- fünf im Norden\n- neun im Süden.`,
  (word: string) => `Nein, ${word} sind nach § 2 Abs. 3 der Satzung nicht vorgesehen.`,
  (word: string) => `Die ${word} liegen im Bereich des 2. Bauabschnitts. Sie werden von der Stadt gepflegt.`,
  (word: string) => `Die ${word} stehen an zwei Orten. Der erste ist der Marktplatz.\n\nDer zweite ist der Bahnhof.`,
];
const LAYOUTS: ((n: number, question: string, answer: string) => string)[] = [
  (n, q, a) => `${n}. ${q}\n\n${a}\n`,
  (n, q, a) => `${n}) ${q}\n\n${a}\n`,
  (n, q, a) => `${n}.\n${q}\n\n${a}\n`,
  (n, q, a) => `Frage ${n}: ${q}\nAntwort: ${a}\n`,
  (n, q, a) => `Zu Frage ${n}:\n${q}\n\nAntwort:\n${a}\n`,
  (n, q, a) => `${'ABCDEFGH'[n - 1]}. ${q}\n\n${a}\n`,
  (n, q, a) => `${['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][n - 1]}. ${q}\n\n${a}\n`,
];
const NUMBER = [
  String,
  String,
  String,
  String,
  String,
  (n: number) => 'ABCDEFGH'[n - 1]!,
  (n: number) => ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'][n - 1]!,
];
const SYLLABLES = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'wu', 'zi'];

const nounOf = (n: number): string => {
  const word = [...String(1_000 + n)].map((digit) => SYLLABLES[Number(digit)]!).join('');
  return `${word[0]!.toUpperCase()}${word.slice(1)}en`;
};

describe('a generated reply gives back its questions and answers', () => {
  test.each(LAYOUTS.map((_, i) => i))('in layout %i', (layout) => {
    for (let seed = 0; seed < 60; seed++) {
      const random = randomFrom(seed * 31 + layout);
      const count = 2 + random(6);
      const wanted: Written[] = [];
      const body = Array.from({ length: count }, (_, i) => {
        const question = QUESTIONS[random(QUESTIONS.length)]!(nounOf(seed * 20 + i));
        const answer = ANSWERS[random(ANSWERS.length)]!(nounOf(seed * 20 + i + 10));
        wanted.push([NUMBER[layout]!(i + 1), question, answer.replace(/\s+/g, ' ')]);
        return LAYOUTS[layout]!(i + 1, question, answer);
      }).join('\n');
      expect(pairsOf(body), body).toEqual(wanted);
    }
  });
});

const PIECES = [
  '1. ',
  '2. ',
  '3) ',
  'a) ',
  'b) ',
  'A. ',
  'II. ',
  'Frage 1: ',
  'Zu 2: ',
  'Antwort: ',
  'Stellungnahme:',
  '7.1 ',
  '(',
  '?',
  '.',
  ':',
  '\n',
  '\n',
  '\n\n',
  '\n\n',
  ' ',
  ' ',
  ' ',
  'Wie viele ',
  'Begründung\n',
  'Sehr geehrte Damen und Herren,\n',
  'gez. ',
  '• ',
  '- ',
  '12.03.2024 ',
  '2.500 Euro ',
  'wir fragen ',
  'wie folgt:\n',
];

test('of any text no word is lost, and every span lies within it', () => {
  for (let seed = 0; seed < 400; seed++) {
    const random = randomFrom(seed);
    const body = Array.from({ length: 10 + random(120) }, () =>
      random(2) ? `${nounOf(random(9_000))} ` : PIECES[random(PIECES.length)]!,
    ).join('');
    const { text, pairs, pages } = documentOf(`${HEADER}\n${body}`);
    const words = (whole: string) => whole.match(/\p{Lu}\p{Ll}{5,}en\b/gu) ?? [];
    expect(words(text), body).toEqual(words(`${HEADER}\n${body}`));
    expect(pages).toEqual([{ number: 1, start: 0, end: text.length }]);
    for (const { question, answer } of pairs) {
      for (const { start, end } of question ? [question, answer] : [answer]) {
        expect(start >= 0 && end <= text.length && start < end, body).toBe(true);
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      }
      if (question) expect(question.end <= answer.start || answer.end <= question.start, body).toBe(true);
    }
  }
});
