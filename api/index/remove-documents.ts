// Takes documents out of every version of the index at once, before the next build leaves them out: out of the live one
// where it was built with all that counts them, elsewhere their rows go and what the terms' lists still have of them
// leads to no row, and so to no hit.
import type { D1Database } from '@cloudflare/workers-types';
import { type ChangedTerms, changedTerms } from './changed-terms.ts';
import { tables, versionsIn } from './index-tables.ts';
import { type IndexWrites, indexWrites } from './index-writes.ts';
import {
  hasTable,
  isChangedMeanwhile,
  onlyIfLive,
  type PointerInfo,
  pointing,
  pointTo,
  readPointer,
  versionsInUse,
} from './pointer.ts';
import { averagesOf, plus, type Sums, sumsOf } from './statistics.ts';
import { readBrief } from './stored-briefs.ts';

/** Of a builder or another who hides: each is through in seconds. */
const MOST_ATTEMPTS = 5;

/**
 * Returns how many the live version held. Harmless when they are gone already. A version that is being built is its
 * builder's (removeFromUnseen).
 */
export async function removeDocuments(db: D1Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const there = new Set(await versionsIn(db));
  let removed = 0;
  for (const version of await versionsInUse(db)) {
    if (!there.has(version)) continue;
    const live = await readPointer(db).catch(() => null);
    if (live?.version !== version) await removeRows(db, version, ids);
    else if (await hasTable(db, tables(version).writes)) removed = await removeFromLive(db, ids);
    else {
      removed = await removeRows(db, version, ids);
      if (removed > 0) await pointTo(db, { ...live, ...(await countsOf(db, version, [])) });
    }
  }
  return removed;
}

/** Out of a version that is whole and not live yet. @returns what its pointer will say */
export async function removeFromUnseen(
  db: D1Database,
  info: PointerInfo,
  ids: readonly string[],
): Promise<PointerInfo> {
  const removal = ids.length === 0 ? null : await removalFrom(db, info, ids);
  if (!removal) return info;
  await db.batch(removal.statements);
  return removal.info;
}

/** Rows, lists, frequencies and sums in one transaction. */
async function removeFromLive(db: D1Database, ids: readonly string[]): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const live = await readPointer(db);
    const removal = live && (await removalFrom(db, live, ids));
    if (!removal) return 0;
    try {
      await db.batch([onlyIfLive(db, live), ...removal.statements, pointing(db, removal.info)]);
      return removal.removed;
    } catch (error) {
      if (!isChangedMeanwhile(error) || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/** Null: none of them is there. */
async function removalFrom(db: D1Database, from: PointerInfo, ids: readonly string[]) {
  const t = tables(from.version);
  const sql = `select d.n, b.brief from ${t.documents} d join ${t.briefs} b on b.n = d.n where d.id in (select value from json_each(?))`;
  const { results: gone } = await db.prepare(sql).bind(JSON.stringify(ids)).all<StoredDocument>();
  if (gone.length === 0) return null;
  const writes = indexWrites(db, from.version);
  const terms = await changedTerms(db, from.version, from.next.term);
  const sums = withoutDocuments(gone, from.sums, writes, terms);
  await terms.write(writes, () => ({ vector: null, nounShare: 0 }));
  const { content: _content, ...rest } = from;
  const info: PointerInfo = {
    ...{ ...rest, ...(await countsOf(db, from.version, gone)) },
    ...{ passages: sums.passages, ...averagesOf(sums), sums, edition: from.edition + 1 },
    changed: (from.changed ?? 0) + gone.length,
  };
  return { info, removed: gone.length, statements: writes.statements(info.edition) };
}

export interface StoredDocument {
  n: number;
  /** See stored-briefs.ts */
  brief: string;
}

/** Notes what goes with documents. @returns the sums without them */
export function withoutDocuments(
  gone: readonly StoredDocument[],
  before: Sums,
  writes: IndexWrites,
  terms: Pick<ChangedTerms, 'removeDocument'>,
): Sums {
  let sums = before;
  const keys = gone.map(({ n }) => [n]);
  const passages: number[][] = [];
  for (const { n, brief: stored } of gone) {
    const brief = readBrief(stored);
    sums = plus(sums, sumsOf(brief), -1);
    terms.removeDocument(n, brief);
    for (const i of brief.passages.keys()) passages.push([brief.first + i]);
  }
  writes.remove('documents', keys);
  writes.remove('briefs', keys);
  writes.remove('passages', passages);
  return sums;
}

async function removeRows(db: D1Database, version: string, ids: readonly string[]): Promise<number> {
  const wanted = JSON.stringify(ids);
  const { documents, passages, briefs } = tables(version);
  const theirs = `select n from ${documents} where id in (select value from json_each(?))`;
  const { results } = await db.prepare(theirs).bind(wanted).all();
  if (results.length === 0) return 0;
  const others = (await hasTable(db, briefs)) ? [`delete from ${briefs} where n in (${theirs})`] : [];
  await db.batch([
    ...others.map((sql) => db.prepare(sql).bind(wanted)),
    db.prepare(`delete from ${passages} where doc in (${theirs})`).bind(wanted),
    db.prepare(`delete from ${documents} where id in (select value from json_each(?))`).bind(wanted),
  ]);
  return results.length;
}

/** @param gone not counted, though they may be there still */
async function countsOf(db: D1Database, version: string, gone: readonly StoredDocument[]) {
  const sql = `select count(*) as documents, max(date) as newest, min(date) as oldest from ${tables(version).documents}
    where n not in (select value from json_each(?))`;
  const numbers = JSON.stringify(gone.map(({ n }) => n));
  return (await db.prepare(sql).bind(numbers).first<Pick<PointerInfo, 'documents' | 'newest' | 'oldest'>>())!;
}
