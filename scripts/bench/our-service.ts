// Our own search as a city runs it: an index in a local D1, the Worker in workerd, asked over HTTP.
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillIndex } from '../../api/index/fill-index.ts';
import { pointTo } from '../../api/index/index-tables.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { readLexicon } from '../build-index.ts';
import { openLocalPlatform } from '../start/local-platform.ts';
import { serve } from '../start/serve.ts';
import { isolateHeapMB } from './isolate-heap.ts';
import { type Figures, measure } from './measure.ts';
import { descendant, usageOf } from './processes.ts';

export interface ServiceFigures {
  passages: number;
  buildSeconds: number;
  /** The largest that the building process was. */
  buildMB: number;
  databaseMB: number;
  search: Figures;
  /** `/api/health`: the way to the Worker and back, and the pointer. What is above it is the search. */
  roundTrip: Figures;
  /** Heap of the Worker's isolate after all questions. */
  isolateMB: number | null;
  /** Resident memory of the workerd process, which holds D1, R2 and wrangler's own Workers as well. */
  workerdMB: number;
}

export async function measureService(
  documents: () => AsyncIterable<ReplyDocument>,
  questions: string[],
  depth: number,
): Promise<ServiceFigures> {
  const storeDir = await mkdtemp(join(tmpdir(), 'ratsauskunft-bench-'));
  try {
    const started = performance.now();
    const passages = await build(storeDir, documents);
    const buildSeconds = (performance.now() - started) / 1000;
    const buildMB = usageOf(process.pid).peakMB;
    const port = await freePort();
    const inspectorPort = await freePort();
    const settings = { port, storeDir, corpusDir: null, worker: { RATE_LIMIT: 'off' } };
    const service = await serve(settings, console.error, ['--inspector-port', String(inspectorPort)]);
    try {
      const workerd = descendant('workerd') ?? 0;
      const cpuMs = () => usageOf(workerd).cpuMs;
      const get = async (path: string) => {
        const response = await fetch(`http://localhost:${port}${path}`);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path.split('?')[0]}: ${response.status}`);
      };
      const ask = (q: string) => get(`/api/search?${new URLSearchParams({ q, limit: String(depth) })}`);
      const search = await measure(questions, ask, cpuMs);
      const roundTrip = await measure(questions, () => get('/api/health'), cpuMs);
      const databaseMB = sizeOf(join(storeDir, 'cloudflare')) / 1e6;
      const isolateMB = await isolateHeapMB(inspectorPort);
      const workerdMB = usageOf(workerd).residentMB;
      return { passages, buildSeconds, buildMB, databaseMB, search, roundTrip, isolateMB, workerdMB };
    } finally {
      await service.stop();
    }
  } finally {
    await rm(storeDir, { recursive: true, force: true });
  }
}

async function build(storeDir: string, documents: () => AsyncIterable<ReplyDocument>): Promise<number> {
  const proxy = await openLocalPlatform(storeDir);
  try {
    const target = { version: 'bench', builtAt: new Date().toISOString(), lexicon: await readLexicon() };
    const { info } = await fillIndex(proxy.env.INDEX_DB, target, documents, (count) => {
      if (count % 5_000 === 0) console.log(`${count} Dokumente …`);
    });
    await pointTo(proxy.env.INDEX_DB, { ...info, engine: 'd1' });
    return info.passages;
  } finally {
    await proxy.dispose();
  }
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
