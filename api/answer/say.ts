// What is to be said → its events: sources, text with citations, summary. The same for every form.
import type { AnswerEvent, Source } from '../events.ts';
import { followUps } from './quote/follow-ups.ts';
import { writeQuotation } from './quote/write-quotation.ts';
import { type Known, type Reply, summaryOf } from './reply.ts';
import { toSource } from './source.ts';
import type { StepDeps } from './step.ts';
import { openWriter } from './writer.ts';

/** Sources shown with an answer (CONTRACT.md). */
const MAX_SOURCES = 10;

export function* say(known: Known, deps: Pick<StepDeps, 'origin' | 'now' | 'spending'>): Generator<AnswerEvent> {
  const { request, reply } = known;
  if (reply === null) throw new Error('no step knows what is to be said');
  const sources: Source[] = hitsOf(reply)
    .slice(0, MAX_SOURCES)
    .map((hit) => toSource(hit, deps.origin));
  const usage = deps.spending.usage();
  yield { type: 'sources', sources };
  const writer = openWriter(sources, deps.origin);
  switch (reply.form) {
    case 'sentence':
      yield* writer.say(reply.sentence);
      return yield { type: 'summary', summary: summaryOf(known, reply.form, { usage, confidence: 0 }) };
    case 'nothing':
    case 'choice': {
      yield* writer.say(reply.says);
      const { listUrl } = reply;
      const notice = reply.form === 'choice' ? joined(reply.notice, known.modelNotice) : null;
      return yield { type: 'summary', summary: summaryOf(known, reply.form, { usage, notice, listUrl }) };
    }
    case 'answer': {
      yield* writeQuotation(writer, reply.quoted, request.lang, deps.now);
      const notice = joined(reply.notice, known.modelNotice);
      const next = followUps([reply.quoted], request.question, known.pairs);
      return yield { type: 'summary', summary: summaryOf(known, reply.form, { usage, notice, followUps: next }) };
    }
    case 'list': {
      yield* writer.say(reply.says);
      for (const [i, item] of reply.items.entries()) {
        yield* [...writer.item(), ...writer.say(item)];
        // The first is the one that is proven.
        if (i === 0) yield* writer.cite(reply.cited.document, reply.cited.span);
      }
      const { listUrl } = reply;
      return yield { type: 'summary', summary: summaryOf(known, reply.form, { usage, listUrl, confidence: 1 }) };
    }
  }
}

/** What the reply shows or offers, as sources in its order. */
function hitsOf(reply: Reply) {
  switch (reply.form) {
    case 'answer':
      return [reply.quoted.hit, ...reply.others];
    case 'choice':
    case 'list':
      return reply.hits;
    default:
      return [];
  }
}

/** Sentences of ours about an answer, as one. */
function joined(...notices: (string | null)[]): string | null {
  return notices.filter((notice) => notice !== null).join(' ') || null;
}
