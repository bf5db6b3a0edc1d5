// The chat as a part: what it shows (templates), what a reader does (events) and where the focus goes. The page and the
// widget render the same part; they only differ in settings and in what scrolls.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { textsFor } from '../texts.ts';
import type { Chat, ChatHost, ViewState } from './chat.ts';
import { Conversation } from './conversation.ts';
import { countDown } from './countdown.ts';
import { followEnd, isAtEnd, showEnd } from './follow.ts';
import { questionForm, questionProblem } from './question-form.ts';
import { addressOf } from './share.ts';
import { heading, questionList } from './small-parts.ts';
import { isRunning, type Turn } from './turn.ts';
import { turnTemplate } from './turn-view.ts';

const NOTHING_SAID = {
  problem: null,
  wait: 0,
  copied: null,
  shared: null,
  reports: new Map(),
  opened: new Map(),
  ratings: new Map(),
} satisfies Partial<ViewState>;

export class ChatPart implements Chat {
  readonly conversation: Conversation;
  view: ViewState = { draft: '', ...NOTHING_SAID };
  readonly host: ChatHost;
  /** The end of the conversation is out of sight: the form shows the way down. */
  isAway = false;
  #status = '';
  #atEnd = false;

  constructor(host: ChatHost) {
    this.host = host;
    this.conversation = new Conversation(
      () => host.settings(),
      () => host.changed(),
    );
  }

  /** Starts a question as if the reader had typed it. @param takesFocus not for who has pressed nothing yet */
  async ask(question: string, { takesFocus = true } = {}): Promise<void> {
    await this.#run(() => this.conversation.ask(question), takesFocus);
  }

  async retry(): Promise<void> {
    if (this.view.wait === 0) await this.#run(() => this.conversation.retry());
  }

