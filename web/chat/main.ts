// The chat page: takes the place of the server's search form, keeping what a quick reader has typed already. What only an
// answer needs comes with the first question (conversation-panel.ts).

import { render } from 'lit/html.js';
import { langOf } from '../../api/languages.ts';
import type { ChatSettings } from './chat.ts';
import { ChatPart } from './chat-part.ts';
import type { ConversationPanel } from './conversation-panel.ts';
import { addressOf, questionOf } from './share.ts';

const place = document.querySelector<HTMLElement>('#chat');
if (place) start(place);

function start(place: HTMLElement): void {
  const typed = place.querySelector<HTMLInputElement>('input[name=q]');
  const draft = typed?.value ?? '';
  const lang = langOf(document.documentElement.lang);
  const hadFocus = typed !== null && document.activeElement === typed;
  const settings: ChatSettings & { examples: string[] } = {
    api: location.origin,
    lang,
    placeholder: null,
    documents: Number(place.dataset.documents) || null,
    examples: [...place.querySelectorAll('.examples a')].map((link) => link.textContent ?? ''),
    model: place.dataset.model !== 'off',
    headingLevel: 2,
    print: null,
  };
  let panel: ConversationPanel | null = null;
  let panelLoads = false;
  let waiting = false;
  /** What the address says; it follows what is asked. */
  let addressed: string | null = null;
  const part = new ChatPart({
    settings: () => settings,
    root: () => place,
    viewport: () => ({
      scroller: document.scrollingElement ?? document.documentElement,
      topPx: 0,
      bottomPx: Math.min(innerHeight, place.querySelector('form.ask')?.getBoundingClientRect().top ?? innerHeight),
    }),
    panel: () => panel?.template(),
    changed() {
      if (waiting) return;
      waiting = true;
      queueMicrotask(draw);
    },
  });
  addEventListener('scroll', () => part.onScroll(), { passive: true });
  place.replaceChildren();
  part.setDraft(draft);
  draw();
  part.setDraft(draft);
  if (hadFocus) part.focusField();
  // What is kept writes its own last question into the address.
  const inAddress = questionOf(location.hash);
  void (isKept() ? loadPanel() : Promise.resolve()).then(() => askOnce(inAddress));
  addEventListener('hashchange', () => askOnce(questionOf(location.hash)));
  if (settings.documents !== null && settings.examples.length === 0) void lateExamples();

  /** The service sends the page without its examples when it has to look for them first. */
  async function lateExamples(): Promise<void> {
    const response = await fetch('/api/examples').catch(() => null);
    if (!response?.ok) return;
    settings.examples = ((await response.json()) as { questions: string[] }).questions;
    draw();
  }

  /** Without it, for want of the line, the chat does all the same. */
  async function loadPanel(): Promise<void> {
    if (panelLoads) return;
    panelLoads = true;
    const loaded = await import('./conversation-panel.ts').catch(() => null);
    if (loaded === null) return;
    panel = loaded.conversationPanel(part, lang);
    Object.assign(settings, panel.settings);
    draw();
  }

  function askOnce(question: string | null): void {
    if (question === null || question === addressed) return;
    addressed = question;
    void part.ask(question, { takesFocus: false });
  }

  function draw(): void {
    waiting = false;
    const asked = part.conversation.turns.at(-1)?.question;
    if (asked !== undefined && asked !== addressed) {
      addressed = asked;
      history.replaceState(null, '', addressOf(location.href, asked));
    }
    if (asked !== undefined) void loadPanel();
    panel?.keepUp();
    part.beforeRender();
    render(part.template(), place);
    document.body.toggleAttribute('data-started', part.conversation.turns.length > 0);
    part.afterRender();
  }
}

/** A conversation is kept in this tab (kept-conversation.ts). */
function isKept(): boolean {
  try {
    return sessionStorage.getItem('ratsauskunft-gespraech') !== null;
  } catch {
    return false;
  }
}
