import Anthropic from '@anthropic-ai/sdk';
import { expect, test } from 'vitest';
import { patientFetch } from '../../../scripts/enrich/patience.ts';

const answering = (retryAfter: string) => {
  let asked = 0;
  const send: typeof fetch = async () => {
    asked++;
    const body = JSON.stringify({ type: 'error', error: { type: 'rate_limit_error', message: 'later' } });
    return new Response(body, {
      status: 429,
      headers: { 'retry-after': retryAfter, 'content-type': 'application/json' },
    });
  };
  return { send, asked: () => asked };
};

async function ask(retryAfter: string, waits: boolean): Promise<{ asked: number; told: number[]; error: unknown }> {
  const service = answering(retryAfter);
  const told: number[] = [];
  const onLongWait = (seconds: number) => told.push(seconds);
  const fetch = patientFetch({ waits, onLongWait, fetch: service.send });
  const client = new Anthropic({ apiKey: 'x', fetch, maxRetries: 2, openTelemetry: false, logLevel: 'off' });
  const params = { model: 'x', max_tokens: 1, messages: [{ role: 'user' as const, content: 'x' }] };
  const error = await client.messages.create(params).catch((error: unknown) => error);
  return { asked: service.asked(), told, error };
}

test('asked to wait an hour, a run says so and ends, as the real client understands it', async () => {
  const { asked, told, error } = await ask('3600', false);
  expect([asked, told]).toEqual([1, [3_600]]);
  expect(error).toBeInstanceOf(Anthropic.RateLimitError);
});

test('a short wait is waited without a word', async () => {
  const { asked, told } = await ask('0', false);
  expect([asked, told]).toEqual([3, []]);
});
