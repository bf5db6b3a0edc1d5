// A PDF → its text by page, in the order in which a person reads it: ruled tables row by row, columns one after the
// other, everything else line by line.
import type { PageText, Result, SkipReason } from '../types.ts';
import { inColumns } from './pdf-columns.ts';
import { dialogueAmong } from './pdf-dialogue.ts';
import { type Item, type Line, linesOf, textOfLines } from './pdf-lines.ts';
import { apply, type Matrix, type Rule, rulesOf } from './pdf-rules.ts';
import { withoutTables } from './pdf-tables.ts';

const MAX_PAGES = 400;
/** Pictures are not looked at: unpacking them takes longer than everything else, and one can be a bomb. */
const MAX_PIXELS = 1;

export async function readPdf(bytes: Uint8Array): Promise<Result<PageText[], SkipReason>> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  try {
    // pdf.js takes the bytes away from their owner.
    const pdf = await getDocumentProxy(bytes.slice(), { maxImageSize: MAX_PIXELS, verbosity: 0 });
    const pages: PageText[] = [];
    try {
      for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
        const page = await pdf.getPage(number);
        const { items } = await page.getTextContent();
        const upright = uprightView(page.getViewport({ scale: 1 }).transform);
        const placed = items.flatMap((item): Item[] =>
          'str' in item && item.str !== '' ? [placeOf(item, upright)] : [],
        );
        // Drawings that cannot be read cost the tables their rows, not the page its text.
        const drawn = placed.length === 0 ? null : await page.getOperatorList().catch(() => null);
        const rules = drawn ? rulesOf(drawn, OPS, upright) : [];
        pages.push({ number, text: textOfPage(placed, rules) });
        page.cleanup();
      }
    } finally {
      await pdf.destroy();
    }
    if (pages.every((page) => page.text.trim() === '')) return { ok: false, error: 'scan-without-text' };
    return { ok: true, value: pages };
  } catch (error) {
    return { ok: false, error: /password/i.test(String(error)) ? 'password-protected' : 'unreadable' };
  }
}

/** Tables keep their place among the lines; what stands between two of them is set in columns by itself. */
function textOfPage(items: Item[], rules: readonly Rule[]): string {
  const { tables, rest } = withoutTables(items, rules);
  const lines = linesOf(rest);
  const ordered: Line[] = [];
  for (const { top, lines: rows } of tables.sort((a, b) => b.top - a.top)) {
    const below = lines.findIndex((line) => line.y < top);
    ordered.push(...inOrder(lines.splice(0, below < 0 ? lines.length : below)), ...rows);
  }
  return textOfLines([...ordered, ...inOrder(lines)]);
}

function inOrder(lines: Line[]): Line[] {
  const found = dialogueAmong(lines);
  return found ? [...inColumns(found.above), ...found.dialogue, ...inOrder(found.below)] : inColumns(lines);
}

/** A page may be stored lying on its side, with a note to turn it; here y grows upwards as in the PDF. */
function uprightView([a = 1, b = 0, c = 0, d = -1, e = 0, f = 0]: number[]): Matrix {
  return [a, -b, c, -d, e, -f];
}

interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
}

function placeOf({ str, transform, width, height }: TextItem, view: Matrix): Item {
  const [, , skew = 0, scale = 0, x = 0, y = 0] = transform;
  const [left, base] = apply(view, x, y);
  return { str, x: left, y: base, width, height: height || Math.hypot(skew, scale) || 10 };
}
