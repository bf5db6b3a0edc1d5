// The document store: plain files below STORE_DIR that ingest fills and the index is built from.
// Killed at any moment, what was finished stays; two writers at once are kept apart by a lock.
//
//   store.json                   format version
//   hidden.json                  documents taken out by hand
//   report.txt                   the last ingest's report, with every name
//   originals/ab/cdef…           files as they were fetched, by SHA-256
//   replies/ab/cdef…             parsed answers, by SHA-256
//   scans/ab/cdef…               pictures of scanned pages and what was read in them, by SHA-256
//   sources/<source>/source.json, files.jsonl (and papers.jsonl, linked.jsonl of OParl)
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { SCANS } from '../api/node/files.ts';
import { makeFolder } from '../api/node/folder.ts';
import type { Related, ReplyDocument, Result } from '../corpus/types.ts';
import { readJson, writeAtomic } from './store/atomic.ts';
import { type Blobs, openBlobs, sha256 } from './store/blobs.ts';
import { damagedReplies } from './store/fault.ts';
import { foldReplies } from './store/fold.ts';
import { type Journal, openJournal, readJournal } from './store/journal.ts';
import { type Lock, type LockOwner, takeLock } from './store/lock.ts';
import type { FileRecord, HiddenEntry, SourceInfo } from './store/records.ts';

export interface Store {
  readonly dir: string;
  /**
   * The documents that may be searched, of all sources, in order of id: all, or those of these ids. Reads the disk anew
   * at each call.
   */
  documents(ids?: ReadonlySet<string>): AsyncIterable<ReplyDocument>;
  /** SHA-256 in hex that changes exactly when what `documents()` yields changes. Reads no document. */
  fingerprint(): Promise<string>;
  isEmpty(): Promise<boolean>;
  /** Ids of what `documents()` yields. Reads no document. */
  ids(): Promise<Set<string>>;

  /** The key and facts of each source. */
  sources(): Promise<{ key: string; info: SourceInfo }[]>;
  hidden(): Promise<HiddenEntry[]>;
  /** Null when the store holds no document of that id. */
  hide(id: string): Promise<HiddenEntry | null>;
  /** Null when it was not hidden. */
  unhide(id: string): Promise<HiddenEntry | null>;

  /** What is known of every file of every source, answers or not. */
  records(): Promise<{ source: string; record: FileRecord }[]>;

  /** For writers: fails with the other writer's process. */
  lock(): Promise<Result<Lock, LockOwner>>;
  /** For writers, below the lock. */
  openSource(key: string): Promise<Source>;
  readonly originals: Blobs;
  readonly replies: Blobs;
  readonly scans: Blobs;
  /** Removes kept bytes that no record names any more. Below the lock. */
  sweep(): Promise<number>;
}

/** One source while it is being read. */
export interface Source {
  readonly key: string;
  readonly files: Journal<FileRecord>;
  info(): Promise<SourceInfo | null>;
  setInfo(info: SourceInfo): Promise<void>;
  /** A further table of this source, for its reader's own use; closed with the source. */
  table<T extends { key: string }>(name: string): Journal<T>;
  close(): Promise<void>;
}

const FORMAT = 1;

