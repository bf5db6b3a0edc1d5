// Questions that no answer of an administration can answer, recognised without a model: people in need, what is refused,
// and manners. Each is met by a sentence of its own (texts). An insult is never repeated.

import type { Known } from '../reply.ts';
import { textsOf } from '../texts.ts';
import { mannersIn } from './manners.ts';
import { needIn } from './need.ts';
import type { OffPurpose } from './off-purpose.ts';
import { refusedIn } from './refused.ts';

/** The step that recognises it by its words. */
export function declineWhatIsNoQuestion({ request }: Known): Partial<Known> {
  const off = offPurpose(request.question);
  return off === null ? {} : { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
}

/** The step that takes the fast model's word for it. */
export function declineOtherIntents({ request, understood }: Known): Partial<Known> {
  const off = understood?.intent === 'smalltalk' ? 'about-us' : understood?.intent === 'other' ? 'commission' : null;
  return off === null ? {} : { reply: { form: 'sentence', sentence: textsOf(request.lang).declined(off) } };
}

/** Null for everything that may be a question to the administration. Who is in need comes first. */
export function offPurpose(question: string): OffPurpose | null {
  const text = question.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  const refused = refusedIn(text);
  if (refused === 'attack' || refused === 'hateful') return refused;
  return needIn(text) ?? refused ?? mannersIn(text);
}
