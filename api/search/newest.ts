// "Wie viele Kita-Plätze fehlen?" was asked in 2013, 2019 and 2024: of pairs that ask the same the newest comes first, for
// the last word on a matter is the one that counts.
import type { OrderedPair } from './order.ts';

/** Pairs that may give way to a newer one: as many as are offered. */
const LOOKED_AT = 5;
/** Of the words of two questions together, the share that both have, from which on they ask the same. */
const SAME = 0.6;
const LEAST_WORDS = 3;
/** Log odds: a newer pair comes first where it is not much less likely to answer. */
const NEARLY = 1;

/**
 * Places change hands; values and what is shown of them stay where they are.
 * @param wordsOf words of the pair's question; null where it was not read
 */
export function newestOfSame<T extends { doc: number; date: string | null }>(
  pairs: OrderedPair<T>[],
  wordsOf: (pair: OrderedPair<T>) => ReadonlySet<string> | null,
): OrderedPair<T>[] {
  const ordered = [...pairs];
  for (let at = 0; at < Math.min(ordered.length, LOOKED_AT); at++) {
    const pair = ordered[at]!;
    if (pair.isReferenced) continue;
    let newest = at;
    for (let other = at + 1; other < ordered.length; other++) {
      const { value, passage } = ordered[other]!;
      if (pair.value - value > NEARLY) break;
      if (passage.doc === pair.passage.doc || (passage.date ?? '') <= (ordered[newest]!.passage.date ?? '')) continue;
      if (asksTheSame(wordsOf(pair), wordsOf(ordered[other]!))) newest = other;
    }
    const [taken] = ordered.splice(newest, 1);
    ordered.splice(at, 0, taken!);
  }
  return ordered.map((pair, i) => ({ ...pair, value: pairs[i]!.value, shown: pairs[i]!.shown }));
}

function asksTheSame(a: ReadonlySet<string> | null, b: ReadonlySet<string> | null): boolean {
  if (a === null || b === null || Math.min(a.size, b.size) < LEAST_WORDS) return false;
  let both = 0;
  for (const word of a) if (b.has(word)) both++;
  return both / (a.size + b.size - both) >= SAME;
}
