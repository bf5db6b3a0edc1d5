// A URL → the JSON object behind it. What is no JSON (an error page with status 200, a body cut in the middle) is
// asked for again, then reported; raw control characters, a BOM and a wrong media type do not matter.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, Fetched } from '../http/client.ts';
import { isObject, type Raw } from './objects.ts';

export type FetchedJson = { kind: 'ok'; value: Raw } | Exclude<Fetched, { kind: 'ok' | 'not-modified' }>;

const LIMITS = { maxBytes: 32 * 1024 * 1024, idleMs: 30_000, totalMs: 120_000 };
const TRIES = 3;
const WAIT_MS = 1_000;

export async function getJson(client: Client, url: string): Promise<FetchedJson> {
  let last: FetchedJson = { kind: 'failed', detail: '' };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (attempt > 0) await sleep(WAIT_MS * attempt);
    const fetched = await client.get(url, { accept: 'application/json', limits: LIMITS });
    if (fetched.kind === 'not-modified') return { kind: 'failed', detail: 'HTTP 304' };
    if (fetched.kind !== 'ok') return fetched;
    const value = parseLeniently(fetched.body.toString('utf8'));
    if (value) return { kind: 'ok', value };
    const html = /^\s*</.test(fetched.body.subarray(0, 200).toString('latin1'));
    last = html
      ? { kind: 'failed', detail: 'HTML statt JSON', english: 'HTML instead of JSON' }
      : { kind: 'failed', detail: 'das JSON ist unvollständig', english: 'the JSON is cut off' };
  }
  return last;
}

function parseLeniently(body: string): Raw | null {
  for (const candidate of [body.replace(/^\uFEFF/, ''), withoutControls(body)]) {
    try {
      const value: unknown = JSON.parse(candidate);
      // A list may be a bare array.
      return Array.isArray(value) ? { data: value } : isObject(value) ? value : null;
    } catch {
      // The second candidate, or null.
    }
  }
  return null;
}

// Inside of strings they are forbidden, outside of them they are white space: a space is right in both places.
const withoutControls = (body: string) => body.replace(/^\uFEFF/, '').replace(/[\u0000-\u001f]/g, ' ');
