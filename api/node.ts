// The app on a machine of one's own: @hono/node-server in front, SQLite and files behind. The Worker (worker.ts) is the
// same app in the other home.
import type { IncomingMessage, Server } from 'node:http';
import { createAdaptorServer, type HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { City } from '../corpus/city.ts';
import { app } from './app.ts';
import type { Env } from './env.ts';
import { LIMIT_PERIOD_SECONDS, LIMITS, type LimitBindings } from './limit.ts';
import { countingMetrics } from './metrics.ts';
import { counter } from './node/counters.ts';
import { assetsIn } from './node/files.ts';
import { openLocal } from './node/local.ts';

export interface NodeSettings {
  port: number;
  host: string;
  storeDir: string;
  /** dist/web */
  webDir: string;
  /** The header that the own reverse proxy sets, its last entry counts; null: the connection's address. */
  clientAddressHeader: string | null;
  /** From the file that CITY_FILE names; null: the one that ships. */
  city?: City | null;
  /** What the app reads of the environment (env.ts). */
  app: Partial<Env>;
}

export interface Running {
  port: number;
  /** Takes no new connections, lets what is under way come to its end, and ends what is left after `patienceMs`. */
  stop(patienceMs?: number): Promise<void>;
}

/** Longer than reverse proxies keep their connections, which would else meet one that is just being closed. */
const KEEP_ALIVE_MS = 75_000;
const PATIENCE_MS = 30_000;

const SWALLOWED_BYTES = 32 * 1024 * 1024;
const SWALLOWED_MS = 10_000;

/** JSON and streams are left to the reverse proxy: compressing takes longer than the answer. */
const COMPRESSED = /^(text\/(html|css|javascript)|application\/javascript|image\/svg)/i;

/** Rejects when the address is taken. */
export async function listen(settings: NodeSettings): Promise<Running> {
  const local = openLocal(settings.storeDir);
  const env: Env = {
    ...{ ...settings.app, ...countersOf(), ...local.env },
    ...(settings.city ? { city: settings.city } : {}),
    ...{ ASSETS: assetsIn(settings.webDir), metrics: countingMetrics() },
  };
  const works = new Set<Promise<unknown>>();
  let stopping: Promise<void> | null = null;
  const home = new Hono<{ Bindings: HttpBindings }>();
  home.use(compress({ contentTypeFilter: COMPRESSED }));
  home.all('*', async (c) => {
    const clientAddress = addressOf(c.env.incoming, settings.clientAddressHeader);
    const response = await app.fetch(c.req.raw, { ...env, clientAddress }, outliving(works));
    if (response.status === 413) await swallow(c.env.incoming);
    // Kept open, the connection would bring the next request to a service that is going.
    if (stopping || !c.env.incoming.complete) c.env.outgoing.setHeader('connection', 'close');
    return response;
  });
  const server = createAdaptorServer({ fetch: home.fetch }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, settings.host, resolve);
  }).catch((error) => {
    local.close();
    throw error;
  });
  return {
    port: (server.address() as { port: number }).port,
    stop(patienceMs = PATIENCE_MS) {
      stopping ??= end(patienceMs);
      return stopping;
    },
  };

  async function end(patienceMs: number): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    const timer = setTimeout(() => server.closeAllConnections(), patienceMs);
    await closed;
    clearTimeout(timer);
    await Promise.race([Promise.allSettled(works), new Promise((resolve) => setTimeout(resolve, 1_000).unref())]);
    local.close();
  }
}

const countersOf = (): LimitBindings =>
  Object.fromEntries(
    Object.values(LIMITS).map(({ binding, requests }) => [binding, counter(requests, LIMIT_PERIOD_SECONDS)]),
  );

function addressOf(incoming: IncomingMessage, header: string | null): string {
  const said = header === null ? undefined : incoming.headers[header.toLowerCase()];
  // What stands before the last entry was brought along by whoever asks.
  const last = (Array.isArray(said) ? said.at(-1) : said)?.split(',').at(-1)?.trim();
  return last || incoming.socket.remoteAddress || '';
}

/** Who is still sending what is too large would meet a closed connection instead of the sentence. */
function swallow(incoming: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (incoming.complete) return resolve();
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > SWALLOWED_BYTES) resolve();
      // The stream that the app was given stops it after each piece that nobody reads.
      setImmediate(() => incoming.resume());
    });
    incoming.once('close', resolve);
    incoming.once('end', resolve);
    setTimeout(resolve, SWALLOWED_MS).unref();
    incoming.resume();
  });
}

/** What Workers call the execution context: work that goes on behind the response. */
function outliving(works: Set<Promise<unknown>>) {
  return {
    waitUntil(work: Promise<unknown>) {
      const settled = work.catch(() => {}).finally(() => works.delete(settled));
      works.add(settled);
    },
    passThroughOnException() {},
    props: {},
  };
}
