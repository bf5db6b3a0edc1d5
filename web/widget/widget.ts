// <ratsauskunft-chat>: the chat as a custom element for other people's pages (CONTRACT.md, Widget). Stores nothing, asks
// nothing of the network before it is opened, and takes its look from custom properties only.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Lang } from '../../api/events.ts';
import type { ChatSettings } from '../chat/chat.ts';
import { ChatPart } from '../chat/chat-part.ts';
import { external, pageUrl } from '../chat/small-parts.ts';
import type { Turn } from '../chat/turn.ts';
import { textsFor } from '../texts.ts';
import { type CorpusFacts, corpusFacts, unknownFacts } from './corpus-facts.ts';
import { attributesAsProperties, RenderedElement, takeEarlyProperties } from './rendered-element.ts';
import css from './widget.css?inline';

/** Below this width the panel takes the whole screen and the page behind it is out of reach. */
const PHONE = '(max-width: 599px), (max-height: 399px)';

/** So long an element may be out of the page before its answer is given up. */
const GONE_MS = 2_000;

const scriptOrigin = new URL(import.meta.url).origin;

const ATTRIBUTES = ['api', 'variant', 'heading', 'placeholder', 'committee'];

class RatsauskunftChat extends RenderedElement {
  static observedAttributes = [...ATTRIBUTES, 'lang'];

  declare api: string | null;
  declare variant: string | null;
  declare heading: string | null;
  declare placeholder: string | null;
  declare committee: string | null;
  #isOpen = false;
  /** What the page's editor has to mend; shown where an answer failed for it. */
  #wrongEmbedding: string | null = null;
  #facts: CorpusFacts = unknownFacts;
  #factsAsked = false;
  #gone: ReturnType<typeof setTimeout> | undefined;
  readonly #phone = matchMedia(PHONE);
  readonly #chat: ChatPart;

