// What comes into the answer pipeline: the question with its conversation, and what the steps may use.
import type { Filters, Lang } from '../events.ts';
import type { LiveIndex, Rewrite } from '../search/types.ts';
import type { Budget } from './model/budget.ts';
import type { ModelConfig } from './model/model.ts';

export interface Turn {
  role: 'user' | 'assistant';
  text: string;
}

export interface AnswerRequest {
  id: string;
  /** 1 to 2,000 characters. */
  question: string;
  /** Earlier turns, oldest first, without the question. */
  history: Turn[];
  filters: Filters;
  lang: Lang;
  mode: 'auto' | 'extractive';
}

/** One step of an answer, for the log: never with the question's text. */
export interface LogStep {
  step: string;
  ms: number;
  [detail: string]: string | number | boolean | null;
}

export interface AnswerDeps {
  index: LiveIndex;
  /** Scheme and host of absolute URLs, without a slash at the end. */
  origin: string;
  now: Date;
  /** Null: no key, or the chat is switched to extractive. */
  model: ModelConfig | null;
  /** Null: tokens are not counted. */
  budget: Budget | null;
  /** A recorded rewriting in place of the understanding call: for measuring. */
  recorded?: Rewrite | null;
  /** Aborted when the browser goes away. */
  signal: AbortSignal;
  /** Keeps the Worker running until the cost is counted, also when the browser has gone. */
  waitUntil?(work: Promise<unknown>): void;
  log(step: LogStep): void;
}

/** The user's earlier questions, oldest first. */
export function earlierQuestions({ history }: AnswerRequest): string[] {
  return history.filter((turn) => turn.role === 'user').map((turn) => turn.text);
}

/** Does the work and logs how long it took. */
export async function timed<T>(deps: Pick<AnswerDeps, 'log'>, step: string, work: () => Promise<T>): Promise<T> {
  const started = Date.now();
  const value = await work();
  deps.log({ step, ms: Date.now() - started });
  return value;
}
