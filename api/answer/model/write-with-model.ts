// Sources and a question → the model's sentences, each shown only once it is proven (prove.ts). What the rules are
// certain of is shown as it comes; from the first doubtful sentence on all wait for the second witness, in their order.
// Ends soft: whatever the service does, the caller learns how much is on the page and why it ended.
import type { AnswerEvent, Lang, Usage } from '../../events.ts';
import type { Lexicon } from '../../index/lexicon.ts';
import { datesLine } from '../texts.ts';
import type { AnswerWriter } from '../writer.ts';
import { type Claim, openClaims } from './claims.ts';
import { type Ask, type Limits, type ModelFailure, streamAnswer } from './claude.ts';
import type { ModelConfig } from './model.ts';
import type { ModelSource, Place } from './model-sources.ts';
import { answerPrompt, UNANSWERED } from './prompts.ts';
import { type Judged, prove } from './prove.ts';
import { askWitness } from './witness.ts';

export interface Written {
  /** Proven sentences on the page. */
  shown: number;
  /** Sentences that the model wrote and nobody sees, by reason. */
  withheld: Record<string, number>;
  /** Whether the second witness was heard, or why not. */
  witness: string;
  ended: 'complete' | 'too-long' | 'refused' | 'unanswered' | ModelFailure;
}

export interface WriteRequest {
  model: ModelConfig;
  sources: ModelSource[];
  /** The user's part of the message. */
  question: string;
  /** Of our own words around the answer. */
  lang: Lang;
  /** Of the answer, BCP 47. */
  language: string;
  /** In place of the prompt for citizens' answers; must ask for a citation behind every sentence. */
  system?: string;
  now: Date;
  signal: AbortSignal;
  lexicon: Lexicon;
}

/** A citizen who sees nothing for this long is better served by the extractive answer. */
export const LIMITS = { firstTextMs: 6_000, idleMs: 4_000, totalMs: 30_000, maxTokens: 1_000 } satisfies Limits;
const FIRST_PROOF_MS = 8_000;
/** 80 words were asked for; ten times that is a model gone astray. */
const MAX_CHARS = 6_000;
const MAX_SHOWN = 12;

interface Held {
  claim: Claim;
  judged: Judged;
}

export async function* writeWithModel(
  request: WriteRequest,
  writer: AnswerWriter,
  spent: (usage: Usage) => void,
): AsyncGenerator<AnswerEvent, Written> {
  const { model, sources, lang, language, signal } = request;
  const written: Written = { shown: 0, withheld: {}, witness: 'unasked', ended: 'unavailable' };
  const cited: Place[] = [];
  const held: Held[] = [];
  const claims = openClaims();
  const ask: Ask = {
    system: request.system ?? answerPrompt(language),
    sources: sources.map((s) => s.block),
    question: request.question,
  };
  const started = Date.now();
  let start = '';

  function* show({ claim, judged }: Held): Generator<AnswerEvent> {
    if (claim.begins === 'item') yield* writer.item();
    else if (claim.begins === 'paragraph') yield* writer.paragraph();
    else if (written.shown > 0) yield* writer.say(' ');
    yield* writer.say(claim.text);
    for (const { document, span } of judged.places) {
      if (judged.openQuote) yield* [...writer.say(' „'), ...writer.quote(document, span, '“')];
      else yield* writer.cite(document, span);
    }
    cited.push(...judged.places);
    written.shown += 1;
  }

  function withhold(reason: string): void {
    written.withheld[reason] = (written.withheld[reason] ?? 0) + 1;
  }

  function* take(found: Claim[]): Generator<AnswerEvent> {
    for (const claim of found) {
      const proof = prove(claim, sources, language, request.lexicon);
      if (!('places' in proof)) withhold(proof.reason);
      else if (written.shown + held.length >= MAX_SHOWN) continue;
      else if (proof.certain && held.length === 0) yield* show({ claim, judged: proof });
      else held.push({ claim, judged: proof });
    }
  }

  const stream = streamAnswer(model, ask, LIMITS, signal, spent);
  for await (const event of stream) {
    if (event.type === 'end' || event.type === 'failure') {
      yield* take(claims.rest(event));
      written.ended = event.type === 'failure' ? event.failure : event.reason;
      break;
    }
    if (event.type === 'text' && start.length < UNANSWERED.length) start += event.text.trimStart();
    yield* take(claims.read(event));
    const found = written.shown + held.length;
    const tooLong = claims.chars() > MAX_CHARS || found >= MAX_SHOWN;
    if (tooLong || (found === 0 && Date.now() - started > FIRST_PROOF_MS)) {
      written.ended = tooLong ? 'too-long' : 'too-slow';
      yield* take(claims.rest({ type: 'failure', failure: 'cut-off' }));
      break;
    }
  }
  const testimony = await witnessed(written.ended, held, request, spent);
  written.witness = testimony.problem ?? (held.length > 0 ? 'heard' : 'unasked');
  if (signal.aborted) return written;
  for (const [i, one] of held.entries()) {
    const says = one.judged.certain ? null : (testimony.says[i] ?? null);
    if (says ?? one.judged.proven) yield* show(one);
    else withhold(says === false ? 'witness' : (one.judged.reason ?? 'unsupported'));
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

/** A service that has just failed is not asked again. */
async function witnessed(
  ended: Written['ended'],
  held: Held[],
  { model, signal }: WriteRequest,
  spent: (usage: Usage) => void,
): Promise<{ says: (boolean | null)[]; problem: string | null }> {
  const works = ended === 'complete' || ended === 'too-long';
  if (!works || signal.aborted || held.every(({ judged }) => judged.certain)) return { says: [], problem: null };
  const { says, problem, usage } = await askWitness(
    model,
    held.map(({ judged }) => judged.evidence),
    signal,
  );
  if (usage) spent(usage);
  return { says, problem };
}
