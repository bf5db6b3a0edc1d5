// A polite client for one server: it waits between requests, heeds Retry-After, tries again what may pass,
// follows redirects on the same server only, and turns every answer into one of six kinds.
import dns from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AddressFault, isPrivateAddress, ownUrl, PrivateAddressError, publicLookup } from './address.ts';
import { type Exchange, exchange, type Limits, TooLargeError } from './exchange.ts';

export type Fetched =
  | { kind: 'ok'; body: Buffer; url: string; etag?: string; lastModified?: string; mediaType?: string }
  | { kind: 'not-modified' }
  /** 401, 403, 404, 410: the server does not give it (any more). */
  | { kind: 'gone'; status: number }
  /** We do not ask for it. `url` is where it would have led. */
  | { kind: 'refused'; why: AddressFault | 'private-address' | 'too-many-redirects'; url: string }
  | { kind: 'too-large'; detail: string }
  /** After all tries. `status` where the server answered; `english` where the detail is German. */
  | { kind: 'failed'; detail: string; english?: string; status?: number };

export interface FetchOptions {
  accept: string;
  limits: Limits;
  etag?: string | undefined;
  lastModified?: string | undefined;
}

export interface Client {
  get(link: string, options: FetchOptions): Promise<Fetched>;
  /** Requests sent so far, repetitions included. */
  requests(): number;
  /** The server no longer answers: so many requests in a row have failed that more would be no use. */
  isDown(): boolean;
  readonly start: URL;
  close(): void;
}

export interface ClientOptions {
  start: URL;
  /** Between the starts of two requests; 0 for a server of one's own, then several run at once. */
  delayMs: number;
  userAgent: string;
  signal: AbortSignal;
}

const ATTEMPTS = 4;
/** Until the server has answered once, a wrong address is likelier than a passing fault. */
const FIRST_ATTEMPTS = 2;
/** Each try costs the server as much as it costs us: one that took too long is repeated once, not three times. */
const TIMEOUTS = 2;
const FIRST_WAIT_MS = 1_000;
/** A server that wants us to wait for longer is left alone until the next run. */
const LONGEST_RETRY_AFTER_MS = 5 * 60_000;
const REDIRECTS = 5;
const DOWN_AFTER = 3;
const PARALLEL = 6;

