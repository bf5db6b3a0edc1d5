// An old Word file (an OLE container) → HTML of its text. Runs in Node only, and only where a crash costs nothing but
// the file. Old files mark what is hidden or deleted by properties that the library does not show us: one that has such
// marks is kept out, for hidden text must never be published.
import type { Result, SkipReason } from '../types.ts';
import { escaped } from './office/package.ts';

/** sprmCFVanish, set to 1, and sprmCIbstRMarkDel and sprmCDttmRMarkDel, which go with a deletion ([MS-DOC] 2.6.1). */
const HIDDEN = [0x3c, 0x08, 0x01];
const DELETED = [0x00, 0x08, 0x01];
const DELETED_BY = [
  [0x63, 0x48],
  [0x64, 0x68],
];
/** How far the properties of one run reach, in bytes. */
const RUN_BYTES = 40;

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export const isOle = (bytes: Uint8Array): boolean => OLE.every((byte, i) => bytes[i] === byte);

export async function readDoc(bytes: Uint8Array): Promise<Result<string, SkipReason>> {
  if (hasUnseen(bytes)) return { ok: false, error: 'hidden-text' };
  const { default: WordExtractor } = await import('word-extractor');
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes));
    const parts = [
      document.getHeaders({ includeFooters: false }),
      document.getBody(),
      document.getTextboxes(),
      document.getFootnotes(),
      document.getEndnotes(),
    ];
    const html = parts.map((part) => htmlOf(part)).join('');
    return html === '' ? { ok: false, error: 'empty' } : { ok: true, value: html };
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}

/** Cells are parted by tabs, rows and paragraphs by line ends. */
function htmlOf(text: string): string {
  return text
    .split(/\r?\n|\r/)
    .map((line) => line.replace(/[\u0000-\u0008\u000e-\u001f]/g, ''))
    .filter((line) => line.trim() !== '')
    .map((line) =>
      /\S\t+\S.*\t$/.test(line)
        ? `<table><tr>${line
            .replace(/\t$/, '')
            .split('\t')
            .map((cell) => `<td>${escaped(cell)}</td>`)
            .join('')}</tr></table>`
        : `<p>${escaped(line.trim())}</p>`,
    )
    .join('');
}

function hasUnseen(bytes: Uint8Array): boolean {
  if (placesOf(bytes, HIDDEN).length > 0) return true;
  // Three bytes alone occur by chance; who deleted and when stands beside a real mark.
  return placesOf(bytes, DELETED).some((at) => {
    const around = bytes.subarray(Math.max(0, at - RUN_BYTES), at + RUN_BYTES);
    return DELETED_BY.some((mark) => placesOf(around, mark).length > 0);
  });
}

function placesOf(bytes: Uint8Array, mark: readonly number[]): number[] {
  const found: number[] = [];
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (mark.every((byte, i) => bytes[at + i] === byte)) found.push(at);
  return found;
}