  constructor() {
    super(css);
    takeEarlyProperties(this, ATTRIBUTES);
    this.#chat = new ChatPart({
      settings: () => this.#settings(),
      root: () => this.renderRoot,
      viewport: () => this.#viewport(),
      changed: () => this.requestUpdate(),
      failed: () => void this.#diagnose(),
      answered: (turn) => this.#emit('ra-answer', answerDetail(turn)),
    });
  }

  /** Opens the panel and puts the cursor into the question field. */
  open(): void {
    this.#askFacts();
    if (!this.#isOpen) {
      this.#isOpen = true;
      this.requestUpdate();
      this.#emit('ra-open', null);
    }
    void this.updateComplete.then(() => this.#chat.focusField());
  }

  /** Closes the panel; the conversation stays until the element leaves the page for good or is cleared. */
  close(): void {
    if (!this.#isOpen || this.variant === 'inline') return;
    this.#isOpen = false;
    this.requestUpdate();
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
    // Taken out and put in again: what was open is shown again, and what is inherited may differ.
    super.connectedCallback();
    clearTimeout(this.#gone);
    window.visualViewport?.addEventListener('resize', this.#onKeyboard);
    this.#phone.addEventListener('change', this.#onResize);
  }

  disconnectedCallback(): void {
    this.#phone.removeEventListener('change', this.#onResize);
    window.visualViewport?.removeEventListener('resize', this.#onKeyboard);
    hide(this.#dialog);
    // A page that navigates without loading takes its permanent elements out and puts them in again.
    this.#gone = setTimeout(() => this.#chat.conversation.interrupt(), GONE_MS);
  }

  /** A policy of the page (Trusted Types) may forbid every template: then the link inside of the element remains. */
  protected override failed(error: unknown): void {
    this.renderRoot.replaceChildren(document.createElement('slot'));
    console.error(`<ratsauskunft-chat>: ${textsFor('en').widget.trustedTypes}`, error);
  }

  protected override render(): TemplateResult {
    const inline = this.variant === 'inline';
    return html`<div class="frame" lang=${this.#lang} @keydown=${this.#onKeyDown} @keyup=${keepKeys} @keypress=${keepKeys}>${inline ? this.#inline() : this.#floating()}</div>`;
  }

  protected override beforeRender(): void {
    this.#chat.beforeRender();
  }

  protected override afterRender(): void {
    const dialog = this.#dialog;
    if (dialog && this.#isOpen && this.isConnected && !isShown(dialog)) this.#show(dialog);
    if (dialog && !this.#isOpen) hide(dialog);
    const launcher = this.renderRoot.querySelector<HTMLElement>('.launcher');
    if (launcher && this.isConnected && !isShown(launcher)) launcher.showPopover?.();
    this.#chat.afterRender();
  }

  #floating(): TemplateResult {
    const heading = this.#heading;
    return html`<button class="primary launcher" popover="manual" type="button" aria-haspopup="dialog" aria-expanded=${this.#isOpen ? 'true' : 'false'}
        aria-controls="panel" @click=${() => (this.#isOpen ? this.close() : this.open())}>${heading}</button>
      <dialog class="panel" popover="manual" id="panel" aria-labelledby="heading" @cancel=${this.#onCancel}>
        ${
          this.#isOpen
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
    const { documents, newest } = this.#facts;
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
    else if (dialog.showPopover) dialog.showPopover();
    else dialog.show();
    this.#onKeyboard();
  }

  /** The keyboard on the screen covers what it lies on: the panel ends where it begins. */
  readonly #onKeyboard = (): void => {
    const { height, offsetTop } = window.visualViewport ?? { height: innerHeight, offsetTop: 0 };
    this.#dialog?.style.setProperty('--seen', `${height}px`);
    this.#dialog?.style.setProperty('--seen-top', `${offsetTop}px`);
  };

  /** An answer did not arrive: is it for want of the line, or for what the page's editor has written? */
  async #diagnose(): Promise<void> {
    const { widget } = textsFor(this.#lang);
    const isHere = new URL(this.#api).origin === location.origin;
    const isReached = await fetch(`${this.#api}/widget.js`, { method: 'HEAD', credentials: 'omit' }).then(
      ({ ok }) => ok,
      () => false,
    );
    const isAnswered = isReached && (await corpusFacts(this.#api)).documents !== null;
    if (isAnswered) return;
    if (!isHere && isReached) this.#wrongEmbedding = widget.notAllowed(location.origin);
    else if (isHere && !this.api) this.#wrongEmbedding = widget.copied;
    else return;
    this.requestUpdate();
    console.error(`<ratsauskunft-chat>: ${this.#wrongEmbedding}`);
  }

  readonly #onResize = (): void => {
    const dialog = this.#dialog;
    if (!dialog || !isShown(dialog)) return;
    hide(dialog);
    this.#show(dialog);
    this.#chat.focusField();
  };

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const closes = event.key === 'Escape' && this.#dialog && isShown(this.#dialog);
    if (!closes) {
      if (event.key !== 'Escape') keepKeys(event);
      return;
    }
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
      this.#facts = this.variant === 'inline' || this.committee ? { ...facts, examples: [] } : facts;
      this.requestUpdate();
    });
  }

  #settings(): ChatSettings {
    const committee = this.committee?.trim();
    return {
      api: this.#api,
      lang: this.#lang,
      ...(committee ? { filters: { committee } } : {}),
      placeholder: this.placeholder || null,
      documents: committee ? null : this.#facts.documents,
      examples: this.#facts.examples,
      model: this.#facts.model,
      headingLevel: 3,
      print: null,
      failureHint: this.#wrongEmbedding,
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

/** Shortcuts of the page ("/" opens its search) are not meant by who types into a field here. */
function keepKeys(event: Event): void {
  if (event.target instanceof Element && event.target.matches('textarea, input, select')) event.stopPropagation();
}

function isShown(element: HTMLElement): boolean {
  return element.matches(':popover-open, [open]');
}

function hide(dialog: HTMLDialogElement | null): void {
  if (dialog?.matches(':popover-open')) dialog.hidePopover();
  if (dialog?.open) dialog.close();
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

attributesAsProperties(RatsauskunftChat, ATTRIBUTES);
// The page may carry the script twice, once pinned and once not.
if (!customElements.get('ratsauskunft-chat')) customElements.define('ratsauskunft-chat', RatsauskunftChat);
