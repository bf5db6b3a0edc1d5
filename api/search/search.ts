// A request → ranked hits: concepts, candidates, ranking, filters, facets. The same steps for both engines.

import type { Briefs } from '../index/briefs.ts';
import type { Bundle } from '../index/bundle.ts';
import type { IndexReader, PassageText } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import type { PointerInfo } from '../index/pointer.ts';
import { termsOf } from '../index/terms.ts';
import { numberOfSign } from '../index/traits.ts';
import { legibility } from '../pictures.ts';
import { type CandidateRow, candidateOf, candidateTerms, MAX_CANDIDATES } from './candidates.ts';
import type { Concept } from './concept.ts';
import { surenessOf } from './confidence.ts';
import { correctSpelling } from './correct-spelling.ts';
import { pairsOf, type RatedPair } from './evidence.ts';
import { facetsOf } from './facets.ts';
import { allowedBy } from './filters.ts';
import { focusOf } from './focus.ts';
import { candidatesIn, type FoundPostings, termsOfInquiries, termsOfPassages } from './found-terms.ts';
import { hitsOf, type PassageTexts, readTexts } from './hits.ts';
import { byImportance } from './importance.ts';
import { newestOfSame } from './newest.ts';
import { likeliestFirst, type OrderedPair } from './order.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { conceptsOf, onlyNamed } from './query.ts';
import { readWords, termsOfConcepts } from './question-words.ts';
import { type Collection, nearEnough, rankByTerms, type Scored, withNearness } from './rank.ts';
import type { SearchRequest, SearchResult } from './types.ts';

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

export async function search(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  if (request.query.trim() === '' && request.rewrite === null) return browse(request, parts);
  const { ranked, concepts, isLowerBound, texts, ...found } = await find(request, parts);
  const pairs = newestOfSame(likeliestFirst(found.pairs), wordsOfQuestions(texts, parts.known));
  const passages = ordered(ranked, pairs);
  const threshold = Math.max(0, ...ranked.map(({ score }) => score)) * RELEVANT_SHARE[request.sort];
  const isAbout = request.sort === 'date' ? aboutFocus(ranked, concepts, found.collection) : () => true;
  const relevant = bestOfDocuments(passages).filter((entry) => entry.score >= threshold && isAbout(entry));
  if (request.sort === 'date') relevant.sort((a, b) => (b.passage.date ?? '').localeCompare(a.passage.date ?? ''));
  const shown = request.group === 'pair' ? pairs.filter(({ score }) => score >= threshold) : relevant;
  const page = shown.slice(request.offset, request.offset + request.limit);
  const { hits, documents } = await hitsOf(page, concepts, texts, parts, pairs, request.papers ?? 0);
  const { sureOfFirst: sureOfPair, sureOfFive } = surenessOf(pairs, found.collection.passages);
  // What it says is surer than what a scan lets us read of it.
  const sureOfFirst = sureOfPair * legibility(hits[0]?.document.scans, hits[0]?.passage.page ?? null);
  return {
    hits,
    documents,
    total: relevant.length,
    totalIsLowerBound: isLowerBound,
    facets: facetsOf(relevant.map((entry) => entry.passage)),
    confidence: sureOfFirst,
    sureOfFirst,
    sureOfFive,
    terms: weightsOf(concepts),
  };
}

/** Null for a pair whose text was not read. */
function wordsOfQuestions(texts: PassageTexts, known: (word: string) => boolean) {
  return ({ passage }: OrderedPair<CandidateRow>): ReadonlySet<string> | null => {
    const question = texts.get(passage.n)?.pair.questionText;
    return question ? new Set(termsOf(question, known).map(({ term }) => term)) : null;
  };
}

/**
 * In order of date what matches by side words would come first: where the best passages have the noun that is asked for,
 * so must all.
 */
function aboutFocus(
  ranked: Scored<CandidateRow>[],
  concepts: Concept[],
  collection: Collection,
): (entry: Scored<CandidateRow>) => boolean {
  const focus = focusOf(concepts, collection);
  const has = ({ byConcept }: Scored<CandidateRow>) => (byConcept[focus] ?? 0) > 0;
  return ranked.slice(0, LOOKED_AT).some(has) ? has : () => true;
}

const LOOKED_AT = 5;

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
  await correctSpelling(asked, vocabulary, known, reader);
  const df = (term: string) => vocabulary.get(term)?.df ?? 0;
  const id = (term: string) => vocabulary.get(term)?.id ?? numberOfSign(term);
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

/** Vectors are put into the passages. @returns their texts where phrases must stand in them */
async function readFirst(
  ranked: Scored<CandidateRow>[],
  withTexts: boolean,
  reader: IndexReader,
): Promise<PassageTexts> {
  if (ranked.length === 0) return new Map();
  const near = nearEnough(ranked).map(({ passage }) => passage);
  const [vectors, texts] = await Promise.all([
    reader.vectors(near.map(({ n }) => n)),
    readTexts(withTexts ? ranked.map(({ passage }) => passage.n) : [], reader),
  ]);
  for (const passage of near) passage.vector = vectors.get(passage.n) ?? '';
  return texts;
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
    ...(await hitsOf(scored, [], new Map(), parts, [], 0)),
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
