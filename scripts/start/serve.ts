// Runs the Worker with wrangler on this machine: local D1 and R2 below the store, settings by a private env file.
import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { deleteTraces, QUIET_WRANGLER } from './quiet-wrangler.ts';
import { type Settings, writeEnvFile } from './settings.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A busy machine with two cores was seen to take more than one minute. */
const READY_TIMEOUT_MS = 180_000;

export interface Service {
  /** Resolves when the Worker has ended, with its exit code. */
  exited: Promise<number>;
  stop(): Promise<void>;
}

export const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: 'localhost' }, () => probe.close(() => resolve(true)));
  });

/**
 * Resolves when the Worker answers; rejects with wrangler's own words when it ends before.
 * @param more arguments for `wrangler dev`
 */
export async function serve(settings: Settings, onLog: (line: string) => void, more: string[] = []): Promise<Service> {
  await deleteTraces(settings.storeDir);
  const envFile = await writeEnvFile(settings.storeDir, settings.worker);
  const persist = ['--persist-to', join(settings.storeDir, 'cloudflare')];
  await finished(wrangler(['d1', 'migrations', 'apply', 'APP_DB', '--local', ...persist]));
  const worker = wrangler([
    'dev',
    ...['--port', String(settings.port), '--ip', 'localhost'],
    ...persist,
    ...['--env-file', envFile],
    ...['--log-level', 'error', '--show-interactive-dev-session=false'],
    ...more,
  ]);
  worker.stderr?.on('data', (data: Buffer) => {
    for (const line of worthSaying(data.toString())) onLog(line);
  });
  const exited = new Promise<number>((resolve) => worker.once('exit', (code) => resolve(code ?? 1)));
  const stop = async () => {
    worker.kill('SIGTERM');
    await exited;
    await rm(envFile, { force: true });
  };
  void exited.then(() => rm(envFile, { force: true }));
  const ended = exited.then((code) => Promise.reject(new Error(`Der Dienst ist beim Start geendet (Code ${code}).`)));
  try {
    await Promise.race([answering(settings.port), ended]);
  } catch (error) {
    await stop();
    throw error;
  }
  return { exited, stop };
}

function wrangler(args: string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'node_modules/wrangler/bin/wrangler.js'), ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...QUIET_WRANGLER, CI: 'true', NO_COLOR: '1' },
  });
}

async function finished(child: ChildProcess): Promise<void> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data: Buffer) => (said += data));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(said.trim());
}

async function answering(port: number): Promise<void> {
  const deadline = Date.now() + READY_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const response = await fetch(`http://localhost:${port}/api/health`).catch(() => null);
    if (response) return void (await response.body?.cancel());
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('Der Dienst antwortet nach drei Minuten noch nicht.');
}

/** Offline, wrangler reports that it could not look up what only matters when deployed. */
const worthSaying = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/Request\.cf|update check|ENOTFOUND|EAI_AGAIN/i.test(line));
