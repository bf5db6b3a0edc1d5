// Questions of an inquiry and the words of its reply → where each of them stands there, word for word or reworded.
// Found by a vote of word positions, kept when three words of four stand there in the same order.

export interface Word {
  /** Letters and digits, small. */
  text: string;
  start: number;
  end: number;
}

export interface Aligned {
  /** Index of the question. */
  question: number;
  /** Of the first and one past the last of its words. */
  from: number;
  to: number;
  /** Indexes of the words that stand in both, in order. */
  words: number[];
}

const SHARE = 0.75;
/** What is printed a second time is the same; an answer takes up words of its question. */
const AGAIN_SHARE = 0.9;
const MIN_WORDS = 3;
/** A question may stand in a list and again above its answer. */
const MAX_PLACES = 2;
/** Words that stand all over a document say nothing of a place. */
const MAX_OCCURRENCES = 40;

/** Words of a text, in order; a word that a hyphen parts at a line's end is one. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(/[\p{L}\p{N}]+(?:-\n\p{Ll}[\p{L}\p{N}]*)*/gu)) {
    const letters = found.includes('-') ? found.replaceAll('-\n', '') : found;
    words.push({ text: letters.toLowerCase(), start: index, end: index + found.length });
  }
  return words;
}

/** In order of place; no two overlap. */
export function align(words: readonly Word[], questions: readonly string[]): Aligned[] {
  const places = new Map<string, number[]>();
  for (const [i, { text }] of words.entries()) {
    const own = places.get(text);
    if (own) own.push(i);
    else places.set(text, [i]);
  }
  const found = questions.flatMap((question, n) => placesOf(question, n, words, places));
  const kept: Scored[] = [];
  for (const one of found.sort((a, b) => b.matched - a.matched)) {
    if (!kept.some((other) => one.from < other.to && other.from < one.to)) kept.push(one);
  }
  return kept.sort((a, b) => a.from - b.from).map(({ matched: _, ...one }) => one);
}

interface Scored extends Aligned {
  matched: number;
}

function placesOf(
  question: string,
  n: number,
  words: readonly Word[],
  places: ReadonlyMap<string, number[]>,
): Scored[] {
  const asked = wordsOf(question).map(({ text }) => text);
  if (asked.length < MIN_WORDS) return [];
  // Words of the same place of the question fall into the same bucket, or into its neighbour.
  const width = Math.max(4, Math.ceil(asked.length / 4));
  const votes = new Map<number, number>();
  for (const [i, word] of asked.entries()) {
    const own = places.get(word);
    if (!own || own.length > MAX_OCCURRENCES) continue;
    for (const place of own) {
      const bucket = Math.floor((place - i) / width);
      votes.set(bucket, (votes.get(bucket) ?? 0) + 1);
    }
  }
  const scored = [...votes.keys()]
    .map((bucket) => ({ bucket, votes: votes.get(bucket)! + (votes.get(bucket + 1) ?? 0) }))
    .filter(({ votes: sum }) => sum * 3 >= asked.length)
    .sort((a, b) => b.votes - a.votes);
  const found: Scored[] = [];
  for (const { bucket } of scored.slice(0, 3 * MAX_PLACES)) {
    const from = Math.max(0, bucket * width - 2);
    const to = Math.min(words.length, (bucket + 2) * width + asked.length + 2);
    const match = commonIn(asked, words, from, to);
    if (match === null || match.matched < SHARE * asked.length) continue;
    if (found.length > 0 && match.matched < AGAIN_SHARE * asked.length) continue;
    if (found.some((other) => match.from < other.to && other.from < match.to)) continue;
    found.push({ question: n, ...match });
    if (found.length === MAX_PLACES) break;
  }
  return found;
}

/** The longest common subsequence of the asked words and those of the window, and how far it reaches. */
function commonIn(asked: string[], words: readonly Word[], from: number, to: number) {
  const columns = to - from + 1;
  const length = new Uint16Array((asked.length + 1) * columns);
  for (let i = asked.length - 1; i >= 0; i--) {
    for (let j = to - from - 1; j >= 0; j--) {
      const here = i * columns + j;
      length[here] =
        asked[i] === words[from + j]!.text
          ? 1 + length[here + columns + 1]!
          : Math.max(length[here + columns]!, length[here + 1]!);
    }
  }
  const both: number[] = [];
  for (let i = 0, j = 0; i < asked.length && j < to - from; ) {
    if (asked[i] === words[from + j]!.text && length[i * columns + j] === 1 + length[(i + 1) * columns + j + 1]!) {
      both.push(from + j);
      i++;
      j++;
    } else if (length[(i + 1) * columns + j]! >= length[i * columns + j + 1]!) i++;
    else j++;
  }
  const near = withoutStray(both);
  const [first] = near;
  return first === undefined ? null : { matched: near.length, from: first, to: near.at(-1)! + 1, words: near };
}

/** A word far from all others at either end stands there by chance. */
const FAR = 4;

function withoutStray(places: number[]): number[] {
  let from = 0;
  let to = places.length;
  while (to - from > 2 && places[from + 1]! - places[from]! > FAR) from++;
  while (to - from > 2 && places[to - 1]! - places[to - 2]! > FAR) to--;
  return places.slice(from, to);
}
