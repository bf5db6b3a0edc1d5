// A question → the events of its answer. Each step finds out one thing and returns it; the first that knows what is to
// be said ends the finding. Then it is said: by the model where there is one, else in the administration's words.

import type { AnswerEvent } from '../events.ts';
import { openSpending } from './model/spending.ts';
import { writeByModel } from './model/write-by-model.ts';
import { offerTopic } from './question/broad.ts';
import { answerFromMetadata } from './question/list-answer.ts';
import { declineOtherIntents, declineWhatIsNoQuestion } from './question/purpose.ts';
import { understandAndSearch } from './question/search-step.ts';
import { chooseForm } from './quote/choose-form.ts';
import { readPairs } from './quote/read-pairs.ts';
import { nothingKnown } from './reply.ts';
import type { AnswerDeps, AnswerRequest } from './request.ts';
import { say } from './say.ts';
import type { AnswerStep, StepDeps } from './step.ts';

const STEPS: AnswerStep[] = [
  declineWhatIsNoQuestion,
  answerFromMetadata,
  offerTopic,
  understandAndSearch,
  declineOtherIntents,
  readPairs,
  chooseForm,
];

/**
 * @throws only when the index cannot be read: an outage, not an answer
 */
export async function* answer(request: AnswerRequest, deps: AnswerDeps): AsyncGenerator<AnswerEvent> {
  const counted = Promise.withResolvers<void>();
  deps.waitUntil?.(counted.promise);
  const spending = await openSpending(request, deps);
  try {
    yield* answerEvents(request, { ...deps, spending, forModel: spending.model !== null });
  } finally {
    await spending.close();
    counted.resolve();
  }
}

async function* answerEvents(request: AnswerRequest, deps: StepDeps): AsyncGenerator<AnswerEvent> {
  let known = nothingKnown(request);
  for (const step of STEPS) {
    known = { ...known, ...(await step(known, deps)) };
    if (known.reply) break;
  }
  const asked = yield* writeByModel(known, deps);
  if (asked === 'said' || deps.signal.aborted) return;
  yield* say({ ...known, ...asked }, deps);
}
