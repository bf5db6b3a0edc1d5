// Lets a model write, for each answered question, how citizens would ask it; the index finds by it, nobody sees it.
// Run with: npm run enrich [-- --estimate | --yes | --help …], npm run enrich -- --import FILE.jsonl
import { createInterface } from 'node:readline/promises';
import Anthropic from '@anthropic-ai/sdk';
import { type ModelConfig, modelFrom } from '../api/answer/model/model.ts';
import { argumentsOf, misunderstood } from './arguments.ts';
import { adopt, collectBatches, sendBatches } from './enrich/batches.ts';
import { type EnrichReport, type Reporter, reporterFor } from './enrich/events.ts';
import { sentenceOf } from './enrich/failures.ts';
import { importFile } from './enrich/import.ts';
import { keeperOf } from './enrich/keep.ts';
import { askNow } from './enrich/now.ts';
import { patientFetch } from './enrich/patience.ts';
import { firstOf, pendingWorks } from './enrich/pending.ts';
import { type Plan, planOf } from './enrich/plan.ts';
import { told } from './language.ts';
import { type EnrichmentTables, openEnrichment, readTables, surveyOf } from './store/enrichment.ts';
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
  /** Waits also when the service asks for more than a minute. */
  patient: boolean;
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
  const client = clientOf(model, options);
  const { living, orphans } = await surveyOf(store.documents(), tables);
  if (orphans.length > 0) reporter({ type: 'orphans', orphans });
  const keeper = keeperOf(tables.pairs, living, (dropped) => reporter({ type: 'dropped', ...dropped }));
  const collect = (pollMs: number | null) =>
    collectBatches({
      ...{ client, batches: tables.batches, store, living, keeper, signal, pollMs },
      onProgress: (done, total) => reporter({ type: 'progress', stage: 'wait', done, total }),
    });
  await adopt(client, tables.batches);
  if (tables.batches.rows.size > 0) await collect(null);

  const waiting = () => pendingWorks(store.documents(), tables, options.retry);
  const plan = await planOf(waiting(), {
    ...{ client, model: model.fastModel, inBatches: !now, limitTokens: options.limitTokens, signal },
  });
  reporter({ type: 'estimate', ...plan });
  if (plan.pairs > 0) {
    if (!(await options.confirm())) return null;
    await send(plan);
  }
  if (tables.batches.rows.size > 0 && options.wait) await collect(options.pollMs);
  const underWay = [...tables.batches.rows.values()].reduce((sum, row) => sum + row.pairs.length, 0);
  const report = { ...keeper.counts, sent: plan.pairs, left: plan.left, underWay };
  reporter({ type: 'report', report });
  return report;

  async function send({ pairs: total }: Plan): Promise<void> {
    let done = 0;
    const onDone = (stage: 'ask' | 'send') => (pairs: number) => {
      done += pairs;
      reporter({ type: 'progress', stage, done, total });
    };
    const works = firstOf(total, waiting());
    if (now) await askNow(works, client, model.fastModel, keeper, signal, onDone('ask'));
    else await sendBatches(works, client, model.fastModel, tables.batches, signal, onDone('send'));
  }
}

function clientOf(
  { apiKey, baseUrl }: ModelConfig,
  { patient, reporter }: Pick<EnrichOptions, 'patient' | 'reporter'>,
) {
  const base = baseUrl === null ? {} : { baseURL: baseUrl };
  const fetch = patientFetch({
    waits: patient,
    onLongWait: (seconds) => reporter({ type: 'long-wait', seconds, patient }),
  });
  return new Anthropic({ apiKey, ...base, fetch, maxRetries: 4, openTelemetry: false, logLevel: 'off' });
}

const USAGE = `npm run enrich -- [OPTIONEN]
  --estimate          sagt nur, was es kostet, auch ohne Schlüssel (says what it costs, also without a key)
  --yes               schickt ab, ohne zu fragen (sends without asking)
  --limit-tokens N    hört vor N geschätzten Token auf (stops before N estimated tokens)
  --now               einzeln statt als Batch, doppelter Preis (one by one, twice the price)
  --no-wait           wartet nicht auf die Batches; der nächste Lauf holt sie (the next run collects the batches)
  --retry             fragt noch einmal, was verworfen wurde oder ohne Ergebnis blieb (asks again what failed)
  --import DATEI      übernimmt eine JSONL-Datei, ohne Modell (takes a file made elsewhere, no model)
  --patient           wartet auch länger als eine Minute, wenn der Dienst das verlangt (waits as long as the service asks)
  --json              ein JSON-Objekt je Zeile (one JSON object a line)`;

interface Asked extends Pick<EnrichOptions, 'now' | 'retry' | 'wait' | 'limitTokens' | 'patient'> {
  yes: boolean;
  estimate: boolean;
  import: string | null;
  json: boolean;
}

