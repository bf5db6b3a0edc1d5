// What checking an inquiry gives (CONTRACT.md, `POST /api/check`).
import type { Snippet, Source } from '../events.ts';
import type { AskedQuestion } from './questions.ts';
import type { Verdict } from './verdict.ts';

/** An earlier answer to a question of the new inquiry. */
export interface Match {
  source: Source;
  /** Who asked: persons and factions. */
  askedBy: string[];
  /** 0 to 1; what it means is the verdict's. */
  similarity: number;
  /** The sentences of the answer that match, the matched words marked. */
  snippet: Snippet;
}

export interface CheckedQuestion extends AskedQuestion {
  verdict: Verdict;
  /** Best first, at most five. */
  matches: Match[];
}

/** As it goes into a report: with the draft, if one was asked for. */
export interface ReportedQuestion extends CheckedQuestion {
  draft?: string | null;
}

export interface CheckResponse {
  questions: CheckedQuestion[];
  /** A sentence for people when there was something to say, e.g. that no question was found. */
  notice: string | null;
}
