// What speaks for a pair, and what is missing in it.
import { describe, expect, test } from 'vitest';
import { type FieldTerms, storeTerms } from '../../../api/index/stored-terms.ts';
import type { Concept } from '../../../api/search/concept.ts';
import { type DatedCandidate, PAIR_FEATURES, pairsOf } from '../../../api/search/evidence.ts';
import type { Collection } from '../../../api/search/rank.ts';
import { rank } from './ranked.ts';

const TERMS = ['waschbär', 'jagd', 'wald', 'kosten', 'stupferich', '2021', '§money', '#2024/0117', 'reh', '§?money'];
const FREQUENT = new Set(['kosten']);
const collection: Collection = {
  passages: 1000,
  averageLength: 5,
  averageInquiryLength: 5,
  df: (term) => (FREQUENT.has(term) ? 400 : TERMS.includes(term) ? 5 : 0),
  id: (term) => (TERMS.includes(term) ? TERMS.indexOf(term) : null),
  vector: () => null,
  nounShare: (term) => (/^\p{L}/u.test(term) ? 1 : 0),
};

const concept = (word: string, ...others: string[]): Concept => ({
  ...{ word, weight: 1, origin: 'question' },
  alternatives: [{ terms: [word], weight: 1 }, ...others.map((term) => ({ terms: [term], weight: 0.7 }))],
});

function passage(n: number, date: string, fields: Partial<FieldTerms>, doc = n): DatedCandidate {
  const terms = storeTerms({ answer: [], question: [], title: [], enrichment: [], ...fields }, (term) =>
    TERMS.indexOf(term),
  );
  const titleLength = fields.title?.filter((term) => !term.startsWith('§')).length ?? 0;
  return { n, doc, pair: n, kind: 'answered', date, terms, vector: '', titleLength };
}

function pairs(passages: DatedCandidate[], concepts: Concept[], question = 'Was ist damit?') {
  const inquiries = new Map<number, string>();
  const ranked = rank(passages, inquiries, concepts, collection);
  return pairsOf(ranked, inquiries, concepts, collection, { question, newest: '2026-01-01' }).map((pair) => ({
    n: pair.passage.n,
    ...pair,
    of: (name: (typeof PAIR_FEATURES)[number]) => pair.features[PAIR_FEATURES.indexOf(name)]!,
  }));
}

