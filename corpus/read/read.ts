// Bytes of a file → its text by page. Content decides what a file is; its name and the server's word come after.
import type { PageText, Result, SkipReason } from '../types.ts';

export type Format = 'pdf' | 'docx' | 'html' | 'text' | 'markdown';

const MAX_BYTES = 30 * 1024 * 1024;

/**
 * @param name the file's name, for its ending only
 * @param mediaType what a server says it is
 */
export async function readPages(
  bytes: Uint8Array,
  name: string,
  mediaType?: string,
): Promise<Result<{ format: Format; pages: PageText[] }, SkipReason>> {
  if (bytes.length > MAX_BYTES) return { ok: false, error: 'too-large' };
  if (bytes.length === 0) return { ok: false, error: 'empty' };
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  if (start.includes('%PDF-')) return readPdf(bytes);
  if (start.includes('\0') && !/^(\xff\xfe|\xfe\xff)/.test(start)) return { ok: false, error: 'unknown-format' };
  const isText = /\.(txt|md|markdown)$/i.test(name) || /^text\//.test(mediaType ?? '');
  if (!isText) return { ok: false, error: 'unknown-format' };
  const text = new TextDecoder('utf-8').decode(bytes);
  if (text.trim() === '') return { ok: false, error: 'empty' };
  return { ok: true, value: { format: 'text', pages: [{ number: 1, text }] } };
}

async function readPdf(bytes: Uint8Array): Promise<Result<{ format: Format; pages: PageText[] }, SkipReason>> {
  const { extractText, getDocumentProxy } = await import('unpdf');
  try {
    const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: false });
    if (text.join('').trim() === '') return { ok: false, error: 'scan-without-text' };
    return { ok: true, value: { format: 'pdf', pages: text.map((page, i) => ({ number: i + 1, text: page })) } };
  } catch (error) {
    return { ok: false, error: /password/i.test(String(error)) ? 'password-protected' : 'unreadable' };
  }
}
