// The buttons above a document's text: copy a quotation with its reference, print, show the original beside.
import type { Lang } from '../../api/events.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import { pdfButton } from './pdf-beside.ts';
import { type Quotable, type Quoted, quotation, selectedSpan } from './quote.ts';
import { spansOf } from './spans.ts';

export function showQuoteBar(place: Element, reply: HTMLElement, lang: Lang, texts: PageTexts): void {
  const quotable = JSON.parse(reply.dataset.reference ?? '{}') as Quotable;
  const copy = button(texts.document.quote);
  const print = button(texts.check.print);
  const status = document.createElement('p');
  status.setAttribute('role', 'status');
  // Firefox and Safari drop the selection when a button takes the focus by a click.
  copy.addEventListener('pointerdown', (event) => event.preventDefault());
  copy.addEventListener('click', async () => {
    const selected = selectedSpan(reply, getSelection());
    const [first, ...rest] = selected ? [selected] : marked(reply);
    status.textContent = first ? '' : texts.document.selectFirst;
    if (!first) return;
    const address = `${location.origin}${location.pathname}`;
    const text = quotation([first, ...rest], quotable, address, lang);
    status.textContent = await navigator.clipboard.writeText(text).then(
      () => texts.document.copied,
      () => texts.document.copyFailed,
    );
  });
  print.addEventListener('click', () => globalThis.print());
  const row = document.createElement('div');
  row.className = 'row';
  row.append(copy, print, ...pdfButton(reply, quotable.pages, texts.document));
  place.append(row, status);
}

/** The places that the address marks, those that the text has. */
function marked(reply: Element): Quoted[] {
  return spansOf(location.hash).flatMap((span, i) => {
    const marks = [...reply.querySelectorAll(`mark.cited[data-span="${i}"]`)];
    return marks.length === 0 ? [] : [{ ...span, text: marks.map((mark) => mark.textContent).join(' ') }];
  });
}

function button(label: string): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  return made;
}
