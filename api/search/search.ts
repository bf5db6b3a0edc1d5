// A request → ranked hits: concepts, candidates, ranking, filters, facets. The same steps for both engines.

import type { Briefs } from '../index/briefs.ts';
import type { Bundle } from '../index/bundle.ts';
import type { IndexReader, PassageText } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import type { PointerInfo } from '../index/pointer.ts';
import { numberOfTrait } from '../index/traits.ts';
import { legibility } from '../pictures.ts';
import { type CandidateRow, candidateOf, candidateTerms, MAX_CANDIDATES } from './candidates.ts';
import type { Concept } from './concept.ts';
import { surenessOf } from './confidence.ts';
import { pairsOf, type RatedPair } from './evidence.ts';
import { facetsOf } from './facets.ts';
import { allowedBy } from './filters.ts';
import { candidatesIn, type FoundPostings, termsOfInquiries, termsOfPassages } from './found-terms.ts';
import { byImportance } from './importance.ts';
import { likeliestFirst, type OrderedPair } from './order.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { alternativesFor, conceptsOf, hasSynonyms, onlyNamed } from './query.ts';
import { readWords, termsOfConcepts } from './question-words.ts';
import { type Collection, rankByTerms, type Scored, withNearness } from './rank.ts';
import { BEGINNING, corrected, errorsIn, SHORTEST_COMPOUND, SHORTEST_STEM } from './spelling.ts';
import type { Hit, SearchRequest, SearchResult } from './types.ts';

export interface Parts {
  info: PointerInfo;
  reader: IndexReader;
  briefs: Briefs;
  known(word: string): boolean;
  /** Null: candidates come from the terms' lists. */
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
  /** Of passages that will probably be shown; those that are not there any more are left out. */
  texts: PassageTexts;
  /** As far as the question asks for them, see found-terms.ts. */
  postings: FoundPostings;
}

/** What was read of passages; null: it was hidden since. */
type PassageTexts = Map<number, PassageText | null>;

/** Vectors are read of the passages that terms alone put first; further ones do not rise among the first pairs. */
const WITH_VECTORS = 150;
/** Texts are read together with the vectors, of the first passage of so many pairs: of ten that are shown rarely one is missing. */
const WITH_TEXTS = 24;

