// Ranked passages → pairs with what speaks for each of them: how much of the question stands in its question, its
// answer, its paper's title, its inquiry and its neighbours; what is missing; of what kind and how old it is.
// Every number is about the same in a corpus of any size: what is learnt over it holds elsewhere.
import { type QuestionType, questionType } from '../answer/question/question-type.ts';
import { ASKED, TRAITS } from '../index/traits.ts';
import type { Concept } from './concept.ts';
import { fieldMatcher, raise } from './field-matcher.ts';
import { focusOf, nounsOf, weightsOf } from './focus.ts';
import { importanceOf } from './importance.ts';
import { oddsOf } from './odds.ts';
import { type Candidate, type Collection, idfOf, type Scored, sum } from './rank.ts';
import { rivalry } from './rivalry.ts';
import { WEIGHTS } from './weights.ts';

export interface DatedCandidate extends Candidate {
  pair: number;
  kind: string;
  date: string | null;
  /** Words of the paper's title and what else names it. */
  titleLength: number;
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

/** Of the rarity that a word can have, weighted by its importance and by how surely it is a noun. */
const RARE_NOUN = 0.35;
/** How likely it should stand in a pair that answers. */
const NAMED = 0.4;

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
  ...['year', 'age', 'newerSame', 'type', 'fitsType', 'asksSame'],
  ...['titlePrecision', 'titleLength', 'pairAt', 'pairsOfPaper', 'ownBefore', 'ownPlace', 'askedBefore', 'local'],
  ...['focusRarity', 'focusInQuestion', 'focusInTitle', 'focusInAnswer', 'focusExactly', 'focusShare'],
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
  const weights = weightsOf(concepts, collection);
  const all = weights.reduce((total, weight) => total + weight, 0) || 1;
  const importance = importanceOf(concepts, collection);
  const odds = oddsOf(concepts, importance, collection);
  const nouns = nounsOf(concepts, collection);
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

  const asks = ASKED.indexOf(type as (typeof ASKED)[number]);
  const foundIn = pairs.map((passages) => matcher(...passages.map((entry) => entry.passage.terms)));
  const paperOf = pairs.map(([first]) => first!.passage.doc);
  const againstRivals = rivalry(foundIn, paperOf, weights);
  const focus = focusOf(concepts, collection);
  const focusShare = foundIn.filter(({ text }) => text[focus]! > WEIGHTS.part).length / pairs.length;

  const rated = pairs.map((passages, place): RatedPair<T> => {
    const first = passages[0]!;
    const { passage } = first;
    const found = foundIn[place]!;
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
      asksSame: asks < 0 ? -1 : found.asked[asks] ? 1 : 0,
      titlePrecision: found.inTitle / (passage.titleLength || 1),
      titleLength: passage.titleLength,
      pairAt: passage.pair,
      pairsOfPaper: ofDocument.get(passage.doc)!.length,
      ...againstRivals(place),
      focusRarity: focus < 0 ? -1 : nouns[focus]! / unit,
      focusInQuestion: found.fields[1]![focus] ?? -1,
      focusInTitle: found.fields[2]![focus] ?? -1,
      focusInAnswer: found.fields[0]![focus] ?? -1,
      focusExactly: found.exact[focus] ?? -1,
      focusShare,
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

const DAY_MS = 86_400_000;

/** 5, about the middle, where a date is not known. */
function yearsBetween(date: string | null, newest: string | null): number {
  if (date === null || newest === null) return 5;
  return (Date.parse(newest) - Date.parse(date)) / DAY_MS / 365;
}
