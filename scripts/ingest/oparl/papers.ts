// The list of papers → rows of `papers.jsonl`. Killed in the middle, the next run goes on at the page after the last
// one that was read; a list that was read to its end says which papers are gone.

import type { Sentence } from '../../language.ts';
import type { Blobs } from '../../store/blobs.ts';
import type { Source } from '../../store.ts';
import type { Reporter } from '../events.ts';
import type { Client } from '../http/client.ts';
import { put } from './linked.ts';
import { listUrl, readList } from './list.ts';
import { type LinkedRow, type PaperRow, type Raw, readPaper } from './objects.ts';

/** Where the listing stands. */
export interface Listing {
  mode: 'full' | 'since';
  /** ISO 8601, of the first page: what changes later is for the next listing. */
  started: string;
  since: string | null;
  /** The next page's URL. */
  next: string;
}

export interface PapersRun {
  client: Client;
  source: Source;
  originals: Blobs;
  reporter: Reporter;
  signal: AbortSignal;
  save(listing: Listing): Promise<void>;
}

export interface ListedPapers {
  /** Keys of papers that the server calls deleted. */
  tombstones: Set<string>;
  /** Keys that a full list no longer has; null when the list was not full or not read to its end. */
  unlisted: Set<string> | null;
  stopped: Sentence | null;
}

/** Older than this, a half-read list is begun anew: pages shift as papers come and go. */
const RESUME_MS = 6 * 60 * 60_000;

/** Goes on with `previous` when it is fresh and of the same kind. */
export function beginListing(
  list: string,
  mode: Listing['mode'],
  since: Date | null,
  previous: Listing | null,
): { listing: Listing; resumed: boolean } {
  if (previous && previous.mode === mode && Date.now() - Date.parse(previous.started) < RESUME_MS) {
    if (mode === 'full' || previous.since === since?.toISOString()) return { listing: previous, resumed: true };
  }
  const next = listUrl(list, since);
  return {
    listing: { mode, started: new Date().toISOString(), since: since?.toISOString() ?? null, next },
    resumed: false,
  };
}

export async function listPapers(
  { client, source, originals, reporter, signal, save }: PapersRun,
  begun: Listing,
  resumed: boolean,
): Promise<ListedPapers> {
  const papers = source.table<PaperRow>('papers');
  const linked = source.table<LinkedRow>('linked');
  // What this listing has seen, in the store because the listing may take more than one run.
  const seen = source.table<{ key: string; deleted?: true }>('listing');
  if (!resumed) for (const key of [...seen.rows.keys()]) seen.remove(key);

  reporter({ type: 'stage', stage: 'papers', total: null });
  const first = urlOnThisServer(begun.next, client);
  const end = await readList(client, first, { mayBeEmpty: begun.mode === 'since' }, async ({ items, next, total }) => {
    for (const item of items) await takePaper(item);
    if (next) await save({ ...begun, next });
    reporter({ type: 'progress', done: seen.rows.size, total });
    if (signal.aborted) throw signal.reason;
  });

  async function takePaper(item: Raw): Promise<void> {
    const read = readPaper(item);
    if (!read) return;
    seen.put({ key: read.row.key, ...(read.deleted ? { deleted: true } : {}) });
    if (read.deleted) return;
    for (const row of read.linked) put(linked, row);
    const row = await withTextsKept(read.row, papers.rows.get(read.row.key), originals);
    if (JSON.stringify(papers.rows.get(row.key)) !== JSON.stringify(row)) papers.put(row);
  }

  const tombstones = new Set([...seen.rows.values()].filter((row) => row.deleted).map((row) => row.key));
  const whole = end.complete && begun.mode === 'full';
  return {
    tombstones,
    unlisted: whole ? new Set([...papers.rows.keys()].filter((key) => !seen.rows.has(key))) : null,
    stopped: end.complete ? null : end.why,
  };
}

/** A page that was remembered before the server moved to another port or host. */
function urlOnThisServer(url: string, client: Client): string {
  const { pathname, search } = new URL(url);
  return new URL(pathname + search, client.start).href;
}

/** Texts are large: they are kept once, and the row names them. A list without texts does not lose those known. */
async function withTextsKept(row: PaperRow, old: PaperRow | undefined, originals: Blobs): Promise<PaperRow> {
  const files = [];
  for (const { text, ...file } of row.files) {
    const before = old?.files.find((one) => one.key === file.key && one.modified === file.modified)?.textBlob;
    const textBlob = text === undefined ? before : await originals.put(text);
    files.push({ ...file, ...(textBlob ? { textBlob } : {}) });
  }
  return { ...row, files };
}
