// A quotation → its events: on which question it was answered, when and where, and the words with one marker.
import type { AnswerEvent, Lang } from '../../events.ts';
import type { Quotation } from '../reply.ts';
import { leadIn, textsOf } from '../texts.ts';
import type { AnswerWriter } from '../writer.ts';

export function* writeQuotation(
  writer: AnswerWriter,
  { document, hit, span }: Quotation,
  lang: Lang,
  now: Date,
): Generator<AnswerEvent> {
  const texts = textsOf(lang);
  yield* writer.say(leadIn(document, hit.pair, lang, now));
  yield* writer.paragraph();
  yield* writer.say(texts.openQuote);
  yield* writer.quote(document, span, texts.closeQuote);
}
