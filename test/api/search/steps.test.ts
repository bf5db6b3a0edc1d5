import { describe, expect, test } from 'vitest';
import { storeTerms } from '../../../api/index/stored-terms.ts';
import { storeVector } from '../../../api/index/stored-vectors.ts';
import { candidateTerms } from '../../../api/search/candidates.ts';
import type { Concept } from '../../../api/search/concept.ts';
import { conditionsOf } from '../../../api/search/filters.ts';
import { phrasesOf } from '../../../api/search/phrases.ts';
import { snippetOf } from '../../../api/search/snippet.ts';
import { corrected, editDistance } from '../../../api/search/spelling.ts';
import { rank } from './ranked.ts';

const concept = (terms: [string, number][], weight = 1): Concept => ({
  word: terms[0]![0],
  origin: 'question',
  weight,
  alternatives: terms.map(([term, own]) => ({ terms: [term], weight: own })),
});

describe('spelling', () => {
  test.each([
    ['sanierung', 'sanierung', 0],
    ['saniereung', 'sanierung', 1],
    ['sanierugn', 'sanierung', 1],
    ['saneirugn', 'sanierung', 2],
    ['abc', 'xyz', 3],
  ])('%s and %s are %i apart', (a, b, errors) => expect(editDistance(a, b, 2)).toBe(errors));

  test('the nearest is meant, of equally near ones the most frequent', () => {
    const neighbours = [
      { term: 'sanierer', df: 900 },
      { term: 'sanierung', df: 5 },
      { term: 'sanierund', df: 2 },
    ];
    expect(corrected('saniereung', neighbours)).toBe('sanierung');
  });

  test('a word far from all others stays unknown', () => {
    expect(corrected('xylophon', [{ term: 'xylograph', df: 3 }])).toBeNull();
  });
});

describe('phrases', () => {
  const none = () => false;
  test.each([
    ['"rote Ampel" Straße', ['die Rote\nAmpel dort'], ['Ampel rote']],
    ['„rote Ampel“', ['rote   Ampel'], ['roteAmpel']],
    ['»rote Ampel«', ['(rote Ampel)'], ['rote, Ampel']],
  ])('%s occurs in %j and not in %j', (query, inside, outside) => {
    const { phrases } = phrasesOf(query, none);
    expect(phrases).toHaveLength(1);
    for (const text of inside) expect(phrases[0]!.occursIn(text)).toBe(true);
    for (const text of outside) expect(phrases[0]!.occursIn(text)).toBe(false);
  });

  test('an unpaired quotation mark is none', () => {
    expect(phrasesOf('17" Zoll', none)).toMatchObject({ phrases: [], rest: '17  Zoll' });
  });
});

describe('filters', () => {
  test('become conditions with parameters, never text of SQL', () => {
    const { sql, parameters } = conditionsOf({ committee: "Rat'; drop table x", from: '2020-01-01' });
    expect(sql).toBe('exists (select 1 from json_each(d.committee_keys) where value = ?)');
    expect(parameters).toEqual(["rat'; drop table x"]);
  });
});

describe('candidates', () => {
  const df = (term: string) => ({ rare: 3, common: 5_000, most: 19_000, unknown: 0 })[term] ?? 50;

  test('are found by rare terms; what would read too much is left to ranking', () => {
    const asked = ['most', 'common', 'rare', 'a', 'b', 'unknown'].map((term) => concept([[term, 1]]));
    const terms = [...candidateTerms(asked, df, 200_000).keys()];
    expect(terms.slice(0, 3)).toEqual(['rare', 'a', 'b']);
    expect(terms).toContain('common');
    expect(terms).not.toContain('most');
    expect(terms).not.toContain('unknown');
  });

  test('are found by frequent terms when there are no others', () => {
    expect([...candidateTerms([concept([['most', 1]])], df, 200_000).keys()]).toEqual(['most']);
  });
});

