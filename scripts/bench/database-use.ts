// What a search and a whole answer ask of the database, question by question, and what the first question of an
// isolate reads before it. Over the live index of a store, on Node or in workerd's D1, which says what it would bill.
import { answer } from '../../api/answer/answer.ts';
import type { AnswerRequest } from '../../api/answer/request.ts';
import { readPointer } from '../../api/index/pointer.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import { openVersion } from '../../api/search/live-index.ts';
import type { LiveIndex, SearchRequest } from '../../api/search/types.ts';
import { collectAnswer } from '../../api/stream.ts';
import { countedDatabase, type DatabaseUse } from './counted-database.ts';

export interface DatabaseUses {
  /** Opening the index, with no question. */
  opening: DatabaseUse;
  /** Of a question, mean. */
  search: DatabaseUse;
  answer: DatabaseUse;
}

export async function databaseUses(env: LocalEnv, questions: string[], depth: number): Promise<DatabaseUses> {
  const { db, take } = countedDatabase(env.INDEX_DB);
  const info = await readPointer(env.INDEX_DB);
  if (!info) throw new Error('Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)');
  const index = await openVersion({ ...env, INDEX_DB: db }, info);
  const opening = take();
  const uses = async (ask: (question: string) => Promise<unknown>): Promise<DatabaseUse> => {
    const each: DatabaseUse[] = [];
    for (const question of questions) {
      await ask(question);
      each.push(take());
    }
    return meanOf(each);
  };
  return {
    opening,
    search: await uses((query) => index.search(searchFor(query, depth))),
    answer: await uses((question) => collectAnswer(answer(requestOf(question), depsOf(index)))),
  };
}

const searchFor = (query: string, limit: number): SearchRequest => ({
  ...{ query, filters: {}, history: [], rewrite: null, sort: 'relevance', limit, offset: 0 },
});

const requestOf = (question: string): AnswerRequest => ({
  ...{ id: 'bench', question, history: [], filters: {}, lang: 'de', mode: 'extractive' },
});

const depsOf = (index: LiveIndex) => ({
  index,
  origin: 'https://rat.example',
  now: new Date(),
  model: null,
  budget: null,
  signal: new AbortController().signal,
  log: () => {},
});

function meanOf(uses: DatabaseUse[]): DatabaseUse {
  const mean = (of: (use: DatabaseUse) => number) =>
    Math.round((10 * uses.reduce((sum, use) => sum + of(use), 0)) / Math.max(1, uses.length)) / 10;
  return {
    queries: mean(({ queries }) => queries),
    inARow: mean(({ inARow }) => inARow),
    // A question that is answered without the database reads none.
    rowsRead: uses.every(({ rowsRead }) => rowsRead === null) ? null : mean(({ rowsRead }) => rowsRead ?? 0),
    rows: mean(({ rows }) => rows),
    kb: mean(({ kb }) => kb),
  };
}
