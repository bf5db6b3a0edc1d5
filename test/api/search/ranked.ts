// Ranking as a search does it, for candidates whose vectors are there already.
import type { Concept } from '../../../api/search/concept.ts';
import { type Candidate, type Collection, rankByTerms, type Scored, withNearness } from '../../../api/search/rank.ts';
import { WEIGHTS, type Weights } from '../../../api/search/weights.ts';

export function rank<T extends Candidate>(
  candidates: T[],
  inquiries: ReadonlyMap<number, string>,
  concepts: Concept[],
  collection: Collection,
  weights: Weights = WEIGHTS,
): Scored<T>[] {
  return withNearness(rankByTerms(candidates, inquiries, concepts, collection, weights), concepts, collection, weights);
}
