// A text → its words in one line, so folded that spelling hardly matters: small letters, "ß" as "ss", "ä" and "ae" as
// "a", double letters once. What is compared with it is folded the same way.

/** " wie geht s dir ": one space before, between and behind the words. */
export function foldWords(text: string): string {
  const words = foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return ` ${words.join(' ')} `;
}

/** Keeps everything that is no letter. */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/gu, 'ss')
    .replace(/ä|ae/gu, 'a')
    .replace(/ö|oe/gu, 'o')
    .replace(/ü|ue/gu, 'u')
    .replace(/(\p{L})\1+/gu, '$1');
}
