// Lets a model write, for each answered question, how citizens would ask it; the index finds by it, nobody sees it.
// Run with: npm run enrich [-- --yes] [--now] [--limit-tokens N] [--retry] [--no-wait] [--estimate] [--json]
//           npm run enrich -- --import FILE.jsonl
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { type ModelConfig, modelFrom } from '../api/answer/model.ts';
import { adopt, collectBatches, sendBatches } from './enrich/batches.ts';
import {
  charactersOf,
  dollarsFor,
  estimateOf,
  GUESSED,
  measuredRate,
  type Rate,
  SAMPLE,
  tokensOf,
} from './enrich/cost.ts';
import { type EnrichReport, type Reporter, reporterFor } from './enrich/events.ts';
import { importFile } from './enrich/import.ts';
import { keeperOf } from './enrich/keep.ts';
import { askNow } from './enrich/now.ts';
import { keysIn, pendingWorks, type Work } from './enrich/pending.ts';
import { PROMPT_VERSION } from './enrich/prompt.ts';
import { type EnrichmentTables, openEnrichment } from './store/enrichment.ts';
import { takeLock } from './store/lock.ts';
import { openStore, type Store } from './store.ts';

export interface EnrichOptions {
  /** One by one instead of in batches. */
  now: boolean;
  /** Asks again for what was dropped or failed. */
  retry: boolean;
  /** Waits until the service has worked through the batches. */
  wait: boolean;
  /** Estimated tokens, there and back, after which nothing more is sent; null: no limit. */
  limitTokens: number | null;
  pollMs: number;
  /** Whether to send what is estimated. */
  confirm(): Promise<boolean>;
  reporter: Reporter;
  signal: AbortSignal;
}

const POLL_MS = 30_000;

/** Null when it was not confirmed. Throws what the service or the file system says; what was got by then stays. */
export async function enrich(
  store: Pick<Store, 'documents'>,
  tables: EnrichmentTables,
  model: ModelConfig,
  options: EnrichOptions,
): Promise<EnrichReport | null> {
  const { reporter, signal, now } = options;
  const client = clientOf(model);
  const living = await keysIn(store.documents());
  const keeper = keeperOf(tables.pairs, living, PROMPT_VERSION, (dropped) => reporter({ type: 'dropped', ...dropped }));
  const collect = (pollMs: number | null) =>
    collectBatches({
      ...{ client, batches: tables.batches, keeper, signal, pollMs, documents: () => store.documents() },
      onProgress: (done, total) => reporter({ type: 'progress', stage: 'wait', done, total }),
    });
  await adopt(client, tables.batches);
  if (tables.batches.rows.size > 0) await collect(null);

  const pending = () => pendingWorks(store.documents(), tables, options.retry);
  const { pairs, rate } = await announce(pending(), client, model.fastModel, options);
  const limited = limitedBy(options.limitTokens, pending(), model.fastModel, rate);
  if (pairs > 0) {
    if (!(await options.confirm())) return null;
    if (now) {
      let done = 0;
      await askNow(limited.works, client, model.fastModel, keeper, signal, () =>
        reporter({ type: 'progress', stage: 'ask', done: ++done, total: pairs }),
      );
    } else {
      let done = 0;
      await sendBatches(limited.works, client, model.fastModel, tables.batches, signal, (sent) => {
        done += sent;
        reporter({ type: 'progress', stage: 'send', done, total: pairs });
      });
    }
  }
  if (tables.batches.rows.size > 0 && options.wait) await collect(options.pollMs);
  const { inputTokens, outputTokens } = keeper.counts;
  const report = {
    ...keeper.counts,
    sent: limited.sent(),
    left: pairs - limited.sent(),
    underWay: [...tables.batches.rows.values()].reduce((sum, row) => sum + row.pairs.length, 0),
    dollars: dollarsFor(model.fastModel, inputTokens, outputTokens, !now),
  };
  reporter({ type: 'report', report });
  return report;
}

/** Says what it will cost. `client` null: nothing is asked, not even for a count. */
async function announce(
  pending: AsyncIterable<Work>,
  client: Anthropic | null,
  model: string,
  { now, reporter }: Pick<EnrichOptions, 'now' | 'reporter'>,
): Promise<{ pairs: number; rate: Rate }> {
  let pairs = 0;
  let characters = 0;
  let sample: Work[] = [];
  for await (const work of pending) {
    pairs++;
    characters += charactersOf(work, model);
    // Keys are hashes, so the smallest are a random sample.
    sample.push(work);
    if (sample.length > 2 * SAMPLE) sample = smallest(sample);
  }
  const rate = client && pairs > 0 ? await measuredRate(client, smallest(sample), model) : GUESSED;
  const estimate = estimateOf({ pairs, characters }, rate, model, !now);
  reporter({ type: 'estimate', model, inBatches: !now, ...estimate });
  return { pairs, rate };
}

const smallest = (works: Work[]): Work[] => works.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, SAMPLE);

function limitedBy(limitTokens: number | null, works: AsyncIterable<Work>, model: string, rate: Rate) {
  let sent = 0;
  async function* limited() {
    let tokens = 0;
    for await (const work of works) {
      tokens += tokensOf(work, model, rate);
      if (limitTokens !== null && tokens > limitTokens) return;
      sent++;
      yield work;
    }
  }
  return { works: limited(), sent: () => sent };
}

