// A question → the events of its answer. The pipeline of DESIGN.md "Answers", one step a file.
import type { ReplyDocument } from '../../corpus/types.ts';
import type { AnswerEvent, AnswerSummary, Filters, Lang } from '../events.ts';
import type { Hit, LiveIndex, Rewrite, SearchResult } from '../search/types.ts';
import { ABSTAIN_BELOW, abstain, abstention, decline } from './abstain.ts';
import type { Budget } from './model/budget.ts';
import type { ModelConfig } from './model/model.ts';
import { modelSources } from './model/model-sources.ts';
import { PROMPT_VERSION, questionText } from './model/prompts.ts';
import { openSpending, type Spending } from './model/spending.ts';
import { type Written, writeWithModel } from './model/write-with-model.ts';
import { analyse, queryOf } from './question/analysis.ts';
import { answerList } from './question/list-answer.ts';
import { listQuestion } from './question/lists.ts';
import { offPurpose } from './question/purpose.ts';
import { sureOf } from './question/sure.ts';
import { type Understood, understand } from './question/understand.ts';
import { excerptsOf } from './quote/excerpts.ts';
import { writeExcerpts } from './quote/extractive.ts';
import { followUps } from './quote/follow-ups.ts';
import { toSource } from './source.ts';
import { textsOf } from './texts.ts';
import { type AnswerWriter, openWriter } from './writer.ts';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

export interface AnswerRequest {
  id: string;
  /** 1 to 2,000 characters. */
  question: string;
  /** Earlier turns, oldest first, without the question. */
  history: Turn[];
  filters: Filters;
  lang: Lang;
  mode: 'auto' | 'extractive';
}

/** One step of an answer, for the log: never with the question's text. */
export interface Step {
  step: string;
  ms: number;
  [detail: string]: string | number | boolean | null;
}

export interface AnswerDeps {
  index: LiveIndex;
  /** Scheme and host of absolute URLs, without a slash at the end. */
  origin: string;
  now: Date;
  /** Null: no key, or the chat is switched to extractive. */
  model: ModelConfig | null;
  /** Null: tokens are not counted. */
  budget: Budget | null;
  /** A recorded rewriting in place of the understanding call: for measuring. */
  recorded?: Rewrite | null;
  /** Aborted when the browser goes away. */
  signal: AbortSignal;
  /** Keeps the Worker running until the cost is counted, also when the browser has gone. */
  waitUntil?(work: Promise<unknown>): void;
  log(step: Step): void;
}

/** Sources shown with an answer (CONTRACT.md). */
const MAX_SOURCES = 10;
/** Documents that are read for an answer. */
const MAX_READ = 6;

/**
 * @throws only when the index cannot be read: an outage, not an answer
 */
export async function* answer(request: AnswerRequest, deps: AnswerDeps): AsyncGenerator<AnswerEvent> {
  const counted = Promise.withResolvers<void>();
  deps.waitUntil?.(counted.promise);
  const spending = await openSpending(request, deps);
  try {
    for await (const event of answerEvents(request, deps, spending)) {
      yield event.type === 'summary' ? { ...event, summary: { ...event.summary, usage: spending.usage() } } : event;
    }
  } finally {
    await spending.close();
    counted.resolve();
  }
}

async function* answerEvents(
  request: AnswerRequest,
  deps: AnswerDeps,
  spending: Spending,
): AsyncGenerator<AnswerEvent> {
  const texts = textsOf(request.lang);
  const off = offPurpose(request.question);
  if (off !== null) return yield* decline(texts.declined(off), emptySummary(request));

  const list = listQuestion(request.question, deps.now);
  const listed = list && (await timed(deps, 'list', () => answerList(list, request, deps, emptySummary(request))));
  if (listed) return yield* listed;

  const { understood, found, bare } = await understandAndSearch(request, deps, spending);
  const summary: AnswerSummary = { ...emptySummary(request), notice: spending.notice };
  if (understood?.intent === 'smalltalk') return yield* decline(texts.declined('about-us'), summary);
  if (understood?.intent === 'other') return yield* decline(texts.declined('commission'), summary);
  const read = await readDocuments(found.hits, deps.index);
  const best = read[0];
  if (best) {
    summary.confidence =
      understood === null
        ? found.confidence
        : await sureOf(bare, found, understood.standalone, best.document, deps.index);
  }
  if (!best || summary.confidence < ABSTAIN_BELOW) {
    return yield* abstain(request, deps, found, understood, { ...summary, notice: null });
  }

  const sources = found.hits.map((hit) => toSource(hit, deps.origin));
  yield { type: 'sources', sources };
  const writer = openWriter(sources, deps.origin);
  if (spending.model !== null) {
    const written = yield* writeByModel(request, deps, spending, read, understood, writer);
    if (deps.signal.aborted) return;
    if (written.shown > 0) {
      const notice = written.ended === 'complete' || written.ended === 'unanswered' ? null : texts.incomplete;
      const asked = writer.documents().flatMap((id) => read.filter(({ document }) => document.id === id));
      const next = followUps(
        asked.map(({ hit, document }) => ({ document, pair: hit.pair })),
        request.question,
      );
      return yield { type: 'summary', summary: { ...summary, mode: 'claude', notice, followUps: next } };
    }
    if (written.ended === 'unanswered') {
      yield* writer.say(abstention(request, deps.index, understood, sources));
      return yield { type: 'summary', summary: { ...summary, kind: 'abstention', abstained: true } };
    }
    summary.notice = texts.notices[written.ended === 'complete' ? 'unproven' : written.ended];
  }

  const excerpts = excerptsOf(read, queryOf(found, understood?.standalone ?? request.question, deps.index), deps.index);
  if (excerpts.length === 0) {
    yield* writer.say(abstention(request, deps.index, understood, sources));
    return yield { type: 'summary', summary: { ...summary, kind: 'abstention', abstained: true } };
  }
  yield* writeExcerpts(writer, excerpts, request.lang, deps.now);
  yield { type: 'summary', summary: { ...summary, followUps: followUps(excerpts, request.question) } };
}

