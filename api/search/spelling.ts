// A word that the corpus does not know → the word that was probably meant. Only against the corpus vocabulary.

/** Stems shorter than this have too many neighbours. */
export const SHORTEST_STEM = 5;

/** A word with parts that the corpus knows may be a compound that it lacks: only a long one is corrected. */
export const SHORTEST_COMPOUND = 9;

/** Stems share their beginning: typing errors rarely stand at the first two letters. */
export const BEGINNING = 2;

/** One error in a short stem, two in a long one. */
export const errorsIn = (stem: string): number => (stem.length >= 8 ? MOST_ERRORS : 1);

export const MOST_ERRORS = 2;

/** The nearest, then the most frequent; null when none is near enough. */
export function corrected(
  stem: string,
  neighbours: { term: string; df: number }[],
  most = errorsIn(stem),
): string | null {
  let best: { term: string; errors: number; df: number } | null = null;
  for (const { term, df } of neighbours) {
    const errors = editDistance(stem, term, most);
    if (errors > most) continue;
    if (!best || errors < best.errors || (errors === best.errors && df > best.df)) best = { term, errors, df };
  }
  return best?.term ?? null;
}

/** Optimal string alignment: letters inserted, left out, replaced, or two neighbours swapped. Stops above `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      let distance = Math.min(replaced, last[j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) distance = Math.min(distance, beforeLast[j - 2]! + 1);
      row.push(distance);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length]!;
}
