// The question field: grows with its text, Enter asks, Shift+Enter breaks the line; what is wrong is said in a sentence.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts.de.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { external, pageUrl } from './small-parts.ts';

/** The contract's limit for one question. */
const MAX_CHARACTERS = 2_000;

export function questionProblem(question: string, texts: Texts): string | null {
  if (question === '') return texts.emptyQuestion;
  return question.length > MAX_CHARACTERS ? texts.tooLong(question.length - MAX_CHARACTERS) : null;
}

export function questionForm(part: Chat, settings: ChatSettings, texts: Texts): TemplateResult {
  const { draft, problem } = part.view;
  const { running, turns } = part.conversation;
  const onInput = (event: InputEvent) => part.setDraft((event.currentTarget as HTMLTextAreaElement).value);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    part.submit();
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    part.submit();
  };
  return html`<form class="ask" @submit=${onSubmit}>
    <label class="title" for="ra-question">${texts.label}</label>
    <div class="grow" data-value=${draft}>
      <textarea id="ra-question" name="question" rows="1" autocomplete="off" enterkeyhint="send"
        placeholder=${settings.placeholder ?? texts.placeholder} aria-describedby="ra-problem ra-hint"
        aria-invalid=${problem === null ? nothing : 'true'} @input=${onInput} @keydown=${onKeyDown}></textarea>
    </div>
    <p class="problem" id="ra-problem" aria-live="polite">${problem}</p>
    <div class="row">
      <button class="primary" type="submit" aria-disabled=${running ? 'true' : nothing}>${texts.send}</button>
      ${turns.length > 0 ? html`<div class="row after">${beside(part, running, texts)}</div>` : nothing}
      <p class="hint" id="ra-hint">${texts.privacyHint}
        ${external(pageUrl(settings, '/datenschutz'), texts.privacyLink, texts)}</p>
    </div>
  </form>`;
}

/** What a conversation can do once it has begun, in a line of its own. */
function beside(part: Chat, running: boolean, texts: Texts): TemplateResult {
  return html`${
    running
      ? html`<button type="button" class="stop" @click=${() => part.stop()}>${texts.stop}</button>`
      : html`<button type="button" class="plain" @click=${() => part.clear()}>${texts.clear}</button>`
  }
    ${part.host.panel?.()}
    ${part.isAway ? html`<button type="button" class="plain down" @click=${() => part.toEnd()}><span>${texts.toEnd}</span></button>` : nothing}`;
}
