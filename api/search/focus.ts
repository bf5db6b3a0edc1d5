// The words of a question → how much each weighs, how surely it is a noun, and which one the question is about: "Was
// kostet der Eintritt ins Freibad?" is about the Freibad, however rare "kostet" is in a small corpus.
import type { Concept } from './concept.ts';
import { importanceOf } from './importance.ts';
import { type Collection, idfOf } from './rank.ts';

const UNKNOWN_IS_NOUN = 0.7;

/** Importance and rarity together, one a concept. */
export const weightsOf = (concepts: Concept[], collection: Collection): number[] =>
  concepts.map((concept) => concept.weight * rarityOf(concept, collection));

/** The same, as far as they are nouns. */
export const nounsOf = (concepts: Concept[], collection: Collection): number[] =>
  weightsOf(concepts, collection).map((weight, i) => weight * nounShareOf(concepts[i]!, collection));

/** Place of the concept that the question is about; -1 without any. */
export function focusOf(concepts: Concept[], collection: Collection): number {
  const importance = importanceOf(concepts, collection);
  const nouns = nounsOf(concepts, collection);
  const worth = concepts.map(({ origin }, i) => (origin === 'question' ? nouns[i]! * importance[i]! : 0));
  return worth.indexOf(Math.max(...worth));
}

/** A word that the corpus lacks is as rare as what stands for it. */
function rarityOf({ alternatives }: Concept, { df, passages }: Collection): number {
  const own = Math.max(0, ...(alternatives[0]?.terms.map(df) ?? []));
  const known = own > 0 ? own : Math.max(0, ...alternatives.flatMap(({ terms }) => terms.map(df)));
  return idfOf(known, passages);
}

/** A word that nobody here has ever written is a noun more often than not; numbers name things, too. */
function nounShareOf({ word, alternatives }: Concept, { df, nounShare }: Collection): number {
  if (/^\p{N}/u.test(word)) return 1;
  const own = alternatives[0]?.terms ?? [];
  return own.some((term) => df(term) > 0) ? Math.max(...own.map(nounShare)) : UNKNOWN_IS_NOUN;
}
