// Example questions must be understood by someone who has not read the paper.
import { expect, test } from 'vitest';
import { pickExamples } from '../../../api/pages/examples.ts';

test.each([
  [
    '1. Wie viele Fahrräder wurden gestohlen?',
    'a number in front is taken off',
    'Wie viele Fahrräder wurden gestohlen?',
  ],
  ['Wie viele davon wurden aufgeklärt?', 'points to the question before', null],
  ['Was kostet die oben genannte Maßnahme?', 'points upwards', null],
  ['Wie steht die Verwaltung zu diesem Vorschlag?', 'points to the inquiry', null],
  ['Warum?', 'says too little', null],
  ['Wie viele Bänke gibt es? Und wo stehen sie?', 'is two questions', null],
  ['wie viele Bänke stehen im Stadtgarten?', 'is a part of a sentence', null],
  ['Bericht zum Zustand der Bänke im Stadtgarten', 'is no question', null],
])('%s: %s', (question, _reason, expected) => {
  expect(pickExamples([[question]])).toEqual(expected === null ? [] : [expected]);
});

test('takes one question of each document before a second of any, three at most', () => {
  const of = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `Wie viele ${name} stehen ${'sehr '.repeat(i)}weit vorn?`);
  const picked = pickExamples([of('Bänke', 3), of('Linden', 1), of('Laternen', 1)]);
  expect(picked).toHaveLength(3);
  expect(new Set(picked.map((question) => question.split(' ')[2]))).toEqual(new Set(['Bänke', 'Linden', 'Laternen']));
});
