// The sentences of an answer that are not quotations, in the answer's language, and the ages of replies.
import type { Pair, ReplyDocument } from '../../corpus/types.ts';
import type { Lang } from '../events.ts';
import { shortQuestion } from './question/short-question.ts';
import { de, type Texts } from './texts.de.ts';
import { en } from './texts.en.ts';

/** From this age on, in full years, an answer says how old it is. */
const OLD_YEARS = 2;

export function textsOf(lang: Lang): Texts {
  return lang === 'en' ? en : de;
}

/** On which question, who answered, when and where: before a quotation. */
export function leadIn(document: ReplyDocument, pair: Pair, lang: Lang, now: Date): string {
  const texts = textsOf(lang);
  const asked = pair.questionText === null ? null : shortQuestion(pair.questionText);
  const where = document.committee === null ? '' : texts.inCommittee(document.committee);
  return texts.leadIn(asked, when(document.date, texts, now, texts.onDate), where);
}

/** The same for a model's answer, which comes before it: one entry a document, in order of their numbers. */
export function datesLine(documents: ReplyDocument[], lang: Lang, now: Date): string {
  const texts = textsOf(lang);
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()];
  const entries = distinct.map((d) => `${when(d.date, texts, now, texts.fromDate)}${place(d)}`.trim());
  return texts.dates(entries.filter((entry) => entry !== ''));
}

/** Full years from a date (YYYY-MM-DD) to now; 0 for no date and for dates to come. */
function yearsBetween(date: string | null, now: Date): number {
  if (date === null) return 0;
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return Math.max(0, today.slice(5) < date.slice(5) ? years - 1 : years);
}

function when(
  date: string | null,
  texts: Texts,
  now: Date,
  format: (day: string, years: number | null) => string,
): string {
  if (date === null) return '';
  const years = yearsBetween(date, now);
  return format(texts.day(date), years >= OLD_YEARS ? years : null);
}

/** In brackets, because names of committees would need articles of their own. */
function place(document: ReplyDocument): string {
  return document.committee === null ? '' : ` (${document.committee})`;
}
