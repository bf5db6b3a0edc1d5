// Candidate passages with their analysed terms → scored passages, best first. Both engines' candidates come here.
// BM25+ (Lv & Zhai 2011) over weighted fields. A concept counts once, by its best alternative: synonyms that are added
// up let a word with many of them drown the others (measured: R@5 of citizens' questions .60 against .72).
import type { Concept } from './query.ts';

const K1 = 1.2;
const B = 0.7;
const DELTA = 0.5;
const QUESTION_WEIGHT = 0.7;
const TITLE_WEIGHT = 1;
/** Questions and words that a model wrote for the index; they may repeat what the text says. */
const ENRICHMENT_WEIGHT = 0.7;
/** Parts of a compound beside the whole word, on both sides. */
export const PART_WEIGHT = 0.4;
/** Below 1, several middling words win over a single rare one. */
const SATURATION = 0.8;
/** What the document's other passages know of the question's concepts. */
const DOCUMENT_WEIGHT = 0.3;
/** A phrase is rarer than the rarest of its words. */
const PHRASE_BONUS = 1.2;

export interface Candidate {
  n: number;
  doc: number;
  /** Analysed terms separated by spaces; parts of compounds begin with `+`. */
  questionTerms: string;
  answerTerms: string;
  titleTerms: string;
  /** Empty for a passage without any. */
  enrichmentTerms: string;
}

export interface Collection {
  passages: number;
  /** Mean of `fieldLength` over all passages. */
  averageLength: number;
  /** Passages that have the term; 0 for an unknown one. */
  df(term: string): number;
}

export interface Scored<T> {
  passage: T;
  score: number;
  /** The score of each concept in this passage, in the order of the concepts. */
  byConcept: Float64Array;
  /** The same by title, question and answer alone: what stands in the document. */
  byText: Float64Array;
}

/** Length of a passage as BM25 counts it: the document's title and what was added to find it do not count. */
export const fieldLength = (answerTerms: string, questionTerms: string): number =>
  wholeWords(answerTerms) + QUESTION_WEIGHT * wholeWords(questionTerms);

/** Equal scores keep the order of the corpus. */
export function rank<T extends Candidate>(candidates: T[], concepts: Concept[], collection: Collection): Scored<T>[] {
  const wanted = new Set(concepts.flatMap((concept) => concept.alternatives.flatMap((a) => a.terms)));
  const idf = new Map<string, number>();
  for (const term of wanted) {
    const df = collection.df(term);
    if (df > 0) idf.set(term, Math.log(1 + (collection.passages - df + 0.5) / (df + 0.5)));
  }
  const scored = candidates.map((passage): Scored<T> => {
    const length = fieldLength(passage.answerTerms, passage.questionTerms);
    const norm = K1 * (1 - B + (B * length) / collection.averageLength);
    const score = (frequencies: Map<string, number>): Float64Array => {
      const single = (term: string): number => {
        const frequency = frequencies.get(term);
        return frequency === undefined ? 0 : idf.get(term)! * (DELTA + (frequency * (K1 + 1)) / (frequency + norm));
      };
      return Float64Array.from(concepts, (concept) => scoreOf(concept, single));
    };
    const frequencies = frequenciesInText(passage, idf);
    const byText = score(frequencies);
    let byConcept = byText;
    if (passage.enrichmentTerms !== '') {
      count(passage.enrichmentTerms, ENRICHMENT_WEIGHT, frequencies, idf);
      byConcept = score(frequencies);
    }
    return { passage, score: byConcept.reduce((sum, score) => sum + score, 0), byConcept, byText };
  });
  const documents = bestByDocument(scored, concepts.length);
  for (const entry of scored) {
    const whole = documents.get(entry.passage.doc)!.reduce((sum, score) => sum + score, 0);
    entry.score += DOCUMENT_WEIGHT * whole;
  }
  return scored.sort((a, b) => b.score - a.score || a.passage.n - b.passage.n);
}

function scoreOf({ weight, alternatives }: Concept, single: (term: string) => number): number {
  let best = 0;
  for (const { terms, weight: own } of alternatives) {
    const score =
      terms.length === 1 ? single(terms[0]!) : PHRASE_BONUS * Math.min(...terms.map((term) => single(term)));
    best = Math.max(best, own * score);
  }
  return weight * best ** SATURATION;
}

function frequenciesInText(passage: Candidate, wanted: Map<string, number>): Map<string, number> {
  const frequencies = new Map<string, number>();
  count(passage.answerTerms, 1, frequencies, wanted);
  count(passage.questionTerms, QUESTION_WEIGHT, frequencies, wanted);
  count(passage.titleTerms, TITLE_WEIGHT, frequencies, wanted);
  return frequencies;
}

function count(terms: string, weight: number, frequencies: Map<string, number>, wanted: Map<string, number>): void {
  for (let start = 0; start < terms.length; ) {
    let end = terms.indexOf(' ', start);
    if (end < 0) end = terms.length;
    const isPart = terms.charCodeAt(start) === 43;
    const term = terms.slice(isPart ? start + 1 : start, end);
    if (wanted.has(term)) {
      frequencies.set(term, (frequencies.get(term) ?? 0) + (isPart ? weight * PART_WEIGHT : weight));
    }
    start = end + 1;
  }
}

function bestByDocument<T extends Candidate>(scored: Scored<T>[], concepts: number): Map<number, Float64Array> {
  const documents = new Map<number, Float64Array>();
  for (const { passage, byConcept } of scored) {
    const best = documents.get(passage.doc) ?? new Float64Array(concepts);
    documents.set(passage.doc, best);
    for (let i = 0; i < concepts; i++) best[i] = Math.max(best[i]!, byConcept[i]!);
  }
  return documents;
}

function wholeWords(terms: string): number {
  let words = 0;
  for (let start = 0; start < terms.length; ) {
    if (terms.charCodeAt(start) !== 43) words++;
    const end = terms.indexOf(' ', start);
    if (end < 0) break;
    start = end + 1;
  }
  return words;
}
