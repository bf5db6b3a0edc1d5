// Pairs → tokens and dollars, before anything is sent.
import Anthropic from '@anthropic-ai/sdk';
import { isForAll } from './failures.ts';
import type { Work } from './pending.ts';
import { requestFor } from './prompt.ts';

/** Dollars for a million tokens by the vendor's public list of November 2026, prompts below 100,000 tokens. */
const PRICES: [model: RegExp, input: number, output: number][] = [
  [/haiku-5-5/u, 0.1, 0.5],
  [/haiku-4-5/u, 1, 5],
  [/sonnet-5-5/u, 2, 10],
  [/opus-5-5/u, 4, 20],
];
const BATCH_DISCOUNT = 0.5;

/**
 * German characters a token. Guessed from the vendor's note that the models' present tokenizer makes about 30 % more
 * of the same text than the one before it; `countTokens` replaces it where there is a key.
 */
const CHARACTERS_PER_TOKEN = 2.6;
/** What the service adds to say how the output must look. */
const FORMAT_TOKENS = 200;
/** Three questions and six words as JSON: on average 287 characters in 673 that a model wrote. */
const OUTPUT_TOKENS = 110;
/** Pairs that are counted by the service; the others are estimated from them. */
export const SAMPLE = 20;

export interface Estimate {
  pairs: number;
  inputTokens: number;
  outputTokens: number;
  /** Null for a model whose price is not known here. */
  dollars: number | null;
  /** Whether the service has counted a sample, or the tokens are guessed from the characters. */
  counted: boolean;
}

/** What is to be sent. */
export interface Amount {
  pairs: number;
  characters: number;
}

export interface Rate {
  charactersPerToken: number;
  counted: boolean;
}

export const GUESSED: Rate = { charactersPerToken: CHARACTERS_PER_TOKEN, counted: false };

/**
 * Asks the service, which takes no money for it. Guesses when it does not count; throws when it
 * would not do the work either.
 *
 * @param works a sample
 */
export async function measuredRate(
  client: Anthropic,
  works: Work[],
  model: string,
  signal: AbortSignal,
): Promise<Rate> {
  let characters = 0;
  let tokens = 0;
  try {
    for (const work of works) {
      const { max_tokens: _most, ...request } = requestFor(work.shown, model);
      tokens += (await client.messages.countTokens(request, { signal, maxRetries: 1 })).input_tokens;
      characters += charactersOf(work, model);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (isForAll(error) || error instanceof Anthropic.APIConnectionError) throw error;
    return GUESSED;
  }
  return tokens === 0 ? GUESSED : { charactersPerToken: characters / tokens, counted: true };
}

export function estimateOf(amount: Amount, rate: Rate, model: string, inBatches: boolean): Estimate {
  const { inputTokens, outputTokens } = tokensFor(amount, rate);
  const dollars = dollarsFor(model, inputTokens, outputTokens, inBatches);
  return { pairs: amount.pairs, inputTokens, outputTokens, dollars, counted: rate.counted };
}

/** A guess has the format's tokens to add; the service has counted them. */
export function tokensFor({ pairs, characters }: Amount, { charactersPerToken, counted }: Rate) {
  const format = counted ? 0 : FORMAT_TOKENS * pairs;
  return { inputTokens: Math.ceil(characters / charactersPerToken) + format, outputTokens: OUTPUT_TOKENS * pairs };
}

export function dollarsFor(
  model: string,
  inputTokens: number,
  outputTokens: number,
  inBatches: boolean,
): number | null {
  const price = PRICES.find(([name]) => name.test(model));
  if (!price) return null;
  const [, input, output] = price;
  return ((inputTokens * input + outputTokens * output) / 1e6) * (inBatches ? BATCH_DISCOUNT : 1);
}

export function charactersOf(work: Work, model: string): number {
  const { system, messages, output_config: format } = requestFor(work.shown, model);
  return JSON.stringify([system, messages, format]).length;
}
