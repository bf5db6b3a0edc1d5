// An old Word file (an OLE container) → HTML of its text, with the numbers of its lists and without what is hidden, deleted
// or struck through. Runs in Node only, and only where a crash costs nothing but the file. A file whose styles hide text is
// kept out: whom they hide we do not follow, and hidden text must never be published.
import type { Result, SkipReason } from '../types.ts';
import { docNumbers } from './office/doc-numbers.ts';
import { type DocRun, docRuns } from './office/doc-runs.ts';
import { escaped } from './office/package.ts';
import { raised } from './office/signs.ts';

/** sprmCFVanish, set to 1 ([MS-DOC] 2.6.1). */
const HIDDEN = [0x3c, 0x08, 0x01];

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

export const isOle = (bytes: Uint8Array): boolean => OLE.every((byte, i) => bytes[i] === byte);

export async function readDoc(bytes: Uint8Array): Promise<Result<string, SkipReason>> {
  try {
    const { document, numbers, hidesByStyle } = await extracted(bytes);
    if (hidesByStyle) return { ok: false, error: 'hidden-text' };
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

/** The library's text has neither automatic numbers nor looks; what it could read them from is here all the same. */
async function extracted(bytes: Uint8Array) {
  const [{ default: Extractor }, { default: Reader }] = await Promise.all([
    import('word-extractor/lib/word-ole-extractor.js'),
    import('word-extractor/lib/buffer-reader.js'),
  ]);
  const numbers: string[] = [];
  let hidesByStyle = false;
  class AsShown extends Extractor {
    /** In the library's stead: it takes other properties for a deletion, too. */
    override writeCharacterProperties(main: Buffer, table: Buffer): void {
      hidesByStyle = has(table, HIDDEN);
      for (const { from, to, isUnseen, position } of docRuns(main, table))
        for (const piece of this._pieces) {
          const [start, end] = [from, to].map((at) => Math.max(0, (at - piece.startFilePos) / piece.bpc));
          const before = piece.text.slice(0, start);
          const shown = [...piece.text.slice(start, end)].map((sign) => lookOf(sign, isUnseen, position, before));
          if (shown.length > 0) piece.text = before + shown.join('') + piece.text.slice(end);
        }
    }
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
  return { document: await new AsShown().extract(new Reader(Buffer.from(bytes))), numbers, hidesByStyle };
}

/** One sign for one, or the places behind would be others. The library takes the unseen ones out. */
function lookOf(sign: string, isUnseen: boolean, position: DocRun['position'], before: string): string {
  if (/[\r\n\u0007]/.test(sign)) return sign;
  if (isUnseen) return '\u0000'.repeat(sign.length);
  const shown = position ? raised(sign, position, before).trim() : sign;
  return shown.length === sign.length ? shown : sign;
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

function has(bytes: Uint8Array, mark: readonly number[]): boolean {
  const [first = 0] = mark;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (mark.every((byte, i) => bytes[at + i] === byte)) return true;
  return false;
}
