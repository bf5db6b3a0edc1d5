// The sentences of an answer that are not quotations, in the answer's language, and the ages of replies.
import { ageOf } from '../../corpus/german/age.ts';
import type { Pair, ReplyDocument } from '../../corpus/types.ts';
import type { Lang } from '../events.ts';
import { shortQuestion } from './question/short-question.ts';
import { de, type Texts } from './texts.de.ts';
import { en } from './texts.en.ts';

const TEXTS: Record<Lang, Texts> = { de, en };

export function textsOf(lang: Lang): Texts {
  return TEXTS[lang];
}

/**
 * On which question, who answered, when and where: before a quotation. Where the question is not known, or too short to
 * say anything by itself ("Begutachtung?"), the paper is named by its title.
 */
export function leadIn(document: ReplyDocument, pair: Pair, lang: Lang, now: Date): string {
  const texts = textsOf(lang);
  const asked = pair.questionText === null ? null : shortQuestion(pair.questionText);
  const where = document.committee === null ? '' : texts.inCommittee(document.committee);
  const says = asked !== null && asked.split(' ').length >= TELLING_WORDS;
  const title = shortQuestion(document.title);
  const on = says || title === '' ? asked && texts.onQuestion(asked) : texts.onPaper(title);
  return texts.leadIn(on, when(document.date, texts, now, texts.onDate), where);
}

const TELLING_WORDS = 3;

/** The same for a model's answer, which comes before it: one entry a document, in order of their numbers. */
export function datesLine(documents: ReplyDocument[], lang: Lang, now: Date): string {
  const texts = textsOf(lang);
  const distinct = [...new Map(documents.map((document) => [document.id, document])).values()];
  const entries = distinct.map((d) => `${when(d.date, texts, now, texts.fromDate)}${place(d)}`.trim());
  return texts.dates(entries.filter((entry) => entry !== ''));
}

function when(
  date: string | null,
  texts: Texts,
  now: Date,
  format: (day: string, years: number | null) => string,
): string {
  if (date === null) return '';
  return format(texts.day(date), ageOf(date, now));
}

/** In brackets, because names of committees would need articles of their own. */
function place(document: ReplyDocument): string {
  return document.committee === null ? '' : ` (${document.committee})`;
}
