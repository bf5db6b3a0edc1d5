// Every English sentence of an answer that is not a quotation. German ones: texts.de.ts.
import type { AnswerKind } from '../../corpus/types.ts';
import type { Texts } from './texts.de.ts';

const NUMBER_WORDS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function leadIn(kind: AnswerKind, date: string | null, years: number, committee: string | null): string {
  const when = date === null ? '' : years >= 2 ? ` ${yearsAgo(years)} years ago, on ${day(date)}` : ` on ${day(date)}`;
  const where = committee === null ? '' : ` (${committee})`;
  switch (kind) {
    case 'answered':
      return `The administration answered${when}${where}:`;
    case 'no-data':
      return `The administration answered${when}${where} that it has no such data:`;
    case 'refused':
      return `The administration gave no information on this${when}${where}:`;
    case 'referred':
      return `The administration referred this to others${when}${where}:`;
    case 'announced':
      return `The administration announced a later answer${when}${where}:`;
  }
}

const yearsAgo = (years: number) => NUMBER_WORDS[years] ?? `${years}`;

/** YYYY-MM-DD → 27 May 2021. */
function day(date: string): string {
  const [year, month, dayOfMonth] = date.split('-').map(Number);
  return `${dayOfMonth} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

export const en: Texts = {
  leadIn,
  day,
  openQuote: '“',
  closeQuote: '”',
  gap: ' … ',
  germanQuotes: 'The administration answers in German; its words are quoted as they stand.',
  abstention: (lookedFor) =>
    `I found nothing in the administration's published answers that answers your question. I looked for: ${lookedFor}.`,
  abstentionNothing: "I found nothing on this in the administration's published answers.",
  near: 'One of the related answers listed below may help.',
};
