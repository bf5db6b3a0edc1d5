// Builds the search index from the whole document store: a new version beside the live one, then the pointer.
// Run with: npm run index [-- --json]   (a JSON object a line)
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleName, MAX_BUNDLE_PASSAGES } from '../api/index/bundle.ts';
import { fillIndex } from '../api/index/fill-index.ts';
import { INDEX_FORMAT } from '../api/index/index-format.ts';
import { dropTables, insertResource } from '../api/index/index-tables.ts';
import { pointTo, readPointer } from '../api/index/pointer.ts';
import { removeDocuments } from '../api/index/remove-documents.ts';
import { openLocal } from '../api/node/local.ts';
import { findExamples } from '../api/pages/examples.ts';
import { openVersion } from '../api/search/live-index.ts';
import type { NameRules } from '../corpus/names.ts';
import type { Result } from '../corpus/types.ts';
import { readCityFile } from '../web/build/city-file.ts';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { dropUnused } from './index/drop-unused.ts';
import { spoken, told } from './language.ts';
import { readEnrichment } from './store/enrichment.ts';
import { takeLock } from './store/lock.ts';
import { openStore } from './store.ts';

const LEXICON = join(import.meta.dirname, '../corpus/lexicon');

export interface BuildResult {
  changed: boolean;
  documents: number;
  passages: number;
  engine: 'minisearch' | 'd1';
}

export interface BuildOptions {
  storeDir: string;
  /** What the person asked for (SEARCH_ENGINE); null: by corpus size. */
  engine: 'minisearch' | 'd1' | null;
  onProgress?: (documents: number) => void;
}

/** The error is a sentence for the person at the terminal; the index that was live stays so. */
export async function buildIndex(options: BuildOptions): Promise<Result<BuildResult, string>> {
  const store = await openStore(options.storeDir);
  const lock = await takeLock(options.storeDir, 'index.lock');
  if (!lock.ok) {
    const { pid, host } = lock.error;
    return {
      ok: false,
      error: `Den Index baut gerade ein anderer Lauf (Prozess ${pid} auf ${host}). Bitte warten. (Another run is building the index. Please wait.)`,
    };
  }
  const local = openLocal(options.storeDir);
  try {
    const lexicon = await readLexicon();
    const enrichment = readEnrichment(options.storeDir);
    const names = readNames();
    const content = [await store.fingerprint(), enrichment.fingerprint, lexicon, JSON.stringify(names)];
    const version = hash([...content, INDEX_FORMAT]);
    const { INDEX_DB: db, BUNDLES: bundles } = local.env;
    const live = await readPointer(db).catch(() => null);
    if (live?.version === version) return withEngine(live, options.engine, false);
    const target = { version, builtAt: new Date().toISOString(), lexicon, names, enrichmentOf: enrichment.of };
    const built = new Set<string>();
    async function* documents() {
      for await (const document of store.documents()) {
        built.add(document.id);
        yield document;
      }
    }
    const { info, bundle } = await fillIndex(db, target, documents, options.onProgress);
    const removeGone = async () => {
      const left = await store.ids();
      await removeDocuments(
        db,
        [...built].filter((id) => !left.has(id)),
      );
    };
    const result = withEngine(info, options.engine, true);
    if (!result.ok) {
      await dropTables(db, version);
      return result;
    }
    if (bundle !== null) await bundles.put(bundleName(version), bundle);
    const examples = await findExamples(await openVersion(local.env, info));
    await insertResource(db, version, 'examples', JSON.stringify(examples));
    // Hidden while this ran: before it is live, and once more, for who hid it in between removed it from the old one.
    await removeGone();
    await pointTo(db, info);
    await removeGone();
    await dropUnused(local.env);
    return result;
  } finally {
    local.close();
    lock.value.release();
  }
}

function withEngine(
  info: Omit<BuildResult, 'changed'>,
  asked: BuildOptions['engine'],
  changed: boolean,
): Result<BuildResult, string> {
  const { documents, passages } = info;
  if (asked === 'minisearch' && passages > MAX_BUNDLE_PASSAGES) {
    return {
      ok: false,
      error: `SEARCH_ENGINE=minisearch geht mit ${passages} Abschnitten nicht: Mehr als ${MAX_BUNDLE_PASSAGES} passen nicht in den Speicher eines Workers. Lassen Sie SEARCH_ENGINE weg oder setzen Sie SEARCH_ENGINE=d1. (Too many passages for MiniSearch: leave SEARCH_ENGINE out or set it to d1.)`,
    };
  }
  return { ok: true, value: { changed, documents, passages, engine: asked ?? info.engine } };
}

/** All files in the order of their names, so that a city's own (`stadt-….txt`) come last. */
export async function readLexicon(): Promise<string> {
  const names = (await readdir(LEXICON)).filter((name) => name.endsWith('.txt')).sort();
  const files = await Promise.all(names.map((name) => readFile(join(LEXICON, name), 'utf8')));
  return files
    .flatMap((file) => file.split('\n'))
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .join('\n');
}

/** Which names the city has joined. Throws the sentence about its file. */
function readNames(): NameRules {
  const city = readCityFile();
  if (!city.ok) throw new Error(city.error);
  return city.value.names ?? {};
}

/** `[a-f0-9]{12}`, fit for the names of tables. */
const hash = (parts: unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** 0 built or up to date · 1 not built. */
async function main(): Promise<number> {
  const { json } = optionsOf(
    { json: { type: 'boolean', default: false } },
    'npm run index [-- --json]   (STORE_DIR, SEARCH_ENGINE: README)',
  );
  const fault = (text: string) => {
    if (json) console.log(JSON.stringify({ type: 'error', text }));
    console.error(told(text));
    return 1;
  };
  const storeDir = process.env.STORE_DIR || '.store';
  const engine = process.env.SEARCH_ENGINE || null;
  if (engine !== null && engine !== 'minisearch' && engine !== 'd1') {
    return fault(
      `SEARCH_ENGINE=${engine} gibt es nicht. Möglich sind: minisearch, d1. (There is no such search engine.)`,
    );
  }
  const onProgress = (documents: number) => {
    if (json) console.log(JSON.stringify({ type: 'progress', documents }));
  };
  const built = await buildIndex({ storeDir, engine, onProgress }).catch((error: Error) => ({
    ok: false as const,
    error: faultSentence(error, storeDir),
  }));
  if (!built.ok) return fault(built.error);
  const { changed, documents, passages } = built.value;
  const { engine: used } = built.value;
  const state = changed ? spoken('Index neu gebaut', 'Index built anew') : spoken('Index aktuell', 'Index up to date');
  const size = spoken(
    `${documents} Antworten, ${passages} Abschnitte, Suche mit ${used}`,
    `${documents} answers, ${passages} passages, search with ${used}`,
  );
  console.log(json ? JSON.stringify({ type: 'index', ...built.value }) : `${state}: ${size}.`);
  return 0;
}

if (import.meta.main) process.exitCode = await main();
