// How much of a gold quote a text holds, word by word, whatever hyphens and case they are printed with.

/** Share of the words of a quote that a text has. */
export function shareOfWords(quote: string, text: string): number {
  const has = new Set(words(text));
  const wanted = words(quote);
  return wanted.length === 0 ? 0 : wanted.filter((word) => has.has(word)).length / wanted.length;
}

const words = (text: string): string[] =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/-\s+/g, '')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
