// Builds the search index from the document store: what is new, changed or gone is changed in the live version; where
// there is none of this format, or much has changed, a new version is built beside it, then the pointer is set.
// Run with: npm run index [-- --full] [-- --json]
//   --full   builds the whole anew and learns its words and topics anew
//   --json   a JSON object a line
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleName, MAX_BUNDLE_PASSAGES } from '../api/index/bundle.ts';
import type { Enrichment } from '../api/index/document-rows.ts';
import { fillIndex, type Target } from '../api/index/fill-index.ts';
import { INDEX_FORMAT } from '../api/index/index-format.ts';
import { dropTables, insertResource } from '../api/index/index-tables.ts';
import { onlyIfLive, type PointerInfo, pointing, pointTo, readPointer, versionsInUse } from '../api/index/pointer.ts';
import { removeDocuments, removeFromUnseen } from '../api/index/remove-documents.ts';
import { putResource, type UpdateTarget, updateIndex } from '../api/index/update-index.ts';
import { type LocalEnv, openLocal } from '../api/node/local.ts';
import { findExamples } from '../api/pages/examples.ts';
import { openVersion } from '../api/search/live-index.ts';
import type { NameRules } from '../corpus/names.ts';
import type { Result } from '../corpus/types.ts';
import { readCityFile } from '../web/build/city-file.ts';
import { optionsOf } from './arguments.ts';
import { faultSentence } from './fault.ts';
import { bundleOf } from './index/bundle-of.ts';
import { dropUnused } from './index/drop-unused.ts';
import { keepLearnt, readLearnt } from './index/kept-learnt.ts';
import { spoken, told } from './language.ts';
import { readEnrichment } from './store/enrichment.ts';
import { takeLock } from './store/lock.ts';
import { openStore, type Store } from './store.ts';

const LEXICON = join(import.meta.dirname, '../corpus/lexicon');

export interface BuildResult {
  changed: boolean;
  /** Whether all was built anew; else what has changed was changed. */
  whole: boolean;
  documents: number;
  passages: number;
  engine: 'minisearch' | 'd1';
}

export interface BuildOptions {
  storeDir: string;
  /** What the person asked for (SEARCH_ENGINE); null: by corpus size. */
  engine: 'minisearch' | 'd1' | null;
  /** The whole, though less would do. */
  full?: boolean;
  onProgress?: (documents: number) => void;
}

/** Who hides papers while this runs is through in seconds. */
const MOST_ATTEMPTS = 3;

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
    const content = hash([await store.fingerprint(), enrichment.fingerprint, lexicon, JSON.stringify(names)]);
    const live = await readPointer(local.env.INDEX_DB).catch(() => null);
    if (live?.content === content && !options.full) return withEngine(live, options.engine, {});
    const source: Source = {
      ...{ store, content, lexicon: hash([lexicon]), onProgress: options.onProgress },
      target: {
        ...{ builtAt: new Date().toISOString(), lexicon, names, enrichmentOf: enrichment.of },
        fingerprintOf: (document) => hash([document, written(enrichment.of(document))]),
      },
    };
    const isAsBefore = live?.lexicon === source.lexicon;
    const mayChange = live !== null && isAsBefore && !options.full && withEngine(live, options.engine, {}).ok;
    const info = mayChange ? await changeIndex(local.env, source) : null;
    if (info) return withEngine(info, options.engine, { changed: true });
    const fits = (whole: PointerInfo) => withEngine(whole, options.engine, { changed: true, whole: true });
    return await wholeIndex(local.env, source, fits);
  } finally {
    local.close();
    lock.value.release();
  }
}

interface Source {
  store: Store;
  /** Of all that the index is built from. */
  content: string;
  /** Of the lexicon alone. */
  lexicon: string;
  target: Omit<UpdateTarget, 'learnt'> & Pick<Target, 'lexicon'>;
  onProgress: BuildOptions['onProgress'];
}

/** Only what is new, changed or gone. Null: the whole is to be built. */
async function changeIndex(env: LocalEnv, { store, target, content }: Source): Promise<PointerInfo | null> {
  const { INDEX_DB: db, BUNDLES: bundles } = env;
  for (let attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
    const live = await readPointer(db);
    const learnt = live && (await readLearnt(bundles, live.version));
    if (!learnt) return null;
    const read = documentsOf(store);
    const updated = await updateIndex(db, live, { ...target, content, learnt }, read.documents);
    if (!updated) {
      // Somebody hid a paper meanwhile: then what is to be written is another.
      if ((await readPointer(db))?.edition !== live.edition) continue;
      return null;
    }
    const { info } = updated;
    await putResource(db, info, 'examples', await examplesIn(env, info));
    if (info.passages <= MAX_BUNDLE_PASSAGES) {
      await bundles.put(bundleName(info.version), await bundleOf(db, info));
      await db.batch([onlyIfLive(db, info), pointing(db, { ...info, engine: 'minisearch' })]);
    }
    await removeDocuments(db, await read.gone());
    return (await readPointer(db))!;
  }
  return null;
}

