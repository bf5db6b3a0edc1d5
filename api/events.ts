// What the API says to the outside (CONTRACT.md, HTTP) and the events that make up one answer.

import type { AnswerKind, BelongingPaper, Span } from '../corpus/types.ts';
import type { Lang } from './languages.ts';

export type { Lang };

/** Names are compared whole and without regard to case; dates are YYYY-MM-DD, both ends included. */
export interface Filters {
  body?: string;
  committee?: string;
  department?: string;
  askedBy?: string;
  kind?: AnswerKind;
  from?: string;
  to?: string;
}

/** A retrieved passage as clients see it. URLs are absolute. */
export interface Source {
  /** The passage's id, `<documentId>.<n>`. */
  id: string;
  documentId: string;
  /** Index into the document's `pairs`. */
  pair: number;
  title: string;
  reference: string | null;
  date: string | null;
  committee: string | null;
  department: string | null;
  number: string | null;
  question: string | null;
  kind: AnswerKind;
  text: string;
  page: number | null;
  url: string;
  originalUrl: string | null;
  file: string | null;
  /** Whether the passage was read from the picture of a scanned page, so that letters may be wrong. */
  ocr: boolean;
  /** That picture. */
  image: string | null;
}

/** A verbatim quotation: `document.text.slice(start, end) === quote`, always. */
export interface Citation extends Span {
  /** Numbers the cited documents in order of first use; the marker in the answer is `[n]`. */
  n: number;
  /** Offset of this citation's marker in the answer. */
  at: number;
  /** Index into `sources`. */
  source: number;
  quote: string;
  page: number | null;
  url: string;
}

export type AnswerMode = 'claude' | 'extractive';

export interface Usage {
  inputTokens: number;
  outputTokens: number;
  cachedTokens: number;
}

/** The JSON response without `answer`, `sources` and `citations`; the stream's `data-answer` chunk. */
export interface AnswerSummary {
  id: string;
  kind: 'answer' | 'abstention' | 'list' | 'smalltalk';
  mode: AnswerMode;
  abstained: boolean;
  /** 0 to 1: of all questions with this number, that share is answered by the first source. */
  confidence: number;
  notice: string | null;
  followUps: string[];
  listUrl: string | null;
  usage: Usage | null;
  /** BCP 47; the answer's language where it is not the request's `lang`. */
  language?: string;
}

export interface ChatResponse extends AnswerSummary {
  answer: string;
  sources: Source[];
  citations: Citation[];
}

/**
 * One answer as it comes into being, in this order: `sources` once, then `text` and `citation` (a citation before
 * the text that brings its marker), `summary` once at the end. `failure` may end it at any point after the start.
 */
export type AnswerEvent =
  | { type: 'sources'; sources: Source[] }
  | { type: 'text'; delta: string }
  | { type: 'citation'; citation: Citation }
  | { type: 'summary'; summary: AnswerSummary }
  | { type: 'failure'; message: string };

export interface Snippet {
  text: string;
  /** Start and end of each marked word in `text`. */
  highlights: [number, number][];
}

export interface SearchHit {
  source: Source;
  /** Who asked: persons and factions. */
  askedBy: string[];
  /** Other documents of the same matter. */
  together?: BelongingPaper[];
  score: number;
  snippet: Snippet;
}

export interface FacetValue {
  value: string;
  count: number;
}

export interface SearchResponse {
  query: string;
  total: number;
  totalIsLowerBound: boolean;
  tookMs: number;
  hits: SearchHit[];
  facets: Record<'committee' | 'department' | 'askedBy' | 'kind' | 'year', FacetValue[]>;
}

export interface Health {
  status: 'ok' | 'empty' | 'error';
  index: {
    version: string;
    builtAt: string;
    documents: number;
    passages: number;
    newest: string | null;
  } | null;
  engine: 'minisearch' | 'd1' | null;
  model: 'configured' | 'off';
}
