// What the parser finds in an inquiry and which questions its answer repeats → how many of those were found, and how
// much else was taken for one.

export interface InquiryCount {
  inquiries: number;
  /** Questions that the answers repeat. */
  asked: number;
  /** Of these: found, whatever stands around them. */
  found: number;
  /** Of the found: as a question of its own, not as a part of a longer text. */
  exact: number;
  /** Found texts that contain no question of the answer. */
  extra: number;
}

export const noInquiries = (): InquiryCount => ({ inquiries: 0, asked: 0, found: 0, exact: 0, extra: 0 });

/** An answer shortens or corrects what it repeats: so many of its first letters must stand in the inquiry's question. */
const HEAD_LETTERS = 40;
/** A question found with this many times its letters is more than the question. */
const EXACT_FACTOR = 1.5;

export function countInquiry(count: InquiryCount, repeated: string[], found: string[]): void {
  const wanted = repeated.map(letters).filter((text) => text.length >= 20);
  const texts = found.map(letters);
  count.inquiries++;
  count.asked += wanted.length;
  for (const text of wanted) {
    const own = texts.filter((other) => other.includes(text.slice(0, HEAD_LETTERS)));
    if (own.length > 0) count.found++;
    if (own.some((other) => other.length <= text.length * EXACT_FACTOR)) count.exact++;
  }
  const isAsked = (text: string) =>
    wanted.some((other) => text.includes(other.slice(0, HEAD_LETTERS)) || other.includes(text.slice(0, HEAD_LETTERS)));
  count.extra += texts.filter((text) => !isAsked(text)).length;
}

const letters = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
