// Sources and a question → the model's sentences, each shown only once it is proven (prove.ts). Ends soft: whatever
// the service does, the caller learns how much is on the page and why it ended.
import type { AnswerEvent, Lang, Usage } from '../../events.ts';
import { datesLine } from '../texts.ts';
import type { AnswerWriter } from '../writer.ts';
import { openClaims } from './claims.ts';
import { type Ask, type Limits, type ModelFailure, streamAnswer } from './claude.ts';
import type { ModelConfig } from './model.ts';
import type { ModelSource, Place } from './model-sources.ts';
import { answerPrompt, UNANSWERED } from './prompts.ts';
import { prove } from './prove.ts';

export interface Written {
  /** Proven sentences on the page. */
  shown: number;
  /** Sentences that the model wrote and nobody sees, by reason. */
  withheld: Record<string, number>;
  ended: 'complete' | 'too-long' | 'refused' | 'unanswered' | ModelFailure;
}

export interface WriteRequest {
  model: ModelConfig;
  sources: ModelSource[];
  /** The user's part of the message. */
  question: string;
  lang: Lang;
  /** In place of the prompt for citizens' answers; must ask for a citation behind every sentence. */
  system?: string;
  now: Date;
  signal: AbortSignal;
  /** Analysed content words, in the language of the sources. */
  terms(text: string): string[];
}

/** A citizen who sees nothing for this long is better served by the extractive answer. */
export const LIMITS = { firstTextMs: 6_000, idleMs: 4_000, totalMs: 30_000, maxTokens: 1_000 } satisfies Limits;
const FIRST_PROOF_MS = 8_000;
/** 80 words were asked for; ten times that is a model gone astray. */
const MAX_CHARS = 6_000;
const MAX_SHOWN = 12;

export async function* writeWithModel(
  request: WriteRequest,
  writer: AnswerWriter,
  spent: (usage: Usage) => void,
): AsyncGenerator<AnswerEvent, Written> {
  const { model, sources, lang, signal } = request;
  const written: Written = { shown: 0, withheld: {}, ended: 'unavailable' };
  const cited: Place[] = [];
  const claims = openClaims();
  const ask: Ask = {
    system: request.system ?? answerPrompt(lang),
    sources: sources.map((s) => s.block),
    question: request.question,
  };
  const started = Date.now();
  let start = '';

  function* show(found: ReturnType<typeof claims.read>): Generator<AnswerEvent> {
    for (const claim of found) {
      const proof = prove(claim, sources, lang === 'de' ? request.terms : null);
      if (!proof.proven) {
        written.withheld[proof.reason] = (written.withheld[proof.reason] ?? 0) + 1;
        continue;
      }
      if (written.shown === MAX_SHOWN) continue;
      if (claim.begins === 'item') yield* writer.item();
      else if (claim.begins === 'paragraph') yield* writer.paragraph();
      else if (written.shown > 0) yield* writer.say(' ');
      yield* writer.say(claim.text);
      for (const { document, span } of proof.places) yield* writer.cite(document, span);
      cited.push(...proof.places);
      written.shown += 1;
    }
  }

  const stream = streamAnswer(model, ask, LIMITS, signal, spent);
  for await (const event of stream) {
    if (event.type === 'end' || event.type === 'failure') {
      yield* show(claims.rest(event));
      written.ended = event.type === 'failure' ? event.failure : event.reason;
      break;
    }
    if (event.type === 'text' && start.length < UNANSWERED.length) start += event.text.trimStart();
    yield* show(claims.read(event));
    const tooLong = claims.chars() > MAX_CHARS || written.shown >= MAX_SHOWN;
    if (tooLong || (written.shown === 0 && Date.now() - started > FIRST_PROOF_MS)) {
      written.ended = tooLong ? 'too-long' : 'too-slow';
      yield* show(claims.rest({ type: 'failure', failure: 'cut-off' }));
      break;
    }
  }
  if (written.shown === 0 && start.startsWith(UNANSWERED)) written.ended = 'unanswered';
  if (written.shown > 0) {
    yield* writer.paragraph();
    yield* writer.say(
      datesLine(
        cited.map((place) => place.document),
        lang,
        request.now,
      ),
    );
  }
  return written;
}
