// Lines of a page → the same lines in reading order: columns of prose one after the other, a narrow column beside a
// letter (telephone numbers, managing directors) before it. Rows of a table without rules stay as they are.
import { type Item, type Line, lineText } from './pdf-lines.ts';

/** Fewer lines side by side are a row of a table or two signatures. */
const LEAST_LINES = 4;
/** In characters: a line of prose, not a cell. */
const PROSE_CHARS = 28;
/** A column begins where so many points lie between, in heights of the letters. */
const GUTTER = 0.6;
const SLACK = 2;

export function inColumns(lines: Line[]): Line[] {
  let best: Split | null = null;
  for (const x of gutters(lines)) {
    const split = splitAt(lines, x);
    if (split && split.right.length > (best?.right.length ?? 0)) best = split;
  }
  if (!best) return lines;
  const { above, left, right, below, rightFirst } = best;
  const columns = [inColumns(left), inColumns(right)];
  if (rightFirst) columns.reverse();
  const ordered = [...inColumns(above), ...columns.flatMap(beginningApart)];
  // A letter goes on below the narrow column that stood beside it.
  return [...ordered, ...(rightFirst ? inColumns(below) : beginningApart(inColumns(below)))];
}

const beginningApart = (lines: Line[]) => lines.map((line, i) => (i === 0 ? { ...line, apart: true } : line));

/** Where pieces begin that stand alone to the right or after a gap. */
function gutters(lines: readonly Line[]): number[] {
  const counts = new Map<number, number>();
  for (const { items } of lines) {
    const ordered = visible(items);
    ordered.forEach((item, i) => {
      const before = ordered[i - 1];
      if (before && item.x - (before.x + before.width) < GUTTER * item.height) return;
      const x = Math.round(item.x);
      counts.set(x, (counts.get(x) ?? 0) + 1);
    });
  }
  return [...counts].filter(([, count]) => count >= LEAST_LINES).map(([x]) => x - SLACK);
}

interface Split {
  above: Line[];
  left: Line[];
  right: Line[];
  below: Line[];
  rightFirst: boolean;
}

/** The longest run of lines of which none crosses `x`, if it makes two columns. */
function splitAt(lines: Line[], x: number): Split | null {
  let best: Split | null = null;
  for (let from = 0; from < lines.length; ) {
    let to = from;
    while (to < lines.length && !crosses(lines[to] as Line, x)) to++;
    const run = lines.slice(from, to);
    const first = run.findIndex((line) => part(line, x, 'right') !== null);
    const last = run.findLastIndex((line) => part(line, x, 'right') !== null);
    const rows = first < 0 ? [] : run.slice(first, last + 1);
    const left = rows.flatMap((line) => part(line, x, 'left') ?? []);
    const right = rows.flatMap((line) => part(line, x, 'right') ?? []);
    if (right.length > (best?.right.length ?? 0) && areColumns(left, right, rows.length)) {
      const rightFirst = width(right) < 0.6 * width(left);
      const above = lines.slice(0, from + first);
      best = { above, left, right, below: lines.slice(from + last + 1), rightFirst };
    }
    from = Math.max(to, from + 1);
  }
  return best;
}

const visible = (items: readonly Item[]) => items.filter(({ str }) => str.trim() !== '').sort((a, b) => a.x - b.x);

const crosses = ({ items, text }: Line, x: number) =>
  text !== undefined || visible(items).some((item) => item.x < x && item.x + item.width > x + SLACK);

function part(line: Line, x: number, side: 'left' | 'right'): Line | null {
  const items = line.items.filter((item) => (side === 'right' ? item.x >= x : item.x < x));
  const seen = visible(items);
  return seen.length === 0 ? null : { ...line, items };
}

/** Rows of a table stand at one height; columns have lines of their own, or both are full of words. */
function areColumns(left: readonly Line[], right: readonly Line[], rows: number): boolean {
  if (right.length < LEAST_LINES || left.length < LEAST_LINES - 1) return false;
  const sideBySide = left.length + right.length - rows;
  const aligned = sideBySide / Math.min(left.length, right.length);
  if (aligned < 0.5) return true;
  return isProse(left) && (aligned < 0.7 || (isProse(right) && [left, right].every(goesOn)));
}

function isProse(lines: readonly Line[]): boolean {
  const full = lines.filter(({ items }) => {
    const text = lineText(items);
    return text.length >= PROSE_CHARS && !text.includes('   ');
  });
  return full.length >= 0.6 * lines.length;
}

/** Cells begin with capitals and figures; every third or fourth line of prose begins in the middle of a sentence. */
function goesOn(lines: readonly Line[]): boolean {
  const small = lines.filter(({ items }) => /^\s*\p{Ll}/u.test(lineText(items)));
  return small.length >= 0.2 * lines.length;
}

function width(lines: readonly Line[]): number {
  const items = lines.flatMap((line) => visible(line.items));
  return Math.max(...items.map((item) => item.x + item.width)) - Math.min(...items.map((item) => item.x));
}
