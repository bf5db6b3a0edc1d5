// What is known of a question, and what is to be said to it in one of the few forms that an answer has. The summary of
// every answer is made here and nowhere else.
import type { ReplyDocument, Span } from '../../corpus/types.ts';
import type { AnswerSummary } from '../events.ts';
import type { Hit, SearchResult } from '../search/types.ts';
import type { Understood } from './question/understand.ts';
import type { AnswerRequest } from './request.ts';

/** A pair that may answer the question: its hit names it, the document has its words. */
export interface FoundPair {
  hit: Hit;
  document: ReplyDocument;
}

/** What the steps have found out so far; each returns what it adds. */
export interface Known {
  request: AnswerRequest;
  understood: Understood | null;
  found: SearchResult | null;
  /** The question as it was searched, where that is not what was asked: in the papers' language. */
  meant: string | null;
  confidence: number;
  /** Best first. */
  pairs: FoundPair[];
  /** Why the model says nothing, if the reader should know. */
  modelNotice: string | null;
  /** Set by the step that knows what is to be said. */
  reply: Reply | null;
}

export type Reply =
  /** One sentence of ours to someone who asks nothing of the papers. */
  | { form: 'sentence'; sentence: string }
  /** A count or a list from metadata: what it says and its newest items, of which the first is cited. */
  | { form: 'list'; says: string; items: string[]; hits: Hit[]; cited: Quotation; listUrl: string }
  /** One pair, quoted. The others say the same, and are named as sources. */
  | { form: 'answer'; quoted: Quotation; others: Hit[]; notice: string | null }
  /** Pairs of which the reader takes one. */
  | { form: 'choice'; hits: Hit[]; says: string; notice: string | null; listUrl: string | null }
  | { form: 'nothing'; says: string; listUrl: string | null };

/** One contiguous part of a pair's answer. */
export interface Quotation extends FoundPair {
  span: Span;
}

export function nothingKnown(request: AnswerRequest): Known {
  return {
    request,
    understood: null,
    found: null,
    meant: null,
    confidence: 0,
    pairs: [],
    modelNotice: null,
    reply: null,
  };
}

const KINDS = {
  sentence: 'smalltalk',
  list: 'list',
  answer: 'answer',
  choice: 'abstention',
  nothing: 'abstention',
} as const satisfies Record<Reply['form'], AnswerSummary['kind']>;

/** What an answer says of itself at its end. */
export function summaryOf(
  { request, confidence }: Known,
  form: Reply['form'],
  rest: Partial<Pick<AnswerSummary, 'mode' | 'notice' | 'followUps' | 'listUrl' | 'usage' | 'confidence' | 'language'>>,
): AnswerSummary {
  const kind = KINDS[form];
  return {
    id: request.id,
    kind,
    mode: 'extractive',
    abstained: kind === 'abstention' || kind === 'smalltalk',
    confidence,
    notice: null,
    followUps: [],
    listUrl: null,
    usage: null,
    ...rest,
  };
}
