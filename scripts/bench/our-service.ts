// Our own search as a city runs it, asked over HTTP: the service on Node, or the Worker in workerd over a local D1.
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillIndex } from '../../api/index/fill-index.ts';
import type { Learnt } from '../../api/index/learn.ts';
import { pointTo } from '../../api/index/pointer.ts';
import { openLocal } from '../../api/node/local.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { freePort } from '../browser/service.ts';
import { readLexicon } from '../build-index.ts';
import { type DatabaseUses, databaseUses } from './database-use.ts';
import { isolateHeapMB } from './isolate-heap.ts';
import { type Figures, measure } from './measure.ts';
import { descendant, usageOf } from './processes.ts';
import { fingerprintOf, measureUpdate, type UpdateFigures } from './update-use.ts';

export type Home = 'node' | 'worker';

export interface ServiceFigures {
  passages: number;
  buildSeconds: number;
  /** Of processor time, all threads. */
  buildCpuSeconds: number;
  /** The largest that the building process was. */
  buildMB: number;
  databaseMB: number;
  search: Figures;
  use: DatabaseUses;
  /** Null in workerd, and where there are too few papers. */
  update: UpdateFigures | null;
  /** `/api/health`: the way there and back, and the pointer. What is above it is the search. */
  roundTrip: Figures;
  /** Heap of the Worker's isolate after all questions; null on Node. */
  isolateMB: number | null;
  /** Resident memory of the process that answers; workerd holds D1, R2 and wrangler's own Workers as well. */
  processMB: number;
}

const INQUIRIES = 10;
const SERVE = join(import.meta.dirname, '../serve.ts');

export async function measureService(
  documents: () => AsyncIterable<ReplyDocument>,
  questions: string[],
  depth: number,
  home: Home,
): Promise<ServiceFigures> {
  const storeDir = await mkdtemp(join(tmpdir(), 'ratsauskunft-bench-'));
  try {
    const started = performance.now();
    const cpu = process.cpuUsage();
    const { passages, learnt } = await build(storeDir, documents);
    const buildSeconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    const buildCpuSeconds = (user + system) / 1e6;
    const buildMB = usageOf(process.pid).peakMB;
    const databaseMB = sizeOf(storeDir) / 1e6;
    if (home === 'worker') await fillWorkerd(storeDir);
    const use = await useOf(storeDir, questions, await inquiriesOfTen(documents()), depth, home);
    let measured: Omit<ServiceFigures, 'update'>;
    const service = await (home === 'node' ? startNode(storeDir) : startWorkerd(storeDir));
    try {
      const cpuMs = () => usageOf(service.pid).cpuMs;
      const get = async (path: string) => {
        const response = await fetch(service.url + path);
        await response.arrayBuffer();
        if (!response.ok) throw new Error(`${path.split('?')[0]}: ${response.status}`);
      };
      const ask = (q: string) => get(`/api/search?${new URLSearchParams({ q, limit: String(depth) })}`);
      const search = await measure(questions, ask, cpuMs);
      const roundTrip = await measure(questions, () => get('/api/health'), cpuMs);
      const isolateMB = await service.isolateMB();
      const processMB = usageOf(service.pid).residentMB;
      const built = { passages, buildSeconds, buildCpuSeconds, buildMB, databaseMB };
      measured = { ...built, search, use, roundTrip, isolateMB, processMB };
    } finally {
      await service.stop();
    }
    const local = openLocal(storeDir);
    const update = home === 'worker' ? null : await measureUpdate(local.env, learnt, documents).finally(local.close);
    return { ...measured, update };
  } finally {
    await rm(storeDir, { recursive: true, force: true });
  }
}

interface Started {
  url: string;
  pid: number;
  isolateMB(): Promise<number | null>;
  stop(): Promise<void>;
}

/** Ten questions of one paper below its title, as an inquiry asks them. */
async function inquiriesOfTen(documents: AsyncIterable<ReplyDocument>): Promise<string[]> {
  const inquiries: string[] = [];
  for await (const { title, pairs } of documents) {
    const asked = pairs.flatMap(({ questionText }) => questionText?.replace(/\s+/gu, ' ') ?? []).slice(0, 10);
    if (asked.length < 10) continue;
    inquiries.push([title, ...asked.map((question, i) => `${i + 1}. ${question}`)].join('\n\n'));
    if (inquiries.length === INQUIRIES) break;
  }
  return inquiries;
}

async function startNode(storeDir: string): Promise<Started> {
  const port = await freePort();
  const env = { ...process.env, STORE_DIR: storeDir, PORT: String(port), RATE_LIMIT: 'off' };
  const child = spawn(process.execPath, [SERVE], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('exit', (code) => reject(new Error(`Der Dienst ist beim Start geendet (Code ${code}).`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid!,
    isolateMB: async () => null,
    stop: () => ended(child),
  };
}

async function startWorkerd(storeDir: string): Promise<Started> {
  const { serveInWorkerd } = await import('../start/workerd.ts');
  const [port, inspectorPort] = [await freePort(), await freePort()];
  const settings = { port, storeDir, app: { RATE_LIMIT: 'off' } };
  const service = await serveInWorkerd(settings, console.error, ['--inspector-port', String(inspectorPort)]);
  return {
    url: `http://localhost:${port}`,
    pid: descendant('workerd') ?? 0,
    isolateMB: () => isolateHeapMB(inspectorPort),
    stop: () => service.stop(),
  };
}

/** Loads wrangler, which is there only to develop. */
async function fillWorkerd(storeDir: string): Promise<void> {
  const { fillWorkerd } = await import('../start/workerd.ts');
  await fillWorkerd(storeDir);
}

async function useOf(
  storeDir: string,
  questions: string[],
  inquiries: string[],
  depth: number,
  home: Home,
): Promise<DatabaseUses> {
  if (home === 'node') {
    const local = openLocal(storeDir);
    return databaseUses(local.env, questions, inquiries, depth).finally(local.close);
  }
  const { openWorkerdPlatform } = await import('../start/workerd-platform.ts');
  const platform = await openWorkerdPlatform(storeDir);
  return databaseUses(platform.env, questions, inquiries, depth).finally(() => platform.dispose());
}

function ended(child: ChildProcess): Promise<void> {
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  return exited;
}

async function build(
  storeDir: string,
  documents: () => AsyncIterable<ReplyDocument>,
): Promise<{ passages: number; learnt: Learnt }> {
  const local = openLocal(storeDir);
  try {
    const target = { version: 'bench', builtAt: new Date().toISOString(), lexicon: await readLexicon(), fingerprintOf };
    const { info, learnt } = await fillIndex(local.env.INDEX_DB, target, documents, (count) => {
      if (count % 5_000 === 0) console.log(`${count} Dokumente …`);
    });
    await pointTo(local.env.INDEX_DB, { ...info, engine: 'd1' });
    return { passages: info.passages, learnt };
  } finally {
    local.close();
  }
}

function sizeOf(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
