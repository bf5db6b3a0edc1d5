// Fills the document store from a folder or an OParl server; what is there already is neither fetched nor read again.
// Run with: npm run ingest -- folder DIR
//           npm run ingest -- oparl URL [--delay-ms 1000] [--since 2024-01-31] [--full] [--confirm-deletions]
// Both know --ocr (reads scans, too), --json (a JSON object a line) and --strict (exit 1 when a file was skipped or not fetched).
import { join } from 'node:path';
import type { Result } from '../corpus/types.ts';
import { misunderstood, ownArguments } from './arguments.ts';
import { fail } from './fault.ts';
import { commandOf, HELP, USAGE } from './ingest/arguments.ts';
import type { IngestError, IngestReport, Reporter } from './ingest/events.ts';
import { readFolder } from './ingest/folder.ts';
import { readOparl } from './ingest/oparl.ts';
import { reportText } from './ingest/report-text.ts';
import { reporterFor } from './ingest/reporter.ts';
import { canRecognise } from './ingest/scan/recognise.ts';
import { both, type Sentence, told } from './language.ts';
import { writeAtomic } from './store/atomic.ts';
import type { LockOwner } from './store/lock.ts';
import { openStore, type Store } from './store.ts';

export interface IngestOptions {
  /** STORE_DIR. */
  storeDir: string;
  reporter: Reporter;
  /** Stops between two files; what was read stays. */
  signal?: AbortSignal;
  /** Reads pages without words from their pictures. What was read so before stays without it, too. */
  ocr?: boolean;
}

export interface OparlOptions extends IngestOptions {
  url: string;
  delayMs: number;
  /** YYYY-MM-DD or a date-time: only what has changed since. */
  since?: string;
  /** Reads all lists and asks for all answers again, whatever was seen before. */
  full?: boolean;
  /** Lets more documents go at once than looks like an editor's work. */
  confirmDeletions?: boolean;
}

/** Mirrors a folder into the store. The report goes to the reporter, too. */
export function ingestFolder({
  dir,
  ...options
}: IngestOptions & { dir: string }): Promise<Result<IngestReport, IngestError>> {
  return below(options, (store, signal) =>
    readFolder({ dir, store, reporter: options.reporter, signal, ocr: options.ocr ?? false }),
  );
}

/** Reads what an OParl server has new, changed and deleted into the store. */
export function ingestOparl(options: OparlOptions): Promise<Result<IngestReport, IngestError>> {
  return below(options, (store, signal) => readOparl({ ...options, store, signal }));
}

type Run = (store: Store, signal: AbortSignal) => Promise<Result<IngestReport, IngestError>>;

async function below(
  { storeDir, reporter, signal, ocr }: IngestOptions,
  run: Run,
): Promise<Result<IngestReport, IngestError>> {
  if (ocr && !canRecognise()) return { ok: false, error: { kind: 'no-ocr', text: NO_OCR } };
  const store = await openStore(storeDir);
  const lock = await store.lock();
  if (!lock.ok) return { ok: false, error: { kind: 'locked', text: locked(storeDir, lock.error) } };
  try {
    const result = await run(store, signal ?? new AbortController().signal);
    if (result.ok) {
      await store.sweep();
      const file = join(storeDir, 'report.txt');
      writeAtomic(file, reportText(result.value).trimStart());
      reporter({ type: 'report', report: result.value, file });
    }
    return result;
  } finally {
    lock.value.release();
  }
}

const locked = (dir: string, { pid, host, since }: LockOwner): Sentence => ({
  de: `In ${dir} liest gerade ein anderer Lauf ein (Prozess ${pid} auf ${host}, seit ${since}). Bitte warten, bis er fertig ist.`,
  en: `Another ingest is filling ${dir} (process ${pid} on ${host}, since ${since}). Please wait until it is done.`,
});

const NO_OCR: Sentence = {
  de: 'Für --ocr fehlen Pakete: @napi-rs/canvas, tesseract-wasm und @tesseract.js-data/deu. Bitte „npm ci“ ohne --omit=optional ausführen.',
  en: 'Packages for --ocr are missing: @napi-rs/canvas, tesseract-wasm and @tesseract.js-data/deu. Please run "npm ci" without --omit=optional.',
};

const STORE_DIR = process.env.STORE_DIR || '.store';

/** 0 done · 1 not done, or with --strict something left out · 2 not understood · 130 interrupted. */
async function main(args: string[]): Promise<number> {
  const asked = commandOf(args);
  if (!asked.ok) {
    if (args.includes('--json')) console.log(JSON.stringify({ type: 'error', kind: 'usage', text: asked.error }));
    return misunderstood(asked.error, USAGE);
  }
  const { command, json, strict } = asked.value;
  if (command.kind === 'help') {
    console.log(HELP);
    return 0;
  }
  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Error(name)));
  const options: IngestOptions = {
    storeDir: STORE_DIR,
    reporter: reporterFor(process.stdout, { json }),
    signal: stop.signal,
  };
  const result =
    command.kind === 'folder'
      ? await ingestFolder({ ...options, ...command })
      : await ingestOparl({ ...options, ...command });
  if (!result.ok) {
    if (json) console.log(JSON.stringify({ type: 'error', ...result.error }));
    console.error(told(both(result.error.text)));
    return result.error.kind === 'interrupted' ? 130 : 1;
  }
  const { complete, skipped, failed } = result.value;
  return !complete || (strict && skipped.length + failed.length > 0) ? 1 : 0;
}

if (import.meta.main) {
  await main(ownArguments()).then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => fail(error, STORE_DIR),
  );
}
