// How rare a term is: its inverse document frequency as BM25 counts it. What rare means depends on the size of the
// corpus, so every weight of a word comes from here.

/** @param df passages that have the term @param passages all there are; for a part of a passage: its sentences */
export const rarity = (df: number, passages: number): number => Math.log(1 + (passages - df + 0.5) / (df + 0.5));

/** The same for choosing what is read at all: a word that most passages have is still worth something. */
export const worthToRead = (df: number, passages: number): number => Math.log(1 + passages / df);

/** Share of the weight that was found; 0 where nothing was wanted. */
export function shareOf(weights: Iterable<readonly [string, number]>, has: (term: string) => number): number {
  let all = 0;
  let found = 0;
  for (const [term, weight] of weights) {
    all += weight;
    found += weight * has(term);
  }
  return all === 0 ? 0 : found / all;
}
