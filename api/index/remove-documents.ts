// Takes documents out of every version of the index at once, before the next build leaves them out. Rows of documents,
// passages and briefs go; what the terms' lists and the bundle still have of them leads to no row, and so to no hit.
import type { D1Database } from '@cloudflare/workers-types';
import { tables, versionsIn } from './index-tables.ts';
import { hasTable, type PointerInfo, pointTo, readPointer } from './pointer.ts';

/** Returns how many the live version held. Harmless when they are gone already. */
export async function removeDocuments(db: D1Database, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const live = await readPointer(db).catch(() => null);
  const wanted = JSON.stringify(ids);
  let removed = 0;
  for (const version of await versionsIn(db)) {
    const { documents, passages, briefs } = tables(version);
    const theirs = `select n from ${documents} where id in (select value from json_each(?))`;
    const { results } = await db.prepare(theirs).bind(wanted).all();
    if (results.length === 0) continue;
    const others = (await hasTable(db, briefs)) ? [`delete from ${briefs} where n in (${theirs})`] : [];
    await db.batch([
      ...others.map((sql) => db.prepare(sql).bind(wanted)),
      db.prepare(`delete from ${passages} where doc in (${theirs})`).bind(wanted),
      db.prepare(`delete from ${documents} where id in (select value from json_each(?))`).bind(wanted),
    ]);
    if (version !== live?.version) continue;
    removed = results.length;
    await pointTo(db, await counted(db, live));
  }
  return removed;
}

async function counted(db: D1Database, info: PointerInfo): Promise<PointerInfo> {
  const sql = `select count(*) as documents, max(date) as newest, min(date) as oldest from ${tables(info.version).documents}`;
  const row = await db.prepare(sql).first<Pick<PointerInfo, 'documents' | 'newest' | 'oldest'>>();
  return { ...info, ...row };
}
