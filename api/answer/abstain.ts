// No answer in the corpus, or a question that is none for it → a friendly sentence without citations.
import type { AnswerEvent, AnswerSummary, Source } from '../events.ts';
import type { LiveIndex, Rewrite, SearchResult } from '../search/types.ts';
import type { AnswerDeps, AnswerRequest } from './answer.ts';
import { contentWords } from './question/analysis.ts';
import { toSource } from './source.ts';
import { textsOf } from './texts.ts';
import { openWriter } from './writer.ts';

/**
 * Below this confidence the corpus is taken not to answer the question. Of the dev questions with an answer 89 % are
 * above it (98 % with rewritings), of those without one 48 % (48 %). Measured and left out: how many of the question's
 * words, and whether its rarest one, stand in the chosen quotes (AUROC .869 without, at best .874 with them).
 */
export const ABSTAIN_BELOW = 0.3;
/** Below this one not even related answers are shown. */
const NOTHING_NEAR_BELOW = 0.1;
/** Related answers beside an abstention. */
const MAX_NEAR = 3;

/** Says what was looked for, and shows what came nearest. */
export function* abstain(
  request: AnswerRequest,
  { index, origin }: Pick<AnswerDeps, 'index' | 'origin'>,
  found: SearchResult,
  rewrite: Rewrite | null,
  summary: AnswerSummary,
): Generator<AnswerEvent> {
  const near = summary.confidence < NOTHING_NEAR_BELOW ? [] : found.hits.slice(0, MAX_NEAR);
  const sources = near.map((hit) => toSource(hit, origin));
  yield { type: 'sources', sources };
  yield* openWriter(sources, origin).say(abstention(request, index, rewrite, sources));
  yield { type: 'summary', summary: { ...summary, kind: 'abstention', abstained: true } };
}

export function abstention(
  request: AnswerRequest,
  index: LiveIndex,
  rewrite: Rewrite | null,
  sources: Source[],
): string {
  const texts = textsOf(request.lang);
  // "Und was kostet es?" leans on what was asked before.
  const asked = [
    request.question,
    ...request.history
      .filter((t) => t.role === 'user')
      .map((t) => t.text)
      .toReversed(),
  ];
  const words = asked.map((question) => contentWords(question, request.lang, index)).find((found) => found.length > 0);
  const lookedFor = rewrite?.terms.slice(0, 6) ?? words ?? [];
  return [texts.abstention(lookedFor), sources.length > 0 ? texts.near : texts.rephrase].join(' ');
}

/** One sentence, no sources. */
export function* decline(sentence: string, summary: AnswerSummary): Generator<AnswerEvent> {
  yield { type: 'sources', sources: [] };
  yield { type: 'text', delta: sentence };
  yield { type: 'summary', summary: { ...summary, kind: 'smalltalk', abstained: true } };
}
