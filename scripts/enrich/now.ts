// Pairs → answers of the model one by one, for those who do not want to wait for a batch. Twice the price.
import Anthropic from '@anthropic-ai/sdk';
import { isForAll } from './failures.ts';
import type { Keeper } from './keep.ts';
import type { Work } from './pending.ts';
import { PROMPT_VERSION, requestFor } from './prompt.ts';

const ASKED = { prompt: PROMPT_VERSION, inBatches: false };
const AT_ONCE = 4;
/** So many failures in a row are the service's, not the pairs': the others wait for another run. */
const MAX_FAILURES_IN_A_ROW = 5;

/** Throws what the service answered last when it takes nothing any more; what came before is kept. */
export async function askNow(
  works: AsyncIterable<Work>,
  client: Anthropic,
  model: string,
  keeper: Keeper,
  signal: AbortSignal,
  onDone: (pairs: number) => void,
): Promise<void> {
  const iterator = works[Symbol.asyncIterator]();
  const stop = new AbortController();
  let failures = 0;
  const either = AbortSignal.any([signal, stop.signal]);
  async function worker(): Promise<void> {
    while (!either.aborted) {
      const { done, value: work } = await iterator.next();
      if (done) return;
      try {
        keeper.message(work, await client.messages.create(requestFor(work.shown, model), { signal: either }), ASKED);
        failures = 0;
      } catch (error) {
        // Interrupted: not asked, so it is asked the next time.
        if (either.aborted) return;
        if (isForAll(error) || ++failures >= MAX_FAILURES_IN_A_ROW) {
          stop.abort(error);
          return;
        }
        const reason = error instanceof Anthropic.APIError ? (error.type ?? error.message) : (error as Error).message;
        keeper.failed(work, `Fehler: ${reason} (errored)`, ASKED);
      }
      onDone(1);
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  either.throwIfAborted();
}
