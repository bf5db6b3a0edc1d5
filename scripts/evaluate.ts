// Measures search and answers on a file of questions with known answers; the last line is one JSON object.
// Run with: npm run eval -- --questions FILE.jsonl [--rewrites FILE.jsonl] [--url URL] [--help …]
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { modelFrom } from '../api/answer/model/model.ts';
import type { ChatResponse } from '../api/events.ts';
import { argumentsOf, misunderstood } from './arguments.ts';
import { abstentionFigures } from './evaluate/abstention.ts';
import { type AnsweredQuestion, answerFigures } from './evaluate/answers.ts';
import { goldSent } from './evaluate/gold-sent.ts';
import type { inProcess, OwnIndex } from './evaluate/in-process.ts';
import { type PairsOfQuestion, pairFigures } from './evaluate/pairs.ts';
import { type Question, readQuestions } from './evaluate/questions.ts';
import { evaluationTable, writeReadme } from './evaluate/readme.ts';
import { type RankedQuestion, retrievalFigures } from './evaluate/retrieval.ts';
import { running } from './evaluate/running.ts';
import { type ServedQuestion, servedFigures } from './evaluate/served.ts';
import { type FoundPair, pairOf, type Service } from './evaluate/service.ts';
import {
  type FormsOfQuestion,
  formOf,
  VARIANTS,
  type Variant,
  variantFigures,
  variantOf,
} from './evaluate/variants.ts';
import { fail } from './fault.ts';

const DEPTH = 20;
const USAGE = `npm run eval -- --questions FILE.jsonl [OPTIONEN]
  --judged FILE.jsonl       kurze Fragen mit allen Paaren, die antworten (short questions with all pairs that answer)
  --variants                auch klein, ohne Fragezeichen, vertippt: dieselbe Form? (the same form as typed in haste?)
  --rewrites FILE.jsonl     umformulierte Fragen, wie ein Modell sie gibt (recorded rewritings)
  --url URL                 misst einen laufenden Dienst (measures a running service)
  --engine minisearch|d1    sonst die, für die der Index gebaut ist (else the index's own)
  --only-files FILE.json    nur diese Dokumente, letzte Segmente ihrer File-Kennungen (only these documents)
  --no-enrichment           ohne das, was „npm run enrich“ schrieb (without what "npm run enrich" wrote)
  --no-lexicon              ohne Lexikon (without the lexicon)
  --no-answers              nur die Suche (search only)
  --live                    Antworten vom Modell; kostet Geld (answers by the model; costs money)
  --json                    nur die letzte Zeile (the last line only)
  --write-readme            schreibt die Tabelle in MEASURED.md (writes the table into MEASURED.md)`;
/** They choose what is measured in this process. */
const ONLY_IN_PROCESS = ['engine', 'only-files', 'no-enrichment', 'no-lexicon', 'live'] as const;

interface Options {
  questions: string;
  judged: string | null;
  variants: boolean;
  rewrites: string | null;
  url: string | null;
  engine: 'minisearch' | 'd1' | null;
  onlyFiles: string | null;
  enrichment: boolean;
  lexicon: boolean;
  answers: boolean;
  live: boolean;
  json: boolean;
  writeReadme: boolean;
}

