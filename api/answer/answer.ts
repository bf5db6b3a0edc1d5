// A question → the events of its answer. The pipeline of DESIGN.md "Answers", one step a file.
import type { AnswerEvent, AnswerSummary, Filters, Lang } from '../events.ts';
import type { Hit, LiveIndex } from '../search/types.ts';
import type { Budget } from './budget.ts';
import { type Excerpt, textsOf, writeExcerpts } from './extractive.ts';
import type { ModelConfig } from './model.ts';
import { toSource } from './source.ts';
import { openWriter } from './writer.ts';

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

/** Below this confidence the corpus is taken not to answer the question. */
export const ABSTAIN_BELOW = 0.3;

/** Sources shown with an answer (CONTRACT.md). */
const MAX_SOURCES = 10;

export async function* answer(request: AnswerRequest, deps: AnswerDeps): AsyncGenerator<AnswerEvent> {
  const { index, origin } = deps;
  const found = await index.search({
    query: request.question,
    filters: request.filters,
    history: request.history.filter((t) => t.role === 'user').map((t) => t.text),
    rewrite: null,
    sort: 'relevance',
    limit: MAX_SOURCES,
    offset: 0,
  });
  const sources = found.hits.map((hit) => toSource(hit, origin));
  yield { type: 'sources', sources };
  const texts = textsOf(request.lang);
  const writer = openWriter(sources, origin);
  const summary: AnswerSummary = {
    id: request.id,
    kind: 'answer',
    mode: 'extractive',
    abstained: false,
    confidence: found.confidence,
    notice: null,
    followUps: [],
    listUrl: null,
    usage: null,
  };
  const excerpt = found.hits[0] && (await excerptOf(found.hits[0], index));
  if (!excerpt || found.confidence < ABSTAIN_BELOW) {
    yield* writer.say(texts.abstentionNothing);
    yield { type: 'summary', summary: { ...summary, kind: 'abstention', abstained: true } };
    return;
  }
  yield* writeExcerpts(writer, [excerpt], request.lang, deps.now);
  yield { type: 'summary', summary };
}

async function excerptOf(hit: Hit, index: LiveIndex): Promise<Excerpt | null> {
  const document = await index.document(hit.document.id);
  if (document === null) return null;
  const text = document.text.slice(hit.passage.start, hit.passage.end);
  const parts = [...new Intl.Segmenter('de', { granularity: 'sentence' }).segment(text)].slice(0, 4);
  const sentences = parts.map((part) => {
    const start = hit.passage.start + part.index;
    return { start, end: start + part.segment.trimEnd().length };
  });
  return { hit, document, kind: hit.pair.kind, sentences: sentences.filter((s) => s.end > s.start) };
}
