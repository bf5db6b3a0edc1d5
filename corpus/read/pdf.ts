// A PDF → its text by page, in the order in which a person reads it: ruled tables row by row, columns one after the
// other, everything else line by line. What nobody sees on a page is not in its text.
import type { PageText, Remark, Result, SkipReason } from '../types.ts';
import type { Area } from './pdf-areas.ts';
import { inColumns } from './pdf-columns.ts';
import { dialogueAmong } from './pdf-dialogue.ts';
import { drawnOf } from './pdf-drawn.ts';
import { type Item, type Line, linesOf, textOfLines } from './pdf-lines.ts';
import { notesOf } from './pdf-notes.ts';
import { opaquePictures } from './pdf-pictures.ts';
import { type Turned, upright, withoutDoubles, withoutLineNumbers } from './pdf-pieces.ts';
import { apply, type Matrix, type Rule } from './pdf-rules.ts';
import { withoutTables } from './pdf-tables.ts';
import { isUnreadable } from './unreadable.ts';

const MAX_PAGES = 400;
/** Larger pictures are not looked at: unpacking them takes longer than everything else, and one can be a bomb. */
const MAX_PIXELS = 250_000;
/** Their appearances would count as drawn on the page; what they say is read by itself. */
const NO_ANNOTATIONS = 0;
/** A portfolio's own page says little more than that another program is needed. */
const COVER_CHARACTERS = 600;

export interface PdfText {
  pages: PageText[];
  /** What whoever publishes the file should know. */
  remarks: Remark[];
}

type Pdf = Awaited<ReturnType<typeof import('unpdf').getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;

export async function readPdf(bytes: Uint8Array, depth = 0): Promise<Result<PdfText, SkipReason>> {
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  try {
    // pdf.js takes the bytes away from their owner.
    const pdf = await getDocumentProxy(bytes.slice(), { maxImageSize: MAX_PIXELS, verbosity: 0 });
    const pages: PageText[] = [];
    const covered: number[] = [];
    const struck: number[] = [];
    let attached: { name: string; bytes: Uint8Array }[] = [];
    try {
      const layers = await pdf.getOptionalContentConfig();
      const isLayerOn = (layer: unknown) => layer === null || layer === undefined || layers.isVisible(layer as never);
      for (let number = 1; number <= Math.min(pdf.numPages, MAX_PAGES); number++) {
        const page = await pdf.getPage(number);
        const { text, isCovered, isStruck } = await textOfPage(page, OPS, isLayerOn);
        pages.push({ number, text });
        if (isCovered) covered.push(number);
        if (isStruck) struck.push(number);
        page.cleanup();
      }
      attached = pdfsIn(await pdf.getAttachments());
    } finally {
      await pdf.destroy();
    }
    return await wholeOf(pages, { covered, struck }, attached, depth);
  } catch (error) {
    return { ok: false, error: /password/i.test(String(error)) ? 'password-protected' : 'unreadable' };
  }
}

async function wholeOf(
  own: PageText[],
  { covered, struck }: { covered: number[]; struck: number[] },
  attached: { name: string; bytes: Uint8Array }[],
  depth: number,
): Promise<Result<PdfText, SkipReason>> {
  let pages = own;
  const remarks: Remark[] = [];
  if (covered.length > 0) remarks.push({ what: 'covered-text', pages: covered });
  if (struck.length > 0) remarks.push({ what: 'struck-text', pages: struck });
  const isCover = own.reduce((sum, { text }) => sum + text.length, 0) < COVER_CHARACTERS;
  if (attached.length > 0 && isCover && depth === 0) {
    for (const { bytes } of attached) {
      const read = await readPdf(bytes, depth + 1);
      if (!read.ok) return read;
      pages = [...pages, ...read.value.pages.map(({ text }, i) => ({ number: pages.length + i + 1, text }))];
    }
  } else if (attached.length > 0) remarks.push({ what: 'attachments', names: attached.map(({ name }) => name) });
  const isEmpty = ({ text }: PageText) => text.trim() === '';
  if (pages.every(isEmpty)) return { ok: false, error: 'scan-without-text' };
  if (pages.some(({ text }) => isUnreadable(text)) || isUnreadable(pages.map(({ text }) => text).join('\n')))
    return { ok: false, error: 'unreadable' };
  const empty = pages.filter(isEmpty).map(({ number }) => number);
  if (empty.length > 0) remarks.push({ what: 'pages-without-text', pages: empty });
  return { ok: true, value: { pages, remarks } };
}

