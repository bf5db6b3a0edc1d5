// The real service on a free port with a store of its own: built pages, the shipped documents, on Node or in workerd.
// For browser tests and screenshots.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningService {
  /** Without a slash at the end. */
  url: string;
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../..');
const READY_TIMEOUT_MS = 300_000;

/**
 * Starts `npm start`'s program, or that of `npm run dev:worker`; rejects with what it printed when it ends before it
 * answers.
 * @param env settings of the app, e.g. ALLOWED_ORIGINS
 */
export async function startService(
  env: Record<string, string> = {},
  script: 'start' | 'dev-worker' = 'start',
): Promise<RunningService> {
  const port = await freePort();
  const storeDir = await mkdtemp(join(tmpdir(), 'ratsauskunft-'));
  const child = spawn(process.execPath, [join(ROOT, `scripts/${script}.ts`)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, RATE_LIMIT: 'off', ...env, PORT: String(port), STORE_DIR: storeDir },
  });
  const url = `http://localhost:${port}`;
  const stop = async () => {
    await end(child);
    await rm(storeDir, { recursive: true, force: true });
  };
  try {
    await ready(url, child);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function ready(url: string, child: ChildProcess): Promise<void> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (printed += data.toString()));
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || /Build failed/.test(printed))
      throw new Error(`The service ended at its start:\n${printed}`);
    const response = await fetch(`${url}/api/health`).catch(() => null);
    if (response?.ok && ((await response.json()) as { status: string }).status === 'ok') return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`The service does not answer:\n${printed}`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** Below the range that systems give to connections by themselves, where one could take it before it is used. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    const probe = createServer();
    const isFree = await new Promise((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
