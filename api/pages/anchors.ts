// Where a question stands on the page of its reply: in the reply's text, and in the inquiry's beside it.
import type { InquiryText, Pair, ReplyDocument } from '../../corpus/types.ts';

/** Where the outline leads for a pair. */
export function pairAnchor(pair: Pair, index: number): string {
  return pair.question === null ? `antwort-${index + 1}` : `frage-${index + 1}`;
}

/** Where a pair's question stands in the inquiry's text; null when it doesn't or there is none. */
export function askedAt({ inquiry }: Pick<ReplyDocument, 'inquiry'>, pair: Pair): string | null {
  const place = inquiry ? placeInInquiry(pair, inquiry) : -1;
  return place < 0 ? null : inquiryAnchor(place);
}

export const inquiryAnchor = (place: number): string => `anfrage-frage-${place + 1}`;

/** By the question's words, else by its number. */
export function placeInInquiry({ number, questionText }: Pair, { text, questions }: InquiryText): number {
  const asked = letters(questionText ?? '');
  const same = questions.findIndex(({ start, end }) => letters(text.slice(start, end)) === asked);
  return same >= 0 || number === null ? same : questions.findIndex((question) => question.number === number);
}

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
