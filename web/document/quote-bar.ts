// The buttons above a document's text: copy a quotation with its reference, print.
import type { Lang } from '../../api/events.ts';
import type { Span } from '../../corpus/types.ts';
import type { PageTexts } from '../texts.de.ts';
import { type Quotable, quotation, selectedSpan } from './quote.ts';
import { markedSpan } from './spans.ts';

export function showQuoteBar(place: Element, reply: HTMLElement, lang: Lang, texts: PageTexts): void {
  const quotable = JSON.parse(reply.dataset.reference ?? '{}') as Quotable;
  const copy = button(texts.document.quote);
  const print = button(texts.check.print);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  // Firefox and Safari drop the selection when a button takes the focus by a click.
  copy.addEventListener('pointerdown', (event) => event.preventDefault());
  copy.addEventListener('click', async () => {
    const chosen = selectedSpan(reply, getSelection()) ?? marked(reply);
    status.textContent = chosen ? '' : texts.document.selectFirst;
    if (!chosen) return;
    const address = `${location.origin}${location.pathname}`;
    const text = quotation(chosen.text, chosen, quotable, address, lang);
    status.textContent = await navigator.clipboard.writeText(text).then(
      () => texts.document.copied,
      () => texts.document.copyFailed,
    );
  });
  print.addEventListener('click', () => globalThis.print());
  const row = document.createElement('div');
  row.className = 'row';
  row.append(copy, print);
  place.append(row, status);
}

/** What the address marks, from its first span to its last. */
function marked(reply: Element): (Span & { text: string }) | null {
  const span = markedSpan(location.hash);
  const text = [...reply.querySelectorAll('mark.cited')].map((mark) => mark.textContent).join(' ');
  return span === null || text === '' ? null : { ...span, text };
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
