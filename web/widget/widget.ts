// <ratsauskunft-chat>: the chat as a custom element for other people's pages (CONTRACT.md, Widget). Stores nothing, asks
// nothing of the network before it is opened, and takes its look from custom properties only.
import { html, LitElement, nothing, type TemplateResult, unsafeCSS } from 'lit';
import type { Lang } from '../../api/events.ts';
import { ChatPart, type ChatSettings } from '../chat/chat-part.ts';
import { external, pageUrl } from '../chat/small-parts.ts';
import type { Turn } from '../chat/turn.ts';
import { textsFor } from '../texts.ts';
import { type CorpusFacts, corpusFacts, unknownFacts } from './corpus-facts.ts';
import css from './widget.css?inline';

/** Below this width the panel takes the whole screen and the page behind it is out of reach. */
const PHONE = '(max-width: 599px), (max-height: 399px)';

const scriptOrigin = new URL(import.meta.url).origin;

class RatsauskunftChat extends LitElement {
  static override properties = {
    api: {},
    variant: { reflect: true },
    heading: {},
    placeholder: {},
    committee: {},
    // Only watched: `lang` itself is HTMLElement's.
    ownLang: { attribute: 'lang' },
    isOpen: { state: true },
    facts: { state: true },
  };
  static override styles = unsafeCSS(css);

  declare api: string | null;
  declare variant: string | null;
  declare heading: string | null;
  declare placeholder: string | null;
  declare committee: string | null;
  declare protected ownLang: string | null;
  declare protected isOpen: boolean;
  declare protected facts: CorpusFacts;
  #factsAsked = false;
  readonly #phone = matchMedia(PHONE);
  readonly #chat: ChatPart;

