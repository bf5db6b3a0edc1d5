// Blocks → a PDF of A4 pages with running head and page number. The same blocks give the same bytes.
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib';
import { type Block, NOTICE, plain } from './source.ts';

const WIDTH_PT = 595;
const HEIGHT_PT = 842;
const MARGIN_PT = 72;
const INNER_PT = WIDTH_PT - 2 * MARGIN_PT;
const TEXT_PT = 11;
const HEADING_PT = { 1: 14, 2: 11, 3: 11 } as const;
const LEADING = 1.35;
const PARAGRAPH_GAP_PT = 10;
const COLUMN_GAP_PT = 30;

interface Fonts {
  regular: PDFFont;
  bold: PDFFont;
}

/** Parts of a line at their x; a block is never torn from its first two lines. */
interface PlacedLine {
  parts: { text: string; x: number }[];
  font: PDFFont;
  size: number;
  gapBefore: number;
  /** With the line after it on one page. */
  keep: boolean;
}

export async function pdfOf(blocks: Block[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setTitle(NOTICE);
  pdf.setCreationDate(new Date(0));
  pdf.setModificationDate(new Date(0));
  const fonts = {
    regular: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  };
  const pages = paged(blocks.flatMap((block) => linesOf(block, fonts)));
  for (const [i, lines] of pages.entries()) {
    const page = pdf.addPage([WIDTH_PT, HEIGHT_PT]);
    draw(page, NOTICE, HEIGHT_PT - MARGIN_PT / 2, fonts.regular);
    for (const { line, y } of lines) {
      for (const { text, x } of line.parts) page.drawText(text, { x, y, size: line.size, font: line.font });
    }
    if (pages.length > 1) draw(page, `Seite ${i + 1} von ${pages.length}`, MARGIN_PT / 2, fonts.regular);
  }
  return pdf.save();
}

function draw(page: PDFPage, text: string, y: number, font: PDFFont): void {
  page.drawText(text, { x: MARGIN_PT, y, size: 9, font });
}

function linesOf(block: Block, { regular, bold }: Fonts): PlacedLine[] {
  if (block.kind === 'table') return tableLines(block.rows, { regular, bold });
  const heading = block.kind === 'heading';
  const font = heading ? bold : regular;
  const size = heading ? HEADING_PT[block.level] : TEXT_PT;
  const lines = heading ? [block.text] : block.lines;
  return lines
    .flatMap((line) => wrapped(plain(line), font, size))
    .map((text, i) => ({
      parts: [{ text, x: MARGIN_PT }],
      font,
      size,
      gapBefore: i === 0 ? PARAGRAPH_GAP_PT : 0,
      keep: heading || i === 0,
    }));
}

function tableLines(rows: string[][], { regular, bold }: Fonts): PlacedLine[] {
  const widths = rows[0]!.map((_, column) =>
    Math.max(...rows.map((row) => bold.widthOfTextAtSize(row[column] ?? '', TEXT_PT))),
  );
  const xs = widths.map((_, column) =>
    widths.slice(0, column).reduce((x, width) => x + width + COLUMN_GAP_PT, MARGIN_PT),
  );
  return rows.map((row, i) => ({
    parts: row.flatMap((text, column) => (text === '' ? [] : [{ text, x: xs[column]! }])),
    font: i === 0 ? bold : regular,
    size: TEXT_PT,
    gapBefore: i === 0 ? PARAGRAPH_GAP_PT : 0,
    keep: i < rows.length - 1,
  }));
}

function wrapped(line: string, font: PDFFont, size: number): string[] {
  const lines = [''];
  for (const word of line.split(' ')) {
    const longer = lines.at(-1) === '' ? word : `${lines.at(-1)} ${word}`;
    if (font.widthOfTextAtSize(longer, size) <= INNER_PT) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

function paged(lines: PlacedLine[]): { line: PlacedLine; y: number }[][] {
  const pages: { line: PlacedLine; y: number }[][] = [[]];
  const top = HEIGHT_PT - MARGIN_PT;
  let y = top;
  for (const [i, line] of lines.entries()) {
    const height = line.size * LEADING;
    const kept = keptHeight(lines, i);
    if (y - line.gapBefore - kept < MARGIN_PT && pages.at(-1)!.length > 0) {
      pages.push([]);
      y = top;
    }
    y -= (pages.at(-1)!.length === 0 ? 0 : line.gapBefore) + height;
    pages.at(-1)!.push({ line, y });
  }
  return pages;
}

/** Height of this line and of those that must stand on the same page. */
function keptHeight(lines: PlacedLine[], from: number): number {
  let height = 0;
  for (const line of lines.slice(from)) {
    height += line.size * LEADING + (height > 0 ? line.gapBefore : 0);
    if (!line.keep) break;
  }
  return height;
}
