// Pieces of text with their places → lines from top to bottom. What stands at one height is one line; a superscript
// belongs to the line it stands in.

import { raised } from './office/signs.ts';

/** A piece of text as the PDF draws it; units are points, y grows upwards, y is the base line. */
export interface Item {
  str: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Line {
  y: number;
  height: number;
  items: Item[];
  /** In the place of `items` for a row of a table, whose words are in order already. */
  text?: string;
  /** Whether it begins a paragraph; without it the distance to the line above says so. */
  apart?: boolean;
}

export function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const isBlank = item.str.trim() === '';
    const line = last && sameLine(last, item) ? last : isBlank ? undefined : lines.find((one) => sameLine(one, item));
    if (line) {
      line.items.push(item);
      // The line is where its largest letters stand.
      if (!isBlank && item.height > line.height * 1.15) Object.assign(line, { y: item.y, height: item.height });
    } else if (!isBlank) lines.push({ y: item.y, height: item.height, items: [item] });
  }
  return lines.sort((a, b) => b.y - a.y);
}

/** Within two fifths of the smaller letters, or raised or lowered beside larger ones: "m²", "CO₂". */
function sameLine(line: Line, item: Item): boolean {
  const distance = Math.abs(line.y - item.y);
  const [small, large] = [Math.min(line.height, item.height), Math.max(line.height, item.height)];
  if (distance < 0.4 * Math.max(4, small)) return true;
  if (small > 0.8 * large || distance > 0.55 * large || item.str.trim().length > SCRIPT_CHARS) return false;
  const end = item.x + item.width;
  return line.items.some((one) => item.x < one.x + one.width + 0.3 * large && end > one.x - 0.3 * large);
}

const SCRIPT_CHARS = 4;

/** Lines in the order given; a wide distance between two is an empty line. */
export function textOfLines(lines: readonly Line[]): string {
  let text = '';
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (above) text += (line.apart ?? isFar(above, line)) ? '\n\n' : '\n';
    text += line.text ?? lineText(line.items);
  }
  return text;
}

/** Upwards, too: there another column begins. */
export function isFar(above: Line, line: Line): boolean {
  return above.y - line.y > 1.75 * Math.max(above.height, line.height) || line.y > above.y + line.height;
}

/** A gap this wide, in heights of the letters, parts two cells of a table or two columns. */
const WIDE_GAP = 2.2;
const WORD_GAP = 0.17;

export function lineText(items: readonly Item[]): string {
  // Blanks are told by the gaps: pdf.js puts one blank, however wide, between two cells.
  const ordered = items.filter((item) => item.str.trim() !== '').sort((a, b) => a.x - b.x);
  const largest = ordered.reduce((big, item) => (item.height > big.height ? item : big), ordered[0] ?? NO_ITEM);
  let text = '';
  let end: number | null = null;
  for (const item of ordered) {
    const { str, x, width, height } = item;
    if (end !== null) {
      const gap = x - end;
      if (gap > WIDE_GAP * height) text += '   ';
      else if (gap > WORD_GAP * height && !text.endsWith(' ') && !str.startsWith(' ')) text += ' ';
    }
    const position = positionOf(item, largest);
    text += position ? raised(str, position, text) : str;
    end = x + width;
  }
  return text.trimEnd().replace(SPACED, (word) => word.replaceAll(' ', ''));
}

const NO_ITEM: Item = { str: '', x: 0, y: 0, width: 0, height: 0 };
/** "A N T W O R T": letters that are set apart are one word. */
const SPACED = /(?<![\p{L}\d])(?:\p{L} ){4,60}\p{L}(?![\p{L}\d])/gu;

/** Small figures above or below the line that the large letters stand on. */
function positionOf(item: Item, largest: Item): 'raised' | 'lowered' | null {
  if (item.height > 0.8 * largest.height) return null;
  const distance = item.y - largest.y;
  if (distance > 0.15 * largest.height) return 'raised';
  return distance < -0.05 * largest.height ? 'lowered' : null;
}
