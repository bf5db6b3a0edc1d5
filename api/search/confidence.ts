// What the ranking knows of its own result → one number: how sure it is that the first hit answers the question.
import type { Concept } from './query.ts';
import type { Candidate, Collection, Scored } from './rank.ts';

/** Of the question's own concepts, weighted by how rare they are: the share that the best passage has. */
export function confidenceOf(best: Scored<Candidate>[], concepts: Concept[], collection: Collection): number {
  const first = best[0];
  if (!first) return 0;
  let all = 0;
  let found = 0;
  for (const [i, concept] of concepts.entries()) {
    const df = Math.max(...concept.alternatives.flatMap(({ terms }) => terms.map((term) => collection.df(term))), 0);
    const worth = concept.weight * Math.log(1 + collection.passages / (1 + df));
    all += worth;
    if (first.byConcept[i]! > 0) found += worth;
  }
  return all === 0 ? 0 : Math.round((found / all) * 1000) / 1000;
}
