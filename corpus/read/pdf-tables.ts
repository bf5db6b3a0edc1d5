// Pieces of text and the rules of a page → its ruled tables, a row a line with tabs between the cells, and the pieces
// that stand in none. A row with a long cell is no line that anyone could read: its cells follow one another.
import { type Cell, dialogueOf } from './dialogue-table.ts';
import { paragraphsOf, textOfCell } from './pdf-cells.ts';
import { type Item, type Line, linesOf } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';

/** Rules that are drawn twice or end a little short still meet. */
const SLACK = 3.5;
/** A page with more is a map or a plan, and comparing each with each would take seconds. */
const MOST_RULES = 2_000;
/** In characters and lines of one cell. */
const LONG_CELL = 240;
const LONG_CELL_LINES = 6;

export interface Table {
  top: number;
  lines: Line[];
}

export function withoutTables(items: Item[], rules: readonly Rule[]): { tables: Table[]; rest: Item[] } {
  if (rules.length > MOST_RULES) return { tables: [], rest: items };
  let rest = items;
  const tables: Table[] = [];
  for (const grid of gridsOf(rules)) {
    const inside = rest.filter((item) => isInside(item, grid));
    const lines = rowsOf(inside, grid);
    if (lines.length === 0) continue;
    tables.push({ top: grid.ys[0] ?? 0, lines });
    rest = rest.filter((item) => !inside.includes(item));
  }
  return { tables, rest };
}

interface Grid {
  /** Left to right. */
  xs: number[];
  /** Top to bottom. */
  ys: number[];
  rules: Rule[];
}

/** Rules that touch one another, where they make two columns at least. */
function gridsOf(rules: readonly Rule[]): Grid[] {
  const groups: Rule[][] = [];
  for (const rule of rules) {
    const touching = groups.filter((group) => group.some((other) => meet(rule, other)));
    const joined = [rule, ...touching.flat()];
    groups.splice(0, groups.length, ...groups.filter((group) => !touching.includes(group)), joined);
  }
  return groups.flatMap((group) => {
    const xs = places(group, 'vertical').sort((a, b) => a - b);
    const ys = places(group, 'horizontal').sort((a, b) => b - a);
    return xs.length >= 3 && ys.length >= 2 ? [{ xs, ys, rules: group }] : [];
  });
}

function meet(a: Rule, b: Rule): boolean {
  const overlap = (from: number, to: number, other: Rule) => from <= other.to + SLACK && to >= other.from - SLACK;
  if (a.axis === b.axis) return Math.abs(a.at - b.at) <= SLACK && overlap(a.from, a.to, b);
  return overlap(b.at, b.at, a) && overlap(a.at, a.at, b);
}

/** Where rules of one direction stand, those drawn side by side taken for one. */
function places(rules: readonly Rule[], axis: Rule['axis']): number[] {
  const found: number[] = [];
  for (const { at } of rules.filter((rule) => rule.axis === axis).sort((a, b) => a.at - b.at)) {
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > SLACK) found.push(at);
  }
  return found;
}

function isInside(item: Item, { xs, ys }: Grid): boolean {
  const [x, y] = middle(item);
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y < (ys[0] ?? 0) && y > (ys.at(-1) ?? 0);
}

const middle = ({ x, y, width, height }: Item): [number, number] => [x + Math.min(width, height) / 2, y + height * 0.3];

