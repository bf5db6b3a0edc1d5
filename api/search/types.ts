// What the rest of the Worker knows of the search: a request in, ranked hits out, documents by id.

import type { Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import type { FacetValue, Filters, SearchResponse, Snippet } from '../events.ts';
import type { Lexicon } from '../index/lexicon.ts';
import type { Numbers } from '../index/numbers.ts';
import type { Term } from '../index/terms.ts';
import type { Topic } from '../index/topics.ts';

/** The question in official German, as the understanding call (or a recording of it) gives it. */
export interface Rewrite {
  standalone: string;
  terms: string[];
}

export interface SearchRequest {
  /** 0 to 2,000 characters; empty browses by date. */
  query: string;
  filters: Filters;
  /** The user's earlier questions, oldest first. */
  history: string[];
  rewrite: Rewrite | null;
  sort: 'relevance' | 'date';
  limit: number;
  offset: number;
  /** What a hit is. Default: one a document, its best passage; `pair`: its pairs compete, at most three of them. */
  group?: 'document' | 'pair';
  /** Papers of the first hits that are read whole, for who will quote them. Default: none. */
  papers?: number;
}

/** A document without its text: what lists, hits and sources show. */
export type DocumentHead = Omit<ReplyDocument, 'text' | 'pages' | 'pairs' | 'aliases' | 'related' | 'inquiry'>;

/** A document's best passage, with the text that it quotes and the pair that it belongs to. */
export interface Hit {
  document: DocumentHead;
  passage: Passage & { text: string };
  pair: Pair;
  score: number;
  /** Words of the question whose concept the passage has. */
  matched: string[];
  /**
   * Names, rare words, years and numbers of the question that stand nowhere in the pair, its question or the paper's
   * title: "Zu Stupferich steht in dieser Antwort nichts." As they were asked, in that order.
   */
  missing: string[];
}

export interface SearchResult {
  /** Best first; see `group` of the request. */
  hits: Hit[];
  /** By their ids, as many as the request wanted, without their inquiries; others have to be read. */
  documents?: ReadonlyMap<string, ReplyDocument>;
  total: number;
  totalIsLowerBound: boolean;
  facets: Record<keyof SearchResponse['facets'], FacetValue[]>;
  /** 0 to 1: how sure it is that the first hits answer the question; the same as `sureOfFirst`. */
  confidence: number;
  /** Calibrated: of all questions with this number, this share is answered by the first pair. */
  sureOfFirst: number;
  /** The same for a pair that answers among the first five. */
  sureOfFive: number;
  /** Analysed terms that were looked for with their weights, 0 to 1: the question's own, the lexicon's, a rewriting's. */
  terms: Map<string, number>;
}

export interface IndexInfo {
  /** `[a-z0-9]+`, made from the content. */
  version: string;
  /** ISO 8601. */
  builtAt: string;
  documents: number;
  passages: number;
  /** Date of the newest and oldest document, YYYY-MM-DD. */
  newest: string | null;
  oldest: string | null;
  engine: 'minisearch' | 'd1';
}

/** A topic with its newest answers that are not hidden. */
export type TopicAnswers = Omit<Topic, 'newest'> & { newest: DocumentHead[] };

/** The live version of the index, opened once an isolate and version. */
export interface LiveIndex {
  info: IndexInfo;
  search(request: SearchRequest): Promise<SearchResult>;
  /** What `search` gives for each of them, for about as many queries of the database as one takes. */
  searchAll(requests: readonly SearchRequest[]): Promise<SearchResult[]>;
  document(id: string): Promise<ReplyDocument | null>;
  /** By id, in one reading; what is not there is left out. */
  documents(ids: string[]): Promise<Map<string, ReplyDocument>>;
  passages(documentId: string): Promise<Passage[]>;
  /**
   * Each text's analysed terms with their inverse document frequency in this index (about 0 to 12, highest when no
   * passage has them); parts of compounds count less. For comparing texts; one read of the database for all of them.
   */
  weigh(texts: string[]): Promise<ReadonlyMap<string, number>[]>;
  /** The part of a passage that is worth reading, with the words marked that were looked for (`terms` of the result). */
  snippet(text: string, terms: SearchResult['terms']): Snippet;
  /** A text's analysed terms with their places in it; parts of compounds beside them. */
  terms(text: string): Term[];
  /**
   * Everyday words and official ones, English and German ones.
   * @param words that it will be asked for, as `expand` takes them; null: any
   */
  lexicon(words: string[] | null): Promise<Lexicon>;
  /** What is counted from metadata, as the index was built. */
  numbers(): Promise<Numbers>;
  /** What titles bring up again and again, that with the newest answer first; three answers each. */
  topics(): Promise<TopicAnswers[]>;
  /** Questions that were found when the index was built (examples.ts), best first; those of hidden papers are gone. */
  examples(): Promise<string[]>;
  /** In order of date, newest first. */
  list(offset: number, limit: number): Promise<{ total: number; documents: DocumentHead[] }>;
}
