// Measures the parser against what a reader marked in real documents, and its speed over whole collections.
// Run with: npm run eval:parsing -- [--data ../shared/data] [--all] [--details]
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { zstdDecompressSync } from 'node:zlib';
import { fileRole } from '../corpus/parse/classify.ts';
import { parseInquiry } from '../corpus/parse/inquiry.ts';
import { type Broken, brokenIn } from '../corpus/parse/invariants.ts';
import { parseReply } from '../corpus/parse/parse.ts';
import type { ReplyDocument, Span } from '../corpus/types.ts';
import { optionsOf } from './arguments.ts';
import { countInquiry, noInquiries } from './evaluate/inquiries.ts';
import { unmarked } from './evaluate/marked.ts';
import { type Agreement, agreementOf, f1, type TruthDocument } from './evaluate/parsing.ts';
import { countSpans, type PairTruth, type SpanCount } from './evaluate/spans.ts';
import { told } from './language.ts';

const values = optionsOf(
  {
    data: { type: 'string', default: '../shared/data' },
    /** Time all files of all papers, not only the answers. */
    all: { type: 'boolean', default: false },
    details: { type: 'boolean', default: false },
  },
  'npm run eval:parsing [-- --data ../shared/data] [--all] [--details]',
);

interface DumpFile {
  id: string;
  name?: string;
  text?: string;
}

interface DumpPaper {
  name?: string;
  mainFile?: DumpFile;
  auxiliaryFile?: DumpFile[];
}

if (!existsSync(`${values.data}/karlsruhe-answers.jsonl.zst`)) {
  console.error(
    told(
      `In ${values.data} liegt kein karlsruhe-answers.jsonl.zst; --data nennt den Ordner. (There is no karlsruhe-answers.jsonl.zst in ${values.data}: name the folder by --data.)`,
    ),
  );
  process.exit(1);
}
const truth = JSON.parse(readFileSync('test/evaluation/segmentation-truth.json', 'utf8')) as {
  documents: TruthDocument[];
};
const answerIds = new Set(
  (JSON.parse(readFileSync(`${values.data}/karlsruhe-answer-files.json`, 'utf8')) as string[]).map(lastSegment),
);

const wanted = new Map(truth.documents.map((document) => [document.file, document]));
const results: { document: TruthDocument; agreement: Agreement }[] = [];
const shares = { documents: 0, withPairs: 0, ms: 0 };
const characters = { header: 0, questions: 0, answers: 0, between: 0, end: 0 };
const inquiries = noInquiries();
/** Papers read by hand whose layouts are hard; beside the data, where it is there. */
const hard = hardTruth(`${values.data}/../eval/segmentation-20.json`);
const hardCounts: SpanCount[] = [];
/** Documents in which an invariant is broken, and in how many places. */
const broken = new Map<keyof Broken, { documents: number; places: number }>();
let current = '';
const failures = new Map<string, number>();

for (const paper of papersOf(`${values.data}/karlsruhe-answers.jsonl.zst`)) {
  const files = [paper.mainFile, ...(paper.auxiliaryFile ?? [])].filter((file) => file?.text) as DumpFile[];
  for (const file of files) {
    const id = lastSegment(file.id);
    if (!answerIds.has(id)) continue;
    current = id;
    const inquiry = files.find((other) => other !== file && roleOf(other) === 'inquiry');
    const start = performance.now();
    const parsed = parseReply({
      id,
      file: file.id,
      pages: [{ number: 1, text: file.text! }],
      meta: inquiry ? { inquiryText: inquiry.text! } : {},
    });
    shares.ms += performance.now() - start;
    shares.documents++;
    if (!parsed.ok) {
      failures.set(parsed.error, (failures.get(parsed.error) ?? 0) + 1);
      continue;
    }
    count(parsed.value);
    countBroken(parsed.value);
    const pairs = hard.get(id);
    if (pairs) hardCounts.push(countSpans(parsed.value, pairs));
    if (inquiry) countQuestions(parsed.value, inquiry.text!);
    const document = wanted.get(id);
    if (document) results.push({ document, agreement: agreementOf(document, file.text!, parsed.value) });
  }
}

