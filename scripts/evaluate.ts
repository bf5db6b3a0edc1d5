// Measures the search on a file of questions with known answers; the last line is one JSON object.
// Run with: npm run eval -- --questions FILE.jsonl [--rewrites FILE.jsonl] [--engine minisearch|d1]
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getPlatformProxy } from 'wrangler';
import type { Env } from '../api/env.ts';
import { openIndex } from '../api/search/live-index.ts';
import { readQuestions } from './evaluate/questions.ts';
import { retrievalFigures } from './evaluate/retrieval.ts';

const DEPTH = 20;

const { values } = parseArgs({
  options: {
    questions: { type: 'string' },
    rewrites: { type: 'string' },
    engine: { type: 'string' },
  },
});
if (!values.questions) {
  console.error('Aufruf: npm run eval -- --questions FILE.jsonl [--rewrites FILE.jsonl] [--engine minisearch|d1]');
  process.exit(2);
}
const questions = await readQuestions(values.questions, values.rewrites ?? null);
const storeDir = process.env.STORE_DIR || '.store';
const proxy = await getPlatformProxy<Env>({ persist: { path: join(storeDir, 'cloudflare/v3') } });
const index = await openIndex(proxy.env);
if (!index) {
  console.error('Es gibt noch keinen Suchindex. Erst: npm run index');
  process.exit(1);
}
const lastSegment = (file: string) => file.split('/').at(-1) ?? file;
const ranked = [];
for (const { style, lang, question, history, gold, rewrite } of questions) {
  const request = {
    query: question,
    filters: {},
    history,
    rewrite,
    sort: 'relevance',
    limit: DEPTH,
    offset: 0,
  } as const;
  const { hits, confidence } = await index.search(request);
  const found = hits.map((hit) => [lastSegment(hit.document.file)]);
  ranked.push({ style, lang, gold: gold.map((g) => g.file), found, confidence });
}
const figures = retrievalFigures(ranked);
console.table(figures);
console.log(JSON.stringify({ retrieval: figures }));
await proxy.dispose();
