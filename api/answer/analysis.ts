// A question and what the search made of it → what is looked for in sentences, in the index's own terms.
import type { LiveIndex, SearchResult } from '../search/types.ts';
import type { Query } from './choose.ts';
import { questionType, typeWords } from './question-type.ts';

/** A part of a compound says less than the word itself. */
const PART = 0.5;

/** @param meant the question in full, as far as anyone knows: a rewriting's, else the user's */
export function queryOf(found: SearchResult, meant: string, index: LiveIndex): Query {
  const weights = found.terms;
  const matches = (text: string) => {
    const shares = new Map<string, number>();
    for (const { term, parts } of index.terms(text)) {
      if (weights.has(term)) shares.set(term, 1);
      for (const part of parts) if (weights.has(part)) shares.set(part, Math.max(PART, shares.get(part) ?? 0));
    }
    return shares;
  };
  const matter = new Set(analyse(meant, index));
  for (const word of typeWords(meant)) for (const { term } of index.terms(word)) matter.delete(term);
  return { weights, matter, type: questionType(meant), matches };
}

/** Stems of the words that carry meaning, with the parts of compounds: for seeing whether two texts are about the same. */
export function analyse(text: string, index: LiveIndex): string[] {
  return index.terms(text).flatMap(({ term, parts }) => [term, ...parts]);
}

const MAX_LOOKED_FOR = 8;

/** The question's own words that mean something, as a citizen wrote them. */
export function contentWords(question: string, index: LiveIndex): string[] {
  const words = index.terms(question).map(({ start, end }) => question.slice(start, end));
  return [...new Set(words)].filter((word) => word.length > 2).slice(0, MAX_LOOKED_FOR);
}
