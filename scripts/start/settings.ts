// The shell's variables → what the start needs, and the private env file that hands the Worker's settings over.
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '../../corpus/types.ts';

/** Plain `wrangler dev` hands no shell variable to the Worker, so these go through a file (CONTRACT.md, Environment). */
const WORKER_SETTINGS = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_BASE_URL',
  'ANTHROPIC_MODEL',
  'ANTHROPIC_FAST_MODEL',
  'ALLOWED_ORIGINS',
  'RATE_LIMIT',
  'DAILY_TOKEN_BUDGET',
  'SEARCH_ENGINE',
  'CHAT_MODE',
] as const;

const CHOICES: Record<string, string[]> = {
  RATE_LIMIT: ['on', 'off'],
  SEARCH_ENGINE: ['minisearch', 'd1'],
  CHAT_MODE: ['on', 'extractive', 'off'],
};

export interface Settings {
  port: number;
  storeDir: string;
  /** Null: the documents that ship with the project. */
  corpusDir: string | null;
  worker: Record<string, string>;
}

/** The error is a sentence for the person at the terminal. */
export function readSettings(env: NodeJS.ProcessEnv): Result<Settings, string> {
  const port = Number(env.PORT || 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    return { ok: false, error: `PORT=${env.PORT} ist kein Port. Erlaubt sind 1 bis 65535.` };
  }
  for (const [name, allowed] of Object.entries(CHOICES)) {
    const value = env[name];
    if (value && !allowed.includes(value)) {
      return { ok: false, error: `${name}=${value} gibt es nicht. Möglich sind: ${allowed.join(', ')}.` };
    }
  }
  const budget = env.DAILY_TOKEN_BUDGET;
  if (budget && !/^\d+$/.test(budget)) {
    return { ok: false, error: `DAILY_TOKEN_BUDGET=${budget} ist keine ganze Zahl von Token.` };
  }
  const worker = Object.fromEntries(WORKER_SETTINGS.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const broken = Object.entries(worker).find(([, value]) => /[\r\n]/.test(value));
  if (broken) return { ok: false, error: `${broken[0]} enthält einen Zeilenumbruch.` };
  return {
    ok: true,
    value: { port, storeDir: env.STORE_DIR || '.store', corpusDir: env.CORPUS_DIR || null, worker },
  };
}

/** Readable by the owner only: it may hold the key. Returns its path. */
export async function writeEnvFile(storeDir: string, worker: Record<string, string>): Promise<string> {
  const path = join(storeDir, 'worker.env');
  await mkdir(storeDir, { recursive: true });
  const lines = Object.entries(worker).map(([name, value]) => `${name}=${quoted(value)}\n`);
  await writeFile(path, lines.join(''), { mode: 0o600 });
  await chmod(path, 0o600);
  return path;
}

/** dotenv takes what stands in single quotes or backticks literally. */
const quoted = (value: string): string => (value.includes("'") ? `\`${value}\`` : `'${value}'`);