/** Looks the server up once: a start inside of the private network may stay there, any other must not get there. */
export async function createClient({ start, delayMs, userAgent, signal }: ClientOptions): Promise<Client> {
  const addresses = await dns.lookup(start.hostname.replace(/^\[|\]$/g, ''), { all: true });
  const startIsPrivate = addresses.some((a) => isPrivateAddress(a.address));
  const settings = { keepAlive: true, maxSockets: PARALLEL, ...(startIsPrivate ? {} : { lookup: publicLookup() }) };
  const agents = { 'http:': new http.Agent(settings), 'https:': new https.Agent(settings) };
  const turn = createTurns(delayMs, delayMs > 0 ? 1 : PARALLEL, signal);
  let requests = 0;
  let failuresInARow = 0;
  let hasAnswered = false;

  async function once(url: URL, options: FetchOptions): Promise<Exchange> {
    const headers: Record<string, string> = {
      'user-agent': userAgent,
      accept: options.accept,
      'accept-encoding': 'gzip, deflate, br',
      ...(options.etag ? { 'if-none-match': options.etag } : {}),
      ...(options.lastModified ? { 'if-modified-since': options.lastModified } : {}),
    };
    return turn.run(() => {
      requests++;
      const agent = url.protocol === 'https:' ? agents['https:'] : agents['http:'];
      return exchange(url, { ...options.limits, headers, agent, signal });
    });
  }

  async function patiently(url: URL, options: FetchOptions): Promise<Exchange | Fetched> {
    let last: Fetched = { kind: 'failed', detail: '' };
    let timeouts = 0;
    const attempts = hasAnswered ? ATTEMPTS : FIRST_ATTEMPTS;
    for (let attempt = 0; attempt < attempts && failuresInARow < DOWN_AFTER * ATTEMPTS; attempt++) {
      if (attempt > 0)
        await sleep(FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.75 + Math.random() / 2), undefined, { signal });
      try {
        const answer = await once(url, options);
        failuresInARow = 0;
        hasAnswered = true;
        if (!MAY_PASS.has(answer.status)) return answer;
        last = { kind: 'failed', detail: `HTTP ${answer.status}`, status: answer.status };
        const waitMs = retryAfterMs(answer.headers['retry-after']);
        if (waitMs > LONGEST_RETRY_AFTER_MS)
          return { ...last, detail: `${last.detail}, Retry-After ${waitMs / 1000} s` };
        if (waitMs > 0) turn.pause(waitMs);
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (error instanceof TooLargeError) return { kind: 'too-large', detail: error.message };
        if (error instanceof PrivateAddressError) return { kind: 'refused', why: 'private-address', url: url.href };
        failuresInARow++;
        last = { kind: 'failed', ...reasonOf(error) };
        if ((error as Error).name === 'TimeoutError' && ++timeouts === TIMEOUTS) break;
      }
    }
    return last;
  }

  async function get(link: string, options: FetchOptions): Promise<Fetched> {
    let target = ownUrl(link, start);
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (!target.ok) return { kind: 'refused', why: target.error, url: link };
      const url = target.value;
      const answer = await patiently(url, options);
      if ('kind' in answer) return answer;
      const { status, headers, body } = answer;
      if (status === 304) return { kind: 'not-modified' };
      if ([401, 403, 404, 410].includes(status)) return { kind: 'gone', status };
      if (REDIRECT.has(status) && headers.location) {
        link = URL.canParse(headers.location, url) ? new URL(headers.location, url).href : headers.location;
        target = ownUrl(link, start);
        continue;
      }
      if (status !== 200) return { kind: 'failed', detail: `HTTP ${status}`, status };
      const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
      return {
        kind: 'ok',
        body,
        url: url.href,
        ...(headers.etag ? { etag: headers.etag } : {}),
        ...(headers['last-modified'] ? { lastModified: headers['last-modified'] } : {}),
        ...(mediaType ? { mediaType } : {}),
      };
    }
    return { kind: 'refused', why: 'too-many-redirects', url: link };
  }

  return {
    get,
    start,
    requests: () => requests,
    isDown: () => failuresInARow >= DOWN_AFTER * ATTEMPTS,
    close() {
      agents['http:'].destroy();
      agents['https:'].destroy();
    },
  };
}

const MAY_PASS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
const REDIRECT: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Lets at most `parallel` run at once, each at least `delayMs` after the start of the one before. */
function createTurns(delayMs: number, parallel: number, signal: AbortSignal) {
  let running = 0;
  let nextStart = 0;
  const waiting: (() => void)[] = [];
  return {
    pause(ms: number) {
      nextStart = Math.max(nextStart, Date.now() + ms);
    },
    async run<T>(task: () => Promise<T>): Promise<T> {
      if (running >= parallel) await new Promise<void>((resolve) => waiting.push(resolve));
      else running++;
      try {
        for (let wait = nextStart - Date.now(); wait > 0; wait = nextStart - Date.now()) {
          await sleep(wait, undefined, { signal });
        }
        nextStart = Math.max(nextStart, Date.now() + delayMs);
        return await task();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}

/** Seconds or a date (RFC 9110, 10.2.3); 0 for none or nonsense. */
function retryAfterMs(header: string | undefined): number {
  if (!header) return 0;
  if (/^\s*\d+\s*$/.test(header)) return Number(header) * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - Date.now());
}

function reasonOf(error: unknown): { detail: string; english?: string } {
  const { code, message, name } = error as NodeJS.ErrnoException;
  if (name === 'TimeoutError') return { detail: 'Zeit abgelaufen', english: 'timed out' };
  return { detail: code ?? message };
}
