// Candidate passages with their analysed terms → scored passages, best first. Both engines' candidates come here.
// BM25+ (Lv & Zhai 2011) over weighted fields. A concept counts once, by its best alternative: synonyms that are added
// up let a word with many of them drown the others (measured: R@5 of citizens' questions .60 against .72).

import { rarity } from '../index/rarity.ts';
import { type Field, type Lengths, readTerms, SLOTS } from '../index/stored-terms.ts';
import { nearness } from '../index/stored-vectors.ts';
import { addTo, normalise } from '../index/vector-math.ts';
import type { Concept } from './concept.ts';

const K1 = 1.6;
const B = 0.7;
const DELTA = 0.5;
const QUESTION_WEIGHT = 1;
const TITLE_WEIGHT = 2;
/** Questions and words that a model wrote for the index; they may repeat what the text says. */
const ENRICHMENT_WEIGHT = 0.7;
/** Parts of a compound beside the whole word, on both sides. */
export const PART_WEIGHT = 0.4;
/** Below 1, several middling words win over a single rare one. */
const SATURATION = 0.8;
/** What the document's other passages and its inquiry know of the question's concepts. */
const DOCUMENT_WEIGHT = 0.5;
/** What the nearness of question and passage counts (see term-vectors.ts), as a share of the best score by terms. */
const NEARNESS_WEIGHT = 0.6;
/** Below this share of the best score nothing but nearness would speak for a passage. */
const NEARNESS_FROM = 0.15;
/** Alternatives that stand for a word without a vector of its own: the lexicon's, not parts of compounds. */
const STANDS_FOR_WORD = 0.45;
/** A phrase is rarer than the rarest of its words. */
const PHRASE_BONUS = 1.2;

const FIELD_WEIGHTS = {
  answer: 1,
  question: QUESTION_WEIGHT,
  title: TITLE_WEIGHT,
  enrichment: ENRICHMENT_WEIGHT,
} satisfies Record<Field, number>;
const WEIGHTS = SLOTS.map(({ field, isPart }) => FIELD_WEIGHTS[field] * (isPart ? PART_WEIGHT : 1));

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
export const fieldLength = ({ answer, question }: Lengths): number => answer + QUESTION_WEIGHT * question;

/**
 * Equal scores keep the order of the corpus.
 * @param inquiries stored terms of the inquiry that a document answers: councillors ask in everyday words
 */
export function rank<T extends Candidate>(
  candidates: T[],
  inquiries: ReadonlyMap<number, string>,
  concepts: Concept[],
  collection: Collection,
): Scored<T>[] {
  const scoreOfTerms = termScorer(concepts, collection);
  const scored = candidates.map((passage): Scored<T> => {
    const scores = scoreOfTerms(passage.terms, collection.averageLength);
    return { passage, score: sum(scores.byConcept), near: 0, ...scores };
  });
  addNearness(scored, queryVector(concepts, collection));
  const documents = new Map<number, Float64Array>();
  const add = (doc: number, byConcept: Float64Array): void => {
    const best = documents.get(doc);
    documents.set(doc, best ? best.map((score, i) => Math.max(score, byConcept[i]!)) : byConcept);
  };
  for (const { passage, byConcept } of scored) add(passage.doc, byConcept);
  for (const [doc, terms] of inquiries) add(doc, scoreOfTerms(terms, collection.averageInquiryLength).byText);
  for (const entry of scored) entry.score += DOCUMENT_WEIGHT * sum(documents.get(entry.passage.doc)!);
  return scored.sort((a, b) => b.score - a.score || a.passage.n - b.passage.n);
}

export const sum = (scores: Float64Array): number => scores.reduce((all, score) => all + score, 0);

type Scores = Pick<Scored<unknown>, 'byConcept' | 'byText'>;

/** BM25+ of stored terms for each concept. */
function termScorer(concepts: Concept[], collection: Collection): (terms: string, averageLength: number) => Scores {
  const { ids, idf, prepared } = prepare(concepts, collection);
  const inText = new Float64Array(ids.length);
  const inAll = new Float64Array(ids.length);
  const score = (frequencies: Float64Array, norm: number): Float64Array => {
    const single = (at: number): number => {
      const frequency = at < 0 ? 0 : frequencies[at]!;
      return frequency === 0 ? 0 : idf[at]! * (DELTA + (frequency * (K1 + 1)) / (frequency + norm));
    };
    return Float64Array.from(prepared, (concept) => scoreOf(concept, single));
  };
  return (terms, averageLength) => {
    inText.fill(0);
    inAll.fill(0);
    let isEnriched = false;
    const lengths = readTerms(terms, ids, (at, slot, count) => {
      const weighted = count * WEIGHTS[slot]!;
      inAll[at]! += weighted;
      if (SLOTS[slot]!.field === 'enrichment') isEnriched = true;
      else inText[at]! += weighted;
    });
    const norm = K1 * (1 - B + (B * fieldLength(lengths)) / averageLength);
    const byText = score(inText, norm);
    return { byText, byConcept: isEnriched ? score(inAll, norm) : byText };
  };
}

/** A concept whose alternatives name their terms by their place among the wanted ones; -1: no passage has it. */
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
  const placeOf = (term: string) => places.get(id(term) ?? -1) ?? -1;
  const prepared = concepts.map(({ weight, alternatives }): Prepared => {
    return { weight, alternatives: alternatives.map(({ terms, weight }) => ({ places: terms.map(placeOf), weight })) };
  });
  return { ids, idf, prepared };
}

function scoreOf({ weight, alternatives }: Prepared, single: (place: number) => number): number {
  let best = 0;
  for (const { places, weight: own } of alternatives) {
    const score = places.length === 1 ? single(places[0]!) : PHRASE_BONUS * Math.min(...places.map(single));
    best = Math.max(best, own * score);
  }
  return weight * best ** SATURATION;
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

function addNearness(scored: Scored<Candidate>[], query: Float64Array | null): void {
  if (!query) return;
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  for (const entry of scored) {
    if (entry.score < NEARNESS_FROM * best) continue;
    entry.near = nearness(query, entry.passage.vector);
    entry.score += NEARNESS_WEIGHT * best * entry.near;
  }
}

/** A word of inquiries alone is as rare as one of a single passage. */
export const idfOf = (df: number, passages: number): number => rarity(Math.max(1, df), passages);
