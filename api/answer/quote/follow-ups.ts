// Suggested next questions: what was asked beside the answered question in the cited documents. Never invented.
import { german } from '../../../corpus/german/letters.ts';
import type { Pair } from '../../../corpus/types.ts';
import type { FoundPair } from '../reply.ts';
import { shown } from '../writer.ts';

const MAX_FOLLOW_UPS = 3;
/** A longer one is an essay, not a button; a shorter one is a fragment. */
const CHARS = { min: 15, max: 180 };

/**
 * @param answered the cited documents, best first, each with the pair that was quoted
 */
export function followUps(answered: FoundPair[], question: string): string[] {
  const asked = new Set([key(question)]);
  const out: string[] = [];
  for (const { hit } of answered) asked.add(key(suggestion(hit.pair) ?? hit.pair.questionText ?? ''));
  for (const { document, hit } of answered) {
    const last = document.pairs.findIndex((pair) => pair.answer.start === hit.pair.answer.start);
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

/** The question's own words, without its number; the last question of a longer text. Null where it leans on another. */
function suggestion(pair: Pair): string | null {
  if (pair.questionText === null || pair.kind === 'referred') return null;
  const text = shown(pair.questionText).replace(NUMBER, '');
  const short = text.length <= CHARS.max ? text : (/(?<=[.!?]\s)[^.!?]+\?$/u.exec(text)?.[0] ?? '');
  const fits = short.length >= CHARS.min && short.length <= CHARS.max && short.endsWith('?');
  return fits && /^\p{Lu}/u.test(short) && !LEANS.test(short) ? short : null;
}

const NUMBER = /^(?:[\s:–-]|\(?\d{1,2}(?:\.\d)?[.):]*\s|[a-zA-Z][.)]+\s)+/u;
/** Questions that only make sense behind the one before. */
const LEANS = german(/^(?:Wenn|Falls|Sofern|Und|Oder)\b/u);

function key(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
