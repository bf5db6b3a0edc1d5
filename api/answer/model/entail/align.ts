// Each word of a claim → how well some word of another text supports it, 0 to 1: the same stem, a part of a compound,
// a word of the lexicon, a common stretch of letters.
import { cistem } from '../../../../corpus/german/cistem.ts';
import { type Lexicon, tokensOf } from '../../../index/lexicon.ts';
import type { Word } from './words.ts';

export interface Aligned {
  /** 0 to 1 for each word of the claim. */
  support: number[];
  /** The other text's word that supports it best, -1 for none. */
  at: number[];
}

const SYNONYM = 0.8;
const PART = 0.75;

export function align(claim: Word[], other: Word[], lexicon: Lexicon): Aligned {
  const kin = kinOf(claim, other, lexicon);
  const support: number[] = [];
  const at: number[] = [];
  for (const [i, word] of claim.entries()) {
    let best = 0;
    let where = -1;
    for (const [j, there] of other.entries()) {
      const alike = alikeness(word, there, kin.has(`${i} ${j}`));
      if (alike > best) [best, where] = [alike, j];
    }
    support.push(best);
    at.push(where);
  }
  return { support, at };
}

function alikeness(a: Word, b: Word, kin: boolean): number {
  if (a.lower === b.lower || (a.stem === b.stem && a.stem.length > 2)) return 1;
  if (a.number || b.number || !a.content || !b.content) return 0;
  if (kin) return SYNONYM;
  const [short, long] = a.stem.length <= b.stem.length ? [a.stem, b.stem] : [b.stem, a.stem];
  if (short.length >= 4 && long.includes(short)) return PART;
  const common = commonStretch(short, long);
  if (common >= 5) return Math.min(0.7, common / short.length);
  return 0;
}

/** Pairs "i j" of words that the lexicon joins, asked from either side. */
function kinOf(claim: Word[], other: Word[], lexicon: Lexicon): Set<string> {
  const kin = new Set<string>();
  const join = (from: Word[], to: Word[], key: (i: number, j: number) => string) => {
    const stems = new Map<string, number[]>();
    for (const [j, word] of to.entries()) stems.set(word.stem, [...(stems.get(word.stem) ?? []), j]);
    for (const expansion of lexicon.expand(from.map((word) => word.lower))) {
      for (const phrase of expansion.expansions) {
        const wanted = tokensOf(phrase).words.map(cistem);
        const found = wanted.map((stem) => stems.get(stem) ?? withPart(stem, to));
        if (found.some((places) => places.length === 0)) continue;
        for (let i = expansion.from; i < expansion.to; i++) for (const j of found.flat()) kin.add(key(i, j));
      }
    }
  };
  join(claim, other, (i, j) => `${i} ${j}`);
  join(other, claim, (j, i) => `${i} ${j}`);
  return kin;
}

/** The lexicon's word as a part of a compound. */
function withPart(stem: string, words: Word[]): number[] {
  if (stem.length < 5) return [];
  return words.flatMap((word, j) => (word.content && word.stem.includes(stem) ? [j] : []));
}

/** Length of the longest run of letters that both have. */
function commonStretch(short: string, long: string): number {
  let best = 0;
  for (let i = 0; i + best < short.length; i++) {
    while (i + best < short.length && long.includes(short.slice(i, i + best + 1))) best++;
  }
  return best;
}
