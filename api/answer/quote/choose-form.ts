// Pairs and how sure the search is of them → which of the three forms an answer takes: one pair quoted, a choice of
// pairs, or nothing.
import { decideForm, IN_CONVERSATION, THRESHOLDS } from '../../search/decide.ts';
import { queryOf } from '../question/analysis.ts';
import { leansOnEarlier } from '../question/leaning.ts';
import type { Known } from '../reply.ts';
import type { StepDeps } from '../step.ts';
import { textsOf } from '../texts.ts';
import { choiceOf, nothingFound } from './choice.ts';
import { notSaid, notSaidSentence } from './not-said.ts';
import { spanOf } from './span.ts';

/** An answer that lacks what was asked for is one only where all the rest fits very well (dev: 2 of 8 are right below). */
const SURE_ALL_THE_SAME = 0.5;

export function chooseForm(known: Known, deps: StepDeps): Partial<Known> {
  const { pairs, found, request, understood } = known;
  const [best, ...others] = pairs;
  if (!best || !found) return { reply: nothingFound(known, deps) };
  const goesOn = leansOnEarlier(request.question) && request.history.some(({ role }) => role === 'user');
  const form = decideForm(found, goesOn ? IN_CONVERSATION : THRESHOLDS);
  if (form === 'nothing') return { reply: nothingFound(known, deps) };
  const meant = known.meant ?? understood?.standalone ?? request.question;
  const span = form === 'answer' ? spanOf(best, queryOf(found, meant, deps.index)) : null;
  if (span === null) return { reply: choiceOf(known, deps) };
  const quoted = { ...best, span };
  const missing = notSaid(meant, best);
  if (missing.length > 0 && found.sureOfFirst < SURE_ALL_THE_SAME) return { reply: choiceOf(known, deps) };
  const notice = notSaidSentence(missing, textsOf(request.lang));
  return { reply: { form: 'answer', quoted, others: others.map(({ hit }) => hit), notice } };
}
