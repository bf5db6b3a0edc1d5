// Claim and quote word by word, as a difference of two texts: a claim that copies a sentence and exchanges one word is
// told from one that says the same in other words.
import type { Aligned } from './align.ts';
import type { Features, Word } from './words.ts';

/** Longer quotes are compared by their beginning: the table grows with both lengths. */
const MAX_WORDS = 400;

export function differences(claim: Word[], quote: Word[], inQuote: Aligned): Features {
  const there = quote.slice(0, MAX_WORDS);
  const kept = longestCommon(claim, there);
  const copied = kept.length / Math.max(1, claim.length);
  let replaced = 0;
  let replacedUnsupported = 0;
  let inserted = 0;
  let dropped = 0;
  let droppedMarks = 0;
  for (const [k, [i, j]] of kept.entries()) {
    const next = kept[k + 1];
    if (!next) continue;
    const said = claim.slice(i + 1, next[0]);
    const instead = there.slice(j + 1, next[1]);
    if (instead.length > 6) continue;
    const content = said.map((word, at) => ({ word, i: i + 1 + at })).filter(({ word }) => word.content || word.number);
    if (said.length > 0 && instead.length > 0) {
      replaced++;
      if (content.some(({ i }) => inQuote.support[i]! < 0.55)) replacedUnsupported++;
    } else if (said.length > 0) inserted += content.length;
    else if (instead.length > 0) {
      dropped++;
      if (instead.some((word) => !word.content)) droppedMarks++;
    }
  }
  const last = kept.at(-1);
  const tail = last ? claim.slice(last[0] + 1) : claim;
  const first = kept[0];
  return {
    copied,
    bigrams: bigramShare(claim, quote),
    replaced,
    replacedUnsupported,
    inserted,
    dropped,
    droppedMarks,
    tail: tail.length / Math.max(1, claim.length),
    head: (first ? first[0] : claim.length) / Math.max(1, claim.length),
    copiedAndReplaced: copied * replacedUnsupported,
  };
}

/** Pairs of places of words that stand in both, in the same order. */
function longestCommon(a: Word[], b: Word[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const same = (i: number, j: number) => a[i]!.stem === b[j]!.stem;
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      table[i * width + j] = same(i, j)
        ? table[(i + 1) * width + j + 1]! + 1
        : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) pairs.push([i++, j++]);
    else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}

function bigramShare(claim: Word[], quote: Word[]): number {
  const pairsOf = (words: Word[]) => words.slice(1).map((word, i) => `${words[i]!.stem} ${word.stem}`);
  const there = new Set(pairsOf(quote));
  const own = pairsOf(claim);
  return own.filter((pair) => there.has(pair)).length / Math.max(1, own.length);
}
