// Concepts → the terms by which candidates are fetched. Rare terms choose, all terms rank: over 211,524 passages all 23
// terms of a rewritten question take FTS5 254 ms, the 10 rarest 11 ms (DESIGN "Memory decides the engine").
import type { Concept } from './query.ts';

/** Passages that are ranked. */
export const MAX_CANDIDATES = 1_000;
/** Index entries that FTS5 may read for a question: some 20 ms. */
const MAX_POSTINGS = 20_000;
/** However frequent they are, these many are looked for. */
const MIN_TERMS = 3;

/** In order of what they are worth; terms that the corpus lacks are left out. */
export function candidateTerms(concepts: Concept[], df: (term: string) => number, passages: number): string[] {
  const worth = new Map<string, number>();
  for (const { weight, alternatives } of concepts) {
    for (const { terms, weight: own } of alternatives) {
      for (const term of terms) {
        const frequency = df(term);
        if (frequency === 0) continue;
        worth.set(term, Math.max(worth.get(term) ?? 0, weight * own * Math.log(1 + passages / frequency)));
      }
    }
  }
  const ordered = [...worth].sort((a, b) => b[1] - a[1]).map(([term]) => term);
  let postings = 0;
  return ordered.filter((term, i) => {
    if (i >= MIN_TERMS && postings + df(term) > MAX_POSTINGS) return false;
    postings += df(term);
    return true;
  });
}