function asked(): Options {
  const config = {
    options: {
      questions: { type: 'string' },
      judged: { type: 'string' },
      variants: { type: 'boolean', default: false },
      rewrites: { type: 'string' },
      url: { type: 'string' },
      engine: { type: 'string' },
      'only-files': { type: 'string' },
      'no-enrichment': { type: 'boolean', default: false },
      'no-lexicon': { type: 'boolean', default: false },
      'no-answers': { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      'write-readme': { type: 'boolean', default: false },
    },
  } as const;
  const { values } = argumentsOf(config, USAGE);
  const { questions, engine } = values;
  if (!questions) {
    return misunderstood({ de: 'Es fehlt --questions FILE.jsonl.', en: '--questions FILE.jsonl is missing.' }, USAGE);
  }
  if (engine !== undefined && engine !== 'minisearch' && engine !== 'd1') {
    const de = `--engine ${engine} gibt es nicht, nur minisearch und d1.`;
    return misunderstood({ de, en: `There is no --engine ${engine}, only minisearch and d1.` }, USAGE);
  }
  const misplaced = values.url === undefined ? undefined : ONLY_IN_PROCESS.find((name) => values[name]);
  if (misplaced) {
    const de = `--${misplaced} geht nicht zusammen mit --url.`;
    return misunderstood({ de, en: `--${misplaced} does not go together with --url.` }, USAGE);
  }
  return {
    questions,
    judged: values.judged ?? null,
    variants: values.variants,
    rewrites: values.rewrites ?? null,
    url: values.url ?? null,
    engine: engine ?? null,
    onlyFiles: values['only-files'] ?? null,
    enrichment: !values['no-enrichment'],
    lexicon: !values['no-lexicon'],
    answers: !values['no-answers'],
    live: values.live,
    json: values.json,
    writeReadme: values['write-readme'],
  };
}

async function main(options: Options): Promise<void> {
  const questions = [
    ...(await readQuestions(options.questions, options.rewrites)),
    ...(options.judged === null ? [] : await readQuestions(options.judged, null)),
  ];
  const own = await ownIndexOf(options);
  const model = options.live ? modelFrom(process.env) : null;
  if (options.live && !model) throw new Error('Für --live muss ANTHROPIC_API_KEY gesetzt sein. (Needs a key.)');
  const storeDir = process.env.STORE_DIR || '.store';
  const service = options.url ? running(options.url) : await fromStore(storeDir, options.engine, own, model);
  try {
    const { ranked, found, answered, forms } = await ask(service, questions, options);
    const retrieval = retrievalFigures(ranked);
    const pairs = pairFigures(found);
    const served = options.answers ? servedFigures(answered) : null;
    const variants = options.variants && options.answers ? variantFigures(forms) : null;
    const answers = options.answers ? answerFigures(answered) : null;
    const abstention = abstentionFigures(
      answered.map(({ gold, response: { confidence, kind, abstained } }) => ({
        answerable: gold.length > 0,
        // A request outside of the purpose is declined, whatever the search finds.
        confidence: kind === 'smalltalk' ? 0 : confidence,
        abstained,
      })),
    );
    const sent = options.answers ? await goldSent(questions, service.sent) : null;
    if (!options.json) {
      for (const table of [retrieval, pairs, served, variants, answers?.answerable, answers?.declined]) {
        if (table && Object.keys(table).length > 0) console.table(table);
      }
      if (sent) console.log('gold sentence among the sources that a model is sent:', sent);
      if (abstention) console.log(`AUROC ${abstention.auroc}: answerable against not`);
      if (abstention) console.table(abstention.at);
    }
    const rewrites = options.rewrites !== null;
    const result = {
      ...{
        questions: questions.length,
        rewrites,
        retrieval,
        pairs,
        served,
        variants,
        answers,
        abstention,
        goldSent: sent,
      },
    };
    if (options.writeReadme) await writeReadme('eval', evaluationTable(result));
    console.log(JSON.stringify(result));
  } finally {
    await service.close();
  }
}

/** Loaded for this alone: wrangler takes a second, on a busy machine ten. */
const fromStore: typeof inProcess = async (...how) => (await import('./evaluate/in-process.ts')).inProcess(...how);

/** Null: the store's index does. An index in which only the wanted documents are enriched would flatter itself. */
async function ownIndexOf({ onlyFiles, enrichment, lexicon }: Options): Promise<OwnIndex | null> {
  if (onlyFiles === null && enrichment && lexicon) return null;
  return { only: onlyFiles === null ? null : await filesIn(onlyFiles), enrichment, lexicon };
}

async function filesIn(path: string): Promise<Set<string>> {
  try {
    return new Set(z.array(z.coerce.string()).parse(JSON.parse(await readFile(path, 'utf8'))));
  } catch {
    throw new Error(`${path} ist keine lesbare JSON-Liste von Kennungen. (Not a readable JSON list of ids.)`);
  }
}

async function ask(service: Service, questions: Question[], { answers: withAnswers, variants, json }: Options) {
  const ranked: RankedQuestion[] = [];
  const found: PairsOfQuestion[] = [];
  const answered: (AnsweredQuestion & ServedQuestion)[] = [];
  const forms: FormsOfQuestion[] = [];
  for (const [i, question] of questions.entries()) {
    if (process.stderr.isTTY && !json) process.stderr.write(`\r${i + 1} von ${questions.length}\u001b[K`);
    const { style, lang, gold } = question;
    ranked.push({ style, lang, gold: gold.map(({ file }) => file), found: await service.search(question, DEPTH) });
    const isShort = question.type !== undefined;
    found.push({ style, lang, gold, isShort, pairs: gold.length === 0 ? [] : await service.pairs(question, DEPTH) });
    if (!withAnswers) continue;
    const response = await service.chat(question);
    const badCitations = await countBadCitations(response, service);
    const offered = await offeredBy(response, service);
    answered.push({ style, lang, gold, isShort, response, offered, badCitations });
    if (variants) forms.push({ style, lang, form: formOf(response), others: await formsOfVariants(question, service) });
  }
  if (process.stderr.isTTY && !json) process.stderr.write('\r\u001b[K');
  return { ranked, found, answered, forms };
}

/** The pairs of a choice, as far as they are shown at once. */
async function offeredBy({ sources }: ChatResponse, service: Service): Promise<FoundPair[]> {
  const shown = await Promise.all(
    sources.slice(0, 5).map(async (source) => {
      const document = await service.document(source.documentId);
      return document ? [pairOf(source, document)] : [];
    }),
  );
  return shown.flat();
}

async function formsOfVariants(question: Question, service: Service): Promise<Record<Variant, string | null>> {
  const forms: Record<Variant, string | null> = { small: null, unmarked: null, mistyped: null };
  for (const variant of VARIANTS) {
    const asked = variantOf(question.question, variant);
    if (asked !== null) forms[variant] = formOf(await service.chat({ ...question, question: asked }));
  }
  return forms;
}

/** The citation rule of CONTRACT.md, checked from outside. */
async function countBadCitations({ citations, sources }: ChatResponse, service: Service): Promise<number> {
  let bad = 0;
  for (const { source, start, end, quote } of citations) {
    const documentId = sources[source]?.documentId;
    const text = documentId === undefined ? undefined : (await service.document(documentId))?.text;
    if (text === undefined || text.slice(start, end) !== quote) bad++;
  }
  return bad;
}

await main(asked()).catch((error: Error) => fail(error, process.env.STORE_DIR || '.store'));
