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

/** An answer corrects what it repeats: so many of a question's runs of five letters must stand in the other. */
const SHARE = 0.6;
const RUN_LETTERS = 5;
/** A question found with this many times its letters is more than the question. */
const EXACT_FACTOR = 1.5;

export function countInquiry(count: InquiryCount, repeated: string[], found: string[]): void {
  const wanted = repeated.map(runsOf).filter((runs) => runs.size >= 15);
  const texts = found.map(runsOf);
  count.inquiries++;
  count.asked += wanted.length;
  for (const runs of wanted) {
    const own = texts.filter((other) => contains(other, runs));
    if (own.length > 0) count.found++;
    if (own.some((other) => other.size <= runs.size * EXACT_FACTOR)) count.exact++;
  }
  const isAsked = (runs: Set<string>) => wanted.some((other) => contains(runs, other) || contains(other, runs));
  count.extra += texts.filter((runs) => !isAsked(runs)).length;
}

function contains(text: ReadonlySet<string>, part: ReadonlySet<string>): boolean {
  let both = 0;
  for (const run of part) if (text.has(run)) both++;
  return both >= SHARE * part.size;
}

function runsOf(text: string): Set<string> {
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const runs = new Set<string>();
  for (let i = 0; i + RUN_LETTERS <= letters.length; i++) runs.add(letters.slice(i, i + RUN_LETTERS));
  return runs;
}
