// An old Word file (an OLE container) → HTML of its text. Runs in Node only, and only where a crash costs nothing but
// the file. Old files mark what is hidden or deleted by properties that the library does not show us: one that has such
// marks is kept out, for hidden text must never be published.
import type { Result, SkipReason } from '../types.ts';
import { docNumbers } from './office/doc-numbers.ts';
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
  try {
    const { document, numbers } = await extracted(bytes);
    // The library would turn „…“ and – into signs of ASCII.
    const asWritten = { filterUnicode: false };
    const parts = [
      document.getHeaders({ ...asWritten, includeFooters: false }),
      document.getBody(asWritten),
      document.getTextboxes(asWritten),
      document.getFootnotes(asWritten),
      document.getEndnotes(asWritten),
    ];
    const html = parts.map((part) => htmlOf(part, numbers)).join('');
    return html === '' ? { ok: false, error: 'empty' } : { ok: true, value: html };
  } catch {
    return { ok: false, error: 'unreadable' };
  }
}

/** Signs that no text has: the first letter of a paragraph becomes one of them, which leads to its number and itself. */
const FIRST_NUMBER = 0xe000;
const MOST_NUMBERS = 0x1000;

/** The library's text has no automatic numbers; what it reads them from is here all the same. */
async function extracted(bytes: Uint8Array) {
  const [{ default: Extractor }, { default: Reader }] = await Promise.all([
    import('word-extractor/lib/word-ole-extractor.js'),
    import('word-extractor/lib/buffer-reader.js'),
  ]);
  const numbers: string[] = [];
  class Numbering extends Extractor {
    override writeParagraphProperties(main: Buffer, table: Buffer): void {
      super.writeParagraphProperties(main, table);
      for (const [at, number] of numbersIn(main, table)) {
        const piece = this._pieces.find(({ startFilePos, endFilePos }) => at >= startFilePos && at < endFilePos);
        const place = piece ? (at - piece.startFilePos) / piece.bpc : 0;
        const first = piece?.text[place] ?? '';
        if (!piece || !/[\p{L}\p{N}\p{P}\p{S} ]/u.test(first) || numbers.length === MOST_NUMBERS) continue;
        const sign = String.fromCharCode(FIRST_NUMBER + numbers.length);
        piece.text = piece.text.slice(0, place) + sign + piece.text.slice(place + 1);
        numbers.push(`${number} ${first}`);
      }
    }
  }
  return { document: await new Numbering().extract(new Reader(Buffer.from(bytes))), numbers };
}

/** A list that cannot be read costs its numbers, not the text. */
function numbersIn(main: Buffer, table: Buffer): Map<number, string> {
  try {
    return docNumbers(main, table);
  } catch {
    return new Map();
  }
}

/** Cells are parted by tabs, rows and paragraphs by line ends. */
function htmlOf(text: string, numbers: readonly string[]): string {
  return text
    .replace(/[\ue000-\uefff]/g, (sign) => numbers[sign.charCodeAt(0) - FIRST_NUMBER] ?? sign)
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
