// The conversation in memory: asks, stops, asks again, forgets. Whoever shows it is told of each change; it is kept
// elsewhere only by a reader's choice (kept-conversation.ts).
import type { Filters, Lang } from '../../api/events.ts';
import { type ChatRequest, streamAnswer } from './answer-stream.ts';
import { ended, isRunning, newTurn, type Turn, withChunk } from './turn.ts';

/** The contract's limits for one request, with room for the question itself. */
const MAX_MESSAGES = 19;
const MAX_HISTORY_CHARACTERS = 29_000;

interface ConversationSettings {
  api: string;
  lang: Lang;
  filters?: Filters;
}

export class Conversation {
  turns: readonly Turn[] = [];
  #abort: AbortController | null = null;
  readonly #settings: () => ConversationSettings;
  readonly #changed: () => void;

  constructor(settings: () => ConversationSettings, changed: () => void) {
    this.#settings = settings;
    this.#changed = changed;
  }

  get running(): boolean {
    return isRunning(this.turns.at(-1));
  }

  /** Ends when the answer is complete, stopped or failed; the last turn says which. */
  async ask(question: string): Promise<void> {
    this.stop();
    const history = historyOf(this.turns);
    const abort = new AbortController();
    this.#abort = abort;
    this.#set([...this.turns, newTurn(question)]);
    const { api, lang, filters } = this.#settings();
    const request: ChatRequest = { messages: [...history, { role: 'user', content: question }], lang, filters };
    const failure = await streamAnswer(api, request, abort.signal, (chunk) => {
      if (!abort.signal.aborted) this.#replaceLast((turn) => withChunk(turn, chunk));
    });
    if (!abort.signal.aborted) this.#replaceLast((turn) => ended(turn, failure));
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    if (this.running) this.#replaceLast((turn) => ({ ...turn, state: 'stopped' }));
  }

  /** Nobody reads any more: the answer is given up, but nobody has stopped it. */
  interrupt(): void {
    this.#abort?.abort();
    if (this.running) this.#replaceLast((turn) => ended(turn, { kind: 'cut-off' }));
  }

  /** Asks the last question again, in place of its failed or stopped answer. */
  retry(): Promise<void> {
    const last = this.turns.at(-1);
    if (last === undefined) return Promise.resolve();
    this.stop();
    this.turns = this.turns.slice(0, -1);
    return this.ask(last.question);
  }

  /** Goes on where an earlier page of this tab was left. */
  restore(turns: readonly Turn[]): void {
    this.stop();
    this.#set(turns);
  }

  clear(): void {
    this.stop();
    this.#set([]);
  }

  #replaceLast(next: (turn: Turn) => Turn): void {
    const last = this.turns.at(-1);
    if (last !== undefined) this.#set([...this.turns.slice(0, -1), next(last)]);
  }

  #set(turns: readonly Turn[]): void {
    this.turns = turns;
    this.#changed();
  }
}

/** Complete turns as messages, the newest that fit into one request. */
export function historyOf(turns: readonly Turn[]): ChatRequest['messages'] {
  const complete = turns.filter((turn) => turn.state === 'done');
  const messages: ChatRequest['messages'] = [];
  let characters = 0;
  for (const turn of [...complete].reverse()) {
    characters += turn.question.length + turn.text.length;
    if (characters > MAX_HISTORY_CHARACTERS || messages.length + 2 > MAX_MESSAGES) break;
    messages.unshift({ role: 'user', content: turn.question }, { role: 'assistant', content: turn.text });
  }
  return messages;
}
