// Clean lines → the text of the document, paragraphs separated by an empty line, with the place of every line in it.
import { isSuspended } from '../german/hyphens.ts';
import { LINE_MARK } from '../german/list-marks.ts';
import type { PageSpan } from '../types.ts';
import type { Line } from './lines.ts';

export interface Composed {
  text: string;
  /** Where each line stands in the text. A word parted at a line's end belongs to the line that it begins in. */
  places: { start: number; end: number }[];
  pages: PageSpan[];
}

/** A line this full was broken by the page and not by the author. */
const FULL = 0.72;

/** @param breaks indexes of lines that begin a paragraph of their own, whatever they look like */
export function compose(lines: Line[], breaks: ReadonlySet<number>): Composed {
  const width = typicalWidth(lines);
  const places: Composed['places'] = [];
  const pageStarts: { number: number; start: number }[] = [];
  // In parts: cutting hyphens off one growing string takes a second for a long file.
  const parts: string[] = [];
  let length = 0;
  const append = (part: string) => {
    parts.push(part);
    length += part.length;
  };
  for (const [i, line] of lines.entries()) {
    const last = lines[i - 1];
    const separator = last === undefined ? '' : between(last, line, breaks.has(i), width);
    if (separator === HYPHEN_JOIN) {
      parts.push(parts.pop()!.slice(0, -1));
      length--;
      places[i - 1]!.end = length;
    } else append(separator);
    const start = length;
    append(line.text);
    if (pageStarts.at(-1)?.number !== line.page) pageStarts.push({ number: line.page, start });
    places.push({ start, end: length });
  }
  return { text: parts.join(''), places, pages: pageSpans(pageStarts, length) };
}

/** The hyphen at the end of the line before goes, and nothing stands between. */
const HYPHEN_JOIN = Symbol('hyphen').toString();

function between(last: Line, line: Line, isBreak: boolean, width: number): string {
  const continues = /^\p{Ll}/u.test(line.text) && !/[.:!?]$/.test(last.text);
  if (isBreak) return '\n\n';
  if (line.gap && !(continues && last.text.length > width * FULL)) return '\n\n';
  if (last.isRow || line.isRow || LINE_MARK.test(line.text)) return '\n';
  if (isWithinAddress(last.text, line.text)) return '';
  if (/\p{L}-$/u.test(last.text)) {
    if (isSuspended(line.text)) return ' ';
    if (/^\p{Ll}/u.test(line.text)) return /\p{Lu}{2,}-$/u.test(last.text) ? '' : HYPHEN_JOIN;
    if (/^[\p{Lu}\d]/u.test(line.text)) return '';
  }
  if (/\p{L}\/$/u.test(last.text)) return '';
  if (continues || last.text.length > width * FULL) return ' ';
  return '\n';
}

/** A web or mail address that the line's end breaks behind its own hyphen or stroke: no hyphen of it is a divided word's. */
function isWithinAddress(above: string, below: string): boolean {
  const head = /\S+$/.exec(above)?.[0] ?? '';
  const tail = /^\S+/.exec(below)?.[0] ?? '';
  if (!/[-/_]$/.test(head)) return false;
  const isBegun = /:\/\/|www\.|@|\.(?:de|com|org|net|eu)\//i.test(head) && /^[\p{L}\p{N}]/u.test(tail);
  return isBegun || (/-$/.test(head) && /^[\p{Ll}\p{N}-]+(?:@|\.(?:de|com|org|net|eu)(?![\p{L}]))/u.test(tail));
}

/** The length that nine lines of ten stay below. */
function typicalWidth(lines: Line[]): number {
  const lengths = lines.map((line) => line.text.length).sort((a, b) => a - b);
  return Math.max(40, lengths[Math.floor(lengths.length * 0.9)] ?? 0);
}

function pageSpans(starts: { number: number; start: number }[], length: number): PageSpan[] {
  if (starts.length === 0) return [{ number: 1, start: 0, end: length }];
  return starts.map(({ number, start }, i) => ({
    number,
    start: i === 0 ? 0 : start,
    end: starts[i + 1]?.start ?? length,
  }));
}
