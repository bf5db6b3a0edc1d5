// A passage's analysed terms ↔ the text that is stored with it: which term stands how often in which field, by the
// terms' numbers in the vocabulary. A quarter as long as the words, and ranking reads it without cutting it into words.
//
// Numbers in base 32, low digits first: characters from ( to G have more to follow, from ] to | are the last. None of
// them is escaped in JSON, as which D1 sends its rows. index-format.ts counts when this changes.

const FIELDS = ['answer', 'question', 'title', 'enrichment'] as const;
export type Field = (typeof FIELDS)[number];

/** Analysed terms by field; parts of compounds begin with `+`. */
export type FieldTerms = Record<Field, string[]>;

export interface Slot {
  field: Field;
  isPart: boolean;
}

/** What occurrences are counted by: field by field, whole words before parts of compounds. */
export const SLOTS: readonly Slot[] = FIELDS.flatMap((field) => [
  { field, isPart: false },
  { field, isPart: true },
]);

const SLOT_BITS = 3;
const MORE = 40;
const LAST = 93;

/** Words of a passage, parts of compounds not counted. */
export interface Lengths {
  answer: number;
  question: number;
}

/** @param idOf number of a term, below 2^28 */
export function storeTerms(fields: FieldTerms, idOf: (term: string) => number): string {
  const occurrences = Uint32Array.from(
    FIELDS.flatMap((field, f) =>
      fields[field].map((term) => {
        const isPart = term.startsWith('+');
        return (idOf(isPart ? term.slice(1) : term) << SLOT_BITS) | (f * 2 + (isPart ? 1 : 0));
      }),
    ),
  ).sort();
  let stored = number(wholeWords(fields.answer)) + number(wholeWords(fields.question));
  let last = 0;
  for (let from = 0; from < occurrences.length; ) {
    const id = occurrences[from]! >>> SLOT_BITS;
    const counts = new Array<number>(SLOTS.length).fill(0);
    let to = from;
    for (; to < occurrences.length && occurrences[to]! >>> SLOT_BITS === id; to++) {
      counts[occurrences[to]! & (SLOTS.length - 1)]!++;
    }
    stored += number(id - last) + places(counts);
    last = id;
    from = to;
  }
  return stored;
}

/** Mostly a term stands in one slot, and once: that takes one character. */
function places(counts: number[]): string {
  const used = counts.flatMap((count, slot) => (count > 0 ? slot : []));
  if (used.length === 1) return number((((counts[used[0]!]! - 1) << SLOT_BITS) | used[0]!) << 1);
  const mask = used.reduce((bits, slot) => bits | (1 << slot), 0);
  return number((mask << 1) | 1) + used.map((slot) => number(counts[slot]! - 1)).join('');
}

/**
 * @param wanted numbers of terms in ascending order, none twice; null: all
 * @param found called for each of them that the passage has, with its place in `wanted` (its number when that is
 *   null), a slot and a count above 0
 */
export function readTerms(
  stored: string,
  wanted: ArrayLike<number> | null,
  found: (at: number, slot: number, count: number) => void,
): Lengths {
  let position = 0;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 5) {
      const code = stored.charCodeAt(position++);
      if (code >= LAST) return value | ((code - LAST) << shift);
      value |= (code - MORE) << shift;
    }
  };
  const lengths = { answer: next(), question: next() };
  let at = 0;
  for (let id = 0; position < stored.length && (wanted === null || at < wanted.length); ) {
    id += next();
    if (wanted === null) at = id;
    else while (at < wanted.length && wanted[at]! < id) at++;
    const isWanted = wanted === null || wanted[at] === id;
    const place = next();
    if ((place & 1) === 0) {
      if (isWanted) found(at, (place >> 1) & (SLOTS.length - 1), (place >> (SLOT_BITS + 1)) + 1);
      continue;
    }
    for (let slots = place >> 1, slot = 0; slots > 0; slots >>= 1, slot++) {
      if ((slots & 1) === 0) continue;
      const count = next() + 1;
      if (isWanted) found(at, slot, count);
    }
  }
  return lengths;
}

/**
 * Each term with what is stored of it, as `joinTerms` takes it: the same terms may be stored by passage and by term.
 * @param found called in ascending order of the terms' numbers
 */
export function eachTerm(stored: string, found: (id: number, places: string) => void): Lengths {
  const at = { stored, position: 0 };
  const lengths = { answer: readNumber(at), question: readNumber(at) };
  for (let id = 0; at.position < stored.length; ) {
    id += readNumber(at);
    const from = at.position;
    skipPlaces(at);
    found(id, stored.slice(from, at.position));
  }
  return lengths;
}

/** The same in reverse: some of a passage's terms, stored as if it had no others. */
export function termJoiner({ answer, question }: Lengths): { add(id: number, places: string): void; stored(): string } {
  let joined = number(answer) + number(question);
  let last = 0;
  return {
    add(id, places) {
      joined += number(id - last) + places;
      last = id;
    },
    stored: () => joined,
  };
}

/** Once in one slot, as `storeTerms` stores it. */
export const placeIn = (slot: number): string => number(slot << 1);

export interface Reading {
  stored: string;
  position: number;
}

export function readNumber(at: Reading): number {
  let value = 0;
  for (let shift = 0; ; shift += 5) {
    const code = at.stored.charCodeAt(at.position++);
    if (code >= LAST) return value | ((code - LAST) << shift);
    value |= (code - MORE) << shift;
  }
}

export function skipPlaces(at: Reading): void {
  const place = readNumber(at);
  if ((place & 1) === 0) return;
  for (let slots = place >> 1; slots > 0; slots >>= 1) if (slots & 1) readNumber(at);
}

/** @param value a whole number from 0 to 2^32 - 1 */
export function number(value: number): string {
  let digits = '';
  let rest = value;
  for (; rest > 31; rest >>>= 5) digits += String.fromCharCode(MORE + (rest & 31));
  return digits + String.fromCharCode(LAST + rest);
}

const wholeWords = (terms: string[]): number =>
  terms.reduce((words, term) => words + (term.startsWith('+') ? 0 : 1), 0);
