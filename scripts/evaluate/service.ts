// What is measured, whether it is the index in this process or a running service.

import type { ChatResponse } from '../../api/events.ts';
import { langOf } from '../../api/languages.ts';
import type { SentText } from './gold-sent.ts';
import type { Question } from './questions.ts';

export interface Service {
  /** Last path segments of the documents' files, copies beside them, best first. */
  search(question: Question, depth: number): Promise<string[][]>;
  chat(question: Question): Promise<ChatResponse>;
  /** What a model would read; only this process knows. */
  sent?(question: Question): Promise<SentText[]>;
  /** Null when there is no such document. */
  text(documentId: string): Promise<string | null>;
  close(): Promise<void>;
}

/** Of the answer around its quotations; the service speaks two. */
export const languageOf = ({ lang }: Question) => langOf(lang);

export const lastSegment = (file: string): string => file.split('/').at(-1) ?? file;
