// What the chat's templates know of the part that they are of: its settings, what it shows, what a reader can do.

import type { Filters, Lang } from '../../api/events.ts';
import type { Conversation } from './conversation.ts';
import type { Viewport } from './follow.ts';
import type { Turn } from './turn.ts';
import type { WholeAnswer } from './whole-answer.ts';

export interface ChatSettings {
  /** Scheme and host of the service, without a slash at the end. */
  api: string;
  lang: Lang;
  filters?: Filters;
  placeholder: string | null;
  /** How many documents are searched; null while unknown. */
  documents: number | null;
  examples: readonly string[];
  /** A language model may have a hand in the answers; true while unknown. */
  model: boolean;
  /** Level of a question's heading. */
  headingLevel: 2 | 3;
  /** Label of the button that prints the page; null where the page is not ours. */
  print: string | null;
  /** Words of the button that copies a link to the question; only the page has an address of its own. */
  share?: { copy: string; copied: string };
  /** What may be wrong with the page around, shown where an answer failed. */
  failureHint?: string | null;
}

export interface ChatHost {
  settings(): ChatSettings;
  /** Where the part is rendered. */
  root(): ParentNode;
  viewport(): Viewport;
  /** Something has changed: render soon. */
  changed(): void;
  /** What stands beside the button for a new conversation; only the page has it. */
  panel?(): unknown;
  answered?(turn: Turn): void;
  failed?(): void;
}

/** What stands on the screen beside the conversation. */
export interface ViewState {
  draft: string;
  /** A sentence under the question field. */
  problem: string | null;
  /** Seconds until it may be asked again. */
  wait: number;
  /** The turn, or the opened answer of a choice (`0.1`), that was just copied, or could not be. */
  copied: { what: string; worked: boolean } | null;
  /** The question whose link was just copied, or could not be. */
  shared: { question: string; says: string } | null;
  /** State of a report by turn and card, e.g. `0.1`. */
  reports: ReadonlyMap<string, 'sending' | 'sent' | 'failed'>;
  /** Answers of a choice that were opened, by turn and place, e.g. `0.1`. */
  opened: ReadonlyMap<string, 'loading' | 'failed' | WholeAnswer>;
  /** State of an answer's rating by turn. */
  ratings: ReadonlyMap<number, 'sending' | 'sent' | 'failed'>;
}

export interface Chat {
  readonly conversation: Conversation;
  readonly view: ViewState;
  readonly host: ChatHost;
  /** The end of the conversation is out of sight: the form shows the way down. */
  readonly isAway: boolean;
  ask(question: string): Promise<void>;
  retry(): Promise<void>;
  stop(): void;
  clear(): void;
  submit(): void;
  setDraft(draft: string): void;
  share(question: string, words: { copied: string }): Promise<void>;
  show(change: Partial<ViewState>): void;
  toEnd(): void;
}