export async function search(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  if (request.query.trim() === '' && request.rewrite === null) return browse(request, parts);
  const { ranked, concepts, isLowerBound, texts, ...found } = await find(request, parts);
  const pairs = likeliestFirst(found.pairs);
  const passages = ordered(ranked, pairs);
  const threshold = Math.max(0, ...ranked.map(({ score }) => score)) * RELEVANT_SHARE[request.sort];
  const relevant = bestOfDocuments(passages).filter(({ score }) => score >= threshold);
  if (request.sort === 'date') relevant.sort((a, b) => (b.passage.date ?? '').localeCompare(a.passage.date ?? ''));
  const shown = request.group === 'pair' ? pairs.filter(({ score }) => score >= threshold) : relevant;
  const page = shown.slice(request.offset, request.offset + request.limit);
  const hits = await hitsOf(page, concepts, texts, parts, pairs);
  const { sureOfFirst: sureOfPair, sureOfFive } = surenessOf(pairs);
  // What it says is surer than what a scan lets us read of it.
  const sureOfFirst = sureOfPair * legibility(hits[0]?.document.scans, hits[0]?.passage.page ?? null);
  return {
    hits,
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
  const { info, reader, briefs, known } = parts;
  const { phrases, rest } = phrasesOf(request.query, known);
  const [{ concepts: asked, vocabulary }, named] = await Promise.all([
    readWords(
      (lexicon) => conceptsOf({ ...request, query: rest }, { known, lexicon }),
      phrases.flatMap(({ terms }) => terms),
      ...([known, reader] as const),
    ),
    reader.documentsNamed(request.filters),
  ]);
  onlyNamed(asked, (term) => vocabulary.has(term));
  await correctSpelling(asked, vocabulary, parts);
  const df = (term: string) => vocabulary.get(term)?.df ?? 0;
  const id = (term: string) => vocabulary.get(term)?.id ?? numberOfTrait(term);
  const vector = (term: string) => vocabulary.get(term)?.vector ?? null;
  const nounShare = (term: string) => vocabulary.get(term)?.nounShare ?? 0;
  const collection = { ...info, df, id, vector, nounShare };
  const concepts = byImportance(asked, collection);

  const postings = postingsOf(termsIn(concepts, phrases), vocabulary);
  const worth = byNumber(candidateTerms(concepts, df, info.passages), id);
  const joint = phrases.flatMap((phrase) => phrase.terms.map(id));
  const isAllowed = allowedBy(request.filters, named, briefs);
  const numbers = candidateNumbers(worth, joint, postings, isAllowed, request, parts);
  const own = numbers
    .filter((n) => !isLeftOut(briefs.documentOf(n)))
    .sort((a, b) => briefs.placeOf(a) - briefs.placeOf(b));
  const stored = termsOfPassages(postings, own, briefs);
  const candidates = own.map((n, i) => candidateOf(n, stored[i]!, briefs));
  const inquiries = termsOfInquiries(postings, [...new Set(candidates.map(({ doc }) => doc))], briefs);
  const byTerms = rankByTerms(candidates, inquiries, concepts, collection);
  const texts = await readFirst(byTerms, phrases.length > 0, reader);
  const all = withNearness(byTerms, concepts, collection);
  const ranked = phrases.length === 0 ? all : all.filter(({ passage }) => hasPhrases(texts.get(passage.n), phrases));
  const { newest } = info;
  const pairs = pairsOf(ranked, inquiries, concepts, collection, { question: request.query, newest });
  const isLowerBound = own.length === MAX_CANDIDATES;
  return { concepts, collection, ranked, pairs, isLowerBound, texts, postings };
}

/** Vectors are put into the passages. @param isWhole texts of all are needed, for phrases must stand in them */
async function readFirst(ranked: Scored<CandidateRow>[], isWhole: boolean, reader: IndexReader): Promise<PassageTexts> {
  if (ranked.length === 0) return new Map();
  const first = ranked.slice(0, WITH_VECTORS).map(({ passage }) => passage);
  const [vectors, texts] = await Promise.all([
    reader.vectors(first.map(({ n }) => n)),
    readTexts(isWhole ? ranked.map(({ passage }) => passage.n) : firstOfPairs(ranked), reader),
  ]);
  for (const passage of first) passage.vector = vectors.get(passage.n) ?? '';
  return texts;
}

function firstOfPairs(ranked: Scored<CandidateRow>[]): number[] {
  const first = new Map<string, number>();
  for (const { passage } of ranked) {
    const pair = `${passage.doc}.${passage.pair}`;
    if (!first.has(pair)) first.set(pair, passage.n);
    if (first.size === WITH_TEXTS) break;
  }
  return [...first.values()];
}

async function readTexts(numbers: number[], reader: IndexReader): Promise<PassageTexts> {
  const read = await reader.passages(numbers);
  return new Map(numbers.map((n) => [n, read.get(n) ?? null]));
}

const NONE = new Float64Array(0);

async function browse(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  const { briefs, reader } = parts;
  const isAllowed = allowedBy(request.filters, await reader.documentsNamed(request.filters), briefs);
  const rows = briefs.newestFirst().flatMap(({ first, count }) => {
    for (let n = first; n < first + count; n++) if (isAllowed(n)) return candidateOf(n, '', briefs);
    return [];
  });
  const page = rows.slice(request.offset, request.offset + request.limit);
  const scored = page.map((passage) => ({ passage, score: 0, byConcept: NONE, byText: NONE, near: 0 }));
  return {
    hits: await hitsOf(scored, [], new Map(), parts, []),
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
  ...new Set([...termsOfConcepts(concepts), ...phrases.flatMap((phrase) => phrase.terms)]),
];

/**
 * Words that the corpus does not know are searched as the nearest word that it has, with all that this one is searched
 * as. Where the lexicon knows a word, nothing is wrong with it.
 */
async function correctSpelling(
  concepts: Concept[],
  vocabulary: Map<string, TermEntry>,
  { reader, known }: Parts,
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
    const { concepts: more, vocabulary: read } = await readWords(
      (lexicon) => [{ ...concept, alternatives: alternativesFor(meant, { known, lexicon }) }],
      [meant],
      ...([known, reader] as const),
    );
    // In place of the word that nobody here has written: how rare it is and how surely a noun is asked of the one meant.
    const others = more.flatMap(({ alternatives }) => alternatives);
    concept.alternatives = [{ terms: [meant], weight: 1 }, ...others, ...concept.alternatives.slice(1)];
    for (const [term, entry] of read) vocabulary.set(term, entry);
  }
}

function postingsOf(terms: readonly string[], vocabulary: ReadonlyMap<string, TermEntry>): FoundPostings {
  const entries = terms.flatMap((term) => vocabulary.get(term) ?? []);
  return new Map(entries.map(({ id, postings }) => [id, postings]));
}

/** @param joint numbers of the terms that must all occur; null: of a term that no passage has */
function candidateNumbers(
  worth: Map<number, number>,
  joint: (number | null)[],
  postings: FoundPostings,
  isAllowed: (passage: number) => boolean,
  { sort }: SearchRequest,
  { bundle, briefs }: Parts,
): number[] {
  if (joint.includes(null)) return [];
  if (bundle && joint.length === 0 && sort !== 'date') {
    const inOrder = (a: number, b: number) => briefs.placeOf(a) - briefs.placeOf(b);
    return bundle.find(worth, isAllowed, MAX_CANDIDATES, inOrder);
  }
  return candidatesIn(postings, worth, joint as number[], briefs, isAllowed, MAX_CANDIDATES, sort === 'date');
}

const byNumber = (worth: Map<string, number>, id: (term: string) => number | null): Map<number, number> =>
  new Map([...worth].map(([term, of]) => [id(term)!, of]));

/** Null: it is not there any more. */
function hasPhrases(read: PassageText | null | undefined, phrases: Phrase[]): boolean {
  if (!read) return false;
  const { document, passage, pair } = read;
  const texts = [document.title, pair.questionText ?? '', passage.text];
  return phrases.every((phrase) => texts.some((text) => phrase.occursIn(text)));
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
  read: PassageTexts,
  { reader }: Parts,
  pairs: OrderedPair<CandidateRow>[],
): Promise<Hit[]> {
  const missing = page.map(({ passage }) => passage.n).filter((n) => !read.has(n));
  const texts = missing.length === 0 ? read : new Map([...read, ...(await readTexts(missing, reader))]);
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
