import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../../../api/answer/model/entail/features.ts';
import { judge } from '../../../../api/answer/model/entail/judge.ts';
import { readTrees, voteOf, writeTrees } from '../../../../api/answer/model/entail/trees.ts';
import { compileLexicon, openLexicon } from '../../../../api/index/lexicon.ts';
import { readLexicon } from '../../../../scripts/build-index.ts';
import { evidenceOf, readClaims } from '../../../../scripts/claims/claim-file.ts';

const lexicon = openLexicon(compileLexicon(await readLexicon()));

/** Invented. */
const QUOTE =
  'Aus Sicht der Verkehrsbetriebe ist eine Verlängerung der Linie 7 bis Auental derzeit nicht wirtschaftlich; 172 von 260 Fahrgästen, knapp zwei Drittel, steigen vorher aus.';

function evidence(claim: string, quote = QUOTE): Evidence {
  return {
    claim,
    quotes: [quote],
    about: 'Wird die Linie 7 bis Auental verlängert?',
    date: '2014-07-15',
    committee: 'Ortschaftsrat Auental',
  };
}

describe('a claim beside what it cites', () => {
  it.each([
    ['word for word', QUOTE],
    [
      'a sentence of it',
      'Eine Verlängerung der Linie 7 bis Auental ist aus Sicht der Verkehrsbetriebe derzeit nicht wirtschaftlich.',
    ],
    [
      'the date of the reply',
      'Im Juli 2014 war eine Verlängerung der Linie 7 bis Auental nach Ansicht der Verkehrsbetriebe nicht wirtschaftlich.',
    ],
    ['a number in words', 'Hundertzweiundsiebzig von 260 Fahrgästen steigen vorher aus.'],
    ['a share', 'Etwa 66 Prozent der Fahrgäste steigen vorher aus.'],
  ])('is shown when it says the same: %s', (_why, claim) => {
    expect(judge(evidence(claim), 'de', lexicon).supported).toBe(true);
  });

  it.each([
    ['another number', 'Eine Verlängerung der Linie 8 bis Auental ist derzeit nicht wirtschaftlich.'],
    ['another year', 'Im Juli 2015 war eine Verlängerung der Linie 7 bis Auental nicht wirtschaftlich.'],
    ['no becomes yes', 'Eine Verlängerung der Linie 7 bis Auental ist derzeit wirtschaftlich.'],
    ['another matter', 'Die Bäume am Marktplatz wurden wegen einer Krankheit gefällt.'],
    [
      'an invented reason',
      'Eine Verlängerung der Linie 7 bis Auental ist derzeit nicht wirtschaftlich, weil das Land seine Förderung eingestellt hat.',
    ],
  ])('is withheld when it says something else: %s', (_why, claim) => {
    expect(judge(evidence(claim), 'de', lexicon).supported).toBe(false);
  });

  it('in a language that the rules do not read stands with its quote beside it, and only with the quote’s numbers', () => {
    const claim = (percent: string) => `Yolcuların yaklaşık ${percent} kadarı daha önce iniyor.`;
    expect(judge(evidence(claim('172')), 'tr', lexicon)).toMatchObject({ supported: true, openQuote: true });
    expect(judge(evidence(claim('182')), 'tr', lexicon)).toMatchObject({ supported: false, reason: 'number' });
  });

  it('is checked in time however long the quote is', () => {
    const started = performance.now();
    judge(evidence(QUOTE.slice(0, 120), QUOTE.repeat(60)), 'de', lexicon);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

it('shows most of the true claims of the fixture and stops most of the false ones', async () => {
  const claims = await readClaims(new URL('../claims/own-claims.jsonl', import.meta.url).pathname);
  const shown = (supported: boolean) => {
    const of = claims.filter((claim) => claim.supported === supported);
    return of.filter((claim) => judge(evidenceOf(claim), claim.lang, lexicon).supported).length / of.length;
  };
  expect(shown(true)).toBeGreaterThanOrEqual(0.7);
  expect(shown(false)).toBeLessThanOrEqual(0.45);
});

it('trees are read as they were written', () => {
  const trees = {
    features: ['a', 'b'],
    start: 0.5,
    trees: [[1, 0.25, -1, [0, 2, 0.5, 1.5]] as const, 0.1].map((tree) => tree as never),
  };
  const read = readTrees(JSON.parse(JSON.stringify(writeTrees(trees))));
  expect(read).toEqual(trees);
  expect(voteOf(read, { a: 3, b: 1 })).toBeCloseTo(1 / (1 + Math.exp(-2.1)));
  expect(() => readTrees({ ...writeTrees(trees), version: 0 })).toThrow('version 0');
});
