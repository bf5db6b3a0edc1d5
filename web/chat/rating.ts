// "Was this helpful?": yes or no to a whole answer, sent to /api/feedback.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts.de.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { send } from './send.ts';

/** @param answerId the answer's `id` @param index place of its turn in the conversation */
export function ratingTemplate(
  part: Chat,
  settings: ChatSettings,
  answerId: string,
  index: number,
  { rating, report }: Texts,
): TemplateResult {
  const state = part.view.ratings.get(index);
  const set = (next: 'sending' | 'sent' | 'failed') =>
    part.show({ ratings: new Map(part.view.ratings).set(index, next) });
  const rate = async (value: 'up' | 'down') => {
    if (state === 'sending' || state === 'sent') return;
    set('sending');
    set((await send(settings, '/api/feedback', { answerId, rating: value })) ? 'sent' : 'failed');
  };
  const button = (value: 'up' | 'down', label: string) =>
    html`<button type="button" class="plain" aria-describedby="ra-rating-${index}"
      aria-disabled=${state === 'sent' ? 'true' : nothing} @click=${() => void rate(value)}>${label}</button>`;
  return html`<div class="row actions">
    <span id="ra-rating-${index}">${rating.ask}</span> ${button('up', rating.yes)} ${button('down', rating.no)}
    <span role="status">${state === 'sent' ? rating.sent : state === 'failed' ? report.failed : ''}</span>
  </div>`;
}
