// Text → analysed terms, by the same code when the index is built and when it is asked: NFKC, lower case, stop words,
// stems, and compounds split into words that the corpus knows.

import { stemOf, stemsOfParts } from '../../corpus/german/homographs.ts';
import { TOKEN } from '../../corpus/german/letters.ts';
import { isStopWord } from '../../corpus/german/stop-words.ts';
import { wholeStreet } from '../../corpus/german/streets.ts';
import { codeOf } from '../../corpus/german/units.ts';
import type { Span } from '../../corpus/types.ts';

/** Counts up when the same text gives other terms: an index of another version must be built anew. */
export const TERMS_VERSION = 5;

export interface Term extends Span {
  /** The stem of the whole word, or a number or reference as it stands. */
  term: string;
  /** Stems of the words that a compound is made of. */
  parts: string[];
}

const MIN_PART = 4;
const MIN_COMPOUND = 9;
/** German's longest are shorter; dividing one of 2,000 letters, as only an attacker asks it, takes seconds. */
const MAX_COMPOUND = 80;
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e'];

type Analysed = Pick<Term, 'term' | 'parts'>;

/**
 * Words analysed before, by the corpus that knows them: texts repeat their words, and analysing a word costs ten times
 * as much as looking it up. Null: a stop word.
 */
const remembered = new WeakMap<Known, Map<string, Analysed | null>>();
/** Some 3 MB; then it begins anew. */
const MAX_REMEMBERED = 20_000;

type Known = (word: string) => boolean;

/** @param known whether the corpus has this word (lower case) as a word of its own; the same function for one corpus */
export function termsOf(text: string, known: Known): Term[] {
  const words = wordsOf(known);
  const terms: Term[] = [];
  const add = (token: string, start: number): void => {
    const before = words.get(token);
    const analysed = before === undefined ? analyse(token, known) : before;
    if (before === undefined) words.set(token, analysed);
    if (analysed) terms.push({ start, end: start + token.length, ...analysed });
  };
  let last = '';
  let lastEnd = -1;
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    const end = start + token.length;
    const first = token.charCodeAt(0);
    if (first === SECTION) add(token.slice(1), start + 1);
    const joined = first > DIGIT_9 ? WORD_AND_NUMBER.exec(token) : null;
    if (joined) {
      add(joined[1]!, start);
      add(joined[2]!, start + joined[1]!.length);
    } else add(token, start);
    // Besides the number by itself: the road "B 10", the paragraph "§ 34".
    const isNumber = first >= DIGIT_0 && first <= DIGIT_9;
    if (isNumber && start - lastEnd === 1) {
      const code = codeOf(last, token);
      if (code !== null) terms.push({ start: lastEnd - last.length, end, term: code, parts: [] });
    }
    if (isNumber && text.charCodeAt(start - 2) === SECTION) {
      terms.push({
        start: start - 2,
        end,
        term: `§${PARAGRAPH.exec(text.slice(start, end + 2))?.[0] ?? token}`,
        parts: [],
      });
    }
    [last, lastEnd] = [token, end];
  }
  return terms;
}

const [SECTION, DIGIT_0, DIGIT_9] = [167, 48, 57];
/** "Tempo30"; "B10" and "PM10" are words of their own. */
const WORD_AND_NUMBER = /^(\p{L}{4,})(\d{1,3})$/u;
/** "13a" of "§ 13a". */
const PARAGRAPH = /^\d+(?:\p{Ll}(?!\p{L}))?/u;

function wordsOf(known: Known): Map<string, Analysed | null> {
  const words = remembered.get(known);
  if (words && words.size <= MAX_REMEMBERED) return words;
  const fresh = new Map<string, Analysed | null>();
  remembered.set(known, fresh);
  return fresh;
}

function analyse(token: string, known: Known): Analysed | null {
  if (isStopWord(token)) return null;
  const word = wholeStreet(token.normalize('NFKC').toLowerCase().replaceAll('*', ''));
  if (/^[\p{N}§]/u.test(word)) return { term: word, parts: [] };
  return { term: stemOf(word), parts: stemsOfParts(splitCompound(word, known)) };
}

/** Two or more known words that make up the whole; empty when there is no such division. The fewest, longest first. */
export function splitCompound(word: string, known: (word: string) => boolean): string[] {
  return word.length > MAX_COMPOUND ? [] : split(word, known, new Set());
}

/** @param hopeless lengths of the word's ends that are no compound: each is tried once */
function split(word: string, known: (word: string) => boolean, hopeless: Set<number>): string[] {
  if (word.length < MIN_COMPOUND || hopeless.has(word.length)) return [];
  for (let end = word.length - MIN_PART; end >= MIN_PART; end--) {
    const head = word.slice(0, end);
    const base = LINKS.map((link) => (head.endsWith(link) ? head.slice(0, head.length - link.length) : '')).find(
      (candidate) => candidate.length >= MIN_PART && known(candidate),
    );
    if (base === undefined) continue;
    const rest = word.slice(end);
    if (known(rest)) return [base, rest];
    const further = split(rest, known, hopeless);
    if (further.length > 0) return [base, ...further];
  }
  hopeless.add(word.length);
  return [];
}
