// Pairs that wait → requests in bundles that the service takes as one batch each.
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import type { SentPair } from '../store/enrichment.ts';
import type { Work } from './pending.ts';
import { requestFor } from './prompt.ts';

export interface PairRequest extends SentPair {
  params: MessageCreateParamsNonStreaming;
}

/** The service takes 100,000 requests or 256 MB; smaller ones come back sooner and lose less. */
const LIMITS = { requests: 10_000, bytes: 100e6 };

/** None is empty; a request that is over the limit by itself goes alone. */
export async function* bundlesOf(
  works: AsyncIterable<Work>,
  model: string,
  limits = LIMITS,
): AsyncGenerator<PairRequest[]> {
  let bundle: PairRequest[] = [];
  let bytes = 0;
  for await (const { key, where, shown } of works) {
    const params = requestFor(shown, model);
    const size = Buffer.byteLength(JSON.stringify({ custom_id: key, params })) + 1;
    if (bundle.length === limits.requests || (bundle.length > 0 && bytes + size > limits.bytes)) {
      yield bundle;
      bundle = [];
      bytes = 0;
    }
    bundle.push({ key, where, params });
    bytes += size;
  }
  if (bundle.length > 0) yield bundle;
}