const summary: Record<string, unknown> = {};
for (const set of ['layouts', 'fresh'] as const) {
  const own = results.filter(({ document }) => document.set === set).map(({ agreement }) => agreement);
  if (own.length > 0) summary[set] = figuresOf(own);
}
summary.invented = spanFigures(inventedCounts('test/evaluation/layouts'));
if (hardCounts.length > 0) summary.hard = spanFigures(hardCounts);
if (values.details) {
  for (const { document, agreement } of results) {
    for (const difference of agreement.differences) console.log(`${document.file}  ${difference}`);
  }
}
summary.inquiries = {
  ...{ inquiries: inquiries.inquiries, questions: inquiries.asked },
  found: rounded(inquiries.found / inquiries.asked),
  exact: rounded(inquiries.exact / inquiries.asked),
  extra: rounded(inquiries.extra / inquiries.asked),
};
const all = Object.values(characters).reduce((a, b) => a + b, 0);
summary.answers = {
  documents: shares.documents,
  withQuestionAndAnswer: rounded(shares.withPairs / shares.documents),
  characters: Object.fromEntries(Object.entries(characters).map(([name, n]) => [name, rounded(n / all)])),
  skipped: Object.fromEntries(failures),
  documentsPerSecond: Math.round((1_000 * shares.documents) / shares.ms),
};
const { askedInside, asksInside, askersInside, uncovered, taken, nothing } = Object.fromEntries(broken);
summary.broken = { askedInside, asksInside, askersInside, uncovered, taken, nothing };
if (values.all) summary.everything = timeEverything(`${values.data}/karlsruhe-full.jsonl.zst`);
console.log(JSON.stringify(summary, null, 1));
console.log(JSON.stringify(summary));

function count(document: ReplyDocument): void {
  const { pairs, text } = document;
  if (pairs.some(({ questionText, answer }) => questionText !== null && answer.end > answer.start)) shares.withPairs++;
  const kinds = new Uint8Array(text.length);
  for (const { question } of pairs) if (question) kinds.fill(1, question.start, question.end);
  for (const { answer } of pairs) kinds.fill(2, answer.start, answer.end);
  const first = kinds.findIndex((kind) => kind > 0);
  const last = kinds.findLastIndex((kind) => kind > 0);
  for (const [i, kind] of kinds.entries()) {
    if (kind === 1) characters.questions++;
    else if (kind === 2) characters.answers++;
    else if (i < first) characters.header++;
    else if (i > last) characters.end++;
    else if (/\S/.test(text[i]!)) characters.between++;
  }
}

function countBroken(document: ReplyDocument): void {
  for (const [name, spans] of Object.entries(brokenIn(document)) as [keyof Broken, Span[]][]) {
    const sum = broken.get(name) ?? { documents: 0, places: 0 };
    broken.set(name, { documents: sum.documents + Math.min(1, spans.length), places: sum.places + spans.length });
    if (!values.details) continue;
    for (const { start, end } of spans) console.log(`${current}  ${name} at ${start}-${end}`);
  }
}

function hardTruth(path: string): Map<string, PairTruth[]> {
  if (!existsSync(path)) return new Map();
  const documents = JSON.parse(readFileSync(path, 'utf8')) as { file: string; pairs: PairTruth[] }[];
  return new Map(documents.map(({ file, pairs }) => [file, pairs]));
}

/** Invented replies in layouts of many cities, with their pairs marked in them. */
function inventedCounts(folder: string): SpanCount[] {
  return readdirSync(folder).flatMap((name) => {
    const { text, pairs } = unmarked(readFileSync(`${folder}/${name}`, 'utf8'));
    const parsed = parseReply({ id: 'invented', file: name, pages: [{ number: 1, text }], meta: {} });
    return parsed.ok ? countSpans(parsed.value, pairs) : [];
  });
}

