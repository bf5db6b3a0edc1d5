// Questions that no answer of an administration can answer, recognised without a model: people in need, what is refused,
// and manners. Each is met by a sentence of its own (texts). An insult is never repeated.

import type { Known } from '../reply.ts';
import { textsOf } from '../texts.ts';
import { asksAboutUs } from './about-us.ts';
import type { OffPurpose } from './off-purpose.ts';
import { framedAs } from './people/frames.ts';
import { mostLike } from './people/likeness.ts';
import { refusedIn } from './refused.ts';
import { withoutMarkup } from './without-markup.ts';

/** The step that recognises it by its words. Between HTML it is the question that counts. */
export function declineWhatIsNoQuestion({ request }: Known): Partial<Known> {
  const question = withoutMarkup(request.question);
  const isWrapped = question !== request.question.replace(/\s+/gu, ' ').trim() && /\p{L}{2}/u.test(question);
  const off = offPurpose(isWrapped ? question : request.question);
  if (off !== null) return { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
  return isWrapped ? { request: { ...request, question } } : {};
}

/** The step that takes the fast model's word for it. */
export function declineOtherIntents({ request, understood }: Known): Partial<Known> {
  const off = understood?.intent === 'smalltalk' ? 'about-us' : understood?.intent === 'other' ? 'commission' : null;
  return off === null ? {} : { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
}

/** Null for everything that may be a question to the administration. */
export const offPurpose = (question: string): OffPurpose | null => byRule(question) ?? mostLike(question);

/** By its words and by what of them comes together. Who is in need comes first. */
export function byRule(question: string): OffPurpose | null {
  const text = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const framed = framedAs(question);
  const refused = refusedIn(text);
  if (framed === 'hateful') return framed;
  if (refused === 'attack' || refused === 'hateful') return refused;
  if (framed !== null && IN_NEED.has(framed)) return framed;
  return refused ?? (asksAboutUs(text) ? 'about-us' : framed);
}

const IN_NEED: ReadonlySet<OffPurpose> = new Set(['emergency', 'despair', 'illness']);