describe('the evidence for a pair', () => {
  test('names what was asked for and is nowhere in it, its question or its title', () => {
    const [pair] = pairs(
      [passage(1, '2021-05-01', { answer: ['jagd'], title: ['wald', '2021'] })],
      [concept('waschbär'), concept('jagd'), concept('stupferich'), concept('2021')],
    );
    expect(pair!.missing).toEqual(['waschbär', 'stupferich']);
  });

  test('does not miss a word for which another one stands', () => {
    const [pair] = pairs([passage(1, '2021-05-01', { answer: ['wald'] })], [concept('waschbär', 'wald')]);
    expect(pair!.missing).toEqual([]);
    expect(pair!.of('covered')).toBeGreaterThan(0.6);
    expect(pair!.of('coveredExactly')).toBe(0);
  });

  test('tells the question from the answer and from the title', () => {
    const [pair] = pairs(
      [passage(1, '2021-05-01', { question: ['waschbär'], answer: ['jagd', 'wald'], title: ['reh'] })],
      [concept('waschbär'), concept('reh')],
    );
    expect([pair!.of('inQuestion'), pair!.of('inAnswer'), pair!.of('inTitle')]).toEqual([0.5, 0, 0.5]);
  });

  test('a rare word that is missing weighs more than a frequent one', () => {
    const concepts = [concept('waschbär'), concept('kosten')];
    const [rare] = pairs([passage(1, '2021-05-01', { answer: ['kosten'] })], concepts);
    const [frequent] = pairs([passage(1, '2021-05-01', { answer: ['waschbär'] })], concepts);
    expect(rare!.of('missing')).toBeGreaterThan(2 * frequent!.of('missing'));
    expect(rare!.of('odds')).toBeLessThan(frequent!.of('odds'));
  });

  test('knows of newer pairs that have as much of the question: the last word counts', () => {
    const found = pairs(
      [passage(1, '2012-05-01', { answer: ['waschbär'] }), passage(2, '2024-05-01', { answer: ['waschbär'] })],
      [concept('waschbär')],
    );
    expect(found.map((pair) => [pair.n, pair.of('newerSame')])).toEqual(
      expect.arrayContaining([
        [1, 1],
        [2, 0],
      ]),
    );
  });

  test.each([
    ['Was kostet die Jagd?', 1],
    ['Wer jagt im Wald?', -1],
  ])('%s is answered by an amount of money: %i', (question, fits) => {
    const [pair] = pairs([passage(1, '2021-05-01', { answer: ['jagd', '§money'] })], [concept('jagd')], question);
    expect(pair!.of('fitsType')).toBe(fits);
  });

  test('knows the paper that is named by its reference', () => {
    const named = { ...concept('2024/0117'), alternatives: [{ terms: ['#2024/0117'], weight: 5 }] };
    const [pair] = pairs([passage(1, '2021-05-01', { title: ['#2024/0117'] })], [named]);
    expect(pair!.isReferenced).toBe(true);
  });

  test('pairs of one paper are told from each other by what their title does not say for all of them', () => {
    const title = ['waschbär'];
    const found = pairs(
      [
        passage(1, '2021-05-01', { question: ['jagd'], answer: ['wald'], title }, 7),
        passage(2, '2021-05-01', { question: ['reh'], answer: ['wald'], title }, 7),
        passage(3, '2021-05-01', { question: ['jagd'], answer: ['kosten'], title: ['reh'] }, 8),
      ],
      [concept('waschbär'), concept('jagd')],
    );
    const [asked, other, alone] = [1, 2, 3].map((n) => found.find((pair) => pair.n === n)!);
    expect(asked!.of('ownBefore')).toBeGreaterThan(0);
    expect(other!.of('ownBefore')).toBe(-asked!.of('ownBefore'));
    expect([asked!.of('ownPlace'), other!.of('ownPlace')]).toEqual([0, 1]);
    expect([asked!.of('local'), alone!.of('local')]).toEqual([0.5, -1]);
    expect([asked!.of('pairsOfPaper'), alone!.of('pairsOfPaper')]).toEqual([2, 1]);
  });

  test('a pair that asks for an amount as the question does is told from one whose answer only names one', () => {
    const found = pairs(
      [
        passage(1, '2021-05-01', { answer: ['jagd'], title: ['§money', '§?money'] }),
        passage(2, '2021-05-01', { answer: ['jagd'], title: ['§money'] }),
      ],
      [concept('jagd')],
      'Was kostet die Jagd?',
    );
    expect(found.map((pair) => [pair.n, pair.of('fitsType'), pair.of('asksSame')])).toEqual([
      [1, 1, 1],
      [2, 1, 0],
    ]);
  });

  test('says where the noun stands that the question is about, and how many of the pairs have it', () => {
    const found = pairs(
      [
        passage(1, '2021-05-01', { answer: ['kosten'], title: ['waschbär', 'wald'] }),
        passage(2, '2021-05-01', { question: ['kosten'], answer: ['waschbär'] }),
        passage(3, '2021-05-01', { answer: ['kosten'] }),
      ],
      [concept('kosten'), concept('waschbär')],
    );
    const where = [1, 2, 3].map((n) => {
      const pair = found.find((one) => one.n === n)!;
      return [pair.of('focusInTitle'), pair.of('focusInQuestion'), pair.of('focusInAnswer')];
    });
    expect(where).toEqual([
      [1, 0, 0],
      [0, 0, 1],
      [0, 0, 0],
    ]);
    expect(found[0]!.of('focusShare')).toBeCloseTo(2 / 3);
    expect(found.find(({ n }) => n === 1)!.of('titlePrecision')).toBe(0.5);
  });
});
