// Concepts → the terms by which candidates are fetched. Rare terms choose, all terms rank: over 211,524 passages all 23
// terms of a rewritten question take FTS5 254 ms, the 10 rarest 11 ms (ARCHITECTURE.md, "Memory decides the engine").
import type { AnswerKind } from '../../corpus/types.ts';
import type { Briefs } from '../index/briefs.ts';
import { worthToRead } from '../index/rarity.ts';
import type { Concept } from './concept.ts';
import type { Candidate } from './rank.ts';

/** What ranking and facets need of a passage; its text is read only for those that are shown. */
export interface CandidateRow extends Candidate {
  kind: AnswerKind;
  date: string | null;
  /** Index of the pair that it belongs to; of pairs that are answered together, the first. */
  pair: number;
  committee: string | null;
  department: string | null;
  askedBy: string[];
  titleLength: number;
}

/** @param terms its stored terms, see stored-terms.ts */
export function candidateOf(n: number, terms: string, briefs: Briefs): CandidateRow {
  const doc = briefs.documentOf(n);
  const { date, committee, department, askedBy, titleLength } = briefs.document(doc)!;
  const own = { n, doc, pair: briefs.pairOf(n), kind: briefs.kindOf(n), terms, vector: '' };
  return { ...own, date, committee, department, askedBy, titleLength };
}

/** Passages that are ranked. Measured: 200 lose no gold document of the dev questions, 1,000 take a third longer. */
export const MAX_CANDIDATES = 400;
/** Index entries that FTS5 may read for a question: some 3 ms. Measured: 4,000 lose no gold document of the dev questions. */
const MAX_POSTINGS = 8_000;
/** A question of frequent words alone is worth more: some 60 ms, for these many terms of it; for the first, whatever it takes. */
const MAX_FREQUENT_POSTINGS = 60_000;
const MIN_TERMS = 3;

/**
 * With what a passage is worth that has the term, in thousandths, most first; terms that the corpus lacks are left out.
 * Whole numbers, for their sum is the same in whatever order an engine adds them up.
 */
export function candidateTerms(
  concepts: Concept[],
  df: (term: string) => number,
  passages: number,
): Map<string, number> {
  const worth = new Map<string, number>();
  for (const { weight, alternatives } of concepts) {
    for (const { terms, weight: own } of alternatives) {
      for (const term of terms) {
        const frequency = df(term);
        if (frequency === 0) continue;
        worth.set(term, Math.max(worth.get(term) ?? 0, weight * own * worthToRead(frequency, passages)));
      }
    }
  }
  const ordered = [...worth].sort((a, b) => b[1] - a[1]);
  let postings = 0;
  const chosen = ordered.filter(([term], i) => {
    const budget = i < MIN_TERMS ? MAX_FREQUENT_POSTINGS : MAX_POSTINGS;
    if (i > 0 && postings + df(term) > budget) return false;
    postings += df(term);
    return true;
  });
  return new Map(chosen.map(([term, of]) => [term, Math.round(1000 * of)]));
}
