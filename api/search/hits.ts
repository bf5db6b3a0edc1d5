// Ranked passages of a page → hits: what is shown of them is read here, and whole papers where an answer will quote them.

import { passagesOf } from '../../corpus/passages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { Briefs } from '../index/briefs.ts';
import type { IndexReader, PassageText } from '../index/index-reader.ts';
import type { CandidateRow } from './candidates.ts';
import type { Concept } from './concept.ts';
import type { OrderedPair } from './order.ts';
import type { Scored } from './rank.ts';
import type { Hit } from './types.ts';

/** What was read of passages; null: it was hidden since. */
export type PassageTexts = Map<number, PassageText | null>;

export interface ReadHits {
  hits: Hit[];
  /** By their ids, those that were to be read whole. */
  documents: Map<string, ReplyDocument>;
}

/**
 * @param texts what was read of passages before
 * @param papers of the first hits that are read whole
 */
export async function hitsOf(
  page: Scored<CandidateRow>[],
  concepts: Concept[],
  texts: PassageTexts,
  { reader, briefs }: { reader: IndexReader; briefs: Briefs },
  pairs: OrderedPair<CandidateRow>[],
  papers: number,
): Promise<ReadHits> {
  const wanted = [...new Set(page.map(({ passage }) => passage.doc))].slice(0, papers);
  const others = page.filter(({ passage: { n, doc } }) => !texts.has(n) && !wanted.includes(doc));
  const [documents, read] = await Promise.all([
    wanted.length === 0 ? new Map<number, ReplyDocument>() : reader.documentsNumbered(wanted),
    readTexts(
      others.map(({ passage }) => passage.n),
      reader,
    ),
  ]);
  const textOf = ({ n, doc }: CandidateRow): PassageText | null => {
    const document = documents.get(doc);
    return document ? textIn(document, n - briefs.document(doc)!.first) : (texts.get(n) ?? read.get(n) ?? null);
  };
  const pairOf = new Map(pairs.map((pair) => [pair.passage.n, pair]));
  const least = pairs.at(-1)?.shown ?? Number.POSITIVE_INFINITY;
  const hits = page.flatMap(({ passage, score, byText }): Hit[] => {
    const whole = textOf(passage);
    // Hidden since it was found.
    if (!whole) return [];
    const matched = concepts.filter((_, i) => byText[i]! > 0).map((concept) => concept.word);
    const pair = pairOf.get(passage.n);
    const shown = pair ? pair.shown : Math.min(score, least);
    return [{ ...whole, score: round(shown), matched, missing: pair?.missing ?? [] }];
  });
  return { hits, documents: new Map(Array.from(documents.values(), (document) => [document.id, document])) };
}

export async function readTexts(numbers: number[], reader: IndexReader): Promise<PassageTexts> {
  if (numbers.length === 0) return new Map();
  const read = await reader.passages(numbers);
  return new Map(numbers.map((n) => [n, read.get(n) ?? null]));
}

/** @param at place among the document's passages */
function textIn(document: ReplyDocument, at: number): PassageText | null {
  const passage = passagesOf(document)[at];
  if (!passage) return null;
  const { text, pages, pairs, aliases, related, inquiry, ...head } = document;
  return {
    document: head,
    passage: { ...passage, text: text.slice(passage.start, passage.end) },
    pair: pairs[passage.pair]!,
  };
}

const round = (score: number) => Math.round(score * 1000) / 1000;
