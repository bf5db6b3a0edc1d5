// The words that compounds are split into ↔ a packed text, a quarter as long as the words: in the order of the alphabet
// each says how many of its first letters are those of the word before. Words are of small letters; so a capital one
// counts, A for none.
import { packText, unpackText } from './stored-texts.ts';

/** A half of a letter that takes two characters is none. */
const LETTER = /\p{L}/u;
const NONE = 65;
/** Capitals end at Z. */
const MOST = 25;

export function storeWords(words: Iterable<string>): string {
  let stored = '';
  let before = '';
  for (const word of [...words].sort()) {
    let shared = 0;
    while (shared < MOST && word[shared] === before[shared] && LETTER.test(word[shared] ?? '')) shared++;
    stored += String.fromCharCode(NONE + shared) + word.slice(shared);
    before = word;
  }
  return packText(stored);
}

export function readWords(packed: string): Set<string> {
  const words = new Set<string>();
  let before = '';
  for (const [, shared = '', rest = ''] of unpackText(packed).matchAll(/([A-Z])([^A-Z]*)/g)) {
    before = before.slice(0, shared.charCodeAt(0) - NONE) + rest;
    words.add(before);
  }
  return words;
}
