// A passage and the terms that were found in it → the part worth reading, with the found words marked.
import type { Snippet } from '../events.ts';
import { termsOf } from '../index/terms.ts';

const SNIPPET_CHARACTERS = 300;

/**
 * Words are marked whole: by their stem, or by a part when they are compounds.
 * @param found analysed terms of the query
 */
export function snippetOf(
  text: string,
  found: Pick<ReadonlySet<string>, 'has'>,
  known: (word: string) => boolean,
): Snippet {
  const marked = termsOf(text, known).filter(
    ({ term, parts }) => found.has(term) || parts.some((part) => found.has(part)),
  );
  const { start, end } = windowOf(text, marked);
  const cut = text.slice(start, end);
  const lead = start > 0 ? '… ' : '';
  return {
    text: lead + cut + (end < text.length ? ' …' : ''),
    highlights: marked
      .filter((word) => word.start >= start && word.end <= end)
      .map((word) => [word.start - start + lead.length, word.end - start + lead.length]),
  };
}

/** The window with the most different found words; it begins and ends at a word. */
function windowOf(
  text: string,
  marked: { start: number; end: number; term: string }[],
): { start: number; end: number } {
  if (text.length <= SNIPPET_CHARACTERS) return { start: 0, end: text.length };
  let best = { start: 0, words: 0 };
  for (const [i, first] of marked.entries()) {
    const inside = marked.slice(i).filter((word) => word.end <= first.start + SNIPPET_CHARACTERS * 0.8);
    const words = new Set(inside.map((word) => word.term)).size;
    if (words > best.words) best = { start: first.start, words };
  }
  const sentence = text.lastIndexOf('. ', best.start) + 2;
  const near = best.start - sentence < SNIPPET_CHARACTERS / 4 ? sentence : text.lastIndexOf(' ', best.start) + 1;
  const start = near <= 1 ? 0 : Math.min(near, best.start);
  if (start + SNIPPET_CHARACTERS >= text.length) return { start, end: text.length };
  const space = text.lastIndexOf(' ', start + SNIPPET_CHARACTERS);
  return { start, end: space > start ? space : start + SNIPPET_CHARACTERS };
}
