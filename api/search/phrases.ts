// "Quoted words" of a query → phrases that must occur, and the rest. Unpaired quotation marks are no phrases.

import { isReference } from '../../corpus/german/references.ts';
import { wholeStreets } from '../../corpus/german/streets.ts';
import { termsOf } from '../index/terms.ts';

export interface Phrase {
  /** Analysed terms that every passage with the phrase has. */
  terms: string[];
  /** Compares without regard to case, white space and kinds of quotation marks. */
  occursIn(text: string): boolean;
}

const QUOTED = /"([^"]+)"|„([^“”"]+)[“”"]|“([^”"]+)”|»([^«]+)«/g;

/**
 * `rest` keeps the words of the phrases: they rank, too. A reference in quotes is no phrase: its paper need not name it in
 * its text.
 */
export function phrasesOf(query: string, known: (word: string) => boolean): { phrases: Phrase[]; rest: string } {
  const phrases = [...query.matchAll(QUOTED)].flatMap((match): Phrase[] => {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const wanted = normal(words);
    const terms = termsOf(words, known).map(({ term }) => term);
    return terms.length === 0 || isReference(words)
      ? []
      : [{ terms, occursIn: (text) => normal(text).includes(wanted) }];
  });
  return { phrases, rest: query.replace(/["„“”»«]/g, ' ') };
}

const normal = (text: string): string => wholeStreets(text.normalize('NFKC')).toLowerCase().replace(/\s+/g, ' ').trim();
