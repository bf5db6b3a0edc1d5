// What one question may spend on the model and has spent: reserved in the day's budget before the first call, settled
// and logged at the end, whatever happened between.

import type { Usage } from '../../events.ts';
import { reasonOf } from '../../log-error.ts';
import { offPurpose } from '../question/purpose.ts';
import type { AnswerDeps, AnswerRequest } from '../request.ts';
import { textsOf } from '../texts.ts';
import type { ModelConfig } from './model.ts';

/** What one question likely costs: sources, prompt and answer, the understanding before it and the witness behind it. */
const LIKELY_TOKENS = 10_000;

export interface Spending {
  /** Null when no model is to be asked. */
  model: ModelConfig | null;
  /** Why not, if a citizen should know. */
  notice: string | null;
  add(usage: Usage | null): void;
  usage(): Usage | null;
  /** Settles the reservation and logs the cost. */
  close(): Promise<void>;
}

export async function openSpending(request: AnswerRequest, deps: AnswerDeps): Promise<Spending> {
  const { budget } = deps;
  const spent: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const wanted = request.mode === 'auto' && offPurpose(request.question) === null ? deps.model : null;
  let asked = false;
  // A budget that cannot be read must not be overrun.
  const open = wanted === null || budget === null || (await budget.reserve(LIKELY_TOKENS).catch(() => false));
  const reserved = wanted !== null && budget !== null && open ? LIKELY_TOKENS : 0;
  return {
    model: open ? wanted : null,
    notice: open ? null : textsOf(request.lang).notices.budget,
    add(usage) {
      if (usage === null) return;
      asked = true;
      spent.inputTokens += usage.inputTokens;
      spent.outputTokens += usage.outputTokens;
      spent.cachedTokens += usage.cachedTokens;
    },
    usage: () => (asked ? { ...spent } : null),
    async close() {
      if (asked) deps.log({ step: 'cost', ms: 0, ...spent });
      if (reserved === 0) return;
      const used = spent.inputTokens + spent.outputTokens + spent.cachedTokens;
      await budget!
        .settle(reserved, used)
        .catch((error) => deps.log({ step: 'budget-failed', ms: 0, error: reasonOf(error) }));
    },
  };
}
