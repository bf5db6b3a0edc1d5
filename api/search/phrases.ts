// "Quoted words" of a query → phrases that must occur, and the rest. Unpaired quotation marks are no phrases.
import { termsOf } from './terms.ts';

export interface Phrase {
  /** Analysed terms that every passage with the phrase has. */
  terms: string[];
  /** Compares without regard to case, white space and kinds of quotation marks. */
  occursIn(text: string): boolean;
}

const QUOTED = /"([^"]+)"|„([^“”"]+)[“”"]|“([^”"]+)”|»([^«]+)«/g;

/** `rest` keeps the words of the phrases: they rank, too. */
export function phrasesOf(query: string, known: (word: string) => boolean): { phrases: Phrase[]; rest: string } {
  const phrases = [...query.matchAll(QUOTED)].flatMap((match): Phrase[] => {
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const wanted = normal(words);
    const terms = termsOf(words, known).map(({ term }) => term);
    return terms.length === 0 ? [] : [{ terms, occursIn: (text) => normal(text).includes(wanted) }];
  });
  return { phrases, rest: query.replace(/["„“”»«]/g, ' ') };
}

const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