function pdfsIn(attachments: unknown): { name: string; bytes: Uint8Array }[] {
  return Object.values((attachments ?? {}) as Record<string, { filename?: string; content?: Uint8Array }>).flatMap(
    ({ filename = '', content }) => (content && /\.pdf$/i.test(filename) ? [{ name: filename, bytes: content }] : []),
  );
}

async function textOfPage(
  page: Page,
  ops: Record<string, number>,
  isLayerOn: (layer: unknown) => boolean,
): Promise<{ text: string; isCovered: boolean; isStruck: boolean }> {
  const { items } = await page.getTextContent();
  const view = uprightView(page.getViewport({ scale: 1 }).transform);
  const { items: written, covers } = notesOf(await page.getAnnotations(), view);
  const placed = items.flatMap((item): Turned[] => ('str' in item && item.str !== '' ? [placeOf(item, view)] : []));
  // Drawings that cannot be read cost the tables their rows, not the page its text.
  const list =
    placed.length === 0 ? null : await page.getOperatorList({ annotationMode: NO_ANNOTATIONS }).catch(() => null);
  const box = boxOf(page.view, view);
  const opaque = list ? await opaquePictures(page, list, ops) : new Set<string>();
  const isSpaced = placed.some(({ str }) => SPACED.test(str)) || SPACED.test(placed.map(({ str }) => str).join(' '));
  const sheet = { ops, view, box, isLayerOn, covers, isSpaced, isPictureOpaque: (name: string) => opaque.has(name) };
  const drawn = list ? drawnOf(list, { ...sheet, hasArtifacts: page.pageNumber === 1 }) : null;
  const shown = drawn?.seen ?? placed;
  const pieces = withoutLineNumbers(withoutDoubles([...shown, ...written.map((item) => ({ ...item, turn: 0 }))]));
  const { groups, closed } = upright(pieces, drawn?.rules ?? []);
  const texts = groups.map((group) => textOfPieces(group.items, group.rules));
  return {
    text: [...(closed ? [closed] : []), ...texts].filter(Boolean).join('\n\n'),
    isCovered: drawn?.isCovered ?? false,
    isStruck: drawn?.isStruck ?? false,
  };
}

/** "A N T W O R T" */
const SPACED = /(?<![\p{L}\d])(?:\p{L} {1,3}){4,}\p{L}(?![\p{L}\d])/u;

function boxOf(box: readonly number[], view: Matrix): Area {
  const [a, b] = apply(view, box[0] ?? 0, box[1] ?? 0);
  const [c, d] = apply(view, box[2] ?? 0, box[3] ?? 0);
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

/** Tables keep their place among the lines; what stands between two of them is set in columns by itself. */
function textOfPieces(items: Item[], rules: readonly Rule[]): string {
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

function placeOf({ str, transform, width, height }: TextItem, view: Matrix): Turned {
  const [along = 1, up = 0, skew = 0, scale = 0, x = 0, y = 0] = transform;
  const [left, base] = apply(view, x, y);
  const [right, top] = apply(view, x + along, y + up);
  const turn = Math.round((Math.atan2(top - base, right - left) * 180) / Math.PI);
  return { str, x: left, y: base, width, height: height || Math.hypot(skew, scale) || 10, turn };
}
