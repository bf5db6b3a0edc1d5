// What checking an inquiry gives (CONTRACT.md, `POST /api/check`).
import type { Snippet, Source } from '../events.ts';
import type { InquiryFacts } from './inquiry-facts.ts';
import type { AskedQuestion } from './questions.ts';
import type { SameInquiry } from './same-inquiry.ts';
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
  /** What came nearest below the threshold, at most three: unsure, for who knows the matter. */
  nearest: Match[];
}

export interface CheckedInquiry {
  questions: CheckedQuestion[];
  /** As read from the head of the text. */
  inquiry: InquiryFacts;
  /** Papers that have answered at least half of it before. */
  sameInquiry: SameInquiry[];
}

export interface CheckResponse extends CheckedInquiry {
  /** A sentence for people when there was something to say, e.g. that no question was found. */
  notice: string | null;
}
