// Lines of a quoted answer → a table, where they are rows: three or more in a row that end in equally many figures.
// Cells were parted by gaps in the original; its words and their order stay as they are.

export interface Rows {
  /** Index of the first line of the table, and behind its last. */
  from: number;
  to: number;
  /** The line above, where it is none of the sentences: a head or a title. */
  caption: string | null;
  cells: string[][];
}

const MIN_ROWS = 3;
/** No label is longer; a sentence that ends in a year is. */
const MAX_LABEL = 80;

const FIGURE =
  /(?:ca\.\s|rund\s|[<>±+–-])?\d[\d.,]*(?:\s?(?:%|‰|€|Euro|EUR|Prozent|Mio\.?(?: Euro| €)?|TEUR|T€|km|m²|m|ha|t|kg|h))?(?=\s|$)|[–-](?=\s|$)|k\. ?A\.(?=\s|$)/u;
const ROW = new RegExp(`^(.*?\\S)((?:\\s+(?:${FIGURE.source}))+)$`, 'u');
const FIGURES = new RegExp(FIGURE.source, 'gu');

/** The tables among the lines, in order; lines between belong to none. */
export function rowsIn(lines: readonly string[]): Rows[] {
  const rows = lines.map(cellsOf);
  const tables: Rows[] = [];
  for (let from = 0; from < rows.length; from++) {
    const width = rows[from]?.length;
    if (width === undefined) continue;
    let to = from;
    while (rows[to]?.length === width) to++;
    if (to - from >= MIN_ROWS) {
      const above = lines[from - 1];
      const isHead = above !== undefined && tables.at(-1)?.to !== from && !/[.!?]["“”»]*$/u.test(above);
      tables.push({
        from,
        to,
        caption: isHead ? above.replace(/^„/u, '') : null,
        cells: withoutDashes(rows.slice(from, to) as string[][]),
      });
    }
    from = Math.max(from, to - 1);
  }
  return tables;
}

/** Label and figures; null for what is no row. */
function cellsOf(line: string): string[] | null {
  const match = ROW.exec(line.replace(/^„/u, '').replace(/[,;.“]+$/u, ''));
  const label = match?.[1]?.replace(/\s*[:|]$/u, '');
  if (!match || label === undefined || label.length > MAX_LABEL || /[.!?] /u.test(label)) return null;
  return [label, ...(match[2]?.match(FIGURES) ?? [])];
}

/** "2016 – 512": where every row has it, the dash parts label and figures; elsewhere it stands for none. */
function withoutDashes(cells: string[][]): string[][] {
  const isParting = cells.every(([, first, second]) => second !== undefined && /^[–-]$/u.test(first ?? ''));
  return isParting ? cells.map(([label = '', , ...figures]) => [label, ...figures]) : cells;
}
