// A LiveIndex in memory for tests: documents as they are given, found by shared words. Ranking is not tested here.

import { numbersCounter } from '../../../api/index/numbers.ts';
import { termsOf as analysed, type Term } from '../../../api/index/terms.ts';
import type { Hit, LiveIndex, SearchRequest, SearchResult } from '../../../api/search/types.ts';
import { nameCollector } from '../../../corpus/names.ts';
import type { PageSpan, Pair, Passage, ReplyDocument, Span } from '../../../corpus/types.ts';

/** A document whose pairs are found by the beginnings of its questions and answers; questions and answers alternate. */
export function documentOf(
  id: string,
  text: string,
  marks: { question: string; answer: string; kind?: Pair['kind'] }[],
  rest: Partial<ReplyDocument> = {},
): ReplyDocument {
  const starts = marks.flatMap(({ question, answer }) => {
    const asked = text.indexOf(question);
    return [asked, text.indexOf(answer, asked + question.length)];
  });
  if (starts.some((start) => start < 0)) throw new Error(`a mark is not in ${id}`);
  const trimmed = (start: number, end: number): Span => ({
    start,
    end: start + text.slice(start, end).trimEnd().length,
  });
  const pairs = marks.map((mark, i): Pair => {
    const question = trimmed(starts[2 * i]!, starts[2 * i + 1]!);
    return {
      number: `${i + 1}`,
      question,
      questionText: text.slice(question.start, question.end),
      questionFrom: 'document',
      answer: trimmed(starts[2 * i + 1]!, starts[2 * i + 2] ?? text.length),
      kind: mark.kind ?? 'answered',
      see: null,
    };
  });
  const pages: PageSpan[] = [{ number: 1, start: 0, end: text.length }];
  return {
    id,
    title: `Anfrage ${id}`,
    reference: null,
    date: '2021-05-27',
    committee: 'Ausschuss für Soziales, Seniorinnen und Senioren',
    agendaItem: null,
    askedBy: [],
    department: null,
    signedBy: null,
    body: null,
    text,
    pages,
    pairs,
    originalUrl: null,
    file: id,
    aliases: [],
    related: [],
    ...rest,
  };
}

export function smallIndex(documents: ReplyDocument[], confidence?: number): LiveIndex {
  return {
    info: {
      version: 'test',
      builtAt: '2026-01-01T00:00:00Z',
      documents: documents.length,
      passages: documents.reduce((sum, d) => sum + d.pairs.length, 0),
      newest: null,
      oldest: null,
      engine: 'minisearch',
    },
    search: async (request) => find(documents, request, confidence),
    searchAll: async (requests) => requests.map((request) => find(documents, request, confidence)),
    document: async (id) => documents.find((d) => d.id === id) ?? null,
    documents: async (ids) => new Map(documents.filter(({ id }) => ids.includes(id)).map((one) => [one.id, one])),
    passages: async (id) => documents.filter((d) => d.id === id).flatMap(passagesOf),
    terms: termsIn,
    snippet: (text) => ({ text, highlights: [] }),
    lexicon: async () => ({ expand: () => [] }),
    weigh: async (texts) => texts.map((text) => new Map(analyse(text).map((term) => [term, 1]))),
    numbers: async () => {
      const counter = numbersCounter(nameCollector().table());
      for (const document of documents) counter.add(document);
      return counter.numbers();
    },
    topics: async () => [],
    examples: async () => [],
    list: async () => ({ total: documents.length, documents }),
  };
}

function find(documents: ReplyDocument[], request: SearchRequest, confidence?: number): SearchResult {
  const asked = [request.query, ...request.history, request.rewrite?.standalone ?? ''].join(' ');
  const wanted = new Set(analyse(asked));
  const termsOf = (document: ReplyDocument, passage: Passage) =>
    new Set(
      analyse(
        [
          document.title,
          document.pairs[passage.pair]!.questionText,
          document.text.slice(passage.start, passage.end),
        ].join(' '),
      ),
    );
  const all = documents.flatMap((document) => passagesOf(document).map((passage) => termsOf(document, passage)));
  const rarity = (term: string) => Math.log(1 + all.length / (1 + all.filter((terms) => terms.has(term)).length));
  const hits = documents
    .flatMap((document): Hit[] => {
      const rated = passagesOf(document).map((passage) => {
        const pair = document.pairs[passage.pair]!;
        const text = document.text.slice(passage.start, passage.end);
        const matched = [...termsOf(document, passage)].filter((term) => wanted.has(term));
        return {
          document,
          passage: { ...passage, text },
          pair,
          score: matched.reduce((sum, term) => sum + rarity(term), 0),
          matched,
          missing: [],
        };
      });
      const best = rated.sort((a, b) => b.score - a.score).filter(({ score }) => score > 0);
      return request.group === 'pair' ? best.slice(0, 3) : best.slice(0, 1);
    })
    .sort((a, b) => b.score - a.score);
  const share = (hits[0]?.matched.length ?? 0) / Math.max(1, wanted.size);
  const sure = confidence ?? Math.min(1, 2 * share);
  return {
    hits: hits.slice(request.offset, request.offset + request.limit),
    total: new Set(hits.map(({ document }) => document.id)).size,
    totalIsLowerBound: false,
    facets: { committee: [], department: [], askedBy: [], kind: [], year: [] },
    confidence: sure,
    sureOfFirst: sure,
    sureOfFive: sure,
    terms: new Map([...wanted].map((term) => [term, 1])),
  };
}

function termsIn(text: string): Term[] {
  return analysed(text, () => false);
}

function analyse(text: string): string[] {
  return termsIn(text).map(({ term }) => term);
}

function passagesOf(document: ReplyDocument): Passage[] {
  return document.pairs.map((pair, i) => ({ id: `${document.id}.${i}`, ...pair.answer, pair: i, page: 1 }));
}
