// Ranked passages → pairs with what speaks for each of them: how much of the question stands in its question, its
// answer, its paper's title, its inquiry and its neighbours; what is missing; of what kind and how old it is.
// Every number is about the same in a corpus of any size: what is learnt over it holds elsewhere.
import { type QuestionType, questionType } from '../answer/question/question-type.ts';
import { type Lengths, readTerms, SLOTS } from '../index/stored-terms.ts';
import { TRAITS, traitTerm } from '../index/traits.ts';
import type { Concept } from './concept.ts';
import { chanceOf, importanceOf } from './importance.ts';
import { isReferenceTerm } from './query.ts';
import { type Candidate, type Collection, idfOf, type Scored, sum } from './rank.ts';
import { WEIGHTS } from './weights.ts';

export interface DatedCandidate extends Candidate {
  pair: number;
  kind: string;
  date: string | null;
}

export interface RatedPair<T> extends Scored<T> {
  /** In the order of `PAIR_FEATURES`. */
  features: Float32Array;
  /** Names, rare words, years and numbers of the question that the pair and its title lack, as they were asked. */
  missing: string[];
  /** Share of the question that only what a model wrote for the index has. */
  byEnrichment: number;
  /** The question names its paper by the reference. */
  isReferenced: boolean;
}

export interface Asked {
  question: string;
  /** Of the corpus, YYYY-MM-DD. */
  newest: string | null;
}

/** Pairs that are looked at closely. */
const MAX_PAIRS = 30;
/** Of one document: further ones would push out the other documents. */
const MAX_OF_DOCUMENT = 8;
/** Passages of a long pair that are read. */
const MAX_PASSAGES = 3;

/** What a model wrote for the index helps to find a pair; the administration did not say it. */
const BY_ENRICHMENT = 0.7;

const UNKNOWN_IS_NOUN = 0.7;
/** Of the rarity that a word can have, weighted by its importance and by how surely it is a noun. */
const RARE_NOUN = 0.35;
/** How likely it should stand in a pair that answers. */
const NAMED = 0.4;

const FIELDS = ['answer', 'question', 'title', 'enrichment'] as const;
const KINDS = ['no-data', 'refused', 'referred', 'announced'];

export const PAIR_FEATURES = [
  ...['base', 'baseShare', 'place', 'ownShare', 'near', 'nearShare', 'documentShare'],
  ...['covered', 'coveredExactly', 'inQuestion', 'inAnswer', 'inTitle', 'inInquiry', 'inDocument', 'onlyInTitle'],
  ...['rarest', 'rarestInPair', 'rarestInDocument', 'secondRarest', 'missing'],
  ...[
    'odds',
    'oddsShare',
    'surprise',
    'greatestSurprise',
    'documentOdds',
    'bestOdds',
    'missingNoun',
    'missingNounInPaper',
  ],
  ...['questionPrecision', 'questionLength', 'answerLength', 'concepts', 'rarity'],
  ...['isNoData', 'isRefused', 'isReferred', 'isAnnounced'],
  ...['year', 'age', 'newerSame', 'type', 'fitsType'],
] as const;
type Feature = (typeof PAIR_FEATURES)[number];

