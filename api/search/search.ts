// A request → ranked hits: concepts, candidates, ranking, filters, facets. The same steps for both engines.
import type { Bundle } from '../index/bundle.ts';
import type { CandidateRow, IndexReader } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import type { PointerInfo } from '../index/pointer.ts';
import { TRAITS, traitTerm } from '../index/traits.ts';

import { candidateTerms, MAX_CANDIDATES } from './candidates.ts';
import type { Concept } from './concept.ts';
import { surenessOf } from './confidence.ts';
import { pairsOf, type RatedPair } from './evidence.ts';
import { facetsOf } from './facets.ts';
import { byImportance } from './importance.ts';
import { likeliestFirst, type OrderedPair } from './order.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { type Analysis, alternativesFor, conceptsOf, hasSynonyms, onlyNamed } from './query.ts';
import { type Collection, rank, type Scored } from './rank.ts';
import { BEGINNING, corrected, errorsIn, SHORTEST_COMPOUND, SHORTEST_STEM } from './spelling.ts';
import type { Hit, SearchRequest, SearchResult } from './types.ts';

export interface Parts {
  info: PointerInfo;
  reader: IndexReader;
  analysis: Analysis;
  /** Null: candidates come from FTS5. */
  bundle: Bundle | null;
}

/** Below this share of the best score a document matches by chance; in order of date, chance would come first. */
const RELEVANT_SHARE = { relevance: 0.15, date: 0.4 } as const;

export interface Found {
  concepts: Concept[];
  /** All passages that match, best first. */
  ranked: Scored<CandidateRow>[];
  /** The first pairs of them, closely looked at, in their order. */
  pairs: RatedPair<CandidateRow>[];
  collection: Collection;
  isLowerBound: boolean;
}

export async function search(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  if (request.query.trim() === '' && request.rewrite === null) return browse(request, parts);
  const { ranked, concepts, isLowerBound, ...found } = await find(request, parts);
  const pairs = likeliestFirst(found.pairs);
  const passages = ordered(ranked, pairs);
  const threshold = Math.max(0, ...ranked.map(({ score }) => score)) * RELEVANT_SHARE[request.sort];
  const relevant = bestOfDocuments(passages).filter(({ score }) => score >= threshold);
  if (request.sort === 'date') relevant.sort((a, b) => (b.passage.date ?? '').localeCompare(a.passage.date ?? ''));
  const shown = request.group === 'pair' ? pairs.filter(({ score }) => score >= threshold) : relevant;
  const page = shown.slice(request.offset, request.offset + request.limit);
  const { sureOfFirst, sureOfFive } = surenessOf(pairs);
  return {
    hits: await hitsOf(page, concepts, parts, pairs),
    total: relevant.length,
    totalIsLowerBound: isLowerBound,
    facets: facetsOf(relevant.map((entry) => entry.passage)),
    confidence: sureOfFirst,
    sureOfFirst,
    sureOfFive,
    terms: weightsOf(concepts),
  };
}

/** @param isLeftOut documents that are passed over, as if the corpus did not have them: for measuring */
export async function find(
  request: SearchRequest,
  parts: Parts,
  isLeftOut: (document: number) => boolean = () => false,
): Promise<Found> {
  const { info, reader, analysis } = parts;
  const { phrases, rest } = phrasesOf(request.query, analysis.known);
  const asked = conceptsOf({ ...request, query: rest }, analysis);
  const vocabulary = await reader.vocabulary([...termsIn(asked, phrases), ...TRAITS.map(traitTerm)]);
  onlyNamed(asked, (term) => vocabulary.has(term));
  await correctSpelling(asked, vocabulary, parts);
  const df = (term: string) => vocabulary.get(term)?.df ?? 0;
  const id = (term: string) => vocabulary.get(term)?.id ?? null;
  const vector = (term: string) => vocabulary.get(term)?.vector ?? null;
  const nounShare = (term: string) => vocabulary.get(term)?.nounShare ?? 0;
  const collection = { ...info, df, id, vector, nounShare };
  const concepts = byImportance(asked, collection);

  const worth = byNumber(candidateTerms(concepts, df, info.passages), id);
  const joint = phrases.flatMap((phrase) => phrase.terms.map(id));
  const candidates = (await fetchCandidates(worth, joint, request, parts)).filter(({ doc }) => !isLeftOut(doc));
  const inquiries = await reader.inquiries([...new Set(candidates.map(({ doc }) => doc))]);
  const all = rank(candidates, inquiries, concepts, collection);
  const ranked = phrases.length === 0 ? all : await withPhrases(all, phrases, reader);
  const { newest } = info;
  const pairs = pairsOf(ranked, inquiries, concepts, collection, { question: request.query, newest });
  return { concepts, collection, ranked, pairs, isLowerBound: candidates.length === MAX_CANDIDATES };
}

const NONE = new Float64Array(0);

async function browse(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  const rows = await parts.reader.browse(request.filters);
  const page = rows.slice(request.offset, request.offset + request.limit);
  const scored = page.map((passage) => ({ passage, score: 0, byConcept: NONE, byText: NONE, near: 0 }));
  return {
    hits: await hitsOf(scored, [], parts, []),
    total: rows.length,
    totalIsLowerBound: false,
    facets: facetsOf(rows),
    confidence: 0,
    sureOfFirst: 0,
    sureOfFive: 0,
    terms: new Map(),
  };
}