function askedByArguments(): Asked {
  const config = {
    options: {
      yes: { type: 'boolean', default: false },
      now: { type: 'boolean', default: false },
      'limit-tokens': { type: 'string' },
      retry: { type: 'boolean', default: false },
      'no-wait': { type: 'boolean', default: false },
      estimate: { type: 'boolean', default: false },
      patient: { type: 'boolean', default: false },
      import: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  } as const;
  const { 'limit-tokens': limit, 'no-wait': noWait, import: file, ...others } = argumentsOf(config, USAGE).values;
  if (!/^[1-9]\d*$/u.test(limit ?? '1')) {
    const de = '--limit-tokens verlangt eine ganze Zahl ab 1.';
    return misunderstood({ de, en: '--limit-tokens wants a whole number from 1.' }, USAGE);
  }
  return { ...others, wait: !noWait, limitTokens: limit === undefined ? null : Number(limit), import: file ?? null };
}

/** 0 done or not wanted · 1 not done · 130 interrupted. */
async function run(asked: Asked): Promise<number> {
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Error(name)));
  try {
    return await runUntil(stop.signal, asked);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error(
      told('Unterbrochen; der nächste Lauf macht hier weiter. (Interrupted; the next run goes on from here.)'),
    );
    return 130;
  }
}

async function runUntil(signal: AbortSignal, asked: Asked): Promise<number> {
  const storeDir = process.env.STORE_DIR || '.store';
  const opened = await openStore(storeDir);
  const store = { documents: (ids?: ReadonlySet<string>) => until(signal, opened.documents(ids)) };
  const reporter = reporterFor(process.stdout, { json: asked.json });
  if (await opened.isEmpty()) {
    return fail('Der Dokumentspeicher ist leer. Erst: npm run ingest. (The store is empty: ingest first.)');
  }
  const model = modelFrom(process.env);
  if (asked.estimate) {
    const guess = modelFrom({ ...process.env, ANTHROPIC_API_KEY: 'none' })!;
    const estimate = (client: Anthropic | null) =>
      planOf(pendingWorks(store.documents(), readTables(storeDir), asked.retry), {
        ...{ client, model: guess.fastModel, inBatches: !asked.now, limitTokens: asked.limitTokens, signal },
      });
    const client = model && clientOf(model, { patient: false, reporter }).withOptions({ maxRetries: 0 });
    // Without a network the tokens are estimated by the prompts' length.
    const plan = await estimate(client).catch((error: Error) => {
      if (client === null || !(error instanceof Anthropic.APIConnectionError)) throw error;
      return estimate(null);
    });
    reporter({ type: 'estimate', ...plan });
    return 0;
  }
  if (!model && asked.import === null) {
    return fail('Es fehlt der Schlüssel: bitte ANTHROPIC_API_KEY setzen. (ANTHROPIC_API_KEY is missing.)');
  }
  const lock = await takeLock(storeDir, 'enrich.lock');
  if (!lock.ok) {
    const { pid, host } = lock.error;
    return fail(`Ein anderer Lauf arbeitet gerade daran (Prozess ${pid} auf ${host}). (Another run is at work.)`);
  }
  const tables = openEnrichment(storeDir);
  try {
    if (asked.import !== null) return await importInto(tables, asked.import, store, reporter);
    const options = { ...asked, pollMs: POLL_MS, reporter, signal };
    const report = await enrich(store, tables, model!, { ...options, confirm: async () => asked.yes || ask(signal) });
    if (report === null) console.error(told('Nichts abgeschickt. (Nothing sent.)'));
    return report === null && !process.stdin.isTTY ? 1 : 0;
  } finally {
    await tables.close();
    lock.value.release();
  }
}

/** Reading a large store takes minutes, and who interrupts does not want to wait for its end. */
async function* until<T>(signal: AbortSignal, items: AsyncIterable<T>): AsyncGenerator<T> {
  for await (const item of items) {
    signal.throwIfAborted();
    yield item;
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
  const { orphans } = await surveyOf(store.documents(), tables);
  if (orphans.length > 0) reporter({ type: 'orphans', orphans });
  reporter({ type: 'imported', ...counts, dropped: dropped.length });
  if (counts.toPairs + counts.toDocuments > 0) return 0;
  return fail(`${path}: Keine Zeile war zu gebrauchen. (No line was of use.)`);
}

/** Without a terminal nobody can say yes; who closes it (Ctrl-D, Ctrl-C) says no. */
async function ask(signal: AbortSignal): Promise<boolean> {
  if (!process.stdin.isTTY) {
    console.error(told('Ohne Terminal bitte mit --yes bestätigen. (Without a terminal, confirm with --yes.)'));
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const closed = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
  const said = await Promise.race([terminal.question('Abschicken? (send?) [j/N] ', { signal }), closed]).finally(() =>
    terminal.close(),
  );
  return /^[jy]/iu.test(said.trim());
}

function fail(sentence: string): number {
  console.error(told(sentence));
  return 1;
}

if (import.meta.main) {
  // Who reads the list no further (`| head`) does not want the rest; what is kept so far stays.
  process.stdout.on('error', () => process.exit(1));
  const asked = askedByArguments();
  process.exitCode = await run(asked).catch((error: Error) => fail(sentenceOf(error)));
}
