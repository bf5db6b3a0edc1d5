// One file of a paper → its record with the bytes, fetched only when they may have changed. Where the file itself is
// not to be had, OParl's own `text` stands in for it; a file that the server no longer gives is depublished.
import type { Blobs } from '../../store/blobs.ts';
import type { FileRecord, FileState } from '../../store/records.ts';
import type { Client, Fetched } from '../http/client.ts';
import { getJson } from './json.ts';
import { reasonOf } from './list.ts';
import { keyOf, type PaperFile, readFileObject } from './objects.ts';

export interface FileRun {
  client: Client;
  originals: Blobs;
  /** Records checked before this time are asked for again, conditionally (ISO 8601); null asks for none. */
  recheckBefore: string | null;
  now: string;
}

/** Servers that make their PDFs anew for each request were seen to take a minute for one. */
const LIMITS = { maxBytes: 50 * 1024 * 1024, idleMs: 90_000, totalMs: 300_000 };
/** A file that was gone for longer is asked for again with full runs only. */
const HOPE_MS = 14 * 24 * 60 * 60_000;

/** Whether the server has to be asked. `base` is the record with what the paper's row says now. */
export function needsFetch(
  file: PaperFile,
  old: FileRecord | undefined,
  run: Pick<FileRun, 'recheckBefore' | 'now'>,
): boolean {
  if (!old || old.stamp !== stampOf(file)) return true;
  const recheck = run.recheckBefore !== null && (old.checked ?? '') < run.recheckBefore;
  switch (old.state.kind) {
    case 'pending':
      // Fetched by a run that was killed before it was read.
      return !old.content;
    case 'missing':
      return recheck || !old.state.gone || Date.parse(run.now) - Date.parse(old.state.since) < HOPE_MS;
    case 'reply':
      // Without bytes of its own it was read from OParl's text, because the file could not be fetched.
      return recheck || !old.content;
    default:
      return !old.content && !(old.state.kind === 'skipped' && old.state.reason === 'too-large');
  }
}

/** `base` has the new facts; state, bytes and validators are those of the last run. */
export async function fetchFile(file: PaperFile, base: FileRecord, run: FileRun): Promise<FileRecord> {
  const changed = base.stamp !== stampOf(file);
  const fetched = await fetchFirst(file, base, changed, run.client);
  const asked = { ...base, checked: run.now };
  switch (fetched.kind) {
    case 'not-modified':
      return { ...asked, stamp: stampOf(file) };
    case 'ok': {
      const sha256 = await run.originals.put(fetched.body);
      const same = base.content?.sha256 === sha256;
      const { etag: _e, lastModified: _l, head, ...rest } = asked;
      return {
        ...rest,
        stamp: stampOf(file),
        content: { sha256, name: nameOf(file), ...mediaTypeOf(file, fetched.mediaType) },
        // A head stands in for an original that is not kept; the original is here now.
        ...(same && head && base.state.kind === 'other' ? { head } : {}),
        // What was made of the old bytes is shown until the new ones are read.
        state: base.state.kind === 'missing' ? { kind: 'pending' } : base.state,
        ...(fetched.etag ? { etag: fetched.etag } : {}),
        ...(fetched.lastModified ? { lastModified: fetched.lastModified } : {}),
      };
    }
    case 'gone':
      return withoutBytes(asked, file, missing(base, true, `HTTP ${fetched.status}`, run.now, addressOf(file)));
    case 'too-large':
      if (base.state.kind === 'reply') return base;
      return withText(
        { ...asked, stamp: stampOf(file), state: { kind: 'skipped', reason: 'too-large', detail: fetched.detail } },
        file,
        run,
      );
    default: {
      // What we have stays until the server can say something else; the old stamp makes the next run ask again.
      if (base.state.kind !== 'pending' && base.state.kind !== 'missing') return base;
      const [de] = reasonOf(fetched);
      return withText({ ...base, state: missing(base, false, de, run.now, addressOf(file)) }, file, run);
    }
  }
}

/** What says that a file has changed, whatever server it is on. */
function stampOf(file: PaperFile): string {
  return [file.modified, keyOf(file.downloadUrl), keyOf(file.accessUrl), file.textBlob?.slice(0, 16)].join(' ');
}

