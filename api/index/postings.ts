// Stored terms by passage ↔ the same by term: for each term all passages that have it, and where in them. A question
// reads the lists of its own words and has all that ranking needs of every passage.
//
// A list is the number of a passage less that of the one before, then its places as stored-terms.ts has them, again and
// again. A `~` begins a segment, which counts from 0 again: what came later is written behind a list without reading it.
// Documents that are gone stay in the lists: what is not among the briefs (briefs.ts) is passed over.
import { eachTerm, number, type Reading, readNumber, skipPlaces } from './stored-terms.ts';

/** Empty where there are none. */
export interface Postings {
  passages: string;
  /** Of inquiries, by the number of the document that answers them. */
  inquiries: string;
}

const SEGMENT = '~';
/** Strings that are put together hold their pieces, 30 times as large; now and then they are made one. */
const PASSAGES_AT_ONCE = 5_000;

/** Passages and inquiries come in ascending order of their numbers. */
export function postingsWriter() {
  const passages = new Map<number, List>();
  const inquiries = new Map<number, List>();
  let pieces = 0;
  return {
    addPassage(n: number, stored: string): void {
      eachTerm(stored, (id, places) => add(passages, id, n, places));
      if (++pieces % PASSAGES_AT_ONCE > 0) return;
      for (const list of passages.values()) list.text = whole(list.text);
    },
    addInquiry(document: number, stored: string): void {
      eachTerm(stored, (id, places) => add(inquiries, id, document, places));
    },
    of: (term: number): Postings => ({
      passages: passages.get(term)?.text ?? '',
      inquiries: inquiries.get(term)?.text ?? '',
    }),
  };
}

interface List {
  text: string;
  last: number;
}

function add(lists: Map<number, List>, id: number, n: number, places: string): void {
  const list = lists.get(id) ?? { text: '', last: 0 };
  list.text += number(n - list.last) + places;
  list.last = n;
  lists.set(id, list);
}

const whole = (text: string): string => ` ${text}`.slice(1);

/** A list without the numbers that are gone and with some that come behind all others. */
export function changedList(
  list: string,
  isGone: (n: number) => boolean,
  added: readonly (readonly [n: number, places: string])[],
): { list: string; count: number; isChanged: boolean } {
  const changed: List = { text: '', last: 0 };
  const { numbers, from, lengths } = openList(list);
  if (added.length === 0 && !numbers.some(isGone)) return { list, count: numbers.length, isChanged: false };
  let count = 0;
  const push = (n: number, places: string) => {
    changed.text += number(n - changed.last) + places;
    changed.last = n;
    count++;
  };
  for (const [i, n] of numbers.entries()) {
    if (!isGone(n)) push(n, list.slice(from[i]!, from[i]! + lengths[i]!));
  }
  for (const [n, places] of added) push(n, places);
  return { list: changed.text, count, isChanged: true };
}

/** A list that was read: each number, and where in the list its places stand. */
export interface OpenList {
  list: string;
  numbers: Uint32Array;
  from: Uint32Array;
  lengths: Uint8Array;
}

/** Numbers ascend within a segment. */
export function openList(list: string): OpenList {
  // Two characters a number are the least that there are.
  const most = list.length >> 1;
  const [numbers, from, lengths] = [new Uint32Array(most), new Uint32Array(most), new Uint8Array(most)];
  const at: Reading = { stored: list, position: 0 };
  let count = 0;
  for (let n = 0; at.position < list.length; count++) {
    if (list[at.position] === SEGMENT) {
      n = 0;
      at.position++;
    }
    n += readNumber(at);
    numbers[count] = n;
    from[count] = at.position;
    skipPlaces(at);
    lengths[count] = at.position - from[count]!;
  }
  return { list, numbers: numbers.subarray(0, count), from, lengths };
}

/** Lists one behind the other, which openList reads as one. */
export const joinLists = (lists: readonly string[]): string => lists.filter((list) => list !== '').join(SEGMENT);
