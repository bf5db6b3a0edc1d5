// Lists of a question's terms → which passages are candidates, and for each of them its stored terms, as far as the
// question asks for them: ranking reads those as it would read all.
import type { Briefs } from '../index/briefs.ts';
import { type OpenList, openList, type Postings } from '../index/postings.ts';
import { placeIn, SLOTS, termJoiner } from '../index/stored-terms.ts';
import { SIGNS } from '../index/traits.ts';

/** By the term's number. */
export type FoundPostings = ReadonlyMap<number, Postings>;

/** Of one question each list is read several times; frequent terms' ones by other questions, too. */
const opened = new WeakMap<Postings, OpenList>();

function passagesWith(postings: Postings): OpenList {
  const known = opened.get(postings);
  if (known) return known;
  const list = openList(postings.passages);
  opened.set(postings, list);
  return list;
}

/**
 * The passages that are worth most, all their terms added up, in the order of their numbers.
 * @param worth of a passage that has the term, by the term's number: above 0
 * @param joint numbers of terms that must all occur
 * @param isNewestFirst of equals, by the date of their documents; else in the order of the corpus
 */
export function candidatesIn(
  postings: FoundPostings,
  worth: ReadonlyMap<number, number>,
  joint: readonly number[],
  briefs: Briefs,
  isAllowed: (passage: number) => boolean,
  limit: number,
  isNewestFirst: boolean,
): number[] {
  const worths = new Float64Array(briefs.end);
  const touched: number[] = [];
  for (const [id, of] of worth) {
    const list = postings.get(id);
    if (!list) continue;
    for (const n of passagesWith(list).numbers) {
      // A passage that the briefs do not know has come since they were read.
      if (n >= worths.length) continue;
      if (worths[n] === 0) touched.push(n);
      worths[n]! += of;
    }
  }
  const matching = joint.length === 0 ? touched : havingAll(postings, joint);
  const found = matching.filter(isAllowed);
  if (found.length > limit) {
    const date = (n: number) => (isNewestFirst ? (briefs.document(briefs.documentOf(n))?.date ?? '') : '');
    found.sort((a, b) => {
      if (worths[a] !== worths[b]) return worths[b]! - worths[a]!;
      const [dateOfA, dateOfB] = [date(a), date(b)];
      if (dateOfA !== dateOfB) return dateOfA < dateOfB ? 1 : -1;
      return briefs.placeOf(a) - briefs.placeOf(b);
    });
  }
  return found.slice(0, limit).sort((a, b) => a - b);
}

/** Those that have all terms, whether or not anything else speaks for them. */
function havingAll(postings: FoundPostings, joint: readonly number[]): number[] {
  const lists = [...new Set(joint)].map((id) => postings.get(id));
  const [first, ...others] = lists.map((list) => (list ? passagesWith(list).numbers : []));
  const has = others.map((numbers) => new Set(numbers));
  return [...(first ?? [])].filter((n) => has.every((numbers) => numbers.has(n)));
}

/** @returns their stored terms, in the order of the passages */
export function termsOfPassages(postings: FoundPostings, numbers: readonly number[], briefs: Briefs): string[] {
  const joiners = numbers.map((n) => {
    const joiner = termJoiner(briefs.lengthsOf(n));
    const signs = briefs.signsOf(n);
    for (const sign of SIGNS.keys()) if ((signs >> sign) & 1) joiner.add(sign, SIGN_PLACE);
    return joiner;
  });
  join(postings, numbers, joiners, passagesWith);
  return joiners.map((joiner) => joiner.stored());
}

/** Stored terms of the inquiries that documents answer, by the document's number, where they are known. */
export function termsOfInquiries(
  postings: FoundPostings,
  documents: readonly number[],
  briefs: Briefs,
): Map<number, string> {
  const lengthOf = (n: number) => briefs.document(n)?.inquiryLength ?? 0;
  const known = documents.filter((n) => lengthOf(n) > 0);
  const joiners = known.map((n) => termJoiner({ answer: lengthOf(n), question: 0 }));
  join(postings, known, joiners, ({ inquiries }) => openList(inquiries));
  return new Map(known.map((n, i) => [n, joiners[i]!.stored()]));
}

const SIGN_PLACE = placeIn(SLOTS.findIndex(({ field, isPart }) => field === 'title' && !isPart));

/** Terms in the order of their numbers, as they are stored. */
function join(
  postings: FoundPostings,
  numbers: readonly number[],
  joiners: readonly ReturnType<typeof termJoiner>[],
  open: (postings: Postings) => OpenList,
): void {
  const places = new Int32Array(numbers.reduce((most, n) => Math.max(most, n), 0) + 1).fill(-1);
  for (const [i, n] of numbers.entries()) places[n] = i;
  for (const id of [...postings.keys()].sort((a, b) => a - b)) {
    const { list, numbers: found, from, lengths } = open(postings.get(id)!);
    for (let i = 0; i < found.length; i++) {
      const n = found[i]!;
      const place = n < places.length ? places[n]! : -1;
      if (place >= 0) joiners[place]!.add(id, list.slice(from[i], from[i]! + lengths[i]!));
    }
  }
}
