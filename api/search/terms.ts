// Text → analysed terms, by the same code when the index is built and when it is asked: NFKC, lower case, stop words,
// stems, and compounds split into words that the corpus knows.
import type { Span } from '../../corpus/types.ts';
import { cistem } from './cistem.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Counts up when the same text gives other terms: an index of another version must be built anew. */
export const TERMS_VERSION = 2;

export interface Term extends Span {
  /** The stem of the whole word, or a number or reference as it stands. */
  term: string;
  /** Stems of the words that a compound is made of. */
  parts: string[];
}

/** Reference numbers, amounts and dates stay whole; everything else is words. */
const TOKEN = /\p{N}[\p{N}.,:/-]*\p{N}|\p{L}[\p{L}\p{M}\p{N}*]*|\p{N}/gu;

const MIN_PART = 4;
const MIN_COMPOUND = 9;
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];

/** @param known whether the corpus has this word (lower case) as a word of its own */
export function termsOf(text: string, known: (word: string) => boolean): Term[] {
  const terms: Term[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].normalize('NFKC').toLowerCase().replaceAll('*', '');
    if (STOP_WORDS.has(word)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    if (/^\p{N}/u.test(word)) terms.push({ ...span, term: word, parts: [] });
    else terms.push({ ...span, term: cistem(word), parts: splitCompound(word, known).map(cistem) });
  }
  return terms;
}

/** Two or more known words that make up the whole; empty when there is no such division. The fewest, longest first. */
export function splitCompound(word: string, known: (word: string) => boolean): string[] {
  if (word.length < MIN_COMPOUND) return [];
  for (let end = word.length - MIN_PART; end >= MIN_PART; end--) {
    const head = word.slice(0, end);
    const base = LINKS.map((link) => (head.endsWith(link) ? head.slice(0, head.length - link.length) : '')).find(
      (candidate) => candidate.length >= MIN_PART && known(candidate),
    );
    if (base === undefined) continue;
    const rest = word.slice(end);
    if (known(rest)) return [base, rest];
    const further = splitCompound(rest, known);
    if (further.length > 0) return [base, ...further];
  }
  return [];
}
