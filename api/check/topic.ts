// The terms of an inquiry's subject and questions → those that say what the whole of it is about: what recurs.
import type { Weights } from './similarity.ts';

/** A term of the subject that no question takes up may be a name or a date of the head. */
const SUBJECT_ONLY = 0.35;
/** A term that stands in one question only is that question's own. */
const PLACES = 2;
const MAX_TERMS = 12;

export function topicOf(subject: Weights, questions: Weights[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const terms of [subject, ...questions]) {
    for (const term of terms.keys()) places.set(term, (places.get(term) ?? 0) + 1);
  }
  const weights = new Map<string, number>();
  for (const terms of [subject, ...questions]) {
    for (const [term, weight] of terms) {
      if (/^\p{N}/u.test(term)) continue;
      if ((places.get(term) ?? 0) >= PLACES) weights.set(term, weight);
      else if (subject.has(term)) weights.set(term, SUBJECT_ONLY * weight);
    }
  }
  return new Map([...weights].sort(([, a], [, b]) => b - a).slice(0, MAX_TERMS));
}
