// A question that goes on from the one before ("Und in der Oststadt?", "Seit wann?") → its hits with those of the paper
// that answered the one before first: what is asked next most often stands beside it.
import { THRESHOLDS } from '../../search/decide.ts';
import type { Hit, SearchResult } from '../../search/types.ts';

/** It says too little by itself: a pointing word, or a few words behind "und". */
export function leansOnEarlier(question: string): boolean {
  const text = question.normalize('NFKC').toLowerCase().trim();
  return BEGINS.test(text) || POINTS.test(text) || text.split(/\s+/u).length <= SHORT;
}

const SHORT = 3;
const BEGINS =
  /^(?:und|oder|aber|also|auch|dann|seit wann|bis wann|ab wann|warum|wieso|and|or|but|so|then|since when|why|what about)(?!\p{L})/u;
const POINTS =
  /(?<!\p{L})(?:da|davon|dafür|damit|dabei|dazu|dagegen|danach|darüber|daran|dort|damals|denn|die da|der da|er|sie|es|ihn|ihm|ihr|das|dies\p{L}*|solche\p{L}*|it|they|them|that|those|there)(?!\p{L})/u;

/** How much likelier a pair of the same paper is. */
const SAME_PAPER = 1.15;

const OTHER_PAPER = THRESHOLDS.answerFrom / 2;

/** @param before what the question before found, without this one */
export function afterEarlier(found: SearchResult, before: SearchResult): SearchResult {
  const paper = before.hits[0]?.document.id;
  if (paper === undefined) return found;
  const lifted = (hit: Hit): Hit => (hit.document.id === paper ? { ...hit, score: hit.score * SAME_PAPER } : hit);
  const own = found.hits.map(lifted);
  const known = new Set(own.map(({ passage }) => passage.id));
  const least = Math.min(...own.map(({ score }) => score));
  const beside = before.hits
    .filter(({ document, passage }) => document.id === paper && !known.has(passage.id))
    .map((hit) => ({ ...hit, score: least }));
  const hits = [...own, ...beside].sort((a, b) => b.score - a.score);
  // Another paper than the one that was talked of is offered, not claimed.
  const sureOfFirst = hits[0]?.document.id === paper ? found.sureOfFirst : Math.min(found.sureOfFirst, OTHER_PAPER);
  return { ...found, hits, sureOfFirst, confidence: sureOfFirst };
}
