// The lines of a reply's body → units: lines, parted behind question marks in their midst, so that a question and an
// answer on one line are two. What a unit looks like is said once here, for everything that labels units.
import { align, wordsOf } from './align.ts';
import { markersIn } from './bare-markers.ts';
import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';

export interface Unit {
  /** Index of its line. */
  line: number;
  /** Characters of the line, to the end of the unit. */
  start: number;
  end: number;
  text: string;
  gap: boolean;
  isRow: boolean;
  /** Only at the beginning of a line. */
  marker: Marker | null;
  /** The text behind the marker. */
  rest: string;
}

const PART = /\?["“”»’)\]]*(?:\s*\([^)?]{0,200}\)[.]?)?\s+(?=\S)/gu;

export function unitsOf(body: readonly Line[]): Unit[] {
  const markers = markersIn(body);
  return body.flatMap(({ text, gap, isRow }, line) => {
    const cuts = text.includes('?') ? [...text.matchAll(PART)].map(({ 0: part, index }) => index + part.length) : [];
    return [0, ...cuts].map((start, n): Unit => {
      const end = cuts[n] ?? text.length;
      const own = text.slice(start, end).trimEnd();
      const marker = start === 0 ? markers[line]! : null;
      const rest = own.slice(marker?.length ?? 0).trim();
      return { line, start, end: start + own.length, text: own, gap: gap && start === 0, isRow, marker, rest };
    });
  });
}

/** `part` goes on with another sentence of the same question; `theirs` stands elsewhere in the inquiry. */
export type Asked = 'begins' | 'part' | 'inside' | 'behind' | 'theirs' | null;

/** Shorter units may stand in both papers by chance, unless they ask. */
const MIN_LETTERS = 40;
const MIN_ASKING_LETTERS = 20;
/** Of a unit's words that stand in the question. */
const SHARE = 0.5;

export const inquiryLetters = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('') ?? '';

/** For each unit, how it stands to the inquiry; null where none of its questions is found. */
export function askedIn(units: readonly Unit[], questions: readonly string[], inquiry: string): Asked[] | null {
  const words = wordsOf(textOf(units));
  const parts = questions.flatMap((question, n) =>
    sentencesIn(question).map((text, i) => ({ text, n, isFirst: i === 0 })),
  );
  const aligned = align(
    words,
    parts.map(({ text }) => text),
  );
  if (aligned.length === 0) return null;
  const starts = offsetsOf(units);
  const counts = units.map(() => 0);
  for (const { start } of words) counts[unitAt(starts, start)]!++;
  const asked: Asked[] = units.map(() => null);
  for (const { question, words: both } of aligned) {
    const own = new Map<number, number>();
    for (const word of both) {
      const unit = unitAt(starts, words[word]!.start);
      own.set(unit, (own.get(unit) ?? 0) + 1);
    }
    const full = [...own].flatMap(([unit, count]) => (count >= SHARE * counts[unit]! ? [unit] : []));
    for (const [i, unit] of full.entries())
      asked[unit] = i > 0 ? 'inside' : parts[question]!.isFirst ? 'begins' : 'part';
    const last = full.at(-1);
    if (last !== undefined && last + 1 < units.length && asked[last + 1] === null) asked[last + 1] = 'behind';
  }
  for (const [i, { text }] of units.entries()) {
    if (asked[i] !== null && asked[i] !== 'behind') continue;
    const least = /\?["“”»)]*$/.test(text) ? MIN_ASKING_LETTERS : MIN_LETTERS;
    if (text.length < least) continue;
    const letters = inquiryLetters(text);
    if (letters.length >= least && inquiry.includes(letters)) asked[i] = 'theirs';
  }
  return asked;
}

/** Each that asks is looked for by itself: answers may stand between. */
function sentencesIn(question: string): string[] {
  const parts = question.split(/(?<=\?["“”»)]*)\s+(?=[\p{Lu}a-h(„"])/u);
  return parts.length > 8 ? [question] : parts;
}

/** The text of all units, one a line: what is aligned with the inquiry. */
const textOf = (units: readonly Unit[]): string => units.map(({ text }) => text).join('\n');

function offsetsOf(units: readonly Unit[]): number[] {
  const starts: number[] = [];
  let at = 0;
  for (const { text } of units) {
    starts.push(at);
    at += text.length + 1;
  }
  return starts;
}

function unitAt(starts: number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
