// What is measured, whether it is the index in this process or a running service.

import type { ChatResponse, Source } from '../../api/events.ts';
import { langOf } from '../../api/languages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { SentText } from './gold-sent.ts';
import type { Question } from './questions.ts';
import { lastSegment } from './questions.ts';

export interface FoundPair {
  /** Last path segment of the document's file. */
  file: string;
  /** The pair's whole answer. */
  answer: string;
}

export interface Service {
  /** Last path segments of the documents' files, copies beside them, best first. */
  search(question: Question, depth: number): Promise<string[][]>;
  /** Pairs of the same search, at most three of a document. */
  pairs(question: Question, depth: number): Promise<FoundPair[]>;
  chat(question: Question): Promise<ChatResponse>;
  /** What a model would read; only this process knows. */
  sent?(question: Question): Promise<SentText[]>;
  /** Null when there is no such document. */
  document(documentId: string): Promise<Pick<ReplyDocument, 'text' | 'pairs'> | null>;
  close(): Promise<void>;
}

/** Of the answer around its quotations; the service speaks two. */
export const languageOf = ({ lang }: Question) => langOf(lang);

/** The pair that a source's passage belongs to. */
export function pairOf(source: Source, document: Pick<ReplyDocument, 'text' | 'pairs'>): FoundPair {
  const at = document.text.indexOf(source.text);
  const pair =
    document.pairs.find(({ answer }) => at >= answer.start && at < answer.end) ??
    document.pairs.find(({ number }) => number !== null && number === source.number);
  const answer = pair ? document.text.slice(pair.answer.start, pair.answer.end) : source.text;
  return { file: lastSegment(source.file ?? ''), answer };
}
