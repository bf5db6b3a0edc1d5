// What a search, a whole answer, the start page and the check of an inquiry ask of the database, and what the first
// question of an isolate reads before it. Over the live index of a store, on Node or in workerd's D1, which says what it
// would bill.
import { answer } from '../../api/answer/answer.ts';
import type { AnswerRequest } from '../../api/answer/request.ts';
import { checkPages } from '../../api/check/check.ts';
import { readPointer } from '../../api/index/pointer.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import { exampleQuestions } from '../../api/pages/examples.ts';
import { openVersion } from '../../api/search/live-index.ts';
import type { LiveIndex, SearchRequest } from '../../api/search/types.ts';
import { collectAnswer } from '../../api/stream.ts';
import { countedDatabase, type DatabaseUse } from './counted-database.ts';

export interface TimedUse extends DatabaseUse {
  medianMs: number;
}

export interface DatabaseUses {
  /** Opening the index, with no question. */
  opening: TimedUse;
  /** Opening it and answering a question: what the first one of an isolate takes. */
  firstQuestion: TimedUse;
  /** Of a question, mean. */
  search: TimedUse;
  answer: TimedUse;
  /** Finding the example questions of the start page, once an isolate and version. */
  examples: TimedUse;
  /** Checking an inquiry of ten questions; null where no paper has as many. */
  checkOfTen: TimedUse | null;
}

/** Questions for each of which the index is opened anew. */
const FIRST = 5;

/** @param inquiries whole texts */
export async function databaseUses(
  env: LocalEnv,
  questions: string[],
  inquiries: string[],
  depth: number,
): Promise<DatabaseUses> {
  const { db, take } = countedDatabase(env.INDEX_DB);
  const info = await readPointer(env.INDEX_DB);
  if (!info) throw new Error('Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)');
  const open = () => openVersion({ ...env, INDEX_DB: db }, info);
  const index = await open();
  take();
  const uses = async <T>(items: T[], ask: (item: T) => Promise<unknown>): Promise<TimedUse> => {
    const each: TimedUse[] = [];
    for (const item of items) {
      const started = performance.now();
      await ask(item);
      each.push({ ...take(), medianMs: performance.now() - started });
    }
    return meanOf(each);
  };
  const answerTo = (question: string, from: LiveIndex) => collectAnswer(answer(requestOf(question), depsOf(from)));
  const check = (text: string) => checkPages([{ number: 1, text }], index, 'https://rat.example', 'de');
  return {
    opening: await uses([1, 2, 3], open),
    firstQuestion: await uses(questions.slice(0, FIRST), async (question) => answerTo(question, await open())),
    search: await uses(questions, (query) => index.search(searchFor(query, depth))),
    answer: await uses(questions, (question) => answerTo(question, index)),
    examples: await uses([1], () => exampleQuestions(index)),
    checkOfTen: inquiries.length === 0 ? null : await uses(inquiries, check),
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

function meanOf(uses: TimedUse[]): TimedUse {
  const times = uses.map(({ medianMs }) => medianMs).sort((a, b) => a - b);
  const mean = (of: (use: DatabaseUse) => number) =>
    Math.round((10 * uses.reduce((sum, use) => sum + of(use), 0)) / Math.max(1, uses.length)) / 10;
  return {
    queries: mean(({ queries }) => queries),
    inARow: mean(({ inARow }) => inARow),
    // A question that is answered without the database reads none.
    rowsRead: uses.every(({ rowsRead }) => rowsRead === null) ? null : mean(({ rowsRead }) => rowsRead ?? 0),
    rows: mean(({ rows }) => rows),
    kb: mean(({ kb }) => kb),
    medianMs: Math.round(10 * (times[times.length >> 1] ?? 0)) / 10,
  };
}
