// One question with its answer as it comes into being: a value, and what each chunk of the stream makes of it.
import type { AnswerSummary, Citation, Source } from '../../api/events.ts';
import type { Chunk, Failure } from './answer-stream.ts';

export interface Turn {
  question: string;
  /** `reading`: sources are there, no text yet. */
  state: 'searching' | 'reading' | 'writing' | 'done' | 'stopped' | 'failed';
  sources: Source[];
  text: string;
  citations: Citation[];
  summary: AnswerSummary | null;
  failure: Failure | null;
}

export function newTurn(question: string): Turn {
  return { question, state: 'searching', sources: [], text: '', citations: [], summary: null, failure: null };
}

export function isRunning(turn: Turn | undefined): boolean {
  return turn?.state === 'searching' || turn?.state === 'reading' || turn?.state === 'writing';
}

export function withChunk(turn: Turn, chunk: Chunk): Turn {
  switch (chunk.type) {
    case 'data-sources':
      return { ...turn, state: 'reading', sources: chunk.data };
    case 'text-delta':
      return { ...turn, state: 'writing', text: turn.text + chunk.delta };
    case 'data-citation':
      return { ...turn, citations: [...turn.citations, chunk.data] };
    case 'data-answer':
      return { ...turn, summary: chunk.data };
    default:
      return turn;
  }
}

/** The stream has ended: complete, or with a failure. A complete stream without a summary is not an answer. */
export function ended(turn: Turn, failure: Failure | null): Turn {
  if (failure !== null) return { ...turn, state: 'failed', failure };
  if (turn.summary === null) return { ...turn, state: 'failed', failure: { kind: 'cut-off' } };
  return { ...turn, state: 'done' };
}
