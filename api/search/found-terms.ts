// Postings of a question's terms → which passages are candidates, and for each of them its stored terms, as far as the
// question asks for them: ranking reads those as it would read all.
import type { Briefs } from '../index/briefs.ts';
import { eachPosting, type Postings } from '../index/postings.ts';
import { placeIn, SLOTS, termJoiner } from '../index/stored-terms.ts';
import { TRAITS, traitNumber } from '../index/traits.ts';

/** By the term's number. */
export type FoundPostings = ReadonlyMap<number, Postings>;

/**
 * The passages that are worth most, all their terms added up, in the order of their numbers; of equals those that come
 * first.
 * @param worth of a passage that has the term, by the term's number
 * @param joint numbers of terms that must all occur
 * @param newestFirst of equals, by the date of their documents; null: as they come
 */
export function candidatesIn(
  postings: FoundPostings,
  worth: ReadonlyMap<number, number>,
  joint: readonly number[],
  isAllowed: (passage: number) => boolean,
  limit: number,
  newestFirst: Briefs | null,
): number[] {
  const all = new Map<number, number>();
  for (const [id, of] of worth) eachPassage(postings.get(id), (n) => void all.set(n, (all.get(n) ?? 0) + of));
  if (joint.length > 0) keepJoint(all, postings, joint);
  const found = [...all].filter(([n]) => isAllowed(n));
  if (found.length > limit) {
    const date = (n: number) => newestFirst?.document(newestFirst.documentOf(n))?.date ?? '';
    found.sort(([a, worthOfA], [b, worthOfB]) => {
      if (worthOfA !== worthOfB) return worthOfB - worthOfA;
      const [dateOfA, dateOfB] = [date(a), date(b)];
      return dateOfA === dateOfB ? a - b : dateOfA < dateOfB ? 1 : -1;
    });
  }
  return found
    .slice(0, limit)
    .map(([n]) => n)
    .sort((a, b) => a - b);
}

/** Leaves those that have all terms, whether or not anything else speaks for them. */
function keepJoint(worth: Map<number, number>, postings: FoundPostings, joint: readonly number[]): void {
  const has = new Map<number, number>();
  const wanted = new Set(joint);
  for (const id of wanted) eachPassage(postings.get(id), (n) => void has.set(n, (has.get(n) ?? 0) + 1));
  for (const n of worth.keys()) if (has.get(n) !== wanted.size) worth.delete(n);
  for (const [n, terms] of has) if (terms === wanted.size && !worth.has(n)) worth.set(n, 0);
}

function eachPassage(postings: Postings | undefined, found: (n: number) => void): void {
  if (postings) eachPosting(postings.passages, found);
}

/** @param numbers in ascending order @returns their stored terms, in that order */
export function termsOfPassages(postings: FoundPostings, numbers: readonly number[], briefs: Briefs): string[] {
  const joiners = numbers.map((n) => {
    const joiner = termJoiner(briefs.lengthsOf(n));
    const traits = briefs.traitsOf(n);
    for (const i of TRAITS.keys()) if ((traits >> i) & 1) joiner.add(traitNumber(i), TRAIT_PLACE);
    return joiner;
  });
  join(postings, numbers, joiners, ({ passages }) => passages);
  return joiners.map((joiner) => joiner.stored());
}

/** Stored terms of the inquiries that documents answer, by the document's number, where they are known. */
export function termsOfInquiries(
  postings: FoundPostings,
  documents: readonly number[],
  briefs: Briefs,
): Map<number, string> {
  const lengthOf = (n: number) => briefs.document(n)?.inquiryLength ?? 0;
  const known = documents.filter((n) => lengthOf(n) > 0).sort((a, b) => a - b);
  const joiners = known.map((n) => termJoiner({ answer: lengthOf(n), question: 0 }));
  join(postings, known, joiners, ({ inquiries }) => inquiries);
  return new Map(known.map((n, i) => [n, joiners[i]!.stored()]));
}

const TRAIT_PLACE = placeIn(SLOTS.findIndex(({ field, isPart }) => field === 'title' && !isPart));

function join(
  postings: FoundPostings,
  numbers: readonly number[],
  joiners: readonly ReturnType<typeof termJoiner>[],
  listOf: (postings: Postings) => string,
): void {
  const placeOf = new Map(numbers.map((n, i) => [n, i]));
  const terms = [...postings].sort(([a], [b]) => a - b);
  for (const [id, of] of terms) {
    const list = listOf(of);
    eachPosting(list, (n, from, to) => {
      const place = placeOf.get(n);
      if (place !== undefined) joiners[place]!.add(id, list.slice(from, to));
    });
  }
}