/** The bare question is searched while the fast model thinks; what it understood is searched after it. */
async function understandAndSearch(
  request: AnswerRequest,
  deps: AnswerDeps,
  spending: Spending,
): Promise<{ understood: Understood | null; found: SearchResult; bare: number }> {
  const search = (rewrite: Rewrite | null) =>
    timed(deps, 'search', () =>
      deps.index.search({
        query: request.question,
        filters: request.filters,
        history: request.history.filter((turn) => turn.role === 'user').map((turn) => turn.text),
        rewrite,
        sort: 'relevance',
        limit: MAX_SOURCES,
        offset: 0,
      }),
    );
  const [understood, bare] = await Promise.all([understoodBy(request, deps, spending), search(null)]);
  const found =
    understood?.intent === 'question'
      ? await search({ standalone: understood.standalone, terms: understood.terms })
      : bare;
  return { understood, found, bare: bare.confidence };
}

async function understoodBy(request: AnswerRequest, deps: AnswerDeps, spending: Spending): Promise<Understood | null> {
  const { model } = spending;
  if (deps.recorded) return { ...deps.recorded, intent: 'question' };
  if (model === null) return null;
  const { understood, problem, usage } = await timed(deps, 'understand', () =>
    understand(model, request.question, request.history, deps.signal),
  );
  spending.add(usage);
  if (problem !== null) deps.log({ step: 'understand-failed', ms: 0, problem });
  return understood;
}

async function* writeByModel(
  request: AnswerRequest,
  deps: AnswerDeps,
  spending: Spending,
  read: { hit: Hit; document: ReplyDocument }[],
  rewrite: Rewrite | null,
  writer: AnswerWriter,
): AsyncGenerator<AnswerEvent, Written> {
  const started = Date.now();
  const earlier = request.history.filter((turn) => turn.role === 'user').map((turn) => turn.text.slice(0, 300));
  const written = yield* writeWithModel(
    {
      model: spending.model!,
      sources: modelSources(read, deps.origin),
      question: questionText(
        request.question,
        earlier.slice(-3),
        rewrite?.standalone ?? null,
        deps.now.toISOString().slice(0, 10),
      ),
      lang: request.lang,
      now: deps.now,
      signal: deps.signal,
      terms: (text) => analyse(text, deps.index),
    },
    writer,
    (usage) => spending.add(usage),
  );
  deps.log({
    step: 'answer',
    ms: Date.now() - started,
    prompt: PROMPT_VERSION,
    ended: written.ended,
    shown: written.shown,
    withheld: Object.entries(written.withheld)
      .map(([reason, n]) => `${reason}:${n}`)
      .join(' '),
  });
  return written;
}

async function readDocuments(hits: Hit[], index: LiveIndex): Promise<{ hit: Hit; document: ReplyDocument }[]> {
  const read = await Promise.all(
    hits.slice(0, MAX_READ).map(async (hit) => ({ hit, document: await index.document(hit.document.id) })),
  );
  return read.flatMap(({ hit, document }) => (document === null ? [] : [{ hit, document }]));
}

function emptySummary(request: AnswerRequest): AnswerSummary {
  return {
    id: request.id,
    kind: 'answer',
    mode: 'extractive',
    abstained: false,
    confidence: 0,
    notice: null,
    followUps: [],
    listUrl: null,
    usage: null,
  };
}

async function timed<T>(deps: AnswerDeps, step: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const value = await work();
  deps.log({ step, ms: Date.now() - started });
  return value;
}
