// Which version of the index is live: one row for each format, so that programs of two formats can read one database
// while the newer one is being deployed. The version that was live before stays for going back to it.
import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types';
import type { IndexInfo } from '../search/types.ts';
import { INDEX_FORMAT, UnreadableIndex } from './index-format.ts';
import type { Sums } from './statistics.ts';

/** What a pointer says of the version that it points to. */
export interface PointerInfo extends IndexInfo {
  averageLength: number;
  averageInquiryLength: number;
  /** How often single documents were changed since the version was built. */
  edition: number;
  sums: Sums;
  /** Numbers that were never given yet: one that is gone stays gone, so that whoever still asks for it finds nothing. */
  next: { document: number; passage: number; term: number };
  /** What it was built from: the same in makes the same out. Missing where nobody asks. */
  content?: string;
  /** Of the lexicon's text; missing where nobody asks. */
  lexicon?: string;
  /** Documents that were changed since the version was built. */
  changed?: number;
}

interface PointerRow {
  format: string;
  info: string;
  /** The `info` that was live before. */
  previous: string | null;
}

/** Makes a version live; from here on the service opens it. */
export async function pointTo(db: D1Database, info: PointerInfo): Promise<void> {
  await db.prepare(CREATE).run();
  await pointing(db, info).run();
}

const CREATE =
  'create table if not exists pointers (format text primary key, info text not null, previous text, since text not null)';

/** The same as a statement of a transaction, where there is a pointer already. */
export function pointing(db: D1Database, info: PointerInfo): D1PreparedStatement {
  // Pointed to again, e.g. with fewer documents, a version does not become its own past.
  const sql = `insert into pointers values (?1, ?2, null, ?3) on conflict (format) do update set info = ?2, since = ?3,
    previous = case when info ->> 'version' = ?2 ->> 'version' then previous else info end`;
  return db.prepare(sql).bind(INDEX_FORMAT, JSON.stringify(info), new Date().toISOString());
}

/** Makes a transaction fail that was prepared for another state than there is by now. */
export function onlyIfLive(db: D1Database, { version, edition }: PointerInfo): D1PreparedStatement {
  const isLive = `select 1 from pointers where format = ?1 and info ->> 'version' = ?2 and info ->> 'edition' = ?3`;
  // SQLite has no statement that throws; reading what is no JSON does.
  return db.prepare(`select iif(exists (${isLive}), 1, json('${CHANGED}'))`).bind(INDEX_FORMAT, version, edition);
}

const CHANGED = 'changed meanwhile';

/** Whether it failed by `onlyIfLive`. */
export const isChangedMeanwhile = (error: unknown): boolean => /malformed JSON/.test((error as Error).message);

/** Null when nothing was ever built. Throws `UnreadableIndex` when only other versions of the program built one. */
export async function readPointer(db: D1Database): Promise<PointerInfo | null> {
  const rows = await pointers(db);
  const own = rows.find(({ format }) => format === INDEX_FORMAT);
  if (own) return JSON.parse(own.info);
  const other = rows[0]?.format ?? (await hasTable(db, 'live').then((has) => (has ? 'of version 0.1' : null)));
  if (other === null) return null;
  throw new UnreadableIndex(`The index has format ${other}, this program reads ${INDEX_FORMAT}`);
}

/** Goes back to the version that was live before, which becomes the one to come back to; null when there is none. */
export async function pointBack(db: D1Database): Promise<PointerInfo | null> {
  const own = (await pointers(db)).find(({ format }) => format === INDEX_FORMAT);
  if (!own?.previous) return null;
  await db
    .prepare('update pointers set info = previous, previous = info, since = ?2 where format = ?1')
    .bind(INDEX_FORMAT, new Date().toISOString())
    .run();
  return JSON.parse(own.previous);
}

/** Versions that are live or were before, of this format and of the one that came last beside it. */
export async function versionsInUse(db: D1Database): Promise<Set<string>> {
  const rows = await pointers(db);
  const own = rows.filter(({ format }) => format === INDEX_FORMAT);
  const other = rows.filter(({ format }) => format !== INDEX_FORMAT).slice(0, 1);
  const infos = [...own.flatMap(({ info, previous }) => [info, previous]), ...other.map(({ info }) => info)];
  return new Set(infos.flatMap((info) => (info === null ? [] : [(JSON.parse(info) as PointerInfo).version])));
}

/** Newest first. */
async function pointers(db: D1Database): Promise<PointerRow[]> {
  if (!(await hasTable(db, 'pointers'))) return [];
  return (await db.prepare('select format, info, previous from pointers order by since desc').all<PointerRow>())
    .results;
}

/** An older version of the program may have made the version without it. */
export const hasTable = async (db: D1Database, name: string): Promise<boolean> =>
  (await db.prepare("select 1 from sqlite_master where type = 'table' and name = ?").bind(name).first()) !== null;
