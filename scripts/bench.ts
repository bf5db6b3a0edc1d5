// Speed, memory and size beside the engines that a project would take off the shelf, in one run on one machine.
// Run with: npm run bench -- [--questions FILE.jsonl [--rewrites FILE.jsonl]] [--dump FILE.jsonl.zst] [--worker] [--write-readme] [--json]
// Last comes what a question, a check, an isolate's first question and ten new papers cost the database.
//   without --dump   the documents of the store (STORE_DIR), all engines side by side, in this process; then our service
//   with --dump      every file of an OParl dump, our service only: how a whole city behaves
//   with --worker    the service is also measured in workerd, with the memory of its isolate
import { passagesOf } from '../corpus/passages.ts';
import type { ReplyDocument } from '../corpus/types.ts';
import { buildWebIfStale } from '../web/build/stale.ts';
import { optionsOf } from './arguments.ts';
import { parseDump } from './bench/dump.ts';
import { type BenchPassage, type BuiltEngine, ENGINES } from './bench/engines.ts';
import { heapMB } from './bench/heap.ts';
import { type Figures, measure } from './bench/measure.ts';
import { buildOurs } from './bench/our-engines.ts';
import { type Home, measureService, type ServiceFigures } from './bench/our-service.ts';
import { summaryOf } from './bench/summary.ts';
import { readQuestions } from './evaluate/questions.ts';
import { markdownTable, writeReadme } from './evaluate/readme.ts';
import { fail } from './fault.ts';
import { openStore } from './store.ts';

const QUESTIONS = 100;
const DEPTH = 20;
const USAGE =
  'npm run bench -- [--questions FILE.jsonl [--rewrites FILE.jsonl]] [--dump FILE.jsonl.zst] [--worker] [--write-readme] [--json]';

interface Row extends Figures {
  engine: string;
  buildSeconds: number;
  indexMB: number;
  /** Of JavaScript alone: SQLite's pages are not in it. */
  heapMB: number | null;
}

type Documents = () => AsyncIterable<ReplyDocument>;