  /** Goes on with an earlier conversation, at its last question. @param says what has happened */
  restore(turns: readonly Turn[], says: string): void {
    this.conversation.restore(turns);
    this.#say(says);
    requestAnimationFrame(() => this.#log()?.lastElementChild?.scrollIntoView({ block: 'start', behavior: 'instant' }));
  }

  stop(): void {
    this.conversation.stop();
    this.#say(this.#texts.stopped);
    this.focusField();
  }

  clear(): void {
    this.conversation.clear();
    this.show(NOTHING_SAID);
    this.#say(this.#texts.clear);
    this.focusField();
  }

  submit(): void {
    const question = this.view.draft.trim();
    const problem = this.conversation.running ? this.#texts.busy : questionProblem(question, this.#texts);
    this.show({ problem });
    if (problem !== null) {
      this.focusField();
      return;
    }
    this.setDraft('');
    // The keyboard on the screen would cover the answer.
    if (matchMedia('(pointer: coarse)').matches) this.#field()?.blur();
    void this.ask(question);
  }

  async share(question: string, { copied }: { copied: string }): Promise<void> {
    const worked = await navigator.clipboard.writeText(addressOf(location.href, question)).then(
      () => true,
      () => false,
    );
    this.show({ shared: { question, says: worked ? copied : this.#texts.copyFailed } });
  }

  setDraft(draft: string): void {
    const field = this.#field();
    if (field && field.value !== draft) field.value = draft;
    this.show({ draft, problem: null });
  }

  show(change: Partial<ViewState>): void {
    this.view = { ...this.view, ...change };
    this.host.changed();
  }

  focusField(): void {
    this.#field()?.focus();
  }

  /** To be told of every scrolling of the viewport. */
  onScroll(): void {
    const log = this.#log();
    const isAway = log !== null && !log.hidden && !isAtEnd(log, this.host.viewport());
    if (isAway === this.isAway) return;
    this.isAway = isAway;
    this.host.changed();
  }

  /** The button is gone at the end; who used it goes on at the newest answer. */
  toEnd(): void {
    const log = this.#log();
    if (log === null) return;
    log.querySelector<HTMLElement>('.turn:last-child')?.focus({ preventScroll: true });
    showEnd(log, this.host.viewport());
  }

  /** F6 goes back and forth between the conversation and the question field. */
  onKeyDown(event: KeyboardEvent): void {
    if (event.key !== 'F6') return;
    const log = this.host.root().querySelector<HTMLElement>('.log');
    if (log === null) return;
    event.preventDefault();
    if (event.target instanceof Node && log.contains(event.target)) this.focusField();
    else log.focus();
  }

  template(): TemplateResult {
    const settings = this.host.settings();
    const texts = this.#texts;
    const { turns } = this.conversation;
    const form = questionForm(this, settings, texts);
    return html`<div class="chat" lang=${settings.lang} ?data-started=${turns.length > 0} @keydown=${(event: KeyboardEvent) => this.onKeyDown(event)}>
      <p class="ai-notice">${texts.aiNotice(settings.model)}</p>
      <p class="visually-hidden" role="status" translate="no">${this.#status}</p>
      <div class="log" role="region" aria-label=${texts.log} tabindex="-1" ?hidden=${turns.length === 0}>
        ${turns.map((turn, index) => turnTemplate(this, settings, turn, index))}
      </div>
      ${form}
      ${turns.length === 0 ? questionList(this, heading(2, texts.examples, 'small'), settings.examples) : nothing}
    </div>`;
  }

  beforeRender(): void {
    const log = this.#log();
    this.#atEnd = log !== null && (log.hidden === true || isAtEnd(log, this.host.viewport()));
  }

  afterRender(): void {
    const log = this.#log();
    const question = log?.lastElementChild;
    // What has the focus stays where it is seen.
    const isHeld = log?.querySelector('a:focus, button:focus, summary:focus');
    if (log && question && this.#atEnd && !isHeld && isRunning(this.conversation.turns.at(-1))) {
      followEnd(log, question, this.host.viewport());
    }
    this.onScroll();
  }

  get #texts() {
    return textsFor(this.host.settings().lang);
  }

  async #run(start: () => Promise<void>, takesFocus = true): Promise<void> {
    this.#say(this.#texts.status.working);
    const finished = start();
    this.#toEnd(takesFocus);
    await finished;
    this.#toEndIfFailed();
    // "The last answer is not finished yet" is no longer true.
    this.show({ problem: null });
    const turn = this.conversation.turns.at(-1);
    if (turn === undefined || isRunning(turn)) return;
    this.#say(this.#outcome(turn));
    if (turn.state === 'done') this.host.answered?.(turn);
    if (turn.state === 'failed') this.host.failed?.();
    const wait = turn.failure?.kind === 'refused' && turn.failure.waitSeconds;
    if (wait) countDown(this, wait);
  }

  /** A new question is brought into view, wherever the reader was. */
  #toEnd(takesFocus = false): void {
    requestAnimationFrame(() => {
      const log = this.#log();
      const question = log?.lastElementChild;
      if (!log || !question) return;
      // The button that asked may be gone; who used it goes on at the conversation, not at the top of the page.
      const { activeElement } = log.getRootNode() as Document | ShadowRoot;
      if (takesFocus && (activeElement === null || activeElement === document.body)) log.focus({ preventScroll: true });
      followEnd(log, question, this.host.viewport());
    });
  }

  /** What went wrong stands below what was written, and should be seen; a whole answer is read from its beginning. */
  #toEndIfFailed(): void {
    if (this.conversation.turns.at(-1)?.state === 'failed') this.#toEnd();
  }

  #outcome(turn: Turn): string {
    const { status, failure, stopped } = this.#texts;
    if (turn.state === 'stopped') return stopped;
    if (turn.state === 'failed') return failure.heading;
    if (turn.summary?.kind === 'smalltalk') return status.smalltalk;
    if (turn.summary?.abstained) return turn.sources.length > 0 ? status.choice(turn.sources.length) : status.nothing;
    return status.done(new Set(turn.citations.map(({ n }) => n)).size);
  }

  #say(sentence: string): void {
    this.#status = sentence;
    this.host.changed();
  }

  #log(): HTMLElement | null {
    return this.host.root().querySelector('.log');
  }

  #field(): HTMLTextAreaElement | null {
    return this.host.root().querySelector('textarea[name=question]');
  }
}
