// What was found → the answer in the model's words, every sentence proven; or what is to be said in its place. Sources
// are named when the first sentence stands: until then it may become another answer with other sources.
import type { AnswerEvent } from '../../events.ts';
import { choiceOf } from '../quote/choice.ts';
import { followUps } from '../quote/follow-ups.ts';
import { type FoundPair, type Known, summaryOf } from '../reply.ts';
import { earlierQuestions } from '../request.ts';
import { toSource } from '../source.ts';
import type { StepDeps } from '../step.ts';
import { textsOf } from '../texts.ts';
import { openWriter } from '../writer.ts';
import { gather } from './gather.ts';
import { modelSources } from './model-sources.ts';
import { PROMPT_VERSION, questionText } from './prompts.ts';
import { type Written, writeWithModel } from './write-with-model.ts';

const MAX_SOURCES = 10;
const MAX_EARLIER = 3;
const MAX_EARLIER_CHARS = 300;

/** Whatever finds anything is asked; the model may decline, and then the reader gets a choice. */
export async function* writeByModel(
  known: Known,
  deps: StepDeps,
): AsyncGenerator<AnswerEvent, 'said' | Partial<Known>> {
  const { request, pairs, understood, reply } = known;
  const { model } = deps.spending;
  const texts = textsOf(request.lang);
  if (reply?.form === 'sentence' || reply?.form === 'list' || pairs.length === 0) return {};
  if (model === null) return { modelNotice: deps.spending.notice };

  const sources = shownOf(pairs).map(({ hit }) => toSource(hit, deps.origin));
  const writer = openWriter(sources, deps.origin);
  const language = understood?.language ?? request.lang;
  const started = Date.now();
  const lexicon = await deps.index.lexicon(null);
  const writing = writeWithModel(
    {
      model,
      sources: modelSources(gather(pairs), deps.origin),
      question: questionText(
        request.question,
        earlierQuestions(request)
          .map((question) => question.slice(0, MAX_EARLIER_CHARS))
          .slice(-MAX_EARLIER),
        understood?.standalone ?? null,
        deps.now.toISOString().slice(0, 10),
      ),
      lang: request.lang,
      language,
      now: deps.now,
      signal: deps.signal,
      lexicon,
    },
    writer,
    (usage) => deps.spending.add(usage),
  );
  const written = yield* afterSources(writing, { type: 'sources', sources });
  log(deps, started, written);
  if (deps.signal.aborted) return 'said';
  if (written.shown > 0) {
    const isWhole = written.ended === 'complete' || written.ended === 'unanswered';
    const cited = writer.documents().flatMap((id) => pairs.filter(({ document }) => document.id === id));
    yield {
      type: 'summary',
      summary: summaryOf(known, 'answer', {
        mode: 'claude',
        notice: isWhole ? null : texts.incomplete,
        followUps: followUps(cited, request.question),
        usage: deps.spending.usage(),
        ...(language === request.lang ? {} : { language }),
      }),
    };
    return 'said';
  }
  if (written.ended === 'unanswered') return { reply: choiceOf(known, deps) };
  return { modelNotice: texts.notices[written.ended === 'complete' ? 'unproven' : written.ended] };
}

/** Every paper that may be cited is among the sources: its best pair first, further pairs where there is room. */
function shownOf(pairs: FoundPair[]): FoundPair[] {
  const first = [...new Map(pairs.toReversed().map((pair) => [pair.document.id, pair])).values()];
  const rest = pairs.filter((pair) => !first.includes(pair));
  const shown = new Set([...first, ...rest].slice(0, MAX_SOURCES));
  return pairs.filter((pair) => shown.has(pair));
}

/** The events of `writing` with the sources before the first of them; nothing where there is none. */
async function* afterSources(
  writing: AsyncGenerator<AnswerEvent, Written>,
  sources: AnswerEvent,
): AsyncGenerator<AnswerEvent, Written> {
  const first = await writing.next();
  if (first.done) return first.value;
  try {
    yield sources;
    yield first.value;
    return yield* writing;
  } finally {
    // A reader who has left ends the call to the model, too.
    await writing.return({ shown: 0, withheld: {}, witness: 'unasked', ended: 'aborted' });
  }
}

function log(deps: StepDeps, started: number, written: Written): void {
  deps.log({
    step: 'answer',
    ms: Date.now() - started,
    prompt: PROMPT_VERSION,
    ended: written.ended,
    shown: written.shown,
    witness: written.witness,
    withheld: Object.entries(written.withheld)
      .map(([reason, n]) => `${reason}:${n}`)
      .join(' '),
  });
}
