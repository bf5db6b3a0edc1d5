// Bytes of a file → its text by page. Content decides what a file is; its name and the server's word come after.
import { german } from '../german/letters.ts';
import type { PageText, Remark, Result, SkipReason } from '../types.ts';
import { withDialogues } from './dialogue-table.ts';
import { textOfHtml } from './html.ts';
import { readPdf } from './pdf.ts';
import { decodeHtml, decodeText, textOfMarkdown } from './plain.ts';
import { spacedWords } from './spaced-words.ts';

export type Format = 'pdf' | 'docx' | 'odt' | 'rtf' | 'html' | 'text' | 'markdown';

/** Another one means that what was read before is read anew, from the originals that were kept. */
export const READER_VERSION = 10;

const MAX_BYTES = 30 * 1024 * 1024;

/**
 * Runs in Node and in a Worker.
 * @param name the file's name, for its ending only
 * @param mediaType what a server says it is; servers are often wrong
 */
export async function readPages(
  bytes: Uint8Array,
  name: string,
  mediaType?: string,
): Promise<Result<{ format: Format; pages: PageText[]; remarks: Remark[] }, SkipReason>> {
  if (bytes.length === 0) return { ok: false, error: 'empty' };
  if (bytes.length > MAX_BYTES) return { ok: false, error: 'too-large' };
  if (isEncryptedOffice(bytes)) return { ok: false, error: 'password-protected' };
  const format = formatOf(bytes, name, mediaType ?? '');
  if (format === null) return { ok: false, error: 'unknown-format' };
  if (format === 'pdf') {
    const read = await readPdf(bytes);
    if (!read.ok) return read;
    const pages = read.value.pages.map(({ number, text }) => ({ number, text: tidied(text) }));
    return { ok: true, value: { format, pages, remarks: read.value.remarks } };
  }
  const read = await textIn(bytes, format);
  if (!read.ok) return read;
  const { text, isStruck } = read.value;
  if (text.trim() === '') return { ok: false, error: 'empty' };
  const remarks: Remark[] = isStruck ? [{ what: 'struck-text', pages: [1] }] : [];
  return { ok: true, value: { format, pages: [{ number: 1, text: tidied(text) }], remarks } };
}

/** In one form of letters, and without control characters. */
export const tidied = (text: string): string =>
  withoutSoftHyphens(text)
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, '\n')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff]/g, '')
    .normalize('NFC');

/** One at a line's end is seen, as a hyphen; anywhere else it is not. */
const withoutSoftHyphens = (text: string) => text.replace(/\u00ad(?=[^\S\n]*(?:\n|$))/g, '-').replaceAll('\u00ad', '');

/** Office files with a password are no zip but an OLE container with an encrypted one in it. */
function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!OLE.every((byte, i) => bytes[i] === byte)) return false;
  return new TextDecoder('utf-16le').decode(bytes.subarray(0, bytes.length & ~1)).includes('EncryptedPackage');
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function formatOf(bytes: Uint8Array, name: string, mediaType: string): Format | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024));
  if (start.includes('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return formatOfZip(bytes);
  if (/^\s*\{\\rtf/.test(start)) return 'rtf';
  const text = decodeText(bytes.subarray(0, 4_096));
  if (text === null) return null;
  if (german(/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i).test(text)) return 'html';
  if (/\.html?$/i.test(name) || /^text\/html/.test(mediaType)) return 'html';
  // Never as plain text because a name or a server says so: RTF is known by its first bytes.
  if (/\.(?:rtf|odt|docx?)$/i.test(name) || /rtf|opendocument|msword/i.test(mediaType)) return null;
  if (/\.(?:md|markdown)$/i.test(name)) return 'markdown';
  return /\.txt$/i.test(name) || /^text\//.test(mediaType) ? 'text' : null;
}

function formatOfZip(bytes: Uint8Array): Format | null {
  const names = new TextDecoder('latin1').decode(bytes);
  if (names.includes('word/document')) return 'docx';
  // OpenDocument says what it is in its first entry, unpacked.
  const isText = /mimetypeapplication\/vnd\.oasis\.opendocument\.text/.test(names.slice(0, 200));
  return isText || (names.includes('content.xml') && names.includes('META-INF/manifest.xml')) ? 'odt' : null;
}

async function textIn(bytes: Uint8Array, format: Exclude<Format, 'pdf'>): Promise<Result<Whole, SkipReason>> {
  if (format === 'docx' || format === 'odt') {
    const read = format === 'docx' ? (await import('./docx.ts')).readDocx : (await import('./odt.ts')).readOdt;
    const html = await read(bytes);
    return html.ok ? htmlText(html.value) : html;
  }
  if (format === 'rtf') return htmlText((await import('./rtf.ts')).htmlOfRtf(bytes) ?? '');
  const text = format === 'html' ? decodeHtml(bytes) : decodeText(bytes);
  if (text === null) return { ok: false, error: 'unreadable' };
  if (format === 'html') return htmlText(text);
  const value = withDialogues(spacedWords(format === 'markdown' ? textOfMarkdown(text) : text));
  return { ok: true, value: { text: value, isStruck: false } };
}

interface Whole {
  text: string;
  /** Something in it is struck through, and left out. */
  isStruck: boolean;
}

function htmlText(html: string): Result<Whole, SkipReason> {
  const text = textOfHtml(html);
  if (text === null) return { ok: false, error: 'unreadable' };
  return { ok: true, value: { text, isStruck: /<(?:s|strike)[\s>]/i.test(html) } };
}
