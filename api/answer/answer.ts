// A question → the events of its answer. The pipeline of DESIGN.md "Answers", one step a file.
import type { ReplyDocument } from '../../corpus/types.ts';
import type { AnswerEvent, AnswerSummary, Filters, Lang, Source, Usage } from '../events.ts';
import type { Hit, LiveIndex, Rewrite, SearchResult } from '../search/types.ts';
import { analyse, contentWords, queryOf } from './analysis.ts';
import type { Budget } from './budget.ts';
import { excerptsOf } from './excerpts.ts';
import { writeExcerpts } from './extractive.ts';
import { followUps } from './follow-ups.ts';
import { answerList } from './list-answer.ts';
import { listQuestion } from './lists.ts';
import type { ModelConfig } from './model.ts';
import { modelSources } from './model-sources.ts';
import { PROMPT_VERSION, questionText } from './prompts.ts';
import { offPurpose } from './purpose.ts';
import { toSource } from './source.ts';
import { textsOf } from './texts.ts';
import { type Understanding, understand } from './understand.ts';
import { type Written, writeWithModel } from './write-with-model.ts';
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
  /** Aborted when the browser goes away. */
  signal: AbortSignal;
  log(step: Step): void;
}

/** Below this confidence the corpus is taken not to answer the question. Measured: README, "How good it is". */
export const ABSTAIN_BELOW = 0.3;
/** Below this one not even related answers are shown. */
const NOTHING_NEAR_BELOW = 0.1;

/** Sources shown with an answer (CONTRACT.md). */
const MAX_SOURCES = 10;
/** Documents that are read for an answer. */
const MAX_READ = 6;
/** What one question likely costs: sources, prompt and answer, and the understanding before it. */
const LIKELY_TOKENS = 8_000;

/**
 * @throws only when the index cannot be read: an outage, not an answer
 */
export async function* answer(request: AnswerRequest, deps: AnswerDeps): AsyncGenerator<AnswerEvent> {
  const spending = await openSpending(request, deps);
  try {
    yield* answered(request, deps, spending);
  } finally {
    await spending.close();
  }
}

async function* answered(request: AnswerRequest, deps: AnswerDeps, spending: Spending): AsyncGenerator<AnswerEvent> {
  const { index, origin } = deps;
  const { question, lang } = request;
  const off = offPurpose(question);
  if (off !== null) return yield* decline(request, textsOf(lang).declined(off), spending);

  const list = listQuestion(question, deps.now);
  const listed = list && (await timed(deps, 'list', () => answerList(list, request, deps, emptySummary(request))));
  if (listed) return yield* listed;

  const { understanding, found } = await understandAndSearch(request, deps, spending);
  const intent = understanding?.understood?.intent ?? 'question';
  if (intent !== 'question') {
    const why = intent === 'smalltalk' ? 'about-us' : 'commission';
    return yield* decline(request, textsOf(lang).declined(why), spending);
  }
  const rewrite = understanding?.understood ?? null;
  if (found.hits.length === 0 || found.confidence < ABSTAIN_BELOW) {
    return yield* abstain(request, deps, found, rewrite, spending);
  }

  const sources = found.hits.map((hit) => toSource(hit, origin));
  yield { type: 'sources', sources };
  const read = await readDocuments(found.hits, index);
  const writer = openWriter(sources, origin);
  const summary: AnswerSummary = { ...emptySummary(request), confidence: found.confidence };
  let notice: string | null = spending.notice;
  if (spending.model !== null) {
    const written = yield* writeByModel(request, deps, spending, read, rewrite, writer);
    if (deps.signal.aborted) return;
    if (written.ended === 'unanswered' && written.shown === 0) {
      yield* writer.say(abstention(request, rewrite, sources));
      return yield finish({ ...summary, kind: 'abstention', abstained: true }, spending);
    }
    if (written.shown > 0) {
      const whole = written.ended === 'complete' || written.ended === 'unanswered';
      return yield finish(
        {
          ...summary,
          mode: 'claude',
          notice: whole ? null : textsOf(lang).incomplete,
          followUps: suggestions(writer, read, request),
        },
        spending,
      );
    }
    notice =
      textsOf(lang).notices[
        written.ended === 'complete' || written.ended === 'unanswered' ? 'unproven' : written.ended
      ];
  }
  const excerpts = excerptsOf(read, queryOf(found, request, rewrite));
  if (excerpts.length === 0) {
    yield* writer.say(abstention(request, rewrite, sources));
    return yield finish({ ...summary, kind: 'abstention', abstained: true, notice }, spending);
  }
  yield* writeExcerpts(writer, excerpts, lang, deps.now);
  yield finish(
    {
      ...summary,
      notice,
      followUps: followUps(
        excerpts.map((e) => ({ document: e.document, pairs: [e.pair] })),
        question,
      ),
    },
    spending,
  );
}

