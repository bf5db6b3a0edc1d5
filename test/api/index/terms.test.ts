import { describe, expect, test } from 'vitest';
import { splitCompound, termsOf } from '../../../api/index/terms.ts';
import { cistem } from '../../../corpus/german/cistem.ts';

const WORDS = new Set([
  'schule',
  'toilette',
  'toiletten',
  'geschwindigkeit',
  'messung',
  'anlage',
  'stadt',
  'park',
  'amt',
]);
const known = (word: string) => WORDS.has(word);

describe('CISTEM', () => {
  // Examples of success and, as the paper says of its own, of failure.
  test.each([
    ['gekostet', 'kos'],
    ['kosten', 'kos'],
    ['häuser', 'hau'],
    ['haus', 'hau'],
    ['sanierung', 'sanierung'],
    ['sanierungen', 'sanierung'],
    ['straße', 'strass'],
    ['bäume', 'baum'],
    ['spielplätze', 'spielplatz'],
    ['gehört', 'hor'],
    ['ja', 'ja'],
  ])('%s → %s', (word, stem) => expect(cistem(word)).toBe(stem));

  test('gives every form of a regular noun one stem', () => {
    const stems = ['spielplatz', 'spielplatzes', 'spielplätze', 'spielplätzen'].map(cistem);
    expect(new Set(stems).size).toBe(1);
  });
});

describe('compounds', () => {
  test.each([
    ['schultoiletten', [], 'the word that the corpus has is "schule", not "schul"'],
    ['geschwindigkeitsmessung', ['geschwindigkeit', 'messung'], 'with a linking s'],
    ['geschwindigkeitsmessanlage', [], '"mess" is too short and unknown'],
    ['stadtpark', ['stadt', 'park'], 'without a link'],
    ['schulen', [], 'too short to be one'],
    ['unbekanntewörter', [], 'nothing of it is known'],
  ])('%s → %j: %s', (word, parts) => expect(splitCompound(word, known)).toEqual(parts));

  test.each([
    ['anwohnerparken', ['anwoh', 'parken'], 'who asks for a park means no parking'],
    ['parkgebühren', ['parken', 'buhr'], 'here "Park" says that cars stand there'],
    ['stadtpark', ['stad', 'park'], 'here it is the park'],
    ['fahrbahnbreite', ['fahr', 'brei'], 'no train runs there'],
    ['straßenbahn', ['strass', 'bah'], 'here one does'],
  ])('the parts of %s are %j: %s', (word, expected) => {
    const words = ['anwohner', 'parken', 'park', 'gebühren', 'stadt', 'fahr', 'bahn', 'breite', 'straße'];
    const [term] = termsOf(word, (part) => words.includes(part));
    expect(term!.parts).toEqual(expected);
  });

  test('a long run of ambiguous parts is tried once each', () => {
    let asked = 0;
    const isPart = (word: string) => {
      asked++;
      return ['haus', 'halt', 'haushalt'].includes(word);
    };
    expect(splitCompound(`${'haushalt'.repeat(9)}qx`, isPart)).toEqual([]);
    expect(asked).toBeLessThan(5_000);
  });

  test('a word longer than any German one is not divided', () => {
    const known = () => {
      throw new Error('asked');
    };
    expect(splitCompound('haushalt'.repeat(200), known)).toEqual([]);
  });
});

describe('terms', () => {
  const terms = (text: string) => termsOf(text, known).map(({ term }) => term);

  test.each([
    ['Vorlage 2025/0016', ['vorlag', '2025/0016'], 'references stay whole'],
    ['1.860.000,00 Euro', ['1.860.000,00', 'euro'], 'amounts stay whole'],
    ['am 27.05.2021.', ['27.05.2021'], 'dates stay whole, the full stop is none of theirs'],
    ['Die Bäume und der Park', ['baum', 'park'], 'stop words go'],
    ['ob der OB das IT-Amt hat', ['ob', 'it', 'amt'], 'abbreviations that are written like stop words stay'],
    ['nicht ohne keine gegen', ['nich', 'ohn', 'kein', 'geg'], 'words that turn a sentence around stay'],
    ['Ba\u0308ume', ['baum'], 'decomposed umlauts'],
    ['Mitarbeiter*innen', ['mitarbeiterinn'], 'an asterisk does not part a word'],
    ['', [], 'nothing'],
    ['?! — …', [], 'no words'],
  ])('of %j are %j: %s', (text, expected) => expect(terms(text)).toEqual(expected));

  test('know their place in the text', () => {
    const text = 'Die Bäume im Stadtpark';
    expect(termsOf(text, known).map(({ start, end }) => text.slice(start, end))).toEqual(['Bäume', 'Stadtpark']);
  });

  test('have the parts of compounds beside them', () => {
    expect(termsOf('Stadtpark', known)[0]?.parts).toEqual(['stad', 'park']);
  });
});
