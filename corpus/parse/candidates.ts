// The lines of a reply's body → those that begin with a number, each with what speaks for a question there; and which of
// them are only headings above questions.
import { german } from '../german/letters.ts';
import { markersIn } from './bare-markers.ts';
import type { Line } from './lines.ts';
import type { Marker, Style } from './marker.ts';
import { beginsAsClearRequest, beginsAsQuestion, paragraphEnd, questionEndIn } from './questions.ts';

export interface Candidate extends Marker {
  line: number;
  /** There is a question mark, or a clear request, before the next number. */
  asks: boolean;
  /** Its first words are those of a question. */
  begins: boolean;
}

/** The last number of a sentence that goes on from the line above begins nothing. */
const CARRIED_ON = german(
  /(?:\b(?:Nr|Nrn|Abs|Art|Ziff|Ziffern?|Punkte?|Fragen?|Nummern?|am|vom|bis|zum|den|dem|der|und|oder|siehe|ca|rund|§|von|mit|in|auf|Top|TOP|Seite|Haus|Gebäude|Phase|Stufe|Teil|Linien?|zur?|unter|Antwort|S|B)|[,–-])\.?$/,
);

/** More than any reply has; what compares them with each other stays quick. */
const MAX_CANDIDATES = 1_500;

export function candidatesIn(body: Line[]): Candidate[] {
  const markers = initials(markersIn(body));
  const candidates: Candidate[] = [];
  let next = body.length;
  for (let i = body.length - 1; i >= 0; i--) {
    const marker = markers[i];
    if (!marker) continue;
    const end = paragraphEnd(body, i, next);
    next = i;
    const line = body[i]!;
    const above = body[i - 1];
    if (/^zu/.test(line.text) && !line.gap) continue;
    if (above && !line.gap && goesOn(above.text, line, marker)) continue;
    const rest = line.text.slice(marker.length).trim();
    const first = rest === '' ? (body[i + 1]?.text ?? '') : rest;
    const asks = body.slice(i, end).some((l) => questionEndIn(l.text) >= 0) || beginsAsClearRequest(first);
    const begins = beginsAsQuestion(first) || beginsAsClearRequest(first);
    candidates.push({ ...marker, line: i, asks, begins });
  }
  return candidates.reverse().slice(0, MAX_CANDIDATES);
}

/** "F1: … A1: …": the letters stand for Frage and Antwort where both begin at 1. */
function initials(markers: (Marker | null)[]): (Marker | null)[] {
  const has = (number: string) => markers.some((marker) => marker?.style === 'decimal' && marker.numbers[0] === number);
  if (!has('F1') || !has('A1')) return markers;
  return markers.map((marker): Marker | null => {
    const [, letter, number] = /^([FA])(\d+)$/.exec(marker?.numbers[0] ?? '') ?? [];
    if (!marker || !number) return marker;
    return { ...marker, style: 'number', numbers: [number], says: letter === 'F' ? 'question' : 'answer' };
  });
}

/** The line above has not ended: what looks like a number belongs to its sentence. */
function goesOn(above: string, line: Line, marker: Marker): boolean {
  if (marker.says !== null) return !/[.:?!)“”"]$/.test(above) && line.text.length > marker.length + 2;
  return line.isRow || (marker.style !== 'letter' && CARRIED_ON.test(above));
}

/** Its place in its numbering, from 1. */
export const rankOf = (style: Style, number: string): number =>
  style === 'number'
    ? Number(number)
    : style === 'capital'
      ? number.charCodeAt(0) - 64
      : style === 'roman'
        ? ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'].indexOf(number) + 1
        : Number.parseFloat(number);

/** "3", "3a", or those that are asked together. */
export const keysOf = ({ numbers, letter }: Marker): string[] => numbers.map((number) => number + (letter ?? ''));

const HEADING_CHARACTERS = 90;

/** "A. Radwege" and "B. Gehwege", where the questions below each begin with 1 or a. */
export function headingsIn(body: Line[], candidates: Candidate[]): Set<Candidate> {
  for (const style of ['capital', 'roman'] as const) {
    const own = candidates.filter((c) => c.style === style && c.says === null);
    const isHeading = (c: Candidate, i: number) => {
      const { text } = body[c.line]!;
      const isTitle = text.length > c.length && text.length < HEADING_CHARACTERS && !/[.?!:;,]$/.test(text);
      const below = candidates[candidates.indexOf(c) + 1];
      return rankOf(style, c.numbers[0]!) === i + 1 && isTitle && below !== undefined && opensBelow(c, below, i);
    };
    if (own.length > 1 && own.every(isHeading)) return new Set(own);
  }
  return new Set();
}

/** Below each heading the numbers begin anew, or they run on. */
const opensBelow = (heading: Candidate, below: Candidate, i: number): boolean =>
  below.line - heading.line <= 3 &&
  below.asks &&
  (below.numbers[0] === '1' || below.letter === 'a' || (i > 0 && below.style === 'number' && below.begins));

/** "II. Ausbau" with question 3 below it, where 2 was the last above. */
export function runsOn(candidates: Candidate[], headings: ReadonlySet<Candidate>): boolean {
  const first = candidates.flatMap((c, i) => (headings.has(c) ? Number(candidates[i + 1]?.numbers[0] ?? 0) : []));
  return first.length > 1 && first.every((number, i) => i === 0 || number > first[i - 1]!);
}
