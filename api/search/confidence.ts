// What the ranking knows of its own result → one number: how sure it is that the first hit answers the question.
// A logistic regression over five features, fitted on the dev questions that purpose.ts lets through, classes of equal
// weight; ten-fold cross-validated AUROC .88. Nearness of the vectors adds .004 and is missing in small corpora.
import { rarity } from '../index/rarity.ts';
import type { Concept } from './query.ts';
import type { Candidate, Collection, Scored } from './rank.ts';

/** Coefficients in the order of `features`. */
const INTERCEPT = -7.22;
const COEFFICIENTS = [0.92, 3.15, -1.94, 1.43, 2.0];

/** The hit that the first one should stand out from. */
const COMPARED = 5;
/** How far a first hit stands out that has no other beside it. */
const ALONE = 2;
const ALL_FOUND = 0.5;
/** Share of the passages from which on a word says nothing by itself. */
const EVERYWHERE = 0.25;
/** What a concept counts that only the enrichment of the passage has: a model wrote it, not the administration. */
const BY_ENRICHMENT = 0.5;
/**
 * What is taken off a first hit that its enrichment has lifted. In an index with enrichment every question finds
 * something nearer; without this, more of the dev questions that the corpus does not answer would be answered.
 */
const LIFTED = 0.5;

/** @param best one passage a document, best first */
export function confidenceOf(best: Scored<Candidate>[], concepts: Concept[], collection: Collection): number {
  if (best.length === 0 || best[0]!.score === 0) return 0;
  const measured = features(best, concepts, collection);
  const { byConcept, byText } = best[0]!;
  const isLifted = byConcept.some((score, i) => score > byText[i]!);
  const sum = measured.reduce((all, x, i) => all + x * COEFFICIENTS[i]!, isLifted ? INTERCEPT - LIFTED : INTERCEPT);
  const confidence = Math.round(1000 / (1 + Math.exp(-sum))) / 1000;
  // All that was asked stands in one passage: a short question that repeats one of the inquiry.
  const isFound = measured[0]! > 0.999 && saysSomething(concepts, collection);
  return isFound ? Math.max(confidence, ALL_FOUND) : confidence;
}

/** "Und was macht die Stadt dagegen?" stands in every other passage. */
function saysSomething(concepts: Concept[], { passages, df }: Collection): boolean {
  const rarest = Math.min(
    ...concepts.map(({ alternatives }) => Math.max(0, ...(alternatives[0]?.terms.map(df) ?? []))),
  );
  return rarest <= passages * EVERYWHERE;
}

/**
 * Share of the concepts, weighted by rarity, that the first passage has; how much was asked; the rarest noun of the
 * question that the first passage lacks (0 to 1, less when its enrichment has it); whether a year that is asked for is
 * there (1), not (-1), or not asked for (0); how far the first hit stands out.
 */
function features(best: Scored<Candidate>[], concepts: Concept[], { passages, df }: Collection): number[] {
  const idf = (frequency: number) => rarity(frequency, passages);
  const first = best[0]!;
  let all = 0;
  let found = 0;
  let missing = 0;
  let year = 0;
  for (const [i, { word, weight, isNoun, origin, alternatives }] of concepts.entries()) {
    const own = alternatives[0]?.terms.map(df) ?? [];
    const isFound = first.byText[i]! > 0;
    const share = isFound ? 1 : first.byConcept[i]! > 0 ? BY_ENRICHMENT : 0;
    all += weight * idf(Math.max(0, ...own));
    found += share * weight * idf(Math.max(0, ...own));
    const known = Math.max(0, ...alternatives.flatMap(({ terms }) => terms.map(df)));
    if (isNoun && origin === 'question') missing = Math.max(missing, ((1 - share) * idf(known)) / idf(0));
    if (year === 0 && /^(?:19|20)\d\d$/.test(word)) year = isFound ? 1 : -1;
  }
  const other = best[Math.min(COMPARED, best.length - 1)]!;
  const gap = best.length === 1 ? ALONE : first.score / other.score;
  return [all === 0 ? 0 : found / all, Math.log(1 + concepts.length), missing, year, Math.log(gap)];
}
