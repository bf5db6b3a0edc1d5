// Two spellings of a street, a road, a paragraph: the same terms in the index and in a question. All names are invented.
import { describe, expect, it } from 'vitest';
import { termsOf } from '../../../api/index/terms.ts';
import { conceptsOf } from '../../../api/search/query.ts';
import { agendaItemIn } from '../../../corpus/german/units.ts';

const KNOWN = new Set(['beispiel', 'straße', 'beispielstraße', 'markt', 'platz', 'marktplatz', 'tempo']);
const known = (word: string) => KNOWN.has(word);
const lexicon = { expand: () => [] };

const indexed = (text: string): string[] => termsOf(text, known).map(({ term }) => term);
/** The first way in which each word of a question is searched. */
const asked = (query: string): string[] =>
  conceptsOf({ query, history: [], rewrite: null }, { known, lexicon }).map(({ alternatives }) =>
    alternatives[0]!.terms.join(' '),
  );

describe('every spelling is searched as it stands in the text', () => {
  it.each([
    [
      'a street',
      'Beispielstraße',
      [
        'Beispielstraße',
        'Beispielstr.',
        'Beispielstr',
        'Beispielstrasse',
        'Beispiel Str.',
        'Beispiel-Str.',
        'Beispiel Straße',
        'beispielstr.',
      ],
    ],
    [
      'a street with its house number',
      'Beispielstraße 100',
      ['Beispielstr. 100', 'Beispielstr 100', 'Beispielstrasse 100'],
    ],
    [
      'a street of several words',
      'Lange-Muster-Straße',
      ['Lange-Muster-Str.', 'Lange Muster Straße', 'Lange-Muster-Strasse'],
    ],
    ['a square', 'Marktplatz', ['Marktplatz', 'Marktpl.']],
    ['a speed limit', 'Tempo 30', ['Tempo 30', 'Tempo30', 'tempo30']],
  ])('%s', (_, text, spellings) => {
    for (const spelling of spellings) expect(asked(spelling), `"${spelling}"`).toEqual(indexed(text));
  });

  it.each([
    ['b10', 'an der B 10', ['B 10', 'B10', 'b10', 'Bundesstraße 10', 'Bundesstr. 10', 'Bundesstrasse 10']],
    ['b10', 'an der B10', ['B 10', 'Bundesstraße 10']],
    ['b10', 'an der Bundesstraße 10', ['B 10', 'B10', 'Bundesstraße 10']],
    ['l605', 'auf der L 605', ['L605', 'Landesstraße 605']],
    ['§34', 'nach § 34 BauGB', ['§ 34', '§34', 'Paragraf 34', 'Paragraph 34', '§§ 34']],
    ['§13a', 'nach §13a', ['§ 13a', '§13a', 'Paragraf 13a']],
  ])('%s of "%s"', (term, text, spellings) => {
    expect(indexed(text)).toContain(term);
    for (const spelling of spellings) expect(asked(spelling), `"${spelling}"`).toContain(term);
  });

  it.each(['TOP 5.6', 'Tagesordnungspunkt 5.6', 'TOP5.6', 'top 5.6', 'TOP Ö 5.6'])('an agenda item: %s', (text) => {
    expect(agendaItemIn(text)?.key).toBe('#top5.6');
  });
});

it.each([
  ['an amount', 'EUR 500', ['eur', '500']],
  ['a date', 'A 12.03.2024', ['12.03.2024']],
  ['a word with a number that is part of it', 'PM10', ['pm10']],
])('%s is no road', (_, text, terms) => {
  expect(indexed(text)).toEqual(terms);
});

it('the span of a term is where it stands in the text', () => {
  const text = 'An der B 10 gilt Tempo30 nach §34.';
  const spans = termsOf(text, known).map(({ term, start, end }) => [term, text.slice(start, end)]);
  expect(spans).toContainEqual(['b10', 'B 10']);
  expect(spans).toContainEqual(['30', '30']);
  expect(spans).toContainEqual(['§34', '§34']);
});
