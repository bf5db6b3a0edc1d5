// Suggested next questions: what councillors asked on the same matter in other papers, and what they asked beside the
// answered question. Real questions that a stranger understands; never invented.
import { selfContained } from '../question/self-contained.ts';
import type { FoundPair } from '../reply.ts';

const MAX_FOLLOW_UPS = 3;

/**
 * @param answered the pairs that were quoted, best first
 * @param others further pairs of the search, best first
 */
export function followUps(answered: FoundPair[], question: string, others: FoundPair[] = []): string[] {
  const asked = new Set([key(question)]);
  for (const { hit } of answered)
    asked.add(key(selfContained(hit.pair.questionText ?? '') ?? hit.pair.questionText ?? ''));
  const papers = new Set(answered.map(({ document }) => document.id));
  const beside = answered.flatMap(({ document, hit }) => {
    const at = document.pairs.findIndex((pair) => pair.answer.start === hit.pair.answer.start);
    // What follows the answered question is likelier the next thought than what came before it.
    return [...document.pairs.slice(at + 1), ...document.pairs.slice(0, Math.max(0, at))];
  });
  const elsewhere = others.filter(({ document }) => !papers.has(document.id)).map(({ hit }) => hit.pair);
  const out: string[] = [];
  for (const { questionText, kind } of [...beside.slice(0, BESIDE), ...elsewhere, ...beside.slice(BESIDE)]) {
    const suggestion = kind === 'referred' || questionText === null ? null : selfContained(questionText);
    if (suggestion === null || asked.has(key(suggestion))) continue;
    asked.add(key(suggestion));
    out.push(suggestion);
    if (out.length === MAX_FOLLOW_UPS) break;
  }
  return out;
}

/** The next ones of the same paper, then other papers. */
const BESIDE = 2;

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