describe('ranking', () => {
  const numbers = new Map<string, number>();
  const numberOf = (term: string) => numbers.get(term) ?? numbers.set(term, numbers.size).size - 1;
  const passage = (n: number, doc: number, answer: string, vector = '') => {
    const fields = { answer: answer.split(' '), question: [], title: [], enrichment: [] };
    return { n, doc, terms: storeTerms(fields, numberOf), vector };
  };
  const df = (term: string) => (term === 'stadt' ? 80 : 3);
  const collection = {
    passages: 100,
    averageLength: 4,
    averageInquiryLength: 4,
    df,
    id: numberOf,
    nounShare: () => 0,
    vector: () => null,
  };
  const order = (passages: ReturnType<typeof passage>[], concepts: Concept[]) =>
    rank(passages, new Map(), concepts, collection).map((entry) => entry.passage.n);

  test('a rare term counts more than a frequent one', () => {
    expect(
      order(
        [passage(0, 0, 'stadt x y z'), passage(1, 1, 'biber x y z')],
        [concept([['stadt', 1]]), concept([['biber', 1]])],
      ),
    ).toEqual([1, 0]);
  });

  test('both concepts beat one of them twice', () => {
    const concepts = [concept([['biber', 1]]), concept([['bach', 1]])];
    expect(order([passage(0, 0, 'biber biber biber x'), passage(1, 1, 'biber bach x x')], concepts)).toEqual([1, 0]);
  });

  test('many synonyms of one concept do not drown another', () => {
    const concepts = [
      concept([
        ['auto', 1],
        ['kfz', 0.7],
        ['pkw', 0.7],
        ['wagen', 0.7],
      ]),
      concept([['biber', 1]]),
    ];
    expect(order([passage(0, 0, 'auto kfz pkw wagen'), passage(1, 1, 'auto biber x x')], concepts)).toEqual([1, 0]);
  });

  test('the whole word beats a part of a compound', () => {
    expect(
      order([passage(0, 0, 'stadtpark +park x x'), passage(1, 1, 'park x x x')], [concept([['park', 1]])]),
    ).toEqual([1, 0]);
  });

  test('the passage whose other words are near to the question comes first', () => {
    const [here, there] = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    const passages = [
      passage(0, 0, 'biber x y z', storeVector(there)),
      passage(1, 1, 'biber x y z', storeVector(here)),
    ];
    const ranked = rank(passages, new Map(), [concept([['biber', 1]])], {
      ...collection,
      nounShare: () => 0,
      vector: () => here,
    });
    expect(ranked.map(({ passage }) => passage.n)).toEqual([1, 0]);
  });

  test('what the document says elsewhere decides between equals', () => {
    const concepts = [concept([['biber', 1]]), concept([['bach', 1]])];
    const passages = [passage(0, 0, 'biber x y z'), passage(1, 1, 'biber x y z'), passage(2, 1, 'bach x y z')];
    expect(order(passages, concepts)[0]).toBe(1);
  });

  test('what was asked in the inquiry decides between equals, and alone makes no hit', () => {
    const concepts = [concept([['biber', 1]]), concept([['bach', 1]])];
    const passages = [passage(0, 0, 'biber x y z'), passage(1, 1, 'biber x y z')];
    const asked = passage(9, 1, 'warum nagt der biber am bach').terms;
    const ranked = rank(passages, new Map([[1, asked]]), concepts, collection);
    expect(ranked.map(({ passage }) => passage.n)).toEqual([1, 0]);
    expect(ranked[0]?.byText[1]).toBe(0);
  });

  test('equal passages keep the order of the candidates', () => {
    expect(order([passage(1, 1, 'biber'), passage(0, 0, 'biber')], [concept([['biber', 1]])])).toEqual([1, 0]);
  });
});

describe('the snippet', () => {
  const known = (word: string) => ['stadt', 'park'].includes(word);

  test('marks whole words by stem and by part', () => {
    const { text, highlights } = snippetOf('Im Stadtpark wurden Bäume gefällt.', new Set(['baum', 'park']), known);
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(['Stadtpark', 'Bäume']);
  });

  test('of a long text is the part with the found words, cut at words', () => {
    const filler = 'Nichts davon ist gemeint hier. '.repeat(30);
    const { text, highlights } = snippetOf(
      `${filler}Die Bäume im Park stehen. ${filler}`,
      new Set(['baum', 'park']),
      known,
    );
    expect(text.length).toBeLessThan(320);
    expect(text).toMatch(/^… /);
    expect(text).toMatch(/ …$/);
    expect(highlights.map(([start, end]) => text.slice(start, end))).toEqual(['Bäume', 'Park']);
  });

  test('of a text without found words is its beginning', () => {
    const { text, highlights } = snippetOf('Wort '.repeat(200), new Set(), known);
    expect(text).toMatch(/^Wort Wort/);
    expect(highlights).toEqual([]);
  });
});
