// A question and what the search made of it → what is looked for in sentences, in the index's own terms.

import type { Lang } from '../../events.ts';
import { LANGUAGES } from '../../languages.ts';
import type { LiveIndex, SearchResult } from '../../search/types.ts';
import { type QuestionType, questionType, typeWords } from './question-type.ts';

/** What is looked for: analysed terms with their weights, and which of them a text has. */
export interface Query {
  weights: Map<string, number>;
  /** Those that say what the question is about: neither what it may have meant nor words like "Was kostet". */
  matter: ReadonlySet<string>;
  type: QuestionType;
  /** Terms of the query with 0 to 1: how well the text matches each. */
  matches(text: string): Map<string, number>;
}

/** A part of a compound says less than the word itself. */
const PART = 0.5;

/** @param meant the question in full, as far as anyone knows: a rewriting's, else the user's */
export function queryOf(found: SearchResult, meant: string, index: LiveIndex): Query {
  const weights = found.terms;
  const matches = (text: string) => {
    const shares = new Map<string, number>();
    for (const { term, parts } of index.terms(text)) {
      if (weights.has(term)) shares.set(term, 1);
      for (const part of parts) if (weights.has(part)) shares.set(part, Math.max(PART, shares.get(part) ?? 0));
    }
    return shares;
  };
  const matter = new Set(analyse(meant, index));
  for (const word of typeWords(meant)) for (const { term } of index.terms(word)) matter.delete(term);
  return { weights, matter, type: questionType(meant), matches };
}

/** Stems of the words that carry meaning, with the parts of compounds: for seeing whether two texts are about the same. */
function analyse(text: string, index: LiveIndex): string[] {
  return index.terms(text).flatMap(({ term, parts }) => [term, ...parts]);
}

const MAX_LOOKED_FOR = 8;

/**
 * The question's own words that mean something, as a citizen wrote them. Where German nouns stand among them, they alone
 * say what was looked for.
 */
export function contentWords(question: string, lang: Lang, index: LiveIndex): string[] {
  const asking = new Set([...typeWords(question), VERB_FIRST.exec(question)?.[1]]);
  const words = index
    .terms(question)
    .map(({ start, end }) => question.slice(start, end))
    .filter((word) => word.length > 2 && !asking.has(word));
  const nouns = words.filter((word) => LANGUAGES[lang].hasCapitalNouns && /^[\p{Lu}\p{N}]/u.test(word));
  return [...new Set(nouns.length > 0 ? nouns : words)].slice(0, MAX_LOOKED_FOR);
}

/** "Kostet das …", "Baut die Stadt …": a capital that makes no noun. */
const VERB_FIRST =
  /^\s*(\p{Lu}\p{Ll}+(?:t|en|e)) (?:d(?:as|ie|er|en)|eine?n?|e[sr]|sie|man|ich|wir|denn|eigentlich)(?!\p{L})/u;
