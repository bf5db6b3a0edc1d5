import { describe, expect, test } from 'vitest';
import { compileLexicon, openLexicon, tokensOf } from '../../../api/index/lexicon.ts';

const lexicon = openLexicon(
  compileLexicon(`
# comment, is, ignored
Blitzer, Starenkasten => Geschwindigkeitsmessanlage, Messstelle   # everyday → official
Müll, Abfall
wilder Müll => illegale Müllablagerung
Hort => Kinderhort
schließen, dichtmachen
`),
);

const expansionsOf = (question: string) =>
  lexicon.expand(tokensOf(question).words).map(({ from, to, expansions }) => [from, to, expansions]);

describe('the lexicon', () => {
  test.each([
    ['Wo ist ein Blitzer', [[3, 4, ['Geschwindigkeitsmessanlage', 'Messstelle']]], 'an arrow goes one way'],
    ['Geschwindigkeitsmessanlage', [], 'and not the other'],
    ['Abfall', [[0, 1, ['Müll']]], 'equivalents go both ways, without the word itself'],
    ['die Blitzern', [[1, 2, ['Geschwindigkeitsmessanlage', 'Messstelle']]], 'another form of the word'],
    ['wilder Müll', [[0, 2, ['illegale Müllablagerung']]], 'a phrase comes before its words'],
    ['wilden Mülls', [[0, 2, ['illegale Müllablagerung']]], 'phrases have forms, too'],
    ['gehört', [], 'a short stem that is shared by chance is no match'],
    ['', [], 'nothing'],
  ])('%j: %j (%s)', (question, expected) => expect(expansionsOf(question)).toEqual(expected));

  test('is fine with being empty', () => expect(openLexicon(compileLexicon('')).expand(['müll'])).toEqual([]));
});
