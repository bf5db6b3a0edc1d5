// Reads the corpus, builds what changed, serves it on this machine. Its last line says where to click.
// Run with: npm start [-- --json]   (a JSON object a line; CORPUS_DIR, STORE_DIR, PORT and the Worker's settings come from the shell)
import { join, resolve } from 'node:path';
import { buildWebIfStale } from '../web/build/stale.ts';
import { optionsOf } from './arguments.ts';
import { buildIndex } from './build-index.ts';
import { reporterFor } from './ingest/reporter.ts';
import { ingestFolder } from './ingest.ts';
import { isFree, serve } from './start/serve.ts';
import { readSettings } from './start/settings.ts';
import { storageFault } from './store/fault.ts';
import { openStore } from './store.ts';

const SHIPPED = join(import.meta.dirname, '../corpus/documents');

const { json } = optionsOf({ json: { type: 'boolean', default: false } }, 'npm start [-- --json]');

/** The line is for people, the event for programs. */
const say = (line: string, event?: Record<string, unknown>) => {
  if (!json) process.stdout.write(`${line}\n`);
  else if (event) process.stdout.write(`${JSON.stringify(event)}\n`);
};

/** Ends the process with one clear sentence. */
function fail(sentence: string): never {
  if (json) process.stdout.write(`${JSON.stringify({ type: 'error', text: sentence })}\n`);
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

async function main(): Promise<void> {
  const read = readSettings(process.env);
  if (!read.ok) fail(read.error);
  const settings = read.value;
  const { port, storeDir, corpusDir } = settings;
  if (!(await isFree(port))) {
    fail(`Port ${port} ist schon belegt. Mit einem anderen geht es: PORT=${port + 1} npm start`);
  }

  const folder = corpusDir ?? ((await mirrorsShipped(storeDir)) ? SHIPPED : null);
  if (folder) {
    const ingested = await ingestFolder({
      dir: folder,
      storeDir,
      reporter: reporterFor(process.stdout, { json }),
    });
    if (!ingested.ok) fail(ingested.error.text.de);
  }
  say('Suchindex …');
  const engine = (settings.worker.SEARCH_ENGINE ?? null) as 'minisearch' | 'd1' | null;
  const built = await buildIndex({ storeDir, engine });
  if (!built.ok) fail(built.error);
  const index = built.value;
  const size = `${index.documents} Antworten, ${index.passages} Abschnitte, Suche mit ${index.engine}`;
  say(`  ${index.changed ? 'neu gebaut' : 'aktuell'}: ${size}`, { type: 'index', ...index });
  say('Seiten …');
  say(`  ${buildWebIfStale() ? 'neu gebaut' : 'aktuell'}`);
  say('Dienst …');
  const service = await serve(settings, (line) => process.stderr.write(`${line}\n`));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void service.stop());
  if (index.documents === 0)
    say('Es gibt noch keine Antworten. Legen Sie Dokumente in den Ordner und starten Sie neu.');
  const url = `http://localhost:${port}`;
  say(`\nRatsauskunft läuft: ${url}   (beenden mit Strg+C)`, { type: 'listening', url });
  process.exit(await service.exited);
}

/** The shipped documents fill an empty store and are kept in step with their folder; other sources are left alone. */
async function mirrorsShipped(storeDir: string): Promise<boolean> {
  const store = await openStore(storeDir);
  const sources = await store.sources();
  return (
    sources.length === 0 || sources.some(({ info }) => info.kind === 'folder' && resolve(info.location) === SHIPPED)
  );
}

await main().catch((error: Error) => fail(storageFault(error, process.env.STORE_DIR || '.store') ?? error.message));
