// Pairs that wait → how many of them are sent, and what that will cost by the service's count or by a guess.
import type Anthropic from '@anthropic-ai/sdk';
import { charactersOf, type Estimate, estimateOf, GUESSED, measuredRate, SAMPLE, tokensFor } from './cost.ts';
import type { Work } from './pending.ts';

export interface Plan extends Estimate {
  model: string;
  inBatches: boolean;
  /** Pairs that wait for a later run because of the limit. */
  left: number;
}

export interface PlanOptions {
  /** Null: nothing is asked, the tokens are guessed. */
  client: Anthropic | null;
  model: string;
  inBatches: boolean;
  /** Tokens, there and back; the pairs are taken in their order until the next one would pass it. Null: no limit. */
  limitTokens: number | null;
  signal: AbortSignal;
}

/** Throws what the service answers to a wrong key or for an unknown model. */
export async function planOf(waiting: AsyncIterable<Work>, options: PlanOptions): Promise<Plan> {
  const { client, model, inBatches, limitTokens, signal } = options;
  const lengths: number[] = [];
  let sample: Work[] = [];
  for await (const work of waiting) {
    lengths.push(charactersOf(work, model));
    // Keys are hashes, so the smallest are a random sample.
    sample.push(work);
    if (sample.length > 2 * SAMPLE) sample = smallest(sample);
  }
  const rate = client && sample.length > 0 ? await measuredRate(client, smallest(sample), model, signal) : GUESSED;
  const amount = { pairs: 0, characters: 0 };
  let tokens = 0;
  for (const characters of lengths) {
    const { inputTokens, outputTokens } = tokensFor({ pairs: 1, characters }, rate);
    tokens += inputTokens + outputTokens;
    if (limitTokens !== null && tokens > limitTokens) break;
    amount.pairs++;
    amount.characters += characters;
  }
  const left = lengths.length - amount.pairs;
  return { model, inBatches, left, ...estimateOf(amount, rate, model, inBatches) };
}

const smallest = (works: Work[]): Work[] => works.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, SAMPLE);
