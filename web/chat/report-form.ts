// "This passage does not fit": two fields at a citation, sent to /api/reports. Nothing about the sender goes along.
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Texts } from '../texts.de.ts';
import type { Chat, ChatSettings } from './chat.ts';
import { send } from './send.ts';

const MAX_COMMENT = 1_000;

/**
 * @param span the place that may not fit, in the document's text
 * @param key names the place in the conversation, e.g. `0.1`
 */
export function reportTemplate(
  part: Chat,
  settings: ChatSettings,
  documentId: string,
  { start, end }: { start: number; end: number },
  key: string,
  texts: Texts,
): TemplateResult {
  const { report } = texts;
  const state = part.view.reports.get(key);
  const set = (next: 'sending' | 'sent' | 'failed') =>
    part.show({ reports: new Map(part.view.reports).set(key, next) });
  const onSubmit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (state === 'sending') return;
    const form = event.currentTarget as HTMLFormElement;
    const fields = new FormData(form);
    const comment = String(fields.get('comment') ?? '').trim();
    set('sending');
    const body = { documentId, start, end, reason: String(fields.get('reason')) };
    const sent = await send(settings, '/api/reports', comment === '' ? body : { ...body, comment });
    // The button is about to go; who pressed it stays here.
    if (sent) form.parentElement?.querySelector('summary')?.focus();
    set(sent ? 'sent' : 'failed');
  };
  return html`<details class="report">
    <summary>${report.open}</summary>
    ${
      state === 'sent'
        ? nothing
        : html`<form @submit=${onSubmit}>
          <label>${report.reason}
            <select name="reason">${Object.entries(report.reasons).map(([value, label]) => html`<option value=${value}>${label}</option>`)}</select>
          </label>
          <label>${report.comment}<textarea name="comment" rows="2" maxlength=${MAX_COMMENT}></textarea></label>
          <p class="hint">${texts.privacyHint}</p>
          <button type="submit" aria-disabled=${state === 'sending' ? 'true' : nothing}>${report.send}</button>
        </form>`
    }
    <p role="status">${state === 'sent' ? report.sent : state === 'failed' ? report.failed : ''}</p>
  </details>`;
}
