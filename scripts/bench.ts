// Speed, memory and size beside the engines that a project would take off the shelf, in one run on one machine.
// Run with: npm run bench -- [--questions FILE.jsonl] [--dump FILE.jsonl.zst] [--write-readme]
//   without --dump   the documents of the store (STORE_DIR), all engines side by side
//   with --dump      every file of an OParl dump, our D1 engine only: how a whole city behaves
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { passagesOf } from '../corpus/passages.ts';
import type { ReplyDocument } from '../corpus/types.ts';
import { documentsOfDump } from './bench/dump.ts';
import { type BenchPassage, ENGINES } from './bench/engines.ts';
import { measureService } from './bench/our-service.ts';
import { markdownTable, writeReadme } from './evaluate/readme.ts';
import { openStore } from './store.ts';

const QUESTIONS = 100;
const DEPTH = 20;
const USAGE = 'Aufruf: npm run bench -- [--questions FILE.jsonl] [--dump FILE.jsonl.zst] [--write-readme]';

interface Row {
  engine: string;
  buildSeconds: number;
  indexMB: number;
  medianMs: number;
  p95Ms: number;
}

async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      questions: { type: 'string' },
      dump: { type: 'string' },
      'write-readme': { type: 'boolean', default: false },
    },
  });
  const storeDir = process.env.STORE_DIR || '.store';
  const { dump } = values;
  const store = dump ? null : await openStore(storeDir);
  const documents = dump ? () => documentsOfDump(dump) : () => store!.documents();
  const passages = dump ? [] : await passagesIn(documents());
  const questions = values.questions ? await questionsIn(values.questions) : await questionsOf(documents());
  if (questions.length === 0) throw new Error('Es gibt nichts zu fragen: Der Dokumentspeicher ist leer.');

  const rows: Row[] = [];
  for (const engine of dump ? [] : ENGINES) {
    const started = performance.now();
    const built = await engine.build(passages);
    const buildSeconds = (performance.now() - started) / 1000;
    const times: number[] = [];
    for (const question of questions) {
      const asked = performance.now();
      await built.search(question, DEPTH);
      times.push(performance.now() - asked);
    }
    rows.push({ engine: engine.name, buildSeconds, indexMB: built.bytes() / 1e6, ...spread(times) });
    console.table([rows.at(-1)]);
  }
  const ours = await measureService(documents, questions, DEPTH);
  rows.push({
    engine: `Ratsauskunft, D1 in workerd, a whole HTTP request (${ours.passages} passages)`,
    ...{ buildSeconds: ours.buildSeconds, indexMB: ours.databaseMB },
    ...spread(ours.timesMs),
  });
  console.table(rows);
  console.log(`workerd: ${Math.round(ours.workerMB)} MB resident after ${questions.length} questions`);
  if (values['write-readme']) await writeReadme('bench', table(rows));
  console.log(JSON.stringify({ questions: questions.length, passages: ours.passages, workerMB: ours.workerMB, rows }));
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

/** With a recorded rewriting beside it a question is as long as one that a model has rewritten. */
async function questionsIn(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, QUESTIONS).map((line) => {
    const { question, standalone, terms } = JSON.parse(line);
    return standalone ? [standalone, ...terms].join(' ') : question;
  });
}

/** Every nth question that was really asked. */
async function questionsOf(documents: AsyncIterable<ReplyDocument>): Promise<string[]> {
  const asked: string[] = [];
  for await (const { pairs } of documents) {
    const question = pairs[0]?.questionText;
    if (question) asked.push(question.slice(0, 300));
  }
  const step = Math.max(1, Math.floor(asked.length / QUESTIONS));
  return asked.filter((_, i) => i % step === 0).slice(0, QUESTIONS);
}

function spread(times: number[]): { medianMs: number; p95Ms: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10;
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

function table(rows: Row[]): string {
  const head = ['engine', 'build s', 'index MB', 'query median ms', 'query p95 ms'];
  return markdownTable(
    head,
    rows.map((row) => [row.engine, row.buildSeconds.toFixed(1), row.indexMB.toFixed(1), row.medianMs, row.p95Ms]),
  );
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const { code, message } = error as Error & { code?: string };
  console.error(code?.startsWith('ERR_PARSE_ARGS') ? `${message}\n${USAGE}` : message);
  process.exitCode = 1;
}
