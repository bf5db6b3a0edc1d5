// Candidate passages with their analysed terms → scored passages, best first. Both engines' candidates come here.
// BM25+ (Lv & Zhai 2011) over weighted fields. A concept counts once, by its best alternative: synonyms that are added
// up let a word with many of them drown the others (measured: R@5 of citizens' questions .60 against .72).

import { rarity } from '../index/rarity.ts';
import { type Field, type Lengths, readTerms, SLOTS } from '../index/stored-terms.ts';
import { nearness } from '../index/stored-vectors.ts';
import { addTo, normalise } from '../index/vector-math.ts';
import type { Concept } from './concept.ts';
import { WEIGHTS, type Weights } from './weights.ts';

/** Below this share of the best score nothing but nearness would speak for a passage. */
const NEARNESS_FROM = 0.15;
/** Alternatives that stand for a word without a vector of its own: the lexicon's, not parts of compounds. */
const STANDS_FOR_WORD = 0.45;

/** What an occurrence in each of `SLOTS` counts. */
function slotWeights({ question, title, enrichment, part }: Weights): number[] {
  const ofField: Record<Field, number> = { answer: 1, question, title, enrichment };
  return SLOTS.map(({ field, isPart }) => ofField[field] * (isPart ? part : 1));
}

export interface Candidate {
  n: number;
  doc: number;
  /** Its analysed terms, see stored-terms.ts */
  terms: string;
  /** Its direction among the terms' vectors, see stored-vectors.ts; empty when it has none. */
  vector: string;
}

export interface Collection {
  passages: number;
  /** Mean of `fieldLength` over all passages. */
  averageLength: number;
  averageInquiryLength: number;
  /** Passages that have the term; 0 for an unknown one. */
  df(term: string): number;
  /** Its number in stored terms; null for an unknown one. */
  id(term: string): number | null;
  /** How often it is written with a capital, 0 to 1. */
  nounShare(term: string): number;
  /** Of length 1; null for a term without. */
  vector(term: string): Float64Array | null;
}

export interface Scored<T> {
  passage: T;
  score: number;
  /** The score of each concept in this passage, in the order of the concepts. */
  byConcept: Float64Array;
  /** The same by title, question and answer alone: what stands in the document. */
  byText: Float64Array;
  /** Cosine of what the question and the passage point to; 0 where nothing is known of it. */
  near: number;
}

/** Length of a passage as BM25 counts it: the document's title and what was added to find it do not count. */
export const fieldLength = ({ answer, question }: Lengths, weights: Weights = WEIGHTS): number =>
  answer + weights.question * question;

/**
 * Without regard to nearness (`withNearness`), for which vectors have to be read of `nearEnough`. Equal scores keep the
 * order of the candidates.
 * @param inquiries stored terms of the inquiry that a document answers: councillors ask in everyday words
 */
export function rankByTerms<T extends Candidate>(
  candidates: T[],
  inquiries: ReadonlyMap<number, string>,
  concepts: Concept[],
  collection: Collection,
  weights: Weights = WEIGHTS,
): Scored<T>[] {
  const scoreOfTerms = termScorer(concepts, collection, weights);
  const scored = candidates.map((passage): Scored<T> => {
    const scores = scoreOfTerms(passage.terms, collection.averageLength);
    return { passage, score: sum(scores.byConcept), near: 0, ...scores };
  });
  const documents = new Map<number, Float64Array>();
  const add = (doc: number, byConcept: Float64Array): void => {
    const best = documents.get(doc);
    if (best) for (let i = 0; i < best.length; i++) best[i] = Math.max(best[i]!, byConcept[i]!);
    else documents.set(doc, byConcept.slice());
  };
  for (const { passage, byConcept } of scored) add(passage.doc, byConcept);
  for (const [doc, terms] of inquiries) add(doc, scoreOfTerms(terms, collection.averageInquiryLength).byText);
  for (const entry of scored) entry.score += weights.document * sum(documents.get(entry.passage.doc)!);
  return ordered(scored);
}

/** Adds the nearness of question and passage. */
export function withNearness<T extends Candidate>(
  scored: Scored<T>[],
  concepts: Concept[],
  collection: Collection,
  weights: Weights = WEIGHTS,
): Scored<T>[] {
  addNearness(scored, queryVector(concepts, collection), weights);
  return ordered(scored);
}

const ordered = <T extends Candidate>(scored: Scored<T>[]): Scored<T>[] => scored.sort((a, b) => b.score - a.score);

export function sum(scores: Float64Array): number {
  let all = 0;
  for (let i = 0; i < scores.length; i++) all += scores[i]!;
  return all;
}

type Scores = Pick<Scored<unknown>, 'byConcept' | 'byText'>;

