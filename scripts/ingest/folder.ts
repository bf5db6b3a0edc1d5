// A folder → the store, mirrored: a new file is a new document, a file gone is a document gone.
// Files that did not change since the last run are not even opened.
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { inParallel } from '../../api/parallel.ts';
import type { Result, SourceMeta } from '../../corpus/types.ts';
import { sha256 } from '../store/blobs.ts';
import type { FileRecord } from '../store/records.ts';
import type { Source, Store } from '../store.ts';
import { folderDocumentId, sourceKey } from './document-id.ts';
import type { IngestError, IngestReport, Reporter } from './events.ts';
import { idsInUse } from './ids-in-use.ts';
import { parseMetaFile } from './meta-file.ts';
import { createReadingPool } from './read/pool.ts';
import { reportOf, snapshot } from './report.ts';
import { readScans } from './scan/read-scans.ts';
import { settle } from './settle.ts';

export interface FolderRun {
  dir: string;
  store: Store;
  reporter: Reporter;
  signal: AbortSignal;
  /** Whether pages without words are read from their pictures. */
  ocr: boolean;
}

/** Larger files are listed and skipped: no answer of an administration comes near. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Needs the store's lock. */
export async function readFolder({
  dir,
  store,
  reporter,
  signal,
  ocr,
}: FolderRun): Promise<Result<IngestReport, IngestError>> {
  const started = Date.now();
  const root = await folderAt(dir);
  if (!root) return { ok: false, error: await noFolder(dir) };
  const source = await store.openSource(sourceKey('folder', basename(root), identityOf(root)));
  const pool = createReadingPool(store);
  try {
    const before = snapshot(source.files.rows.values());
    const { documents, metas } = await listFiles(root);
    if (documents.length === 0) reporter({ type: 'note', level: 'warning', text: noDocuments(root) });
    warnOfLonelyMetas(documents, metas, reporter);
    reporter({ type: 'stage', stage: 'files', total: documents.length });

    const looks = await inParallel(documents, 32, (path) => look(root, path, metas, source));
    // Ids are given in order of name, so that the same folder gives the same ids everywhere.
    const ids = await idsInUse(store);
    const records = looks.map((seen) => ({
      seen,
      id: ids.give(`${source.key} ${seen.path}`, seen.old?.id ?? folderDocumentId(seen.path, seen.meta.body)),
    }));
    let done = 0;
    await inParallel(records, 8, async ({ seen, id }) => {
      if (signal.aborted) return;
      for (const field of seen.unknownFields)
        reporter({ type: 'note', level: 'warning', text: unknownField(seen.path, field) });
      const record = await refresh(seen, id, store, source);
      await settle(source, pool, [record], ALONE);
      reporter({ type: 'progress', done: ++done, total: documents.length });
    });
    if (ocr && !signal.aborted) {
      const files = documents.flatMap((key) => source.files.rows.get(key) ?? []);
      const groups = files.map((record) => ({ records: [record], options: ALONE }));
      await readScans(groups, { source, store, pool, reporter, signal });
    }
    if (signal.aborted) return { ok: false, error: { kind: 'interrupted', text: INTERRUPTED } };

    const present = new Set(documents);
    for (const key of [...source.files.rows.keys()]) if (!present.has(key)) source.files.remove(key);
    await source.setInfo({ kind: 'folder', location: root, name: basename(root), finished: new Date().toISOString() });
    const run = { source: root, complete: true, requests: 0, seconds: (Date.now() - started) / 1000 };
    return { ok: true, value: reportOf(before, source.files.rows.values(), run) };
  } finally {
    await pool.close();
    await source.close();
  }
}

/** Each file of a folder is a paper of its own. */
const ALONE = { paper: { title: '', type: '' }, titles: new Map<string, string>(), answersOnly: true };

async function folderAt(dir: string): Promise<string | null> {
  const real = await realpath(dir).catch(() => null);
  return real && (await stat(real)).isDirectory() ? real : null;
}

/** Below the working folder by its path there, so that a project that is moved keeps its sources. */
function identityOf(root: string): string {
  const below = relative(process.cwd(), root);
  return below.startsWith('..') ? root : below.split(sep).join('/');
}

/** Paths below `root` with "/", in order. Not documents: dot files, README.md, what lies beside a document as .meta.json. */
async function listFiles(root: string): Promise<{ documents: string[]; metas: Set<string> }> {
  const documents: string[] = [];
  const metas = new Set<string>();
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    const path = relative(root, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (path.split('/').some((part) => part.startsWith('.') || part.startsWith('~$'))) continue;
    if (entry.isSymbolicLink()) {
      // Followed where it leads to a file; a linked folder could lead back to where we are.
      const target = await stat(join(root, path)).catch(() => null);
      if (!target?.isFile()) continue;
    } else if (!entry.isFile()) continue;
    if (/\.meta\.json$/i.test(path)) metas.add(path);
    else if (!/^readme(\.[a-z]+)?$/i.test(entry.name)) documents.push(path);
  }
  return { documents: documents.sort(), metas };
}