const termsIn = (concepts: Concept[], phrases: Phrase[]): string[] => [
  ...new Set([
    ...concepts.flatMap((concept) => concept.alternatives.flatMap(({ terms }) => terms)),
    ...phrases.flatMap((phrase) => phrase.terms),
  ]),
];

/**
 * Words that the corpus does not know are searched as the nearest word that it has, with all that this one is searched
 * as. Where the lexicon knows a word, nothing is wrong with it.
 */
async function correctSpelling(
  concepts: Concept[],
  vocabulary: Map<string, TermEntry>,
  { reader, analysis }: Parts,
): Promise<void> {
  for (const concept of concepts) {
    const stem = concept.alternatives[0]?.terms[0] ?? '';
    if (concept.origin !== 'question' || vocabulary.has(stem) || hasSynonyms(concept)) continue;
    if (stem.length < SHORTEST_STEM || !/^\p{L}+$/u.test(stem)) continue;
    const hasParts = concept.alternatives.some(({ terms }) => terms.every((term) => vocabulary.has(term)));
    if (hasParts && stem.length < SHORTEST_COMPOUND) continue;
    const most = hasParts ? 1 : errorsIn(stem);
    const neighbours = await reader.similar(stem.slice(0, BEGINNING), stem.length - most, stem.length + most);
    const meant = corrected(stem, neighbours, most);
    if (meant === null) continue;
    vocabulary.set(meant, neighbours.find((neighbour) => neighbour.term === meant)!);
    const others = alternativesFor(meant, analysis);
    // In place of the word that nobody here has written: how rare it is and how surely a noun is asked of the one meant.
    concept.alternatives = [{ terms: [meant], weight: 1 }, ...others, ...concept.alternatives.slice(1)];
    for (const [term, entry] of await reader.vocabulary(others.flatMap(({ terms }) => terms))) {
      vocabulary.set(term, entry);
    }
  }
}

/** @param joint numbers of the terms that must all occur; null: of a term that no passage has */
async function fetchCandidates(
  worth: Map<number, number>,
  joint: (number | null)[],
  { filters, sort }: SearchRequest,
  { reader, bundle }: Parts,
): Promise<CandidateRow[]> {
  if (joint.includes(null)) return [];
  if (!bundle || joint.length > 0 || sort === 'date') {
    return reader.matching(worth, joint as number[], filters, MAX_CANDIDATES, sort === 'date');
  }
  const numbers = bundle.find(worth, await reader.allowed(filters), MAX_CANDIDATES);
  return numbers.length === 0 ? [] : reader.candidates(numbers);
}

const byNumber = (worth: Map<string, number>, id: (term: string) => number | null): Map<number, number> =>
  new Map([...worth].map(([term, of]) => [id(term)!, of]));

/** Texts are read of the few that have all words of the phrases. */
async function withPhrases(
  ranked: Scored<CandidateRow>[],
  phrases: Phrase[],
  reader: IndexReader,
): Promise<Scored<CandidateRow>[]> {
  const shown = await reader.passages(ranked.map((entry) => entry.passage.n));
  return ranked.filter((entry) => {
    const read = shown.get(entry.passage.n);
    // Hidden since it was found.
    if (!read) return false;
    const { document, passage, pair } = read;
    const texts = [document.title, pair.questionText ?? '', passage.text];
    return phrases.every((phrase) => texts.some((text) => phrase.occursIn(text)));
  });
}

/** The passages that stand for the pairs in the pairs' order, then all others in theirs. */
function ordered(ranked: Scored<CandidateRow>[], pairs: RatedPair<CandidateRow>[]): Scored<CandidateRow>[] {
  const first = new Set(pairs.map(({ passage }) => passage.n));
  return [...pairs, ...ranked.filter(({ passage }) => !first.has(passage.n))];
}

function bestOfDocuments(passages: Scored<CandidateRow>[]): Scored<CandidateRow>[] {
  const seen = new Set<number>();
  return passages.filter(({ passage: { doc } }) => {
    if (seen.has(doc)) return false;
    seen.add(doc);
    return true;
  });
}

async function hitsOf(
  page: Scored<CandidateRow>[],
  concepts: Concept[],
  parts: Parts,
  pairs: OrderedPair<CandidateRow>[],
): Promise<Hit[]> {
  if (page.length === 0) return [];
  const texts = await parts.reader.passages(page.map((entry) => entry.passage.n));
  const pairOf = new Map(pairs.map((pair) => [pair.passage.n, pair]));
  const least = pairs.at(-1)?.shown ?? Number.POSITIVE_INFINITY;
  return page.flatMap(({ passage: { n }, score, byText }): Hit[] => {
    const whole = texts.get(n);
    // Hidden since it was found.
    if (!whole) return [];
    const matched = concepts.filter((_, i) => byText[i]! > 0).map((concept) => concept.word);
    const pair = pairOf.get(n);
    const shown = pair ? pair.shown : Math.min(score, least);
    return [{ ...whole, score: round(shown), matched, missing: pair?.missing ?? [] }];
  });
}

/** Each term's highest weight over all concepts; every term of a phrase has the phrase's. */
function weightsOf(concepts: Concept[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { weight, alternatives } of concepts) {
    for (const { terms, weight: own } of alternatives) {
      for (const term of terms) weights.set(term, Math.max(weights.get(term) ?? 0, Math.min(1, weight * own)));
    }
  }
  return weights;
}

const round = (score: number) => Math.round(score * 1000) / 1000;
