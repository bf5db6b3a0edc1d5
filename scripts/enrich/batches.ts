// Pairs → batches at the service → what came back. Killed at any moment, the next run finds what was sent: a batch is
// written down before it goes, and its row goes when all of its results are in the store.
import { randomBytes } from 'node:crypto';
import Anthropic from '@anthropic-ai/sdk';
import type { MessageBatchIndividualResponse, MessageBatchResult } from '@anthropic-ai/sdk/resources/messages/batches';
import type { BatchRow, EnrichmentTables } from '../store/enrichment.ts';
import type { Store } from '../store.ts';
import type { Keeper } from './keep.ts';
import { type Work, worksByKey } from './pending.ts';
import { PROMPT_VERSION } from './prompt.ts';
import { bundlesOf, type PairRequest } from './requests.ts';

const SENDING = 'sending-';
/** Clocks differ: a batch that the service has made this long before we sent it may be ours. */
const CLOCK_MS = 5 * 60_000;

/** Throws what the service answers; what was sent before stays sent. */
export async function sendBatches(
  works: AsyncIterable<Work>,
  client: Anthropic,
  model: string,
  batches: EnrichmentTables['batches'],
  signal: AbortSignal,
  onSent: (pairs: number) => void,
): Promise<void> {
  for await (const bundle of bundlesOf(works, model)) {
    signal.throwIfAborted();
    await sendBatch(bundle, client, batches);
    onSent(bundle.length);
  }
}

async function sendBatch(asked: PairRequest[], client: Anthropic, batches: EnrichmentTables['batches']): Promise<void> {
  const key = `${SENDING}${randomBytes(8).toString('hex')}`;
  const row: BatchRow = {
    key,
    prompt: PROMPT_VERSION,
    sent: new Date().toISOString(),
    pairs: asked.map((one) => ({ key: one.key, where: one.where })),
  };
  batches.put(row);
  const requests = asked.map((one) => ({ custom_id: one.key, params: one.params }));
  try {
    // A batch whose answer was lost has been made and would be paid twice: never repeated blindly, see `adopt`.
    const { id } = await client.messages.batches.create({ requests }, { maxRetries: 0 });
    batches.put({ ...row, key: id });
    batches.remove(key);
  } catch (error) {
    // Refused. After a fault of the service or a broken line nobody knows, so `adopt` looks.
    if (error instanceof Anthropic.APIError && error.status !== undefined && error.status < 500) batches.remove(key);
    throw error;
  }
}

/** Finds batches at the service whose id never reached us. One that was never made is forgotten, so it is sent anew. */
export async function adopt(client: Anthropic, batches: EnrichmentTables['batches']): Promise<void> {
  const lost = [...batches.rows.values()].filter(({ key }) => key.startsWith(SENDING));
  if (lost.length === 0) return;
  const since = Math.min(...lost.map(({ sent }) => Date.parse(sent))) - CLOCK_MS;
  for await (const { id, created_at, request_counts: counts } of client.messages.batches.list({ limit: 100 })) {
    if (Date.parse(created_at) < since) break;
    const size = counts.processing + counts.succeeded + counts.errored + counts.expired + counts.canceled;
    const row = lost.find((candidate) => candidate.pairs.length === size);
    if (!row || batches.rows.has(id)) continue;
    batches.put({ ...row, key: id });
    lost.splice(lost.indexOf(row), 1);
    batches.remove(row.key);
  }
  for (const { key } of lost) batches.remove(key);
}

export interface Collection {
  client: Anthropic;
  batches: EnrichmentTables['batches'];
  store: Pick<Store, 'documents'>;
  /** `pairKey` → id of its document. */
  living: ReadonlyMap<string, string>;
  keeper: Keeper;
  signal: AbortSignal;
  /** Null: looks once and leaves the others for the next run. */
  pollMs: number | null;
  onProgress(done: number, total: number): void;
}

/** Takes in what has ended and, unless told otherwise, waits for the others. */
export async function collectBatches(collection: Collection): Promise<void> {
  const { client, batches, signal, pollMs, onProgress } = collection;
  const total = [...batches.rows.values()].reduce((sum, row) => sum + row.pairs.length, 0);
  let collected = 0;
  while (batches.rows.size > 0) {
    let processed = 0;
    for (const row of [...batches.rows.values()]) {
      signal.throwIfAborted();
      const batch = await client.messages.batches.retrieve(row.key, {}, { signal }).catch((error: unknown) => {
        if (error instanceof Anthropic.NotFoundError) return null;
        throw error;
      });
      if (batch === null || batch.processing_status === 'ended') {
        await collect(row, batch?.results_url != null, collection);
        batches.remove(row.key);
        collected += row.pairs.length;
      } else {
        processed += row.pairs.length - batch.request_counts.processing;
      }
      onProgress(collected + processed, total);
    }
    if (pollMs === null || batches.rows.size === 0) return;
    await pause(pollMs, signal);
  }
}

/** Reads only the documents of this batch: a large store has many batches. */
async function collect(row: BatchRow, hasResults: boolean, collection: Collection): Promise<void> {
  const { client, store, living, keeper, signal } = collection;
  const missing = new Map(row.pairs.map((pair) => [pair.key, pair]));
  const ids = new Set(row.pairs.flatMap(({ key }) => living.get(key) ?? []));
  const works = await worksByKey(store.documents(ids), missing);
  const asked = { prompt: row.prompt, inBatches: true };
  const results = hasResults ? await resultsOf(row.key, client, signal) : [];
  // Adopted, and another's of the same size: ours was never made, so its pairs wait again.
  if (results.length > 0 && !results.some(({ custom_id: key }) => missing.has(key))) return;
  for (const { custom_id: key, result } of results) {
    const pair = missing.get(key);
    // One that we did not ask for, or that came twice.
    if (!pair) continue;
    missing.delete(key);
    const work = works.get(key);
    if (!work) keeper.late(pair, result.type === 'succeeded' ? result.message : null, asked);
    else if (result.type === 'succeeded') keeper.message(work, result.message, asked);
    else keeper.failed(work, reasonOf(result), asked);
  }
  for (const pair of missing.values()) {
    const work = works.get(pair.key);
    if (work) keeper.failed(work, 'ohne Ergebnis (no result)', asked);
    else keeper.late(pair, null, asked);
  }
}

async function resultsOf(
  batch: string,
  client: Anthropic,
  signal: AbortSignal,
): Promise<MessageBatchIndividualResponse[]> {
  const results: MessageBatchIndividualResponse[] = [];
  try {
    for await (const result of await client.messages.batches.results(batch, {}, { signal })) results.push(result);
    return results;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Anthropic.APIError) throw error;
    // A connection that ends, or half a line.
    throw new Error('Die Ergebnisse brachen ab; der nächste Lauf holt sie. (The results broke off; run it again.)');
  }
}

function reasonOf(result: Exclude<MessageBatchResult, { type: 'succeeded' }>): string {
  switch (result.type) {
    case 'expired':
      return 'abgelaufen (expired)';
    case 'canceled':
      return 'abgebrochen (canceled)';
    case 'errored':
      return `Fehler: ${result.error.error.type} (errored)`;
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
