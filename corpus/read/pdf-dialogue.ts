// Lines of a page → the same lines, where below the heads "Frage" and "Antwort" two columns without rules stand: each
// question and its answer one after the other. Nothing else is touched.
import { type Columns, columnsOf, dialogueOf, isMarker } from './dialogue-table.ts';
import { paragraphsOf, textOfCell } from './pdf-cells.ts';
import { type Item, isFar, type Line, lineText } from './pdf-lines.ts';

/** In heights of the letters: what parts two heads. */
const GUTTER = 0.6;
const SLACK = 2;

/** @returns what stands above, the dialogue, and what stands below; null where there is none */
export function dialogueAmong(lines: readonly Line[]): { above: Line[]; dialogue: Line[]; below: Line[] } | null {
  for (const [i, line] of lines.entries()) {
    const heads = piecesOf(line.items);
    const columns = columnsOf(heads.map(lineText));
    if (!columns) continue;
    const starts = heads.map(([first]) => (first?.x ?? 0) - SLACK);
    const end = endOf(lines, i + 1, starts, columns);
    const rows = rowsOf(lines.slice(i + 1, end), starts, columns.number, columns.question, columns.answer);
    const texts = rows.map((row) => row.map((cell) => paragraphsOf(cell).map(textOfCell).join('\n\n')));
    const blocks = dialogueOf([heads.map(lineText), ...texts]);
    if (!blocks) continue;
    const dialogue = blocks.flatMap((block) => block.split('\n\n')).map((text) => ({ ...line, text, apart: true }));
    return { above: lines.slice(0, i), dialogue, below: lines.slice(end) };
  }
  return null;
}

/** In heights of the letters: no row of a table is so far from the one above. */
const FAR = 3.5;

/** Where lines go across the columns, or stand apart; or the column of numbers has something else. */
function endOf(lines: readonly Line[], from: number, starts: number[], { number, answer }: Columns): number {
  const lastAnswer = lines.findLastIndex(({ items }) => items.some(({ x }) => x >= (starts[answer] ?? 0)));
  const end = lines.findIndex((line, at) => {
    const above = lines[at - 1];
    if (at < from || !above) return false;
    const numbered = number < 0 ? '' : lineText(line.items.filter(({ x }) => x < (starts[number + 1] ?? 0)));
    const isApart = above.y - line.y > FAR * line.height || (at > lastAnswer && isFar(above, line));
    return isApart || starts.slice(1).some((x) => isAcross(line, x)) || (numbered !== '' && !isMarker(numbered));
  });
  return end < 0 ? lines.length : end;
}

function piecesOf(items: readonly Item[]): Item[][] {
  const pieces: Item[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const item of items.filter(({ str }) => str.trim() !== '').sort((a, b) => a.x - b.x)) {
    if (item.x - end > GUTTER * item.height) pieces.push([item]);
    else pieces.at(-1)?.push(item);
    end = item.x + item.width;
  }
  return pieces;
}

const isAcross = ({ items, text }: Line, x: number): boolean =>
  text !== undefined ||
  items.some((item) => item.str.trim() !== '' && item.x < x && item.x + item.width > x + 2 * SLACK);

/** A row begins with its number; without numbers beside an answer, when the question above has ended. */
function rowsOf(
  lines: readonly Line[],
  starts: number[],
  number: number,
  question: number,
  answer: number,
): Line[][][] {
  const rows: Line[][][] = [];
  for (const line of lines) {
    const cells = starts.map((start, c) => line.items.filter(({ x, str }) => str.trim() !== '' && isIn(x, start, c)));
    const has = (column: number) => (cells[column]?.length ?? 0) > 0;
    const asked = lineText(rows.at(-1)?.[question]?.at(-1)?.items ?? []);
    const begins = number >= 0 ? has(number) : has(question) && has(answer) && /[.?!:]$/.test(asked);
    if (begins || rows.length === 0) rows.push(starts.map(() => []));
    for (const [c, items] of cells.entries()) if (items.length > 0) rows.at(-1)?.[c]?.push({ ...line, items });
  }
  return rows;

  function isIn(x: number, start: number, column: number): boolean {
    return (x >= start || column === 0) && x < (starts[column + 1] ?? Number.POSITIVE_INFINITY);
  }
}
