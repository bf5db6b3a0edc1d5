// The answer without a model: the administration's own sentences, said by whom and when. Pure and deterministic.
import type { AnswerEvent, Lang } from '../../events.ts';
import { leadIn, textsOf } from '../texts.ts';
import type { AnswerWriter } from '../writer.ts';
import type { Excerpt } from './excerpts.ts';

/** Each sentence is quoted and cited by itself; what was left out between two of them is marked. */
export function* writeExcerpts(
  writer: AnswerWriter,
  excerpts: Excerpt[],
  lang: Lang,
  now: Date,
): Generator<AnswerEvent> {
  const texts = textsOf(lang);
  for (const { document, kind, sentences } of excerpts) {
    yield* writer.paragraph();
    yield* writer.say(leadIn(document, kind, lang, now));
    yield* writer.paragraph();
    yield* writer.say(texts.openQuote);
    for (const [i, sentence] of sentences.entries()) {
      if (i > 0) yield* writer.say(between(document.text.slice(sentences[i - 1]!.end, sentence.start), texts.gap));
      yield* writer.quote(document, sentence);
    }
    yield* writer.say(texts.closeQuote);
  }
  if (texts.quotesAre !== null) {
    yield* writer.paragraph();
    yield* writer.say(texts.quotesAre);
  }
}

/** What was left out is marked; rows and list items keep lines of their own. */
function between(original: string, gap: string): string {
  if (original.trim() !== '' && !LIST_MARK.test(original)) return gap;
  return original.includes('\n') ? '\n' : ' ';
}

const LIST_MARK = /^\s*[-•–*▪◦●■·]\s+$/u;
