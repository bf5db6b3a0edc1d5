// Suggested next questions: what was asked beside the answered question in the cited documents. Never invented.
import type { Pair, ReplyDocument } from '../../corpus/types.ts';
import { shown } from './writer.ts';

const MAX_FOLLOW_UPS = 3;
/** A longer one is an essay, not a button; a shorter one is a fragment. */
const CHARS = { min: 15, max: 180 };

/**
 * @param answered the cited documents, best first, each with the pair that was quoted
 */
export function followUps(answered: { document: ReplyDocument; pair: Pair }[], question: string): string[] {
  const asked = new Set([key(question)]);
  const out: string[] = [];
  for (const { pair } of answered) asked.add(key(suggestion(pair) ?? pair.questionText ?? ''));
  for (const { document, pair: quoted } of answered) {
    const last = document.pairs.findIndex((pair) => pair.answer.start === quoted.answer.start);
    // What follows the answered question is likelier the next thought than what came before it.
    for (const pair of [...document.pairs.slice(last + 1), ...document.pairs.slice(0, last + 1)]) {
      const text = suggestion(pair);
      if (text === null || asked.has(key(text))) continue;
      asked.add(key(text));
      out.push(text);
      if (out.length === MAX_FOLLOW_UPS) return out;
    }
  }
  return out;
}

/** The question's own words, without its number; the last question of a longer text. */
function suggestion(pair: Pair): string | null {
  if (pair.questionText === null || pair.kind === 'referred') return null;
  const text = shown(pair.questionText).replace(/^(?:\(?\d{1,2}[.):]+|[a-zA-Z][.)])\s+/u, '');
  if (text.length <= CHARS.max) return text.length >= CHARS.min && text.endsWith('?') ? text : null;
  const last = /(?<=[.!?]\s)[^.!?]+\?$/u.exec(text)?.[0];
  return last && last.length >= CHARS.min && last.length <= CHARS.max ? last : null;
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
