// What somebody sends to be checked, a text or a PDF or DOCX → its pages, or why it cannot be used. Nothing is kept.
import { readPages } from '../../corpus/read/read.ts';
import type { PageText, Result, SkipReason } from '../../corpus/types.ts';
import type { InquiryProblem } from './questions.ts';

export const MAX_TEXT_CHARACTERS = 50_000;
export const MAX_TEXT_BYTES = 1024 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;

export type UnusableInquiry =
  | InquiryProblem
  | Extract<
      SkipReason,
      'empty' | 'too-large' | 'unknown-format' | 'unreadable' | 'password-protected' | 'scan-without-text'
    >;

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export function pastedPages(text: string): Result<PageText[], UnusableInquiry> {
  if (text.trim() === '') return { ok: false, error: 'empty' };
  if (text.length > MAX_TEXT_CHARACTERS) return { ok: false, error: 'too-long' };
  return { ok: true, value: [{ number: 1, text }] };
}

/** @param name the file's name where the sender told it */
export async function uploadedPages(
  bytes: Uint8Array,
  mediaType: string,
  name = '',
): Promise<Result<PageText[], UnusableInquiry>> {
  if (bytes.length > MAX_FILE_BYTES) return { ok: false, error: 'too-large' };
  const read = await readPages(bytes, name || (mediaType === DOCX ? 'anfrage.docx' : ''), mediaType);
  if (read.ok) return { ok: true, value: read.value.pages };
  return { ok: false, error: isUnusable(read.error) ? read.error : 'unreadable' };
}

function isUnusable(reason: SkipReason): reason is UnusableInquiry & SkipReason {
  return reason !== 'not-public' && reason !== 'not-an-answer' && reason !== 'hidden';
}