/** OParl's `text` of the file's own object, asked for once. */
export async function withText(record: FileRecord, file: PaperFile, run: FileRun): Promise<FileRecord> {
  if (record.textBlob || record.textAsked === stampOf(file)) return useText(record);
  const fetched = await getJson(run.client, new URL(file.key, run.client.start).href);
  if (fetched.kind !== 'ok') return fetched.kind === 'gone' ? { ...record, textAsked: stampOf(file) } : record;
  const text = readFileObject(fetched.value)?.text;
  const asked = { ...record, textAsked: stampOf(file) };
  return text === undefined ? asked : useText({ ...asked, textBlob: await run.originals.put(text) });
}

/** A text makes a missing file readable; reading decides what it is. */
function useText(record: FileRecord): FileRecord {
  return record.textBlob && record.state.kind !== 'reply' ? { ...record, state: { kind: 'pending' } } : record;
}

async function fetchFirst(file: PaperFile, base: FileRecord, changed: boolean, client: Client): Promise<Fetched> {
  const links = [...new Set([file.downloadUrl, file.accessUrl])].filter((link) => link !== null);
  if (links.length === 0) return { kind: 'failed', detail: 'ohne Adresse', english: 'without a URL' };
  // A date has whole seconds: after a change that we know of, only the ETag can say that the bytes are the same.
  // With its first page alone in our hands "not modified" would be no use.
  const hasBytes = base.content && !base.head;
  const conditional = hasBytes ? { etag: base.etag, lastModified: changed ? undefined : base.lastModified } : {};
  let worst: Fetched | null = null;
  for (const link of links) {
    const fetched = await client.get(link, { accept: 'application/pdf, */*;q=0.5', limits: LIMITS, ...conditional });
    if (fetched.kind === 'not-modified') return fetched;
    if (fetched.kind === 'ok' && !isErrorPage(fetched.body, file)) return fetched;
    const failed: Fetched =
      fetched.kind === 'ok'
        ? { kind: 'failed', detail: 'HTML statt der Datei', english: 'HTML instead of the file' }
        : fetched;
    // A server that does not answer is not asked for the same file by its other name.
    if (failed.kind === 'failed' && failed.status === undefined && fetched.kind === 'failed') return failed;
    // "Gone" counts only when every address says so.
    if (!worst || worst.kind === 'gone') worst = failed;
  }
  return worst as Fetched;
}

/** Servers in trouble send their error page with status 200. */
function isErrorPage(body: Buffer, file: PaperFile): boolean {
  const isHtml = /^(?:\uFEFF|\s)*<(?:!doctype html|html|head|body)(?=[\s>])/i.test(
    body.subarray(0, 1_000).toString('utf8'),
  );
  return isHtml && !/html/i.test(`${file.mediaType ?? ''} ${file.fileName ?? ''}`);
}

/** As the server writes it, to be looked at by a person. */
const addressOf = (file: PaperFile): string | null => file.downloadUrl ?? file.accessUrl;

function missing(base: FileRecord, gone: boolean, detail: string, now: string, url: string | null): FileState {
  const since = base.state.kind === 'missing' && base.state.gone === gone ? base.state.since : now;
  return { kind: 'missing', gone, detail, since, ...(url ? { url } : {}) };
}

/** Depublished: neither the file nor a text of it stays with us. */
function withoutBytes(record: FileRecord, file: PaperFile, state: FileState): FileRecord {
  const {
    content: _c,
    textBlob: _t,
    head: _h,
    etag: _e,
    lastModified: _l,
    madeOf: _m,
    inquiry: _i,
    mentions: _n,
    scan: _s,
    ...rest
  } = record;
  return { ...rest, stamp: stampOf(file), state };
}

/** A name with an ending, by which some formats are known. */
function nameOf(file: PaperFile): string {
  const last = (link: string | null) => decodeURIComponentSafely(keyOf(link)?.split('?')[0]?.split('/').at(-1) ?? '');
  return (
    [file.fileName, last(file.downloadUrl), last(file.accessUrl)].find(
      (name) => name && /\.[a-z\d]{2,5}$/i.test(name),
    ) ?? file.name
  );
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** OParl's own word first: servers send PDF as text/plain. */
function mediaTypeOf(file: PaperFile, sent: string | undefined): { mediaType?: string } {
  const mediaType = file.mediaType ?? sent;
  return mediaType ? { mediaType } : {};
}