/** Makes the folder when it is missing. Throws a sentence for people when another version of us wrote it. */
export async function openStore(dir: string): Promise<Store> {
  makeFolder(dir);
  const found = await readJson<{ format: number }>(join(dir, 'store.json'));
  if (found && found.format !== FORMAT) {
    throw new Error(
      `Der Dokumentspeicher ${dir} hat das Format ${found.format}, dieses Programm liest ${FORMAT}: bitte ${dir} löschen und neu einlesen. (The store has format ${found.format}, this program reads ${FORMAT}: delete it and ingest again.)`,
    );
  }
  if (!found) writeAtomic(join(dir, 'store.json'), JSON.stringify({ format: FORMAT }));

  const originals = openBlobs(join(dir, 'originals'));
  const replies = openBlobs(join(dir, 'replies'));
  const scans = openBlobs(join(dir, SCANS));
  const hiddenPath = join(dir, 'hidden.json');
  const sourceDir = (key: string) => join(dir, 'sources', key);
  const sourceKeys = async () => (await readdir(join(dir, 'sources')).catch(() => [])).sort();
  const hidden = async () => (await readJson<HiddenEntry[]>(hiddenPath)) ?? [];

  const recordsOf = (key: string) => [...readJournal<FileRecord>(join(sourceDir(key), 'files.jsonl')).values()];
  const records = async () => (await sourceKeys()).flatMap(recordsOf);
  const visible = async () => foldReplies(await records(), await hidden());

  async function replyIn(hash: string): Promise<ReplyDocument> {
    try {
      return JSON.parse(Buffer.from(await replies.get(hash)).toString('utf8'));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw error instanceof SyntaxError || code === 'ENOENT' ? damagedReplies(replies.path(hash)) : error;
    }
  }

  /** Hiding works while an ingest runs, so it has a lock of its own. */
  async function changeHidden<T>(change: (entries: HiddenEntry[]) => Promise<[HiddenEntry[], T]>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      const lock = await takeLock(dir, 'hidden.lock');
      if (!lock.ok) {
        if (attempt === 50)
          throw new Error(`Prozess ${lock.error.pid} hält ${hiddenPath}. (Another process holds it.)`);
        await new Promise((resolve) => setTimeout(resolve, 100));
        continue;
      }
      try {
        const [entries, result] = await change(await hidden());
        writeAtomic(hiddenPath, `${JSON.stringify(entries, null, 1)}\n`);
        return result;
      } finally {
        lock.value.release();
      }
    }
  }

  return {
    dir,
    originals,
    replies,
    scans,
    hidden,
    async *documents(ids) {
      for (const { id, reply, aliases, inquiryUrl } of await visible()) {
        if (ids && !ids.has(id)) continue;
        const document = await replyIn(reply);
        const related = document.related.map(
          (one): Related => (one.url === inquiryUrl ? { ...one, isInquiry: true } : one),
        );
        yield { ...document, aliases: [...document.aliases, ...aliases], related };
      }
    },
    fingerprint: async () => sha256(JSON.stringify(await visible())),
    isEmpty: async () => (await visible()).length === 0,
    ids: async () => new Set((await visible()).map(({ id }) => id)),

    async sources() {
      const found: { key: string; info: SourceInfo }[] = [];
      for (const key of await sourceKeys()) {
        const info = await readJson<SourceInfo>(join(sourceDir(key), 'source.json'));
        if (info) found.push({ key, info });
      }
      return found;
    },
    records: async () =>
      (await sourceKeys()).flatMap((source) => recordsOf(source).map((record) => ({ source, record }))),
    hide: (id) =>
      changeHidden(async (entries) => {
        const already = entries.find((entry) => entry.id === id);
        if (already) return [entries, already];
        const record = (await records()).find(
          (r) => r.id === id && r.state.kind !== 'inquiry' && r.state.kind !== 'other',
        );
        if (!record) return [entries, null];
        const reply = record.state.kind === 'reply' ? record.state : null;
        const title = reply?.title ?? record.meta.title ?? record.name;
        const entry = { id, title, since: new Date().toISOString(), text: reply?.text ?? null };
        return [[...entries, entry], entry];
      }),
    unhide: (id) =>
      changeHidden(async (entries) => [entries.filter((e) => e.id !== id), entries.find((e) => e.id === id) ?? null]),

    lock: () => takeLock(dir),
    async openSource(key) {
      const open = new Map<string, Journal<never>>();
      const table = <T extends { key: string }>(name: string): Journal<T> => {
        const journal = open.get(name) ?? (openJournal(join(sourceDir(key), `${name}.jsonl`)) as Journal<never>);
        open.set(name, journal);
        return journal as unknown as Journal<T>;
      };
      const infoPath = join(sourceDir(key), 'source.json');
      return {
        key,
        table,
        files: table<FileRecord>('files'),
        info: () => readJson<SourceInfo>(infoPath),
        setInfo: async (info) => writeAtomic(infoPath, `${JSON.stringify(info, null, 1)}\n`),
        async close() {
          for (const journal of open.values()) await journal.close();
        },
      };
    },
    async sweep() {
      const all = await records();
      const kept = all.flatMap((r) => [r.head ?? r.content?.sha256, r.textBlob]).filter((h) => h !== undefined);
      const parsed = all.flatMap((r) => (r.state.kind === 'reply' ? [r.state.reply] : []));
      const read = all.flatMap(({ scan }) => (scan ? [scan.reading, ...scan.images] : []));
      return (
        (await originals.sweep(new Set(kept))) +
        (await replies.sweep(new Set(parsed))) +
        (await scans.sweep(new Set(read)))
      );
    },
  };
}