interface Look {
  path: string;
  full: string;
  size: number;
  stamp: string;
  old: FileRecord | undefined;
  meta: SourceMeta;
  metaFault: string | null;
  unknownFields: string[];
}

async function look(root: string, path: string, metas: ReadonlySet<string>, source: Source): Promise<Look> {
  const full = join(root, path);
  const metaPath = `${path.replace(/\.[^./]+$/, '')}.meta.json`;
  const file = await stat(full, { bigint: true }).catch(() => null);
  const old = source.files.rows.get(path);
  const seen: Look = {
    path,
    full,
    size: Number(file?.size ?? 0),
    stamp: '',
    old,
    meta: {},
    metaFault: null,
    unknownFields: [],
  };
  let metaText = '';
  if (metas.has(metaPath)) {
    metaText = await readFile(join(root, metaPath), 'utf8');
    const parsed = parseMetaFile(metaText);
    if (parsed.ok) Object.assign(seen, parsed.value);
    else seen.metaFault = `${basename(metaPath)}: ${parsed.error}`;
  }
  // The change time is set by the kernel: a file put back with its old date still counts as changed.
  if (file)
    seen.stamp = `${file.size}-${file.mtimeNs}-${file.ctimeNs}-${file.ino}-${metaText ? sha256(metaText).slice(0, 16) : ''}`;
  return seen;
}

/** The record as the folder has it now; reads the file when it may have changed. */
async function refresh(seen: Look, id: string, store: Store, source: Source): Promise<FileRecord> {
  const { path, old } = seen;
  if (
    old &&
    seen.stamp &&
    old.stamp === seen.stamp &&
    (!old.content || (await store.originals.has(old.content.sha256)))
  )
    return old;
  const record: FileRecord = {
    key: path,
    id,
    name: path,
    file: path,
    paper: null,
    meta: seen.meta,
    stamp: seen.stamp,
    ...(old?.scan ? { scan: old.scan } : {}),
    // What was made of the old bytes is shown until the new ones are read.
    ...(old?.content && old.madeOf
      ? { state: old.state, madeOf: old.madeOf, ...(old.mentions ? { mentions: old.mentions } : {}) }
      : { state: { kind: 'pending' } }),
  };
  if (seen.metaFault) record.state = { kind: 'skipped', reason: 'unreadable', detail: seen.metaFault };
  else if (seen.size > MAX_BYTES) record.state = { kind: 'skipped', reason: 'too-large' };
  else {
    try {
      record.content = { sha256: await store.originals.put(await readFile(seen.full)), name: basename(path) };
    } catch (error) {
      record.state = {
        kind: 'skipped',
        reason: 'unreadable',
        detail: (error as NodeJS.ErrnoException).code ?? String(error),
      };
    }
  }
  source.files.put(record);
  return record;
}

function warnOfLonelyMetas(documents: readonly string[], metas: ReadonlySet<string>, reporter: Reporter): void {
  const stems = new Set(documents.map((path) => path.replace(/\.[^./]+$/, '')));
  for (const meta of metas) {
    if (stems.has(meta.replace(/\.meta\.json$/i, ''))) continue;
    reporter({
      type: 'note',
      level: 'warning',
      text: {
        de: `${meta} beschreibt keine Datei: daneben liegt keine gleichen Namens.`,
        en: `${meta} describes no file: there is none of that name beside it.`,
      },
    });
  }
}

const unknownField = (path: string, field: string) => ({
  de: `${path}: das Feld „${field}“ der .meta.json ist unbekannt und bleibt unbeachtet.`,
  en: `${path}: the field "${field}" of its .meta.json is unknown and ignored.`,
});
const noDocuments = (dir: string) => ({
  de: `In ${dir} liegt kein Dokument.`,
  en: `There is no document in ${dir}.`,
});

async function noFolder(dir: string): Promise<IngestError> {
  const isThere = await stat(dir).catch(() => null);
  const text = isThere
    ? { de: `${dir} ist kein Ordner.`, en: `${dir} is no folder.` }
    : { de: `Den Ordner ${dir} gibt es nicht.`, en: `There is no folder ${dir}.` };
  return { kind: 'no-folder', text };
}

const INTERRUPTED = {
  de: 'Abgebrochen; der nächste Lauf macht hier weiter.',
  en: 'Interrupted; the next run goes on from here.',
};
