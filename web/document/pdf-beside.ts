// The original PDF beside its text, in the browser's own viewer at the page of the marked place. Where the city allows it,
// there is room, and somebody presses: nothing is asked of the other server before.
import type { PageSpan } from '../../corpus/types.ts';
import type { PageTexts } from '../texts.pages.de.ts';
import { spansOf } from './spans.ts';

/** Narrower windows have the link to the original. */
const ROOM = '(min-width: 72rem)';

/** Empty where there is nothing to show or no room for it. */
export function pdfButton(
  reply: HTMLElement,
  pages: readonly PageSpan[],
  texts: PageTexts['document'],
): HTMLButtonElement[] {
  const beside = reply.closest<HTMLElement>('[data-pdf]');
  if (beside === null || !matchMedia(ROOM).matches) return [];
  const button = document.createElement('button');
  button.type = 'button';
  const frame = document.createElement('iframe');
  frame.className = 'pdf';
  frame.title = texts.pdfTitle;
  const label = () => {
    button.textContent = frame.isConnected ? texts.pdfAway : texts.pdf;
    button.setAttribute('aria-expanded', String(frame.isConnected));
  };
  button.addEventListener('click', () => {
    if (frame.isConnected) frame.remove();
    else {
      // The inquiry has the same place.
      beside.querySelector<HTMLDetailsElement>('.asked-in')?.removeAttribute('open');
      frame.src = `${beside.dataset.pdf}#page=${pageOf(pages, location.hash)}`;
      beside.append(frame);
    }
    label();
  });
  label();
  return [button];
}

/** The page on which the first marked place begins; without one, the first. */
function pageOf(pages: readonly PageSpan[], hash: string): number {
  const at = spansOf(hash)[0]?.start ?? 0;
  return pages.find(({ start, end }) => start <= at && at < end)?.number ?? 1;
}