async function wholeIndex(
  env: LocalEnv,
  { store, target, content, lexicon, onProgress }: Source,
  fits: (info: PointerInfo) => Result<BuildResult, string>,
): Promise<Result<BuildResult, string>> {
  const { INDEX_DB: db, BUNDLES: bundles } = env;
  const used = await versionsInUse(db);
  // Built anew from the same it must not take the place of what is live.
  const version = [hash([content, INDEX_FORMAT]), hash([content, INDEX_FORMAT, target.builtAt])].find(
    (name) => !used.has(name),
  )!;
  const read = documentsOf(store);
  const { info, bundle, learnt } = await fillIndex(db, { ...target, version }, read.documents, onProgress);
  const result = fits(info);
  if (!result.ok) {
    await dropTables(db, version);
    return result;
  }
  if (bundle !== null) await bundles.put(bundleName(version), bundle);
  await keepLearnt(bundles, version, learnt);
  await insertResource(db, version, 'examples', await examplesIn(env, info));
  // Hidden while this ran: before it is live, and once more, for who hid it in between removed it from the old one.
  await pointTo(db, await removeFromUnseen(db, { ...info, content, lexicon }, await read.gone()));
  await removeDocuments(db, await read.gone());
  await dropUnused(env);
  return result;
}

const examplesIn = async (env: LocalEnv, info: PointerInfo): Promise<string> =>
  JSON.stringify(await findExamples(await openVersion(env, info)));

function documentsOf(store: Store) {
  const read = new Set<string>();
  let hidden: string | null = null;
  const hiddenNow = async () => JSON.stringify(await store.hidden());
  return {
    async *documents() {
      hidden ??= await hiddenNow();
      for await (const document of store.documents()) {
        read.add(document.id);
        yield document;
      }
    },
    /** Those that were read and were hidden since. */
    async gone(): Promise<string[]> {
      // Reading all records again takes a tenth of the time that ten new papers take.
      if ((await hiddenNow()) === hidden) return [];
      const left = await store.ids();
      return [...read].filter((id) => !left.has(id));
    },
  };
}

/** An enrichment as text, by which one tells it from another. */
const written = ({ pairs, document }: Enrichment) => [[...pairs], document];

function withEngine(
  info: Pick<BuildResult, 'documents' | 'passages' | 'engine'>,
  asked: BuildOptions['engine'],
  { changed = false, whole = false }: Partial<Pick<BuildResult, 'changed' | 'whole'>>,
): Result<BuildResult, string> {
  const { documents, passages } = info;
  if (asked === 'minisearch' && passages > MAX_BUNDLE_PASSAGES) {
    return {
      ok: false,
      error: `SEARCH_ENGINE=minisearch geht mit ${passages} Abschnitten nicht: Mehr als ${MAX_BUNDLE_PASSAGES} passen nicht in den Speicher eines Workers. Lassen Sie SEARCH_ENGINE weg oder setzen Sie SEARCH_ENGINE=d1. (Too many passages for MiniSearch: leave SEARCH_ENGINE out or set it to d1.)`,
    };
  }
  return { ok: true, value: { changed, whole, documents, passages, engine: asked ?? info.engine } };
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
  const { json, full } = optionsOf(
    { full: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    'npm run index [-- --full] [-- --json]   (STORE_DIR, SEARCH_ENGINE: README)',
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
  const built = await buildIndex({ storeDir, engine, full, onProgress }).catch((error: Error) => ({
    ok: false as const,
    error: faultSentence(error, storeDir),
  }));
  if (!built.ok) return fault(built.error);
  const { changed, whole, documents, passages } = built.value;
  const { engine: used } = built.value;
  const state = whole
    ? spoken('Index neu gebaut', 'Index built anew')
    : changed
      ? spoken('Index fortgeschrieben', 'Index brought up to date')
      : spoken('Index aktuell', 'Index up to date');
  const size = spoken(
    `${documents} Antworten, ${passages} Abschnitte, Suche mit ${used}`,
    `${documents} answers, ${passages} passages, search with ${used}`,
  );
  console.log(json ? JSON.stringify({ type: 'index', ...built.value }) : `${state}: ${size}.`);
  return 0;
}

if (import.meta.main) process.exitCode = await main();
