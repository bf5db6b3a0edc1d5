// Ten papers that are new in an index of all others → rows and time that writing them takes, beside building the whole.
import { createHash } from 'node:crypto';
import { tables } from '../../api/index/index-tables.ts';
import type { Learnt } from '../../api/index/learn.ts';
import { readPointer } from '../../api/index/pointer.ts';
import { removeDocuments } from '../../api/index/remove-documents.ts';
import { updateIndex } from '../../api/index/update-index.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import type { ReplyDocument } from '../../corpus/types.ts';

export interface UpdateFigures {
  papers: number;
  /** Written or deleted. */
  rows: number;
  /** Of the whole index: what a build of all writes. */
  rowsOfAll: number;
  seconds: number;
  /** Of processor time, all threads. */
  cpuSeconds: number;
}

const PAPERS = 10;

export const fingerprintOf = (document: ReplyDocument): string =>
  createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 12);

/** Null: there are too few papers. @param learnt by the build of the live index */
export async function measureUpdate(
  { INDEX_DB: db }: Pick<LocalEnv, 'INDEX_DB'>,
  learnt: Learnt,
  documents: () => AsyncIterable<ReplyDocument>,
): Promise<UpdateFigures | null> {
  const { version } = (await readPointer(db))!;
  const { writes: _, ...names } = tables(version);
  let rowsOfAll = 0;
  for (const table of Object.values(names))
    rowsOfAll += (await db.prepare(`select count(*) as n from ${table}`).first<number>('n'))!;
  const sql = `select id from ${names.documents} order by date desc, id limit ?`;
  const { results: newest } = await db.prepare(sql).bind(PAPERS).all<{ id: string }>();
  await removeDocuments(
    db,
    newest.map(({ id }) => id),
  );
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  const target = { builtAt: new Date().toISOString(), fingerprintOf, learnt };
  const updated = await updateIndex(db, (await readPointer(db))!, target, documents);
  const { user, system } = process.cpuUsage(cpu);
  if (!updated) return null;
  return {
    papers: newest.length,
    rows: Object.values(updated.rows).reduce((sum, rows) => sum + rows, 0),
    rowsOfAll,
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
  };
}
