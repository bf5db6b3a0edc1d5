// The answer without a model: the administration's own sentences, chosen and quoted. Pure and deterministic.
import type { AnswerKind, ReplyDocument, Span } from '../../corpus/types.ts';
import type { AnswerEvent, Lang } from '../events.ts';
import type { Hit } from '../search/types.ts';
import { de, type Texts } from './texts.de.ts';
import { en } from './texts.en.ts';
import type { AnswerWriter } from './writer.ts';

/** What is quoted of one document: the sentences of one pair that matter, in order of the document. */
export interface Excerpt {
  hit: Hit;
  document: ReplyDocument;
  kind: AnswerKind;
  sentences: Span[];
}

export function* writeExcerpts(
  writer: AnswerWriter,
  excerpts: Excerpt[],
  lang: Lang,
  now: Date,
): Generator<AnswerEvent> {
  const texts = textsOf(lang);
  for (const { document, kind, sentences } of excerpts) {
    yield* writer.paragraph();
    yield* writer.say(texts.leadIn(kind, document.date, yearsBetween(document.date, now), document.committee));
    yield* writer.paragraph();
    yield* writer.say(texts.openQuote);
    for (const [i, sentence] of sentences.entries()) {
      if (i > 0) yield* writer.say(isGap(document.text, sentences[i - 1]!, sentence) ? texts.gap : ' ');
      yield* writer.quote(document, sentence);
    }
    yield* writer.say(texts.closeQuote);
  }
  if (texts.germanQuotes !== null) {
    yield* writer.paragraph();
    yield* writer.say(texts.germanQuotes);
  }
}

export function textsOf(lang: Lang): Texts {
  return lang === 'en' ? en : de;
}

/** Full years from a date (YYYY-MM-DD) to now; 0 for no date and for dates to come. */
export function yearsBetween(date: string | null, now: Date): number {
  if (date === null) return 0;
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return Math.max(0, today.slice(5) < date.slice(5) ? years - 1 : years);
}

function isGap(text: string, before: Span, after: Span): boolean {
  return text.slice(before.end, after.start).trim() !== '';
}
