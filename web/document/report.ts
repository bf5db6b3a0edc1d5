// "This passage does not fit": a form of two fields for the marked place, sent to /api/reports. Nothing about the sender
// goes along.
import type { Span } from '../../corpus/types.ts';
import type { Texts } from '../texts.de.ts';

const MAX_COMMENT = 1_000;
const TIMEOUT_MS = 20_000;

/** @param marked the place that is reported, as it is when the form is sent; null while none is marked */
export function showReportForm(
  place: HTMLElement,
  documentId: string,
  marked: () => Span | null,
  { report, privacyHint }: Texts,
): void {
  const summary = element('summary', report.open);
  const form = element('form');
  const reason = element('select');
  reason.name = 'reason';
  for (const [value, label] of Object.entries(report.reasons)) reason.add(new Option(label, value));
  const comment = element('textarea');
  comment.name = 'comment';
  comment.rows = 2;
  comment.maxLength = MAX_COMMENT;
  const hint = element('p', privacyHint);
  hint.className = 'hint';
  const button = element('button', report.send);
  const status = element('p');
  status.setAttribute('role', 'status');
  form.append(labelled(report.reason, reason), labelled(report.comment, comment), hint, button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const span = marked();
    if (!span || button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    status.textContent = '';
    const said = comment.value.trim();
    const sent = await send({ documentId, ...span, reason: reason.value, ...(said === '' ? {} : { comment: said }) });
    button.removeAttribute('aria-disabled');
    status.textContent = sent ? report.sent : report.failed;
    if (!sent) return;
    form.remove();
    summary.focus();
  });
  place.replaceChildren(summary, form, status);
}

async function send(body: object): Promise<boolean> {
  const headers = { 'content-type': 'application/json' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const request = { method: 'POST', credentials: 'omit', headers, body: JSON.stringify(body), signal } as const;
  return fetch('/api/reports', request).then(
    (response) => response.ok,
    () => false,
  );
}

function labelled(text: string, field: HTMLElement): HTMLLabelElement {
  const label = element('label', `${text} `);
  label.append(field);
  return label;
}

function element<K extends keyof HTMLElementTagNameMap>(name: K, text = ''): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