  constructor() {
    super();
    this.isOpen = false;
    this.facts = unknownFacts;
    this.#chat = new ChatPart({
      settings: () => this.#settings(),
      root: () => this.renderRoot,
      viewport: () => this.#viewport(),
      changed: () => this.requestUpdate(),
      answered: (turn) => this.#emit('ra-answer', answerDetail(turn)),
    });
  }

  /** Opens the panel and puts the cursor into the question field. */
  open(): void {
    this.#askFacts();
    if (!this.isOpen) {
      this.isOpen = true;
      this.#emit('ra-open', null);
    }
    void this.updateComplete.then(() => this.#chat.focusField());
  }

  /** Closes the panel; the conversation stays until the element leaves the page for good or is cleared. */
  close(): void {
    if (!this.isOpen || this.variant === 'inline') return;
    this.isOpen = false;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.launcher')?.focus());
    this.#emit('ra-close', null);
  }

  /** Opens the panel and asks. Resolves when the answer is complete, stopped or failed. */
  async ask(text: string): Promise<void> {
    this.open();
    await this.updateComplete;
    if (text.trim() !== '') await this.#chat.ask(text.trim());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#phone.addEventListener('change', this.#onResize);
    // Taken out and put in again: what was open is shown again, and what is inherited may differ.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#phone.removeEventListener('change', this.#onResize);
    this.#chat.conversation.stop();
    this.#dialog?.close();
  }

  protected override render(): TemplateResult {
    const inline = this.variant === 'inline';
    return html`<div class="frame" lang=${this.#lang} @keydown=${this.#onKeyDown}>${inline ? this.#inline() : this.#floating()}</div>`;
  }

  protected override willUpdate(): void {
    if (this.hasUpdated) this.#chat.beforeRender();
  }

  protected override updated(): void {
    const dialog = this.#dialog;
    if (dialog && this.isOpen && !dialog.open) this.#show(dialog);
    if (dialog && !this.isOpen && dialog.open) dialog.close();
    this.#chat.afterRender();
  }

  #floating(): TemplateResult {
    const heading = this.#heading;
    return html`<button class="primary launcher" type="button" aria-haspopup="dialog" aria-expanded=${this.isOpen ? 'true' : 'false'}
        aria-controls="panel" @click=${() => (this.isOpen ? this.close() : this.open())}>${heading}</button>
      <dialog class="panel" id="panel" aria-labelledby="heading" @cancel=${this.#onCancel}>
        ${
          this.isOpen
            ? this.#content(
                html`<button type="button" class="plain" @click=${() => this.close()}>${textsFor(this.#lang).widget.close}</button>`,
              )
            : nothing
        }
      </dialog>`;
  }

  #inline(): TemplateResult {
    return html`<section class="panel" aria-labelledby="heading" @focusin=${() => this.#askFacts()}>${this.#content(nothing)}</section>`;
  }

  #content(close: TemplateResult | typeof nothing): TemplateResult {
    const lang = this.#lang;
    const texts = textsFor(lang);
    const { widget, privacyLink } = texts;
    const { documents, newest } = this.facts;
    const to = (path: string, label: string) => external(pageUrl({ api: this.#api, lang }, path), label, texts);
    return html`<div class="head"><h2 id="heading">${this.#heading}</h2>${close}</div>
      <div class="scroll" tabindex="0" @scroll=${() => this.#chat.onScroll()}>
        <p class="intro hint">${documents !== null && documents > 1 ? widget.intro(documents, newest) : ''}</p>
        ${this.#chat.template()}
      </div>
      <p class="foot">${to('/impressum', widget.imprint)} ${to('/datenschutz', privacyLink)} ${to('/barrierefreiheit#melden', widget.reportBarrier)}</p>`;
  }

  #show(dialog: HTMLDialogElement): void {
    if (this.#phone.matches) dialog.showModal();
    else dialog.show();
  }

  readonly #onResize = (): void => {
    const dialog = this.#dialog;
    if (!dialog?.open) return;
    dialog.close();
    this.#show(dialog);
    this.#chat.focusField();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#dialog?.open) return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  };

  /** The back gesture of a phone closes like Escape, and through the same door. */
  readonly #onCancel = (event: Event): void => {
    event.preventDefault();
    this.close();
  };

  #askFacts(): void {
    if (this.#factsAsked) return;
    this.#factsAsked = true;
    void corpusFacts(this.#api).then((facts) => {
      // In the page's own text nothing should push in, and with a committee the examples may lead nowhere.
      this.facts = this.variant === 'inline' || this.committee ? { ...facts, examples: [] } : facts;
    });
  }

  #settings(): ChatSettings {
    const committee = this.committee?.trim();
    return {
      api: this.#api,
      lang: this.#lang,
      ...(committee ? { filters: { committee } } : {}),
      placeholder: this.placeholder || null,
      documents: committee ? null : this.facts.documents,
      examples: this.facts.examples,
      headingLevel: 3,
      print: null,
    };
  }

  #viewport() {
    const scroller = this.renderRoot.querySelector('.scroll') ?? document.documentElement;
    const { top, bottom } = scroller.getBoundingClientRect();
    const field = this.renderRoot.querySelector('form.ask')?.getBoundingClientRect().top ?? bottom;
    return { scroller, topPx: top, bottomPx: Math.min(bottom, field) };
  }

  get #dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  get #heading(): string {
    return this.heading || textsFor(this.#lang).widget.heading;
  }

  get #api(): string {
    return new URL(this.api || scriptOrigin, document.baseURI).href.replace(/\/$/, '');
  }

  /** The element's own language, else that of the page around it. */
  get #lang(): Lang {
    return this.closest('[lang]')?.getAttribute('lang')?.toLowerCase().startsWith('en') ? 'en' : 'de';
  }

  #emit(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** What the host page learns: that there was an answer, never what was asked. */
function answerDetail(turn: Turn) {
  const { summary, sources, citations } = turn;
  return {
    kind: summary?.kind ?? null,
    abstained: summary?.abstained ?? null,
    sources: sources.length,
    citations: citations.length,
  };
}

// The page may carry the script twice, once pinned and once not.
if (!customElements.get('ratsauskunft-chat')) customElements.define('ratsauskunft-chat', RatsauskunftChat);
