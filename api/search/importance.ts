// The words of a question → how likely each stands in the pair that answers it. "Eigentlich" and "kriegen" rarely do,
// however rare they are in official German; a name, a number, the noun that the question is about mostly do. Learnt
// from judged questions by what a word is like, never by the word itself (`npm run fit`).

import { isSideWord } from '../../corpus/german/side-words.ts';
import type { Concept } from './concept.ts';
import model from './learnt/importance.json' with { type: 'json' };
import { hasSynonyms } from './query.ts';
import { type Collection, idfOf } from './rank.ts';
import { type Trees, treesScore } from './trees.ts';

export const WORD_FEATURES = [
  ...['rarity', 'isKnown', 'nounShare', 'isNumber', 'isYear', 'letters', 'hasSynonyms', 'bestRarity', 'isPhrase'],
  ...['isHistory', 'isRewrite', 'concepts', 'place', 'isSideWord', 'partRarity', 'length'],
] as const;

/** Shares, one a concept. */
export function importanceOf(concepts: Concept[], collection: Collection): Float32Array {
  return Float32Array.from(wordFeatures(concepts, collection), (features) => {
    return 1 / (1 + Math.exp(-treesScore(model as Trees, features)));
  });
}

/** A word that hardly ever stands in answers still says a little. */
const LEAST = 0.4;
const FROM_THERE = 1.2;

/** The same concepts, each counting as much as it is likely to stand in the pair that answers. */
export function byImportance(concepts: Concept[], collection: Collection): Concept[] {
  const importance = importanceOf(concepts, collection);
  return concepts.map((concept, i) => {
    return { ...concept, weight: concept.weight * Math.min(1, LEAST + FROM_THERE * importance[i]!) };
  });
}

/** For each concept, in the order of `WORD_FEATURES`. */
export function wordFeatures(concepts: Concept[], { df, passages, nounShare }: Collection): Float32Array[] {
  const unit = idfOf(0, passages);
  return concepts.map((concept, i) => {
    const { word, origin, alternatives } = concept;
    const own = alternatives[0]?.terms ?? [];
    const known = Math.max(0, ...own.map(df));
    const standing =
      known > 0 ? own : (alternatives.find(({ terms }) => terms.some((term) => df(term) > 0))?.terms ?? []);
    return Float32Array.of(
      idfOf(known, passages) / unit,
      known > 0 ? 1 : 0,
      Math.max(0, ...standing.map(nounShare)),
      /^\p{N}/u.test(word) ? 1 : 0,
      /^(?:19|20)\d\d$/.test(word) ? 1 : 0,
      word.length,
      hasSynonyms(concept) ? 1 : 0,
      idfOf(chanceOf(concept, df), passages) / unit,
      word.includes(' ') ? 1 : 0,
      origin === 'history' ? 1 : 0,
      origin === 'rewrite' ? 1 : 0,
      concepts.length,
      (i + 1) / concepts.length,
      isSideWord(word) ? 1 : 0,
      idfOf(Math.max(0, ...alternatives.flatMap(({ terms }) => terms.map(df))), passages) / unit,
      alternatives.length,
    );
  });
}

/** Passages that have the word, or the most frequent of what counts as it. */
export function chanceOf({ alternatives }: Concept, df: (term: string) => number): number {
  return Math.max(0, ...alternatives.map(({ terms }) => Math.min(...terms.map(df))));
}
