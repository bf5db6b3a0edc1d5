// The chat page: takes the place of the server's search form, keeping what a quick reader has typed already.

import { render } from 'lit/html.js';
import { langOf } from '../../api/languages.ts';
import { pageTextsFor } from '../texts.ts';
import type { ChatSettings } from './chat.ts';
import { ChatPart } from './chat-part.ts';
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
    print: pageTextsFor(lang).check.print,
    share: pageTextsFor(lang).share,
  };
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
  askAddressed();
  addEventListener('hashchange', askAddressed);
  if (settings.documents !== null && settings.examples.length === 0) void lateExamples();

  /** The service sends the page without its examples when it has to look for them first. */
  async function lateExamples(): Promise<void> {
    const response = await fetch('/api/examples').catch(() => null);
    if (!response?.ok) return;
    settings.examples = ((await response.json()) as { questions: string[] }).questions;
    draw();
  }

  function askAddressed(): void {
    const question = questionOf(location.hash);
    if (question === null || question === addressed) return;
    addressed = question;
    void part.ask(question);
  }

  function draw(): void {
    waiting = false;
    const asked = part.conversation.turns.at(-1)?.question;
    if (asked !== undefined && asked !== addressed) {
      addressed = asked;
      history.replaceState(null, '', addressOf(location.href, asked));
    }
    part.beforeRender();
    render(part.template(), place);
    document.body.toggleAttribute('data-started', part.conversation.turns.length > 0);
    part.afterRender();
  }
}
