// The document page: highlights the spans that the address names, scrolls to the first and says so to screen readers.
import { markSpans } from './mark-spans.ts';
import { spansOf } from './spans.ts';

const article = document.querySelector('article.document');
if (article) {
  show(article);
  addEventListener('hashchange', () => show(article));
}

function show(article: Element): void {
  const spans = spansOf(location.hash);
  const marks = markSpans(article, spans);
  const first = marks[0];
  const note = article.querySelector<HTMLElement>('.marked-note');
  const status = article.querySelector<HTMLElement>('[data-marked]');
  if (note) note.hidden = first === undefined;
  if (status) status.textContent = first === undefined ? '' : (status.dataset.marked ?? '');
  if (first === undefined) return;
  first.id = 'markierung';
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
}
