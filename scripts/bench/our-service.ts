// Our own search as a city runs it: an index in a local D1, the Worker in workerd, asked over HTTP.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getPlatformProxy } from 'wrangler';
import type { Env } from '../../api/env.ts';
import { fillIndex } from '../../api/search/fill-index.ts';
import { pointTo } from '../../api/search/index-tables.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { readLexicon } from '../build-index.ts';
import { serve } from '../start/serve.ts';

export interface ServiceFigures {
  passages: number;
  buildSeconds: number;
  databaseMB: number;
  timesMs: number[];
  /** Resident memory of the workerd process, which holds D1 and R2 as well as the isolate. */
  workerMB: number;
}

const WARM_UP = 10;

export async function measureService(
  documents: () => AsyncIterable<ReplyDocument>,
  questions: string[],
  depth: number,
): Promise<ServiceFigures> {
  const storeDir = await mkdtemp(join(tmpdir(), 'ratsauskunft-bench-'));
  try {
    const started = performance.now();
    const proxy = await getPlatformProxy<Env>({ persist: { path: join(storeDir, 'cloudflare/v3') } });
    const target = { version: 'bench', builtAt: new Date().toISOString(), lexicon: await readLexicon() };
    const { info } = await fillIndex(proxy.env.INDEX_DB, target, documents, (count) => {
      if (count % 5_000 === 0) console.log(`${count} Dokumente …`);
    });
    await pointTo(proxy.env.INDEX_DB, { ...info, engine: 'd1' });
    await proxy.dispose();
    const buildSeconds = (performance.now() - started) / 1000;
    const port = await freePort();
    const service = await serve({ port, storeDir, corpusDir: null, worker: { RATE_LIMIT: 'off' } }, console.error);
    try {
      const timesMs: number[] = [];
      for (const question of [...questions.slice(0, WARM_UP), ...questions]) {
        const asked = performance.now();
        const query = new URLSearchParams({ q: question.slice(0, 2_000), limit: String(depth) });
        const response = await fetch(`http://localhost:${port}/api/search?${query}`);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`/api/search: ${response.status}`);
        timesMs.push(performance.now() - asked);
      }
      const workerMB = residentMB('workerd');
      const databaseMB = sizeOf(join(storeDir, 'cloudflare')) / 1e6;
      return { passages: info.passages, buildSeconds, databaseMB, timesMs: timesMs.slice(WARM_UP), workerMB };
    } finally {
      await service.stop();
    }
  } finally {
    await rm(storeDir, { recursive: true, force: true });
  }
}

/** Of the largest process of that name that is ours; 0 where there is no /proc. */
function residentMB(name: string): number {
  const pids = readdirSync('/proc', { withFileTypes: true }).filter((entry) => /^\d+$/.test(entry.name));
  const sizes = pids.map(({ name: pid }) => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      if (!status.startsWith(`Name:\t${name}`)) return 0;
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.max(0, ...sizes);
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, 'localhost', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