/** The bare question is searched while the fast model thinks; what it understood is searched after it. */
async function understandAndSearch(
  request: AnswerRequest,
  deps: AnswerDeps,
  spending: Spending,
): Promise<{ understanding: Understanding | null; found: SearchResult }> {
  const { model } = spending;
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
  if (model === null) return { understanding: null, found: await search(null) };
  const [understanding, bare] = await Promise.all([
    timed(deps, 'understand', () => understand(model, request.question, request.history, deps.signal)),
    search(null),
  ]);
  spending.add(understanding.usage);
  if (understanding.problem !== null) deps.log({ step: 'understand-failed', ms: 0, problem: understanding.problem });
  const { understood } = understanding;
  if (understood === null || understood.intent !== 'question') return { understanding, found: bare };
  return { understanding, found: await search({ standalone: understood.standalone, terms: understood.terms }) };
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
      terms: analyse,
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

function* decline(request: AnswerRequest, sentence: string, spending: Spending): Generator<AnswerEvent> {
  yield { type: 'sources', sources: [] };
  yield { type: 'text', delta: sentence };
  yield finish({ ...emptySummary(request), kind: 'smalltalk', abstained: true }, spending);
}

function* abstain(
  request: AnswerRequest,
  deps: AnswerDeps,
  found: SearchResult,
  rewrite: Rewrite | null,
  spending: Spending,
): Generator<AnswerEvent> {
  const near = found.confidence < NOTHING_NEAR_BELOW ? [] : found.hits.slice(0, MAX_NEAR);
  const sources = near.map((hit) => toSource(hit, deps.origin));
  yield { type: 'sources', sources };
  yield* openWriter(sources, deps.origin).say(abstention(request, rewrite, sources));
  const summary = { ...emptySummary(request), kind: 'abstention' as const, abstained: true };
  yield finish({ ...summary, confidence: found.confidence }, spending);
}

/** Related answers beside an abstention. */
const MAX_NEAR = 3;

function abstention(request: AnswerRequest, rewrite: Rewrite | null, sources: Source[]): string {
  const texts = textsOf(request.lang);
  const lookedFor = rewrite?.terms.slice(0, 6) ?? contentWords(request.question);
  return [texts.abstention(lookedFor), sources.length > 0 ? texts.near : texts.rephrase].join(' ');
}

function suggestions(
  writer: AnswerWriter,
  read: { hit: Hit; document: ReplyDocument }[],
  request: AnswerRequest,
): string[] {
  const cited = writer.documents().flatMap((id) => read.filter(({ document }) => document.id === id));
  return followUps(
    cited.map(({ hit, document }) => ({ document, pairs: document.pairs.filter((p) => p.number === hit.pair.number) })),
    request.question,
  );
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

function finish(summary: AnswerSummary, spending: Spending): AnswerEvent {
  return { type: 'summary', summary: { ...summary, usage: spending.usage() } };
}

interface Spending {
  /** Null when no model is to be asked. */
  model: ModelConfig | null;
  /** Why not, if a citizen should know. */
  notice: string | null;
  add(usage: Usage | null): void;
  usage(): Usage | null;
  /** Settles the reservation and logs the cost. */
  close(): Promise<void>;
}

async function openSpending(request: AnswerRequest, deps: AnswerDeps): Promise<Spending> {
  const { budget } = deps;
  const spent: Usage = { inputTokens: 0, outputTokens: 0, cachedTokens: 0 };
  const wanted = request.mode === 'auto' && offPurpose(request.question) === null ? deps.model : null;
  let asked = false;
  // A budget that cannot be read must not be overrun.
  const open = wanted === null || budget === null || (await budget.reserve(LIKELY_TOKENS).catch(() => false));
  const reserved = wanted !== null && budget !== null && open ? LIKELY_TOKENS : 0;
  return {
    model: open ? wanted : null,
    notice: open ? null : textsOf(request.lang).notices.budget,
    add(usage) {
      if (usage === null) return;
      asked = true;
      spent.inputTokens += usage.inputTokens;
      spent.outputTokens += usage.outputTokens;
      spent.cachedTokens += usage.cachedTokens;
    },
    usage: () => (asked ? { ...spent } : null),
    async close() {
      if (asked) deps.log({ step: 'cost', ms: 0, ...spent });
      if (reserved === 0) return;
      const used = spent.inputTokens + spent.outputTokens + spent.cachedTokens;
      await budget!
        .settle(reserved, used)
        .catch((error) => deps.log({ step: 'budget-failed', ms: 0, error: String(error) }));
    },
  };
}

async function timed<T>(deps: AnswerDeps, step: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const value = await work();
  deps.log({ step, ms: Date.now() - started });
  return value;
}
