// The sentences shown of a found answer are those that speak of the question. The text is invented.
import { expect, test } from 'vitest';
import { matchingSentences } from '../../../api/check/matching-sentences.ts';
import { termsOf } from '../../../api/index/terms.ts';

const TEXT =
  'Der Stadtgarten ist groß. Er wurde 1967 angelegt. Im Stadtgarten stehen zwölf Bänke aus Holz. Die Enten\nsind zufrieden. Jede Bank kostet 900 Euro.';
const terms = (text: string) => termsOf(text, () => false);
const passage = { id: 'a.0', pair: 0, start: 0, end: TEXT.length, page: 1, text: TEXT };
const weights = (text: string) => new Map(terms(text).map(({ term }) => [term, 5]));
const shown = (question: string) => matchingSentences({ passage }, weights(question), terms);

test('shows the matching sentences in their order, with a gap where something was left out', () => {
  expect(shown('Was kostet eine Bank aus Holz?').text).toBe(
    'Im Stadtgarten stehen zwölf Bänke aus Holz. … Jede Bank kostet 900 Euro.',
  );
});

test('marks the words that match, each where it stands', () => {
  const { text, highlights } = shown('Welche Enten gibt es?');
  expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(['Enten']);
});

test('an answer without any matching word is shown from its beginning', () => {
  expect(shown('Seilbahn')).toEqual({ text: 'Der Stadtgarten ist groß. Er wurde 1967 angelegt.', highlights: [] });
});

test('a sentence without an end is cut at a word', () => {
  const long = { ...passage, text: `Bänke ${'und Tische '.repeat(100)}` };
  const { text } = matchingSentences({ passage: long }, weights('Bänke'), terms);
  expect(text.length).toBeLessThan(430);
  expect(text).toMatch(/(und|Tische) …$/);
});

test.each(['• ', '- ', '– '])('the mark %j of a list is left out', (mark) => {
  const text = `Es gibt:\n\n${mark}Zwölf Bänke aus Holz.`;
  const { text: shown } = matchingSentences({ passage: { ...passage, text } }, weights('Bänke aus Holz'), terms);
  expect(shown).toBe('Zwölf Bänke aus Holz.');
});
