// Markup that every part of the chat uses: links that open a new tab and say so, headings of any
// level, and questions to press.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import { langParameter } from '../../api/languages.ts';
import type { Texts } from '../texts.de.ts';
import type { Chat, ChatSettings } from './chat.ts';

/**
 * The conversation lives in this page only, so links leave it open and lead to a new tab. Addresses come from documents:
 * one that would run a script in the host page stays text.
 */
export function external(url: string, label: unknown, texts: Texts): TemplateResult {
  if (!/^https?:/.test(url)) return html`${label}`;
  return html`<a href=${url} target="_blank" rel="noopener">${label}<span class="visually-hidden"> (${texts.newTab})</span></a>`;
}

/** A page of the service in the reader's language. @param path may carry a query or a fragment */
export function pageUrl({ api, lang }: Pick<ChatSettings, 'api' | 'lang'>, path: string): string {
  const url = new URL(api + path);
  if (langParameter(lang) !== null) url.searchParams.set('lang', lang);
  return url.href;
}

/** The widget's headings begin a level below the page's, so the level is a value. */
export function heading(level: number, text: unknown, look: string): TemplateResult {
  return html`<div class=${look} role="heading" aria-level=${level}>${text}</div>`;
}

/** Questions to ask with one press: examples before the first one, follow-ups after an answer. */
export function questionList(part: Chat, above: TemplateResult, questions: readonly string[]) {
  if (questions.length === 0) return nothing;
  return html`<div class="examples">${above}
    <ul lang="de">${questions.map((question) => html`<li><button type="button" @click=${() => void part.ask(question)}><span>${question}</span></button></li>`)}</ul></div>`;
}
