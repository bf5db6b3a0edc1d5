// Brings the index of this store and the program live on Cloudflare, for an environment of wrangler.toml.
// Run with: npm run publish -- --env NAME [--rollback | --dry-run] [--json]   (STORE_DIR, CITY_FILE; CLOUDFLARE_API_TOKEN, or npx wrangler login before)
//   --rollback   goes back to the index that was live before; nothing is built or deployed
//   --dry-run    says what would be written, and bundles the program without sending it
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pointBack } from '../api/index/pointer.ts';
import { cityInBundle } from '../web/build/city-file.ts';
import { buildWebIfStale } from '../web/build/stale.ts';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { spoken, told } from './language.ts';
import { goLive, type Surroundings } from './publish/go-live.ts';
import { openRemote } from './publish/remote.ts';
import { addressOf, environmentsIn } from './publish/wrangler-toml.ts';
import { QUIET_WRANGLER } from './start/quiet-wrangler.ts';

const ROOT = join(import.meta.dirname, '..');
const USAGE = 'npm run publish -- --env NAME [--rollback | --dry-run] [--json]';
/** What D1 writes a day without "Workers Paid". */
const FREE_ROWS = 100_000;

const values = optionsOf(
  {
    env: { type: 'string' },
    rollback: { type: 'boolean', default: false },
    'dry-run': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  USAGE,
);
const dryRun = values['dry-run'];
const say = (line: string, event: Record<string, unknown>) => console.log(values.json ? JSON.stringify(event) : line);

async function main(): Promise<void> {
  const toml = await readFile(join(ROOT, 'wrangler.toml'), 'utf8');
  const env = values.env;
  if (!env || !environmentsIn(toml).includes(env)) {
    const known = environmentsIn(toml).join(', ');
    throw new Error(`--env NAME: in wrangler.toml gibt es ${known || 'keine Umgebung'}. (No such environment.)`);
  }
  // Several cities: each with its CITY_FILE and its environment.
  const city = cityInBundle();
  const remote = await openRemote(env);
  try {
    if (values.rollback) return await rollBack(remote.env.INDEX_DB);
    buildWebIfStale();
    const origin = addressOf(toml, env);
    const surroundings: Surroundings = {
      target: remote.env,
      migrate: () => wrangler('d1', 'migrations', 'apply', 'APP_DB', '--env', env, '--remote'),
      deploy: () => wrangler('deploy', '--env', env, '--minify', ...city),
      undeploy: () => wrangler('rollback', '--env', env, '--yes'),
      ask: () => askAt(origin),
    };
    if (dryRun) await wrangler('deploy', '--env', env, '--minify', ...city, '--dry-run', '--outdir', 'dist/worker');
    const published = await goLive(surroundings, {
      storeDir: process.env.STORE_DIR || '.store',
      dryRun,
      onBegin: (step) => say(`${step} …`, { type: 'step', step }),
      onStep: (table, rows, of) => say(`  ${table}: ${rows} / ${of}`, { type: 'progress', table, rows, of }),
    });
    if (!published.ok) throw new Error(published.error);
    const { info, changed, rows } = published.value;
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
    if (dryRun && all > FREE_ROWS) {
      say(told(`${all} Zeilen: dafür braucht es Workers Paid. (${all} rows: more than D1 writes a day for free.)`), {
        type: 'paid',
      });
    }
    const what = dryRun
      ? spoken('Zu schreiben', 'To be written')
      : changed
        ? 'Live'
        : spoken('Schon live', 'Live already');
    say(`${what}: Index ${info.version}, ${info.documents} ${spoken('Antworten', 'answers')}.`, {
      type: 'published',
      changed,
      rows,
      ...info,
    });
  } finally {
    await remote.dispose();
  }
}

async function rollBack(db: Parameters<typeof pointBack>[0]): Promise<void> {
  const info = await pointBack(db);
  if (!info) throw new Error('Es gibt keinen Index, zu dem es zurückginge. (There is none to go back to.)');
  say(
    spoken(
      `Live ist wieder Index ${info.version} vom ${info.builtAt}.`,
      `Live again: index ${info.version} of ${info.builtAt}.`,
    ),
    { type: 'rolled-back', ...info },
  );
}

async function askAt(origin: string | null): Promise<string | null> {
  if (origin === null) return null;
  for (let attempt = 0; ; attempt++) {
    const wrong = await fetch(`${origin}/api/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({
        messages: [{ role: 'user', content: 'Was wurde zuletzt beantwortet?' }],
        mode: 'extractive',
      }),
    }).then(
      async (response) => (response.ok && (await response.text()).includes('"kind"') ? null : String(response.status)),
      (error: Error) => error.message,
    );
    // A route that was just made takes a moment.
    if (wrong === null || attempt === 5) return wrong;
    await new Promise((resolve) => setTimeout(resolve, 5_000));
  }
}

async function wrangler(...args: string[]): Promise<void> {
  const script = join(ROOT, 'node_modules/wrangler/bin/wrangler.js');
  const child = spawn(process.execPath, [script, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...QUIET_WRANGLER, CI: 'true', NO_COLOR: '1' },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (said += data));
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) throw new Error(`wrangler ${args[0]}: ${said.trim().slice(-1_000)}`);
}

await main().catch((error: Error) => {
  const text = faultSentence(error, process.env.STORE_DIR || '.store');
  if (values.json) console.log(JSON.stringify({ type: 'error', text }));
  console.error(text);
  process.exitCode = 1;
});
