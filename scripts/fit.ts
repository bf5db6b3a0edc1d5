// Fits what the search has learnt (api/search/learnt/): which words of a question matter, in which order pairs are
// likely to answer, and how sure of it the search can be. Prints what it is worth on papers that it was not fitted on,
// and what thresholds cost either way.
// Run with: npm run fit -- --questions FILE.jsonl… [--rewrites FILE.jsonl] [--every N] [--dry-run]   (STORE_DIR: the store with their papers)
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { THRESHOLDS } from '../api/search/decide.ts';
import { optionsOf } from './arguments.ts';
import { fail } from './fault.ts';
import { collect } from './fit/collect.ts';
import { openCorpus, storedDocuments } from './fit/corpus.ts';
import { fitted, type Judged } from './fit/folds.ts';
import { type JudgedQuestion, judgedQuestions, rewritten } from './fit/questions.ts';
import { calibration, outcomes } from './fit/report.ts';
import { collectSmall } from './fit/small-corpora.ts';
import { fitImportance } from './fit/words.ts';

const LEARNT = join(import.meta.dirname, '../api/search/learnt');
const ANSWER_FROM = [0.2, 0.25, 0.3, 0.35, 0.4, 0.5];
const CHOICE_FROM = [0.1, 0.15, 0.2, 0.25, 0.3];
/** Their answer is declined before anything is searched. */
const NO_QUESTIONS = /^(?:attack|offtopic|smalltalk)/;
/** Written for given pairs, many a pair: for a quick look some of them will do. */
const WRITTEN = /^(?:train|enrichment)/;

const options = optionsOf(
  {
    questions: { type: 'string', multiple: true, default: [] },
    rewrites: { type: 'string' },
    every: { type: 'string', default: '1' },
    'dry-run': { type: 'boolean', default: false },
    step: { type: 'string' },
  },
  'npm run fit -- --questions FILE.jsonl… [--rewrites FILE.jsonl] [--every N] [--dry-run]   (STORE_DIR: README)',
);

async function main(): Promise<void> {
  const files = await Promise.all(options.questions.map(judgedQuestions));
  const asked = files.flat().filter(({ style }) => !NO_QUESTIONS.test(style));
  if (options.rewrites !== undefined) asked.push(...(await rewritten(asked, options.rewrites)));
  const questions = some(asked, Number(options.every)).filter(({ style }, i) => style !== 'enrichment' || i % 2 === 0);
  if (questions.length === 0) throw new Error('Es fehlt --questions FILE.jsonl. (--questions is missing.)');
  if (options.step === undefined) {
    // Each in a process of its own: what is learnt of words is among the evidence that the order is learnt from.
    for (const step of options['dry-run'] ? ['pairs'] : ['words', 'pairs']) {
      execFileSync(process.execPath, [import.meta.filename, ...process.argv.slice(2), '--step', step], {
        stdio: 'inherit',
      });
    }
    return;
  }
  const papers = await storedDocuments(process.env.STORE_DIR || '.store');
  const { parts, documents } = await openCorpus(papers);
  // What words are like is learnt from a third of them as well.
  if (options.step === 'words') {
    return save('importance', fitImportance(await collect(some(questions, 3), documents, parts, false)));
  }
  const collected = await collect(questions, documents, parts, false);
  collected.push(...(await collect(some(questions, 4), documents, parts, true)));
  collected.push(
    ...(await collectSmall(
      questions.filter(({ rewrite }) => rewrite === null),
      papers,
    )),
  );
  const { judged, models } = fitted(collected);
  report(judged);
  if (options['dry-run']) return;
  for (const [name, model] of Object.entries(models)) await save(name, model);
}

function some(questions: JudgedQuestion[], every: number): JudgedQuestion[] {
  const written = questions.filter(({ id }) => WRITTEN.test(id)).filter((_, i) => i % every === 0);
  return [...questions.filter(({ id }) => !WRITTEN.test(id)), ...written];
}

const save = (name: string, model: object) => writeFile(join(LEARNT, `${name}.json`), `${JSON.stringify(model)}\n`);

function report(judged: Judged[]): void {
  console.log('Auf Vorlagen, an denen nicht gelernt wurde (on papers that were left out):');
  console.table(outcomes(judged, THRESHOLDS));
  console.table(calibration(judged));
  for (const answerFrom of ANSWER_FROM) {
    console.log(`answerFrom ${answerFrom}`);
    console.table(shortened(outcomes(judged, { ...THRESHOLDS, answerFrom }), ['right', 'beside', 'precision']));
  }
  for (const choiceFrom of CHOICE_FROM) {
    console.log(`choiceFrom ${choiceFrom}`);
    console.table(shortened(outcomes(judged, { ...THRESHOLDS, choiceFrom }), ['served', 'vain', 'nothing']));
  }
}

const shortened = <T extends object>(table: Record<string, T>, columns: (keyof T)[]) =>
  Object.fromEntries(
    Object.entries(table).map(([row, of]) => [row, Object.fromEntries(columns.map((column) => [column, of[column]]))]),
  );

await main().catch((error: Error) => fail(error, process.env.STORE_DIR || '.store'));