function clientOf({ apiKey, baseUrl }: ModelConfig): Anthropic {
  const base = baseUrl === null ? {} : { baseURL: baseUrl };
  return new Anthropic({ apiKey, ...base, maxRetries: 4, openTelemetry: false, logLevel: 'off' });
}

const USAGE =
  'Aufruf: npm run enrich -- [--yes] [--now] [--limit-tokens ZAHL] [--retry] [--no-wait] [--estimate] [--json] | --import DATEI.jsonl';

const parse = (args: string[]) =>
  parseArgs({
    args,
    options: {
      yes: { type: 'boolean', default: false },
      now: { type: 'boolean', default: false },
      'limit-tokens': { type: 'string' },
      retry: { type: 'boolean', default: false },
      'no-wait': { type: 'boolean', default: false },
      estimate: { type: 'boolean', default: false },
      import: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  }).values;

type Asked = ReturnType<typeof parse>;

/** 0 done or not wanted · 1 not done · 130 interrupted. */
async function run(asked: Asked): Promise<number> {
  const storeDir = process.env.STORE_DIR || '.store';
  const store = await openStore(storeDir);
  const reporter = reporterFor(process.stdout, { json: asked.json });
  if (await store.isEmpty()) {
    return fail('Der Dokumentspeicher ist leer. Erst: npm run ingest. (The store is empty: ingest first.)');
  }
  const model = modelFrom(asked.estimate ? { ...process.env, ANTHROPIC_API_KEY: 'none' } : process.env);
  if (!model && asked.import === undefined) {
    return fail('Es fehlt der Schlüssel: bitte ANTHROPIC_API_KEY setzen. (ANTHROPIC_API_KEY is missing.)');
  }
  const lock = await takeLock(storeDir, 'enrich.lock');
  if (!lock.ok) {
    const { pid, host } = lock.error;
    return fail(`Ein anderer Lauf arbeitet gerade daran (Prozess ${pid} auf ${host}). (Another run is at work.)`);
  }
  const tables = openEnrichment(storeDir);
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Error(name)));
  try {
    if (asked.import !== undefined) return await importInto(tables, asked.import, store, reporter);
    if (asked.estimate) {
      const pending = pendingWorks(store.documents(), tables, asked.retry);
      await announce(pending, null, model!.fastModel, { now: asked.now, reporter });
      return 0;
    }
    const limitTokens = asked['limit-tokens'] === undefined ? null : Number(asked['limit-tokens']);
    const report = await enrich(store, tables, model!, {
      ...{ now: asked.now, retry: asked.retry, wait: !asked['no-wait'], limitTokens, pollMs: POLL_MS },
      ...{ reporter, signal: stop.signal, confirm: async () => asked.yes || ask() },
    });
    if (report === null) console.error('Nichts abgeschickt. (Nothing sent.)');
    return report === null && !process.stdin.isTTY ? 1 : 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('Unterbrochen; der nächste Lauf macht hier weiter. (Interrupted; the next run goes on from here.)');
    return 130;
  } finally {
    await tables.close();
    lock.value.release();
  }
}

async function importInto(
  tables: EnrichmentTables,
  path: string,
  store: Pick<Store, 'documents'>,
  reporter: Reporter,
): Promise<number> {
  const { dropped, ...counts } = await importFile(path, store.documents(), tables);
  for (const entry of dropped) reporter({ type: 'dropped', ...entry });
  reporter({ type: 'imported', ...counts, dropped: dropped.length });
  if (counts.toPairs + counts.toDocuments > 0) return 0;
  return fail(`${path}: Keine Zeile war zu gebrauchen. (No line was of use.)`);
}

/** Without a terminal nobody can say yes. */
async function ask(): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error('Ohne Terminal bitte mit --yes bestätigen. (Without a terminal, confirm with --yes.)');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const said = await terminal.question('Abschicken? (send?) [j/N] ');
  terminal.close();
  return /^[jy]/iu.test(said.trim());
}

function fail(sentence: string): number {
  console.error(sentence);
  return 1;
}

/** One sentence for the person at the terminal. */
function sentenceOf(error: Error): string {
  if (error instanceof Anthropic.AuthenticationError) return 'Der Dienst nimmt den Schlüssel nicht an. (Key refused.)';
  if (error instanceof Anthropic.APIError) {
    return `Der Dienst antwortet nicht wie erwartet (${error.status ?? 'keine Verbindung'} ${error.type ?? ''}); was da ist, bleibt, der nächste Lauf macht weiter. (The service failed; the next run goes on.)`;
  }
  return error.message;
}

if (import.meta.main) {
  let asked: Asked | null = null;
  try {
    asked = parse(process.argv.slice(2));
    if (!/^[1-9]\d*$/u.test(asked['limit-tokens'] ?? '1')) throw new Error('--limit-tokens verlangt eine Zahl ab 1.');
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exitCode = 2;
    asked = null;
  }
  if (asked) {
    process.exitCode = await run(asked).catch((error: Error) => fail(sentenceOf(error)));
  }
}