const values = optionsOf(
  {
    questions: { type: 'string' },
    rewrites: { type: 'string' },
    dump: { type: 'string' },
    worker: { type: 'boolean', default: false },
    'write-readme': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
  USAGE,
);

async function main(): Promise<void> {
  const { dump, json } = values;
  const store = dump ? null : await openStore(process.env.STORE_DIR || '.store');
  const parsed = dump ? await parseDump(dump) : null;
  const documents: Documents = () => (parsed ?? store!).documents();
  const questions = values.questions
    ? await questionsIn(values.questions, values.rewrites ?? null)
    : await questionsOf(documents());
  if (questions.length === 0)
    throw new Error(
      'Es gibt nichts zu fragen: Der Dokumentspeicher ist leer. (The store is empty, there is nothing to ask.)',
    );

  // Before it has measured for minutes.
  buildWebIfStale();
  const rows: Row[] = [];
  const add = (row: Row) => {
    rows.push(row);
    if (json) console.log(JSON.stringify({ type: 'row', ...row }));
    else console.table([row]);
  };
  if (!dump) {
    const passages = await passagesIn(documents());
    for (const { name, build } of ENGINES) add(await rowOf(name, () => build(passages), questions));
    passages.length = 0;
    for (const engine of ['minisearch', 'd1'] as const) {
      const name = `Ratsauskunft, ${engine === 'd1' ? 'lists in SQLite' : 'MiniSearch'}, ranked, with snippets`;
      add(await rowOf(name, () => buildOurs(engine, documents), questions));
    }
  }
  const measured = new Map<Home, ServiceFigures>();
  for (const home of values.worker ? (['node', 'worker'] as const) : (['node'] as const)) {
    const figures = await measureService(documents, questions, DEPTH, home);
    measured.set(home, figures);
    const { buildSeconds, databaseMB: indexMB, isolateMB, search } = figures;
    const name = home === 'node' ? 'on Node, whole HTTP request' : 'Worker with local D1, whole HTTP request';
    add({ engine: `Ratsauskunft, ${name}`, buildSeconds, indexMB, heapMB: isolateMB, ...search });
  }
  const { passages, buildMB, processMB, roundTrip } = measured.get('node')!;
  const { isolateMB = null, processMB: workerdMB = null } = measured.get('worker') ?? {};
  if (!json) {
    console.table(rows);
    console.log(
      `${questions.length} questions, ${passages} passages. Of an HTTP request ${roundTrip.medianMs} ms are the way there and back (/api/health).`,
    );
    for (const [home, figures] of measured) {
      const { use } = figures;
      console.log(`What our service asks of its database, ${home === 'node' ? 'on Node' : 'in workerd'}, mean:`);
      console.table(use);
      console.table(summaryOf(figures));
    }
    console.log(`Building took up to ${Math.round(buildMB)} MB, the service has ${Math.round(processMB)} MB resident.`);
  }
  await parsed?.remove();
  if (values['write-readme']) {
    const summary = markdownTable(
      ['what', 'value'],
      summaryOf(measured.get('node')!).map(({ what, value }) => [what, value]),
    );
    await writeReadme('bench', `${table(rows, passages, roundTrip.medianMs)}\n\n${summary}`);
  }
  console.log(
    JSON.stringify({
      questions: questions.length,
      passages,
      buildMB,
      processMB,
      isolateMB,
      workerdMB,
      roundTrip,
      update: measured.get('node')!.update,
      summary: summaryOf(measured.get('node')!),
      databaseUse: Object.fromEntries(Array.from(measured, ([home, { use }]) => [home, use])),
      rows,
    }),
  );
}

async function rowOf(
  engine: string,
  build: () => Promise<BuiltEngine> | BuiltEngine,
  questions: string[],
): Promise<Row> {
  const heapBefore = heapMB();
  const started = performance.now();
  const built = await build();
  const buildSeconds = (performance.now() - started) / 1000;
  const heap = Math.max(0, heapMB() - heapBefore);
  const figures = await measure(questions, (question) => built.search(question, DEPTH));
  return { engine, buildSeconds, indexMB: built.bytes() / 1e6, heapMB: heap, ...figures };
}

async function passagesIn(documents: AsyncIterable<ReplyDocument>): Promise<BenchPassage[]> {
  const passages: BenchPassage[] = [];
  for await (const document of documents) {
    for (const { start, end, pair } of passagesOf(document)) {
      const question = document.pairs[pair]?.questionText ?? '';
      const text = `${question} ${document.text.slice(start, end)}`;
      passages.push({ id: passages.length, title: document.title, text });
    }
  }
  return passages;
}

/** With its recorded rewriting a question is as long as one that a model has rewritten; those without are left out. */
async function questionsIn(path: string, rewrites: string | null): Promise<string[]> {
  const questions = (await readQuestions(path, rewrites)).flatMap(({ question, rewrite }) => {
    if (rewrites === null) return [question];
    return rewrite ? [[rewrite.standalone, ...rewrite.terms].join(' ')] : [];
  });
  return everyNth(questions);
}

/** Questions that were really asked. */
async function questionsOf(documents: AsyncIterable<ReplyDocument>): Promise<string[]> {
  const asked: string[] = [];
  for await (const { pairs } of documents) {
    const question = pairs[0]?.questionText;
    if (question) asked.push(question.slice(0, 300));
  }
  return everyNth(asked);
}

function everyNth(questions: string[]): string[] {
  const step = Math.max(1, Math.floor(questions.length / QUESTIONS));
  return questions.filter((_, i) => i % step === 0).slice(0, QUESTIONS);
}

function table(rows: Row[], passages: number, roundTripMs: number): string {
  const head = ['engine', 'build s', 'index MB', 'heap MB', 'query median ms', 'p95 ms', 'CPU ms'];
  const cells = rows.map(({ engine, buildSeconds, indexMB, heapMB, medianMs, p95Ms, cpuMs }) => [
    ...[engine, buildSeconds.toFixed(1), indexMB.toFixed(1), heapMB === null ? '–' : heapMB.toFixed(0)],
    ...[medianMs, p95Ms, cpuMs],
  ]);
  return `${passages} passages, ${DEPTH} hits a question; of the HTTP request ${roundTripMs} ms are the way there and back. CPU is the processor time a question takes, which a busy machine hardly changes; heap is JavaScript's alone.\n\n${markdownTable(head, cells)}`;
}

await main().catch((error: Error) => fail(error, process.env.STORE_DIR || '.store'));