/** The first `MAX_PAIRS` pairs of the ranked passages, in their order. */
export function pairsOf<T extends DatedCandidate>(
  ranked: Scored<T>[],
  inquiries: ReadonlyMap<number, string>,
  concepts: Concept[],
  collection: Collection,
  asked: Asked,
): RatedPair<T>[] {
  const pairs = grouped(ranked);
  if (pairs.length === 0) return [];
  const matcher = fieldMatcher(concepts, collection);
  const weights = concepts.map((concept) => concept.weight * rarityOf(concept, collection));
  const all = weights.reduce((total, weight) => total + weight, 0) || 1;
  const importance = importanceOf(concepts, collection);
  const odds = oddsOf(concepts, importance, collection);
  const nouns = concepts.map((concept, i) => weights[i]! * nounShareOf(concept, collection));
  const byRarity = concepts.map((_, i) => i).sort((a, b) => weights[b]! - weights[a]!);
  const covered = (strengths: ArrayLike<number>) =>
    weights.reduce((total, weight, i) => total + weight * strengths[i]!, 0) / all;
  const unit = idfOf(0, collection.passages);
  const best = pairs[0]![0]!;
  const bestOwn = Math.max(...pairs.map(([first]) => sum(first!.byConcept))) || 1;
  const bestNear = Math.max(...pairs.map(([first]) => first!.near), 0.01);
  const type = questionType(asked.question);
  const typed = TRAITS.indexOf(type as (typeof TRAITS)[number]);
  const year = concepts.find(({ word, origin }) => origin === 'question' && /^(?:19|20)\d\d$/.test(word))?.word;
  const yearAt = concepts.findIndex(({ word }) => word === year);
  const ofDocument = Map.groupBy(pairs, ([first]) => first!.passage.doc);
  const inDocument = new Map([...ofDocument].map(([doc, own]) => [doc, documentStrengths(doc, own)]));

  function documentStrengths(doc: number, own: Scored<T>[][]): Float32Array {
    const strengths = new Float32Array(concepts.length);
    for (const entry of own.flat()) raise(strengths, matcher(entry.passage.terms).text);
    const inquiry = inquiries.get(doc);
    if (inquiry) raise(strengths, matcher(inquiry).text);
    return strengths;
  }

  /** Something is asked for by this word, and not every other passage has it. */
  function isNamed({ word, origin }: Concept, i: number): boolean {
    if (origin !== 'question' || word.includes(' ')) return false;
    return /^\p{N}/u.test(word) || (nouns[i]! / unit >= RARE_NOUN && importance[i]! >= NAMED);
  }

  const rated = pairs.map((passages, place): RatedPair<T> => {
    const first = passages[0]!;
    const { passage } = first;
    const found = matcher(...passages.map((entry) => entry.passage.terms));
    const inquiry = inquiries.get(passage.doc);
    const around = inDocument.get(passage.doc)!;
    const [rarest = 0, second = 0] = byRarity;
    const beside = first.score - sum(first.byConcept);
    const f: Record<Feature, number> = {
      base: first.score / unit,
      baseShare: first.score / (best.score || 1),
      place,
      ownShare: sum(first.byConcept) / bestOwn,
      near: first.near,
      nearShare: first.near / bestNear,
      documentShare: beside / (first.score || 1),
      covered: covered(found.all),
      coveredExactly: covered(found.exact),
      inQuestion: covered(found.fields[1]!),
      inAnswer: covered(found.fields[0]!),
      inTitle: covered(found.fields[2]!),
      inInquiry: inquiry ? covered(matcher(inquiry).text) : -1,
      inDocument: covered(around),
      onlyInTitle: covered(
        found.fields[2]!.map((s, i) => Math.max(0, s - Math.max(found.fields[0]![i]!, found.fields[1]![i]!))),
      ),
      rarest: (weights[rarest] ?? 0) / unit,
      rarestInPair: found.text[rarest] ?? 0,
      rarestInDocument: around[rarest] ?? 0,
      secondRarest: byRarity.length > 1 ? found.text[second]! : -1,
      missing: Math.max(0, ...weights.map((weight, i) => (1 - found.text[i]!) * weight)) / unit,
      ...odds(found.text, around),
      bestOdds: 0,
      missingNoun: Math.max(0, ...nouns.map((noun, i) => (1 - found.text[i]!) * noun)) / unit,
      missingNounInPaper: Math.max(0, ...nouns.map((noun, i) => (1 - around[i]!) * noun)) / unit,
      questionPrecision: found.lengths.question === 0 ? -1 : found.inQuestion / found.lengths.question,
      questionLength: Math.log(1 + found.lengths.question),
      answerLength: Math.log(1 + found.lengths.answer),
      concepts: concepts.length,
      rarity: all / unit,
      isNoData: passage.kind === KINDS[0] ? 1 : 0,
      isRefused: passage.kind === KINDS[1] ? 1 : 0,
      isReferred: passage.kind === KINDS[2] ? 1 : 0,
      isAnnounced: passage.kind === KINDS[3] ? 1 : 0,
      year: year === undefined ? 0 : passage.date?.startsWith(year) ? 2 : found.text[yearAt]! > 0 ? 1 : -1,
      age: yearsBetween(passage.date, asked.newest),
      newerSame: 0,
      type: TYPES.indexOf(type),
      fitsType: typed < 0 ? -1 : found.traits[typed] ? 1 : 0,
    };
    const features = Float32Array.from(PAIR_FEATURES, (name) => f[name]);
    return {
      ...first,
      features,
      byEnrichment: covered(found.all) - covered(found.text),
      isReferenced: found.isReferenced,
      missing: concepts.flatMap((c, i) => (found.text[i] === 0 && isNamed(c, i) ? c.word : [])),
    };
  });
  const [coveredAt, ageAt, newerAt, oddsAt, bestOddsAt] = (
    ['covered', 'age', 'newerSame', 'odds', 'bestOdds'] as const
  ).map((name) => PAIR_FEATURES.indexOf(name));
  const bestOdds = Math.max(...rated.map(({ features }) => features[oddsAt!]!));
  for (const pair of rated) {
    pair.features[bestOddsAt!] = pair.features[oddsAt!]! - bestOdds;
    // How many newer pairs have as much of the question: the last word on a matter is the one that counts.
    pair.features[newerAt!] = rated.filter(
      (other) =>
        other.features[ageAt!]! < pair.features[ageAt!]! - 0.5 &&
        other.features[coveredAt!]! >= pair.features[coveredAt!]! - 0.02,
    ).length;
  }
  return rated;
}