/** BM25+ of stored terms for each concept. */
function termScorer(
  concepts: Concept[],
  collection: Collection,
  weights: Weights,
): (terms: string, averageLength: number) => Scores {
  const { ids, idf, prepared } = prepare(concepts, collection);
  const { k1, b, delta } = weights;
  const bySlot = slotWeights(weights);
  const inText = new Float64Array(ids.length);
  const inAll = new Float64Array(ids.length);
  // One more than there are terms: no passage has that one.
  const singles = new Float64Array(ids.length + 1);
  const score = (frequencies: Float64Array, norm: number): Float64Array => {
    for (let at = 0; at < frequencies.length; at++) {
      const frequency = frequencies[at]!;
      singles[at] = frequency === 0 ? 0 : idf[at]! * (delta + (frequency * (k1 + 1)) / (frequency + norm));
    }
    const scores = new Float64Array(prepared.length);
    for (let i = 0; i < scores.length; i++) scores[i] = scoreOf(prepared[i]!, singles, weights);
    return scores;
  };
  return (terms, averageLength) => {
    inText.fill(0);
    inAll.fill(0);
    let isEnriched = false;
    const lengths = readTerms(terms, ids, (at, slot, count) => {
      const weighted = count * bySlot[slot]!;
      inAll[at]! += weighted;
      if (SLOTS[slot]!.field === 'enrichment') isEnriched = true;
      else inText[at]! += weighted;
    });
    const norm = k1 * (1 - b + (b * fieldLength(lengths, weights)) / averageLength);
    const byText = score(inText, norm);
    return { byText, byConcept: isEnriched ? score(inAll, norm) : byText };
  };
}

/** A concept whose alternatives name their terms by their place among the wanted ones; behind them: no passage has it. */
interface Prepared {
  weight: number;
  alternatives: { places: number[]; weight: number }[];
}

function prepare(concepts: Concept[], { df, id, passages }: Collection) {
  const wanted = new Map<number, number>();
  for (const term of concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms))) {
    const number = id(term);
    if (number !== null) wanted.set(number, df(term));
  }
  const ids = Uint32Array.from(wanted.keys()).sort();
  const idf = Float64Array.from(ids, (number) => idfOf(wanted.get(number)!, passages));
  const places = new Map(Array.from(ids, (number, place) => [number, place]));
  const placeOf = (term: string) => places.get(id(term) ?? -1) ?? ids.length;
  const prepared = concepts.map(({ weight, alternatives }): Prepared => {
    return { weight, alternatives: alternatives.map(({ terms, weight }) => ({ places: terms.map(placeOf), weight })) };
  });
  return { ids, idf, prepared };
}

function scoreOf({ weight, alternatives }: Prepared, singles: Float64Array, { phrase, saturation }: Weights): number {
  let best = 0;
  for (const { places, weight: own } of alternatives) {
    let score = singles[places[0]!]!;
    if (places.length > 1) {
      for (const place of places) score = Math.min(score, singles[place]!);
      score *= phrase;
    }
    best = Math.max(best, own * score);
  }
  return best === 0 ? 0 : weight * best ** saturation;
}

/** The sum of what the concepts point to; null when none has a vector. */
function queryVector(concepts: Concept[], { df, passages, vector }: Collection): Float64Array | null {
  let sum: Float64Array | null = null;
  for (const { weight, alternatives } of concepts) {
    const single = alternatives.flatMap(({ terms: [term = '', ...others], weight }) => {
      const direction = others.length === 0 ? vector(term) : null;
      return direction ? [{ term, direction, weight }] : [];
    });
    const own = single.filter(({ term }) => term === alternatives[0]!.terms[0]).slice(0, 1);
    const used = own.length > 0 ? own : single.filter(({ weight }) => weight > STANDS_FOR_WORD);
    for (const { term, direction } of used) {
      const share = (weight * idfOf(df(term), passages)) / used.length;
      sum ??= new Float64Array(direction.length);
      addTo(sum, direction, share);
    }
  }
  return sum && normalise(sum) ? sum : null;
}

/** The entries of which nearness counts: their vectors are needed. */
export function nearEnough<T>(scored: Scored<T>[]): Scored<T>[] {
  const own = scored.map(({ byConcept }) => sum(byConcept));
  const least = NEARNESS_FROM * Math.max(0, ...own);
  return scored.filter((_, i) => own[i]! >= least);
}

function addNearness(scored: Scored<Candidate>[], query: Float64Array | null, weights: Weights): void {
  if (!query) return;
  const entries = nearEnough(scored);
  const best = entries.reduce((most, { byConcept }) => Math.max(most, sum(byConcept)), 0);
  for (const entry of entries) {
    entry.near = nearness(query, entry.passage.vector);
    entry.score += weights.nearness * best * entry.near;
  }
}

/** A word of inquiries alone is as rare as one of a single passage. */
export const idfOf = (df: number, passages: number): number => rarity(Math.max(1, df), passages);
