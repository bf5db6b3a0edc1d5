// A request → ranked hits: concepts, candidates, ranking, filters, facets. The same steps for both engines.
import type { Bundle } from '../index/bundle.ts';
import type { CandidateRow, IndexReader } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import type { PointerInfo } from '../index/pointer.ts';
import { candidateTerms, MAX_CANDIDATES } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import { facetsOf } from './facets.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { type Analysis, alternativesFor, type Concept, conceptsOf, hasSynonyms, onlyNamed } from './query.ts';
import { rank, type Scored } from './rank.ts';
import { snippetOf } from './snippet.ts';
import { BEGINNING, corrected, errorsIn, SHORTEST_COMPOUND, SHORTEST_STEM } from './spelling.ts';
import type { Hit, SearchRequest, SearchResult } from './types.ts';

export interface Parts {
  info: PointerInfo;
  reader: IndexReader;
  analysis: Analysis;
  /** Null: candidates come from FTS5. */
  bundle: Bundle | null;
}

/** Below this share of the best score a document matches by chance. */
const RELEVANT = 0.15;
/** In order of date, chance would come first: it must match better. */
const RELEVANT_BY_DATE = 0.4;

export async function search(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  const { info, reader, analysis } = parts;
  if (request.query.trim() === '' && request.rewrite === null) return browse(request, parts);
  const { phrases, rest } = phrasesOf(request.query, analysis.known);
  const concepts = conceptsOf({ ...request, query: rest }, analysis);
  const vocabulary = await reader.vocabulary(termsIn(concepts, phrases));
  onlyNamed(concepts, (term) => vocabulary.has(term));
  await correctSpelling(concepts, vocabulary, parts);
  const df = (term: string) => vocabulary.get(term)?.df ?? 0;
  const id = (term: string) => vocabulary.get(term)?.id ?? null;
  const vector = (term: string) => vocabulary.get(term)?.vector ?? null;

  const worth = byNumber(candidateTerms(concepts, df, info.passages), id);
  const candidates = await fetchCandidates(
    worth,
    phrases.flatMap((phrase) => phrase.terms.map(id)),
    request,
    parts,
  );
  const inquiries = await reader.inquiries([...new Set(candidates.map(({ doc }) => doc))]);
  const ranked = rank(candidates, inquiries, concepts, { ...info, df, id, vector });
  const matching = phrases.length === 0 ? ranked : await withPhrases(ranked, phrases, reader);
  const best = bestOfDocuments(matching);
  const threshold = (best[0]?.score ?? 0) * (request.sort === 'date' ? RELEVANT_BY_DATE : RELEVANT);
  const relevant = best.filter((entry) => entry.score >= threshold);
  if (request.sort === 'date') relevant.sort((a, b) => (b.passage.date ?? '').localeCompare(a.passage.date ?? ''));
  const shown = request.group === 'pair' ? bestOfPairs(matching.filter(({ score }) => score >= threshold)) : relevant;
  const page = shown.slice(request.offset, request.offset + request.limit);
  const confidence = confidenceOf(best, concepts, { ...info, df, id, vector });
  return {
    hits: await hitsOf(page, concepts, parts),
    total: relevant.length,
    totalIsLowerBound: candidates.length === MAX_CANDIDATES,
    facets: facetsOf(relevant.map((entry) => entry.passage)),
    confidence,
    sureOfFirst: confidence,
    sureOfFive: Math.min(1, confidence + AMONG_FIVE),
    terms: weightsOf(concepts),
  };
}

/** Further pairs of one paper would push out the other papers. */
const PAIRS_OF_A_DOCUMENT = 3;
/** How much likelier a right pair is among five than in the first place. */
const AMONG_FIVE = 0.2;

const NONE = new Float64Array(0);

async function browse(request: SearchRequest, parts: Parts): Promise<SearchResult> {
  const rows = await parts.reader.browse(request.filters);
  const page = rows.slice(request.offset, request.offset + request.limit);
  const scored = page.map((passage) => ({ passage, score: 0, byConcept: NONE, byText: NONE }));
  return {
    hits: await hitsOf(scored, [], parts),
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
    concept.alternatives.push({ terms: [meant], weight: 1 }, ...others);
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
    const { document, passage, pair } = shown.get(entry.passage.n)!;
    const texts = [document.title, pair.questionText ?? '', passage.text];
    return phrases.every((phrase) => texts.some((text) => phrase.occursIn(text)));
  });
}

function bestOfDocuments(ranked: Scored<CandidateRow>[]): Scored<CandidateRow>[] {
  const seen = new Set<number>();
  return ranked.filter(({ passage }) => {
    if (seen.has(passage.doc)) return false;
    seen.add(passage.doc);
    return true;
  });
}

/** The best passage of each pair, best first. */
function bestOfPairs(ranked: Scored<CandidateRow>[]): Scored<CandidateRow>[] {
  const seen = new Set<string>();
  const ofDocument = new Map<number, number>();
  return ranked.filter(({ passage: { doc, pair } }) => {
    const taken = ofDocument.get(doc) ?? 0;
    if (taken >= PAIRS_OF_A_DOCUMENT || seen.has(`${doc}.${pair}`)) return false;
    seen.add(`${doc}.${pair}`);
    ofDocument.set(doc, taken + 1);
    return true;
  });
}

async function hitsOf(page: Scored<CandidateRow>[], concepts: Concept[], parts: Parts): Promise<Hit[]> {
  if (page.length === 0) return [];
  const shown = await parts.reader.passages(page.map((entry) => entry.passage.n));
  const found = new Set(weightsOf(concepts).keys());
  return page.map(({ passage: { n }, score, byText }): Hit => {
    const whole = shown.get(n)!;
    const matched = concepts.filter((_, i) => byText[i]! > 0).map((concept) => concept.word);
    const snippet = snippetOf(whole.passage.text, found, parts.analysis.known);
    return { ...whole, score: round(score), matched, missing: missingIn(byText, concepts), snippet };
  });
}

/** Provisional: what is asked for by name or number and is nowhere in the passage. */
function missingIn(byText: Float64Array, concepts: Concept[]): string[] {
  return concepts
    .filter(({ origin, isNoun, word }, i) => {
      return origin === 'question' && byText[i] === 0 && (isNoun || /^\p{N}/u.test(word));
    })
    .map(({ word }) => word);
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