const TYPES: QuestionType[] = ['open', 'yes-no', 'money', 'count', 'when', 'duration', 'why', 'where', 'who'];

/**
 * How much likelier the question's words stand in a pair that answers it than in any other (Robertson and Spärck Jones
 * 1976, the share of answering pairs being learnt): what is there, and what is missing.
 */
function oddsOf(concepts: Concept[], importance: Float32Array, collection: Collection) {
  const { passages, df } = collection;
  const gains: number[] = [];
  const losses: number[] = [];
  for (const [i, p] of importance.entries()) {
    const chance = Math.min(0.9, (chanceOf(concepts[i]!, df) + 0.5) / (passages + 1));
    const likely = Math.max(p, 1.2 * chance);
    gains.push(Math.log(likely / chance));
    losses.push(Math.max(0, Math.log((1 - chance) / (1 - Math.min(0.98, likely)))));
  }
  const most = gains.reduce((sum, gain) => sum + gain, 0) || 1;
  const total = (strengths: Float32Array) =>
    gains.reduce((sum, gain, i) => sum + strengths[i]! * gain - (1 - strengths[i]!) * losses[i]!, 0);
  return (inPair: Float32Array, inDocument: Float32Array) => {
    const missed = losses.map((loss, i) => (1 - inPair[i]!) * loss);
    return {
      odds: total(inPair),
      oddsShare: total(inPair) / most,
      surprise: missed.reduce((sum, loss) => sum + loss, 0),
      greatestSurprise: Math.max(0, ...missed),
      documentOdds: total(inDocument),
    };
  };
}

/** Passages of each pair, best first; the pairs in the order of their best ones. */
function grouped<T extends DatedCandidate>(ranked: Scored<T>[]): Scored<T>[][] {
  const pairs = new Map<string, Scored<T>[]>();
  const ofDocument = new Map<number, number>();
  for (const entry of ranked) {
    const { doc, pair } = entry.passage;
    const known = pairs.get(`${doc}.${pair}`);
    if (known) {
      if (known.length < MAX_PASSAGES) known.push(entry);
      continue;
    }
    const count = ofDocument.get(doc) ?? 0;
    if (pairs.size >= MAX_PAIRS || count >= MAX_OF_DOCUMENT) continue;
    ofDocument.set(doc, count + 1);
    pairs.set(`${doc}.${pair}`, [entry]);
  }
  return [...pairs.values()];
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

interface Found {
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
  traits: boolean[];
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
  const ids = Uint32Array.from(wanted).sort();
  const placeOf = (term: string) => ids.indexOf(id(term) ?? -1);
  const prepared = concepts.map(({ alternatives }) =>
    alternatives.map(({ terms, weight }) => ({ places: terms.map(placeOf), weight: Math.min(1, weight) })),
  );
  const traitPlaces = traitTerms.map(placeOf);
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
      lengths,
    };
  };
}

function raise(strengths: Float32Array, by: Float32Array): void {
  for (let i = 0; i < strengths.length; i++) strengths[i] = Math.max(strengths[i]!, by[i]!);
}

const DAY_MS = 86_400_000;

/** 5, about the middle, where a date is not known. */
function yearsBetween(date: string | null, newest: string | null): number {
  if (date === null || newest === null) return 5;
  return (Date.parse(newest) - Date.parse(date)) / DAY_MS / 365;
}
