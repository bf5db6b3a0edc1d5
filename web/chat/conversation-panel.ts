// What the chat page has beside the button for a new conversation: this conversation's questions to go to, and the choice
// to keep it in this tab. Loaded with the first question, like the other words and buttons that only the page has.
import { html, type TemplateResult } from 'lit/html.js';
import type { Lang } from '../../api/events.ts';
import { pageTextsFor } from '../texts.pages.ts';
import type { ChatSettings } from './chat.ts';
import type { ChatPart } from './chat-part.ts';
import './copied-answer.ts';
import { deleteConversation, keepConversation, keptConversation } from './kept-conversation.ts';
import type { Turn } from './turn.ts';

export interface ConversationPanel {
  /** Buttons below each answer. */
  settings: Pick<ChatSettings, 'print' | 'share'>;
  template(): TemplateResult;
  /** To be told of each change of the conversation: what is kept follows. */
  keepUp(): void;
}

/** Takes up a kept conversation, unless another one has begun meanwhile. */
export function conversationPanel(part: ChatPart, lang: Lang): ConversationPanel {
  const { conversation: words, check, share } = pageTextsFor(lang);
  const kept = keptConversation(sessionStorage);
  let isKeeping = kept !== null;
  let written: readonly Turn[] = kept ?? [];
  let says = '';

  const store = () => {
    written = part.conversation.turns;
    if (!keepConversation(written, sessionStorage)) says = words.keepFailed;
  };
  const onKeep = (event: Event) => {
    isKeeping = (event.currentTarget as HTMLInputElement).checked;
    says = isKeeping ? words.kept : words.deleted;
    if (isKeeping) store();
    else deleteConversation(sessionStorage);
    part.show({});
  };
  const goTo = (index: number) => (event: Event) => {
    (event.currentTarget as Element).closest('details')?.removeAttribute('open');
    const turn = part.host.root().querySelector<HTMLElement>(`[data-turn="${index}"]`);
    turn?.focus({ preventScroll: true });
    turn?.scrollIntoView({ block: 'start' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    const details = event.currentTarget as HTMLDetailsElement;
    details.open = false;
    details.querySelector('summary')?.focus();
  };

  if (kept && kept.length > 0 && part.conversation.turns.length === 0) part.restore(kept, words.restored);
  return {
    settings: { print: check.print, share },
    keepUp() {
      if (isKeeping && !part.conversation.running && part.conversation.turns !== written) store();
    },
    template: () =>
      // A box of the question's form would send it with Enter: it belongs to none.
      html`<details class="talk" @keydown=${onKeyDown}><summary>${words.panel}</summary>
        <div><p class="small" id="ra-questions">${words.questions}</p>
          <ol aria-labelledby="ra-questions">${part.conversation.turns.map(({ question }, index) => html`<li><button type="button" class="plain" @click=${goTo(index)}>${question}</button></li>`)}</ol>
          <p><label><input type="checkbox" form="" aria-describedby="ra-keep" .checked=${isKeeping} @change=${onKeep}> ${words.keep}</label></p>
          <p class="hint" id="ra-keep">${words.keepHint}</p>
          <p role="status">${says}</p></div></details>`,
  };
}
