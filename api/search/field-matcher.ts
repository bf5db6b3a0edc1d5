// Stored terms of a pair's passages → how much of each concept stands in its answer, its question and its paper's title,
// what kinds of statements it makes and asks for, and how long these are.
import { type Lengths, readTerms, SLOTS } from '../index/stored-terms.ts';
import { ASKED, askedTerm, TRAITS, traitTerm } from '../index/traits.ts';
import type { Concept } from './concept.ts';
import { isReferenceTerm } from './query.ts';
import type { Collection } from './rank.ts';
import { WEIGHTS } from './weights.ts';

const FIELDS = ['answer', 'question', 'title', 'enrichment'] as const;
/** What a model wrote for the index helps to find a pair; the administration did not say it. */
const BY_ENRICHMENT = 0.7;

export interface Found {
  /** Strength of each concept by field: answer, question, title, enrichment. */
  fields: Float32Array[];
  /** The best of answer, question and title. */
  text: Float32Array;
  /** The same with what a model wrote for the index. */
  all: Float32Array;
  /** The same without what the lexicon and parts of compounds find. */
  exact: Float32Array;
  /** Different words of the question that stand in the pair's question. */
  inQuestion: number;
  /** Kinds of statements that the answer makes, in the order of `TRAITS`; that the question asks for, as in `ASKED`. */
  traits: boolean[];
  asked: boolean[];
  /** Different words of the title that were asked for. */
  inTitle: number;
  isReferenced: boolean;
  lengths: Lengths;
}

/** @returns what stored terms (of one pair's passages) have of the concepts */
export function fieldMatcher(concepts: Concept[], { id }: Pick<Collection, 'id'>): (...stored: string[]) => Found {
  const wanted = new Set<number>();
  const add = (term: string) => {
    const number = id(term);
    if (number !== null) wanted.add(number);
  };
  for (const { alternatives } of concepts) for (const { terms } of alternatives) terms.forEach(add);
  const traitTerms = TRAITS.map(traitTerm);
  traitTerms.forEach(add);
  const askedTerms = ASKED.map(askedTerm);
  askedTerms.forEach(add);
  const ids = Uint32Array.from(wanted).sort();
  const placeOf = (term: string) => ids.indexOf(id(term) ?? -1);
  const prepared = concepts.map(({ alternatives }) =>
    alternatives.map(({ terms, weight }) => ({ places: terms.map(placeOf), weight: Math.min(1, weight) })),
  );
  const traitPlaces = traitTerms.map(placeOf);
  const askedPlaces = askedTerms.map(placeOf);
  const signs = new Set([...traitPlaces, ...askedPlaces]);
  const references = concepts
    .flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))
    .filter(isReferenceTerm)
    .map(placeOf);
  return (...stored) => {
    const has = FIELDS.map(() => new Float32Array(ids.length));
    const lengths = { answer: 0, question: 0 };
    for (const terms of stored) {
      const own = readTerms(terms, ids, (at, slot) => {
        const { field, isPart } = SLOTS[slot]!;
        const of = has[FIELDS.indexOf(field)]!;
        of[at] = Math.max(of[at]!, isPart ? WEIGHTS.part : 1);
      });
      lengths.answer += own.answer;
      lengths.question = own.question;
    }
    const text = new Float32Array(ids.length);
    for (const of of has.slice(0, 3)) raise(text, of);
    const withEnrichment = has[3]!.map((of, at) => Math.max(text[at]!, BY_ENRICHMENT * of));
    const strength = (of: Float32Array, from: number) =>
      Float32Array.from(prepared, (alternatives) => {
        let best = 0;
        for (const { places, weight } of alternatives) {
          if (weight < from) continue;
          let least = weight;
          for (const place of places) least = Math.min(least, place < 0 ? 0 : weight * of[place]!);
          best = Math.max(best, least);
        }
        return best;
      });
    return {
      fields: has.map((of) => strength(of, 0)),
      text: strength(text, 0),
      all: strength(withEnrichment, 0),
      exact: strength(text, 1),
      inQuestion: has[1]!.reduce((count, of) => count + (of === 1 ? 1 : 0), 0),
      isReferenced: references.some((place) => place >= 0 && text[place]! > 0),
      traits: traitPlaces.map((place) => place >= 0 && text[place]! > 0),
      asked: askedPlaces.map((place) => place >= 0 && text[place]! > 0),
      inTitle: has[2]!.reduce((count, of, at) => count + (of === 1 && !signs.has(at) ? 1 : 0), 0),
      lengths,
    };
  };
}

/** The greater of both, place by place. */
export function raise(strengths: Float32Array, by: Float32Array): void {
  for (let i = 0; i < strengths.length; i++) strengths[i] = Math.max(strengths[i]!, by[i]!);
}
