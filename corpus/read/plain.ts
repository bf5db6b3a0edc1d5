// Bytes of a text file → text. UTF-8 and UTF-16 say what they are or are valid; anything else is Windows-1252.
import { german } from '../german/letters.ts';

/** Null for bytes that are no text. */
export function decodeText(bytes: Uint8Array): string | null {
  const encoding = encodingOf(bytes);
  return encoding === null ? null : new TextDecoder(encoding).decode(bytes);
}

/** A page that names its character set is believed, unless its bytes say something else. */
export function decodeHtml(bytes: Uint8Array): string | null {
  const named = german(/<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i).exec(
    new TextDecoder('latin1').decode(bytes.subarray(0, 2_048)),
  )?.[1];
  const encoding = encodingOf(bytes);
  if (encoding !== 'windows-1252' || !named) return encoding === null ? null : new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder(named).decode(bytes);
  } catch {
    return new TextDecoder(encoding).decode(bytes);
  }
}

function encodingOf(bytes: Uint8Array): string | null {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const head = bytes.subarray(0, 4_096);
  const zeros = [0, 0];
  head.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2]!++;
  });
  // German text in UTF-16 without a mark has a zero in nearly every second byte.
  if (zeros[1]! > head.length * 0.4 && zeros[0] === 0) return 'utf-16le';
  if (zeros[0]! > head.length * 0.4 && zeros[1] === 0) return 'utf-16be';
  if (zeros[0]! + zeros[1]! > 0) return null;
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** Markdown as text: marks of headings, emphasis and links go, list numbers stay, cells of a table are parted by tabs. */
export function textOfMarkdown(markdown: string): string {
  return markdown
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^(?=[^\n]*\|)(?=[^\n]*--)[|: \t-]+(?:\n|$)/gm, '')
    .replace(/^\|([^\n]*)\|[ \t]*$/gm, (_, cells: string) =>
      cells
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
        .join('\t'),
    )
    .replace(/^#{1,6}\s+/gm, '')
    .replace(/^>\s?/gm, '')
    .replace(/^[*+-]\s+/gm, '• ')
    .replace(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{0,300}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*_])([*_])(?=\S)([^\n*_]*\S)\1(?![\p{L}\p{N}*_])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+.!-])/g, '$1');
}
