// The lines of one cell of a table → its paragraphs, and their text in one line.
import { isSuspended } from '../german/hyphens.ts';
import { LINE_MARK } from '../german/list-marks.ts';
import { isFar, type Line, lineText } from './pdf-lines.ts';

/** Parted by a distance, by a line that ends early, or by a number or a bullet. */
export function paragraphsOf(lines: readonly Line[]): Line[][] {
  const found: Line[][] = [];
  const widest = Math.max(...lines.map((line) => lineText(line.items).length));
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    const text = lineText(line.items);
    const ends = above && lineText(above.items).length < SHORT_LINE * widest && !/^\p{Ll}/u.test(text);
    if (!above || ends || isFar(above, line) || LINE_MARK.test(text.trimStart())) found.push([line]);
    else found.at(-1)?.push(line);
  }
  return found;
}

const SHORT_LINE = 0.6;

/** A hyphen at a line's end goes where a small letter follows. */
export function textOfCell(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines.map(({ items }) => lineText(items).replace(/ {2,}/g, ' ').trim())) {
    if (/\p{L}-$/u.test(text) && !isSuspended(line)) {
      text = /^\p{Ll}/u.test(line) && !/\p{Lu}{2,}-$/u.test(text) ? text.slice(0, -1) + line : text + line;
    } else text += (text && ' ') + line;
  }
  return text;
}
