// The document page: highlights the spans that the address names, scrolls to the first and says so to screen readers;
// copies quotations, takes reports of the marked place; shows the answers around this one.
import { langOf } from '../../api/languages.ts';
import { pageTextsFor } from '../texts.pages.ts';
import { textsFor } from '../texts.ts';
import { showAround } from './around.ts';
import { markSpans } from './mark-spans.ts';
import { showQuoteBar } from './quote-bar.ts';
import { showReportForm } from './report.ts';
import { markedSpan, spansOf } from './spans.ts';

const article = document.querySelector<HTMLElement>('article.document');
if (article) {
  // Beside the reply it is in nobody's way.
  const inquiry = article.querySelector<HTMLDetailsElement>('.asked-in');
  if (inquiry && matchMedia('(min-width: 72rem)').matches) inquiry.open = true;
  show(article);
  addEventListener('hashchange', () => show(article));
  const lang = langOf(document.documentElement.lang);
  const reply = article.querySelector<HTMLElement>('.reply');
  const bar = article.querySelector('.quoting');
  if (reply && bar) showQuoteBar(bar, reply, lang, pageTextsFor(lang));
  const report = article.querySelector<HTMLElement>('.report');
  const id = article.dataset.document;
  if (report && id) showReportForm(report, id, () => markedSpan(location.hash), textsFor(lang));
  const around = article.querySelector<HTMLElement>('.around');
  if (around) showAround(around);
}

function show(article: Element): void {
  const spans = spansOf(location.hash);
  const marks = markSpans(article, spans);
  const first = marks[0];
  const note = article.querySelector<HTMLElement>('.marked-note');
  const status = article.querySelector<HTMLElement>('[data-marked]');
  if (note) note.hidden = first === undefined;
  const report = article.querySelector<HTMLElement>('.report');
  if (report) report.hidden = first === undefined;
  if (status) status.textContent = first === undefined ? '' : (status.dataset.marked ?? '');
  if (first === undefined) return;
  first.id = 'markierung';
  first.tabIndex = -1;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: 'center' });
}
