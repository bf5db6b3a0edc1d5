// Text → the search's own terms, for choosing sentences and for seeing whether two texts are about the same.

import { termsOf } from '../search/terms.ts';
import type { Rewrite } from '../search/types.ts';
import type { AnswerRequest } from './answer.ts';
import type { Query } from './choose.ts';
import { questionType } from './question-type.ts';

/** Stems of the words that carry meaning. Compounds stay whole: the vocabulary that splits them is the index's. */
export function analyse(text: string): string[] {
  return termsOf(text, () => false).map(({ term }) => term);
}

/** The question's own words that mean something, as a citizen wrote them. */
export function contentWords(question: string): string[] {
  const words = termsOf(question, () => false).map(({ start, end }) => question.slice(start, end));
  return [...new Set(words)].filter((word) => word.length > 2).slice(0, MAX_LOOKED_FOR);
}

const MAX_LOOKED_FOR = 8;

/** The user's own words weigh most; a rewriting brings the administration's, the conversation its subject. */
const WEIGHTS = { question: 1, rewrite: 0.8, history: 0.4 };

export function queryOf(request: AnswerRequest, rewrite: Rewrite | null): Query {
  const weights = new Map<string, number>();
  const add = (texts: string[], weight: number) => {
    for (const term of analyse(texts.join(' '))) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  add([request.question], WEIGHTS.question);
  if (rewrite) add([rewrite.standalone, ...rewrite.terms], WEIGHTS.rewrite);
  else
    add(
      request.history.filter((turn) => turn.role === 'user').map((turn) => turn.text),
      WEIGHTS.history,
    );
  return {
    weights,
    type: questionType(rewrite?.standalone ?? request.question),
    matches: (text) => matches(text, weights),
  };
}

/** Shortest stem that may match as a part of a longer one. */
const MIN_PART = 5;
const PART = 0.5;

/**
 * Query terms that a text has, with how well: 1 for the term itself, half for one that begins or ends the other
 * ("Rad" is too short for that, "Straße" in "Straßenbahn" is not).
 */
function matches(text: string, weights: Map<string, number>): Map<string, number> {
  const found = new Map<string, number>();
  for (const stem of new Set(analyse(text))) {
    if (weights.has(stem)) found.set(stem, 1);
    for (const term of weights.keys()) {
      if (found.get(term) === 1 || term === stem) continue;
      const [short, long] = term.length < stem.length ? [term, stem] : [stem, term];
      if (short.length >= MIN_PART && (long.startsWith(short) || long.endsWith(short))) found.set(term, PART);
    }
  }
  return found;
}
