// Word families as one pattern each, over folded text; how many of a text's words belong to some of them.
import { foldLetters } from './fold.ts';
import { FAMILIES, type Family } from './words.ts';

/** @param text folded (fold.ts) */
export const has = (text: string, family: Family): boolean => PATTERNS[family].test(text);

/** Every word of the text is of one of these families. */
export function onlyOf(text: string, families: readonly Family[]): boolean {
  let rest = text;
  for (const family of families) rest = rest.replace(EVERYWHERE[family], ' ');
  return !/\S/u.test(rest);
}

const ends = (source: string, flags: string) => new RegExp(`(?<= )(?:${source})(?= )`, flags);

function sourceOf(words: string): string {
  return words
    .split(' ')
    .map((word) => foldLetters(word).replaceAll('_', ' ').replaceAll('*', '[\\p{L}\\p{N}]*'))
    .sort((a, b) => b.length - a.length)
    .join('|');
}

const compiled = (flags: string) =>
  Object.fromEntries(
    Object.entries(FAMILIES).map(([family, words]) => [family, ends(sourceOf(words), flags)]),
  ) as Record<Family, RegExp>;

const PATTERNS = compiled('u');
const EVERYWHERE = compiled('gu');