function rowsOf(items: readonly Item[], grid: Grid): Line[] {
  const { xs, ys } = grid;
  const cells = new Map<string, Placed>();
  for (const item of items) {
    const [x, y] = middle(item);
    let column = xs.findLastIndex((left) => x >= left);
    let row = ys.findLastIndex((top) => y <= top);
    // Where no rule parts them, neighbours are one cell, which stands where it begins.
    while (column > 0 && !isRuled(grid, 'vertical', xs[column] ?? 0, y)) column--;
    while (row > 0 && !isRuled(grid, 'horizontal', ys[row] ?? 0, x)) row--;
    const key = `${row} ${column}`;
    const cell = cells.get(key) ?? { row, column, items: [] };
    cell.items.push(item);
    cells.set(key, cell);
  }
  const columns = new Set([...cells.values()].map((cell) => cell.column));
  // A frame around text, or a form's boxes: no table.
  if (columns.size < 2) return [];
  const dialogue = dialogueIn(
    [...cells.values()],
    [...columns].sort((a, b) => a - b),
  );
  if (dialogue) return dialogue;
  const lines: Line[] = [];
  let lastWasLong = true;
  for (let row = 0; row < ys.length; row++) {
    const filled = withEmpty(
      [...cells.values()].filter((cell) => cell.row === row).sort((a, b) => a.column - b.column),
      grid,
    );
    const parts = filled.map((cell) => linesOf(cell.items)).filter((cell) => cell.length > 0);
    // The row after a long one begins a paragraph, as the table does.
    const rowLines = linesOfRow(parts, lastWasLong);
    if (rowLines.length > 0) lastWasLong = rowLines.length > 1;
    lines.push(...rowLines);
  }
  return lines;
}

interface Placed {
  row: number;
  column: number;
  items: Item[];
}

/** Between two cells a ruled box without text is a cell, too; else what follows would stand below the wrong heads. */
function withEmpty(filled: Placed[], grid: Grid): Placed[] {
  return filled.flatMap((cell, i): Placed[] => {
    const next = filled[i + 1];
    const item = cell.items[0];
    if (!next || !item) return [cell];
    const y = middle(item)[1];
    const empty: Placed[] = [];
    for (let column = cell.column + 1; column < next.column; column++) {
      const x = grid.xs[column] ?? 0;
      const width = (grid.xs[column + 1] ?? x) - x;
      if (!isRuled(grid, 'vertical', x, y) || !isRuled(grid, 'horizontal', grid.ys[cell.row] ?? 0, x + width / 2))
        continue;
      empty.push({ row: cell.row, column, items: [{ ...item, str: '–', x, width: item.height / 2 }] });
    }
    return [cell, ...empty];
  });
}

/** Questions and answers beside each other; null for any other table. */
function dialogueIn(cells: readonly Placed[], columns: readonly number[]): Line[] | null {
  const rows = [...new Set(cells.map(({ row }) => row))].sort((a, b) => a - b);
  const texts = rows.map((row) =>
    columns.map((column): Cell => {
      const cell = cells.find((one) => one.row === row && one.column === column);
      return cell && paragraphsOf(linesOf(cell.items)).map(textOfCell).join('\n\n');
    }),
  );
  const blocks = dialogueOf(texts);
  const first = cells[0] && linesOf(cells[0].items)[0];
  if (!blocks || !first) return null;
  return blocks.flatMap((block) => block.split('\n\n')).map((text) => ({ ...first, text, apart: true }));
}

function isRuled({ rules }: Grid, axis: Rule['axis'], at: number, where: number): boolean {
  return rules.some(
    (rule) =>
      rule.axis === axis && Math.abs(rule.at - at) <= SLACK && where >= rule.from - SLACK && where <= rule.to + SLACK,
  );
}

/** Short cells beside one another share a line; a long one follows by itself, a paragraph a line. */
function linesOfRow(cells: Line[][], isApart: boolean): Line[] {
  const rows: Line[] = [];
  let shared: { line: Line; texts: string[] } | null = null;
  for (const lines of cells) {
    const [first] = lines;
    if (!first) continue;
    const text = textOfCell(lines);
    if (cells.length === 1 || lines.length > LONG_CELL_LINES || text.length > LONG_CELL) {
      for (const paragraph of paragraphsOf(lines)) rows.push({ ...first, text: textOfCell(paragraph), apart: true });
      shared = null;
    } else if (shared) {
      shared.texts.push(text);
      shared.line.text = shared.texts.join('\t');
    } else {
      shared = { line: { ...first, text, apart: isApart || rows.length > 0 }, texts: [text] };
      rows.push(shared.line);
    }
  }
  return rows;
}
