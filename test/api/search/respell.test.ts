// What is written in another way than the corpus writes it.
import { describe, expect, test } from 'vitest';
import { compileLexicon, openLexicon } from '../../../api/index/lexicon.ts';
import { conceptsOf } from '../../../api/search/query.ts';
import { numberSpellings, respelled } from '../../../api/search/respell.ts';

const WORDS = new Set([
  'müllabfuhr',
  'müll',
  'bürgerbüro',
  'straßenbahn',
  'haltestelle',
  'kita',
  'gebühren',
  'neue',
  'wasser',
  'wlan',
]);
const known = (word: string) => WORDS.has(word);
const isCompound = (first: string, second: string) => known(first + second);

describe('a question is written as the corpus writes it', () => {
  test.each([
    ['Müll-Abfuhr', 'Müllabfuhr'],
    ['Müll Abfuhr?', 'Müllabfuhr?'],
    ['müll/abfuhr', 'müllabfuhr'],
    ['Müll–Abfuhr', 'Müllabfuhr'],
    ['W-LAN', 'Wlan'],
    ['Buergerbuero', 'Bürgerbüro'],
    ['Strassenbahnhaltestelle', 'Straßenbahnhaltestelle'],
    ['am 5. März 2022', 'am 05.03.2022'],
    ['am 5. Maerz 2022', 'am 05.03.2022'],
    ['2022-03-05', '05.03.2022'],
  ])('%s is %s', (asked, written) => expect(respelled(asked, known, isCompound)).toBe(written));

  test.each([
    ['Müll- und Abfuhr'],
    ['Rad-Wege'],
    ['neue Wasser'],
    ['2019-2021'],
    ['2019 - 2021'],
    ['0721 / 133'],
    ['2022-03-05-17'],
    ['ue'.repeat(1000)],
    ['a-'.repeat(1000)],
  ])('%s stays what it is', (asked) => expect(respelled(asked, known, isCompound)).toBe(asked));
});

describe('a number is found in its other spellings', () => {
  test.each([
    ['1860000', [['1.860.000'], ['1.860.000,00']]],
    ['1.860.000,00', [['1.860.000'], ['1860000']]],
    ['05.03.2022', [['5.3.2022'], ['05.03.22'], ['5', 'marz', '2022']]],
    ['5.3.22', [['05.03.2022'], ['5.3.2022'], ['05.03.22'], ['5', 'marz', '2022']]],
    ['2022', []],
    ['48,5', []],
    ['99.99.2022', [['99.99.22']]],
  ])('%s as %j', (number, others) => expect(numberSpellings(number)).toEqual(others));
});

describe('compounds', () => {
  const lexicon = openLexicon(compileLexicon('Kitagebühren, Elternbeitrag\nMüll Abfuhr => Entsorgung'));
  const asked = (query: string) => conceptsOf({ query, history: [], rewrite: null }, { known, lexicon });

  test.each(['Kita-Gebühren', 'Kita Gebühren', 'Kita/Gebühren', 'kita gebuehren'])(
    '%s is asked as the word that the lexicon knows',
    (query) => {
      const alternatives = ({ alternatives }: { alternatives: unknown }) => alternatives;
      expect(asked(query).map(alternatives)).toEqual(asked('Kitagebühren').map(alternatives));
    },
  );

  test('the parts of a compound are found where they stand apart', () => {
    expect(asked('Kitagebühren')[0]!.alternatives.map(({ terms }) => terms)).toContainEqual(['kita', 'buhr']);
  });

  test('what the lexicon knows as two words stays two', () => {
    expect(asked('Müll Abfuhr').map(({ word }) => word)).toContain('müll abfuhr');
  });
});
