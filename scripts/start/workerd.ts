// Runs the Worker with wrangler on this machine, to develop it: local D1 and R2 below the store, settings by a private
// env file that is deleted once it is read.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../api/node/folder.ts';
import { publishIndex } from '../publish/publish-index.ts';
import { deleteTraces, QUIET_WRANGLER } from './quiet-wrangler.ts';
import type { Settings } from './settings.ts';
import { openWorkerdPlatform } from './workerd-platform.ts';

const ROOT = join(import.meta.dirname, '../..');
/** A busy machine with two cores was seen to take more than one minute. */
const READY_TIMEOUT_MS = 180_000;

export interface Service {
  /** Resolves when the Worker has ended, with its exit code. */
  exited: Promise<number>;
  stop(): Promise<void>;
}

/**
 * Resolves when the Worker answers; rejects with wrangler's own words when it ends before.
 * @param more arguments for `wrangler dev`
 */
export async function serveInWorkerd(
  settings: Pick<Settings, 'port' | 'storeDir' | 'app'>,
  onLog: (line: string) => void,
  more: string[] = [],
): Promise<Service> {
  await deleteTraces(settings.storeDir);
  const envFile = await writeEnvFile(settings.storeDir, settings.app);
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
    // It may hold the key, and wrangler has read it.
    await rm(envFile, { force: true });
  } catch (error) {
    await stop();
    throw error;
  }
  return { exited, stop };
}

/** Brings workerd's local D1 and R2 to the store's live index, by the code that publishes. */
export async function fillWorkerd(storeDir: string): Promise<void> {
  const platform = await openWorkerdPlatform(storeDir);
  try {
    const published = await publishIndex(platform.env, { storeDir });
    if (!published.ok) throw new Error(published.error);
  } finally {
    await platform.dispose();
  }
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
  throw new Error(
    'Der Dienst antwortet nach drei Minuten noch nicht. (The service does not answer after three minutes.)',
  );
}

/** Offline, wrangler reports that it could not look up what only matters when deployed. */
const worthSaying = (output: string): string[] =>
  output
    .split('\n')
    .filter((line) => line.trim() !== '' && !/Request\.cf|update check|ENOTFOUND|EAI_AGAIN/i.test(line));

/** Plain `wrangler dev` hands no shell variable to the Worker. Readable by the owner only. */
async function writeEnvFile(storeDir: string, app: Record<string, string>): Promise<string> {
  const path = join(storeDir, 'worker.env');
  makeFolder(storeDir);
  await rm(path, { force: true });
  const lines = Object.entries(app).map(([name, value]) => `${name}=${quoted(value)}\n`);
  await writeFile(path, lines.join(''), { mode: 0o600 });
  await chmod(path, 0o600);
  return path;
}

/** dotenv takes what stands in single quotes or backticks literally. */
const quoted = (value: string): string => (value.includes("'") ? `\`${value}\`` : `'${value}'`);