function spanFigures(counts: SpanCount[]) {
  const sum = (pick: (count: SpanCount) => number) => counts.reduce((n, count) => n + pick(count), 0);
  const truth = sum((c) => c.truth);
  const got = sum((c) => c.got);
  const strict = sum((c) => c.strict);
  const overlapping = sum((c) => c.overlapping);
  return {
    documents: counts.length,
    f1Strict: rounded(f1(strict, got, truth)),
    f1Overlapping: rounded(f1(overlapping, got, truth)),
    asked: rounded(sum((c) => c.asked) / sum((c) => c.questions)),
  };
}

/** Only answers that repeat more than one question say what the inquiry asked. */
function countQuestions({ pairs }: ReplyDocument, inquiry: string): void {
  const repeated = pairs.flatMap((pair) => (pair.questionFrom === 'document' ? pair.questionText! : []));
  if (repeated.length < 2) return;
  const { questions } = parseInquiry([{ number: 1, text: inquiry }]);
  const found = questions.map(({ text }) => text);
  countInquiry(inquiries, repeated, found);
  if (!values.details) return;
  const alone = noInquiries();
  countInquiry(alone, repeated, found);
  if (alone.found < alone.asked || alone.extra > 0) {
    console.log(`inquiry of ${current}: ${alone.found} of ${alone.asked}, extra ${alone.extra}`);
  }
}

function figuresOf(own: Agreement[]) {
  const sum = (pick: (agreement: Agreement) => number) => own.reduce((n, agreement) => n + pick(agreement), 0);
  const truthCount = sum((a) => a.truth);
  const found = sum((a) => a.found);
  const fields = Object.keys(own[0]!.header).map((field) => {
    const right = sum((a) => a.header[field]!.right);
    const wrong = sum((a) => a.header[field]!.wrong);
    const missed = sum((a) => a.header[field]!.missed);
    return [
      field,
      { precision: rounded(right / (right + wrong || 1)), recall: rounded(right / (right + missed || 1)) },
    ];
  });
  return {
    documents: own.length,
    answers: truthCount,
    f1Strict: rounded(
      f1(
        sum((a) => a.strict),
        found,
        truthCount,
      ),
    ),
    f1Overlapping: rounded(
      f1(
        sum((a) => a.overlapping),
        found,
        truthCount,
      ),
    ),
    numbersRight: rounded(sum((a) => a.numbered) / (sum((a) => a.overlapping) || 1)),
    header: Object.fromEntries(fields),
  };
}

/** Every file of every paper, whatever it is: no crash, and none that takes long. */
function timeEverything(path: string) {
  let files = 0;
  let ms = 0;
  const slowest = { ms: 0, file: '', characters: 0 };
  const seen = new Set<string>();
  for (const paper of papersOf(path)) {
    for (const file of [paper.mainFile, ...(paper.auxiliaryFile ?? [])]) {
      if (!file?.text || seen.has(file.id)) continue;
      seen.add(file.id);
      const start = performance.now();
      parseReply({ id: 'x', file: file.id, pages: [{ number: 1, text: file.text }], meta: {} });
      const took = performance.now() - start;
      files++;
      ms += took;
      if (took > slowest.ms)
        Object.assign(slowest, { ms: Math.round(took), file: file.id, characters: file.text.length });
    }
  }
  return {
    files,
    filesPerSecond: Math.round((1_000 * files) / ms),
    slowest,
    memoryMb: Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}

function roleOf(file: DumpFile) {
  return fileRole({ fileName: file.name ?? '' }, file.text ?? '');
}

/** Lines end at `\n` only: texts hold characters at which readline splits, too. */
function* papersOf(path: string): Generator<DumpPaper> {
  const bytes = zstdDecompressSync(readFileSync(path), { maxOutputLength: 2 ** 30 });
  for (let from = 0; from < bytes.length; ) {
    const at = bytes.indexOf(10, from);
    const end = at < 0 ? bytes.length : at;
    if (end > from) yield JSON.parse(bytes.toString('utf8', from, end)) as DumpPaper;
    from = end + 1;
  }
}

function lastSegment(id: string): string {
  return id.split('/').at(-1)!;
}

function rounded(n: number): number {
  return Math.round(n * 1_000) / 1_000;
}
