// A request → ranked hits: concepts, candidates, ranking, filters, facets. The same steps for both engines.
import type { ReplyDocument } from '../../corpus/types.ts';
import type { Bundle } from './bundle.ts';
import { candidateTerms, MAX_CANDIDATES } from './candidates.ts';
import { confidenceOf } from './confidence.ts';
import { facetsOf } from './facets.ts';
import type { CandidateRow, IndexReader, PointerInfo } from './index-tables.ts';
import { type Phrase, phrasesOf } from './phrases.ts';
import { type Analysis, type Concept, conceptsOf } from './query.ts';
import { rank, type Scored } from './rank.ts';
import { snippetOf } from './snippet.ts';
import { BEGINNING, corrected, errorsIn, SHORTEST_STEM } from './spelling.ts';
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
  const frequencies = await reader.frequencies(termsIn(concepts, phrases));
  await correctSpelling(concepts, frequencies, reader);
  const df = (term: string) => frequencies.get(term) ?? 0;

  const terms = candidateTerms(concepts, df, info.passages);
  const candidates = await fetchCandidates(terms, phrases, request, parts);
  const ranked = rank(candidates, concepts, { ...info, df });
  const matching = phrases.length === 0 ? ranked : await withPhrases(ranked, phrases, reader);
  const best = bestOfDocuments(matching);
  const threshold = (best[0]?.score ?? 0) * (request.sort === 'date' ? RELEVANT_BY_DATE : RELEVANT);
  const relevant = best.filter((entry) => entry.score >= threshold);
  if (request.sort === 'date') relevant.sort((a, b) => (b.passage.date ?? '').localeCompare(a.passage.date ?? ''));
  const page = relevant.slice(request.offset, request.offset + request.limit);
  return {
    hits: await hitsOf(page, concepts, parts),
    total: relevant.length,
    totalIsLowerBound: candidates.length === MAX_CANDIDATES,
    facets: facetsOf(relevant.map((entry) => entry.passage)),
    confidence: confidenceOf(best, concepts, { ...info, df }),
    terms: weightsOf(concepts),
  };
}

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
    terms: new Map(),
  };
}

const termsIn = (concepts: Concept[], phrases: Phrase[]): string[] => [
  ...new Set([
    ...concepts.flatMap((concept) => concept.alternatives.flatMap(({ terms }) => terms)),
    ...phrases.flatMap((phrase) => phrase.terms),
  ]),
];

/** Words that neither the corpus nor the lexicon knows are searched as the nearest word that the corpus has. */
async function correctSpelling(
  concepts: Concept[],
  frequencies: Map<string, number>,
  reader: IndexReader,
): Promise<void> {
  const unknown = concepts.filter(
    ({ origin, alternatives }) =>
      origin === 'question' && alternatives.every(({ terms }) => terms.every((term) => !frequencies.has(term))),
  );
  for (const concept of unknown) {
    const stem = concept.alternatives[0]?.terms[0] ?? '';
    if (stem.length < SHORTEST_STEM || !/^\p{L}+$/u.test(stem)) continue;
    const most = errorsIn(stem);
    const neighbours = await reader.similar(stem.slice(0, BEGINNING), stem.length - most, stem.length + most);
    const meant = corrected(stem, neighbours);
    if (meant === null) continue;
    concept.alternatives.push({ terms: [meant], weight: 1 });
    frequencies.set(meant, neighbours.find((neighbour) => neighbour.term === meant)!.df);
  }
}

async function fetchCandidates(
  terms: string[],
  phrases: Phrase[],
  { filters }: SearchRequest,
  { reader, bundle }: Parts,
): Promise<CandidateRow[]> {
  const joint = phrases.flatMap((phrase) => phrase.terms);
  if (!bundle || joint.length > 0) {
    return reader.matching(joint.length > 0 ? [] : terms, joint, filters, MAX_CANDIDATES);
  }
  const numbers = bundle.find(terms, await reader.allowed(filters), MAX_CANDIDATES);
  return numbers.length === 0 ? [] : reader.candidates(numbers);
}

/** Documents are read for the few that have all words of the phrases. */
async function withPhrases(
  ranked: Scored<CandidateRow>[],
  phrases: Phrase[],
  reader: IndexReader,
): Promise<Scored<CandidateRow>[]> {
  const documents = await reader.documents([...new Set(ranked.map((entry) => entry.passage.doc))]);
  const passages = await reader.passages(ranked.map((entry) => entry.passage.n));
  return ranked.filter(({ passage: { n, doc } }) => {
    const document = documents.get(doc);
    const passage = passages.get(n);
    if (!document || !passage) return false;
    const question = document.pairs[passage.pair]?.questionText ?? '';
    const texts = [document.title, question, document.text.slice(passage.start, passage.end)];
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

async function hitsOf(page: Scored<CandidateRow>[], concepts: Concept[], parts: Parts): Promise<Hit[]> {
  if (page.length === 0) return [];
  const [documents, passages] = await Promise.all([
    parts.reader.documents(page.map((entry) => entry.passage.doc)),
    parts.reader.passages(page.map((entry) => entry.passage.n)),
  ]);
  const found = new Set(weightsOf(concepts).keys());
  return page.flatMap(({ passage: { n, doc }, score, byText }): Hit[] => {
    const document = documents.get(doc);
    const passage = passages.get(n);
    const pair = document?.pairs[passage?.pair ?? -1];
    if (!document || !passage || !pair) return [];
    const text = document.text.slice(passage.start, passage.end);
    const matched = concepts.filter((_, i) => byText[i]! > 0).map((concept) => concept.word);
    const snippet = snippetOf(text, found, parts.analysis.known);
    return [{ document: headOf(document), passage: { ...passage, text }, pair, score: round(score), matched, snippet }];
  });
}

function headOf({
  text: _text,
  pages: _pages,
  pairs: _pairs,
  aliases: _aliases,
  related: _related,
  ...head
}: ReplyDocument) {
  return head;
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
