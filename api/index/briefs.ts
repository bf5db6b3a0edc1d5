// All briefs of an index, opened: what is asked of every candidate of a search is answered from memory. A document
// that has been taken out of the index is not among them.
import type { AnswerKind } from '../../corpus/types.ts';
import { type Brief, readBrief } from './stored-briefs.ts';
import type { Lengths } from './stored-terms.ts';

export interface Briefs {
  /** Whether there is such a passage. */
  has(passage: number): boolean;
  documentOf(passage: number): number;
  pairOf(passage: number): number;
  kindOf(passage: number): AnswerKind;
  /** A bit for each of SIGNS. */
  signsOf(passage: number): number;
  lengthsOf(passage: number): Lengths;
  /** Its place in the corpus, which is in order of the documents' ids: by it equals are ordered. */
  placeOf(passage: number): number;
  document(n: number): BriefDocument | null;
  /** One more than the highest number of a passage. */
  end: number;
  /** Those without a date last; of equals in the order of their ids. */
  newestFirst(): readonly BriefDocument[];
}

export interface BriefDocument {
  date: string | null;
  committee: string | null;
  department: string | null;
  askedBy: string[];
  titleLength: number;
  /** 0: its inquiry is not known. */
  inquiryLength: number;
  /** Numbers of its passages: the first, and how many. */
  first: number;
  count: number;
}

const NOBODY = 0xffffffff;
const KINDS: readonly AnswerKind[] = ['answered', 'no-data', 'refused', 'referred', 'announced'];

/**
 * @param rows in ascending order of `n`
 * @param names by their numbers
 * @param order numbers of documents in the order of their ids; empty: that of their numbers
 */
export function openBriefs(
  rows: readonly { n: number; brief: string }[],
  names: readonly string[],
  order: readonly number[],
): Briefs {
  const places = new Map(order.map((n, place) => [n, place]));
  const briefs = rows.map(({ n, brief }): [number, Brief] => [n, readBrief(brief)]);
  if (order.length > 0) briefs.sort(([a], [b]) => places.get(a)! - places.get(b)!);
  const end = briefs.reduce((most, [, { first, passages }]) => Math.max(most, first + passages.length), 0);
  const owners = new Uint32Array(end).fill(NOBODY);
  const pairs = new Uint16Array(end);
  const kinds = new Uint8Array(end);
  const signs = new Uint16Array(end);
  const answers = new Uint16Array(end);
  const questions = new Uint16Array(end);
  const placeOf = new Uint32Array(end);
  let place = 0;
  const documents = new Map<number, BriefDocument>();
  for (const [n, { committee, department, askedBy, passages, first, date, titleLength, inquiryLength }] of briefs) {
    for (const [i, passage] of passages.entries()) {
      owners[first + i] = n;
      pairs[first + i] = passage.pair;
      kinds[first + i] = KINDS.indexOf(passage.kind);
      signs[first + i] = passage.signs;
      answers[first + i] = passage.answer;
      questions[first + i] = passage.question;
      placeOf[first + i] = place++;
    }
    documents.set(n, {
      committee: committee === null ? null : names[committee]!,
      department: department === null ? null : names[department]!,
      askedBy: askedBy.map((name) => names[name]!),
      ...{ date, titleLength, inquiryLength, first, count: passages.length },
    });
  }
  let newestFirst: BriefDocument[] | null = null;
  return {
    has: (passage) => passage < end && owners[passage] !== NOBODY,
    documentOf: (passage) => owners[passage]!,
    pairOf: (passage) => pairs[passage]!,
    kindOf: (passage) => KINDS[kinds[passage]!]!,
    signsOf: (passage) => signs[passage]!,
    lengthsOf: (passage) => ({ answer: answers[passage]!, question: questions[passage]! }),
    end,
    placeOf: (passage) => placeOf[passage]!,
    document: (n) => documents.get(n) ?? null,
    newestFirst() {
      newestFirst ??= [...documents.values()].sort((a, b) => compared(b.date ?? '', a.date ?? ''));
      return newestFirst;
    },
  };
}

const compared = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
