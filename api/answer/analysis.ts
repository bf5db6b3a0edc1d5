// Text → the search's own terms, for choosing sentences and for seeing whether two texts are about the same.
import type { Rewrite, SearchResult } from '../search/types.ts';
import type { AnswerRequest } from './answer.ts';
import type { Query } from './choose.ts';
import { questionType } from './question-type.ts';

export function analyse(text: string): string[] {
  return (text.toLowerCase().match(/\p{L}{4,}|\d+/gu) ?? []).map((word) => word.slice(0, 6));
}

/** The question's own words that mean something, as a citizen wrote them. */
export function contentWords(question: string): string[] {
  return [...new Set(question.match(/\p{Lu}\p{L}{3,}|\p{L}{7,}/gu) ?? [])].slice(0, 8);
}

export function queryOf(_found: SearchResult, request: AnswerRequest, rewrite: Rewrite | null): Query {
  const weights = new Map(
    analyse(rewrite ? [rewrite.standalone, ...rewrite.terms].join(' ') : '').map((t) => [t, 0.8]),
  );
  for (const term of analyse(request.question)) weights.set(term, 1);
  return { weights, type: questionType(request.question), analyse };
}
