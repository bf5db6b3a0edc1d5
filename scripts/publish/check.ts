// A version of the index that was written elsewhere → the first thing about it that is not as here, or null. Counts first,
// then questions whose answers are known: both must find the same passages in the same order.
import type { D1Database } from '@cloudflare/workers-types';
import type { PointerInfo } from '../../api/index/pointer.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import { openVersion } from '../../api/search/live-index.ts';
import type { LiveIndex } from '../../api/search/types.ts';
import { quoted, type TableChanges } from './changes.ts';

const KNOWN_QUESTIONS = 10;
const HITS = 10;

export async function differs(
  here: LocalEnv,
  there: LocalEnv,
  info: PointerInfo,
  changes: TableChanges[],
): Promise<string | null> {
  for (const { table, columns, count } of changes) {
    // An FTS5 table that keeps no content cannot be counted; the questions go through it.
    if (columns[0] === 'rowid') continue;
    const found = await countIn(there.INDEX_DB, table);
    if (found !== count) return `${table}: ${found} statt ${count} Zeilen (rows)`;
  }
  const [ours, theirs] = await Promise.all([openVersion(here, info), openVersion(there, info)]);
  for (const question of await knownQuestions(ours)) {
    const [expected, found] = await Promise.all([passagesFor(question, ours), passagesFor(question, theirs)]);
    if (expected !== found) return `„${question}“ findet ${found || 'nichts'} statt ${expected || 'nichts'}`;
  }
  return null;
}

async function countIn(db: D1Database, table: string): Promise<number> {
  return (await db.prepare(`select count(*) as n from ${quoted(table)}`).first<number>('n')) ?? 0;
}

/** Of the newest documents that have any. */
async function knownQuestions(index: LiveIndex): Promise<string[]> {
  const questions: string[] = [];
  const { documents } = await index.list(0, 4 * KNOWN_QUESTIONS);
  for (const { id } of documents) {
    const asked = (await index.document(id))?.pairs.find(({ questionText }) => questionText)?.questionText;
    if (asked) questions.push(asked.slice(0, 300));
    if (questions.length === KNOWN_QUESTIONS) break;
  }
  return questions;
}

async function passagesFor(query: string, index: LiveIndex): Promise<string> {
  const { hits } = await index.search({
    ...{ query, filters: {}, history: [], rewrite: null, sort: 'relevance', limit: HITS, offset: 0 },
  });
  return hits.map((hit) => hit.passage.id).join(' ');
}
