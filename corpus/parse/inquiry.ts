// The pages of an inquiry → its preamble (the asker's view) and its questions.
import type { PageText } from '../types.ts';

export interface Inquiry {
  preamble: string | null;
  questions: { number: string | null; text: string }[];
}

export function parseInquiry(pages: PageText[]): Inquiry {
  const text = pages
    .map((page) => page.text)
    .join('\n\n')
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2');
  const found = [...text.matchAll(/(?<=^|\n)\s*(\d{1,2})[.)]+\s*(\S[\s\S]{5,800}?\?)/g)];
  const preamble = text.slice(0, found[0]?.index ?? 0).trim();
  return {
    preamble: preamble === '' ? null : preamble,
    questions: found.map((match) => ({ number: match[1] ?? null, text: (match[2] ?? '').replace(/\s+/g, ' ').trim() })),
  };
}
