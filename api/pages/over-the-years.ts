// The answers around one document in time, as a page of its own; the document page takes its section over when it is
// idle (web/document/around.ts).
import type { ReplyDocument } from '../../corpus/types.ts';
import type { OverTheYears } from '../check/over-the-years.ts';
import { houseReference } from '../check/reference.ts';
import { checkTexts } from '../check/texts.ts';
import type { Source } from '../events.ts';
import { inLanguage, localAddress } from './hit-parts.ts';
import { type Html, html } from './html.ts';
import { link, type Page, type PageContext, page } from './page.ts';
import { pageTexts } from './texts.ts';

export function overTheYearsPage(context: PageContext, document: ReplyDocument, around: OverTheYears): Page {
  const { document: texts } = pageTexts(context.lang);
  return page(context, {
    shell: 'document',
    title: `${texts.around} – ${document.title}`,
    noindex: true,
    main: html`<h1>${texts.around}</h1>
      <p lang="de"><a href="${link(context.lang, `/dokument/${document.id}`)}">${document.title}</a></p>
      <div class="around">${section(context, document, around)}</div>`,
  });
}

function section({ lang }: PageContext, document: ReplyDocument, { same, alike }: OverTheYears): Html {
  const { day, document: texts } = pageTexts(lang);
  const words = checkTexts(lang);
  const place = (source: Source) => inLanguage(localAddress(source.url), lang);
  const here = {
    date: document.date ?? '9',
    item: html`<li><strong aria-current="true">${document.date !== null && html`<time datetime="${document.date}">${day(document.date)}</time> `}${texts.thisOne}</strong></li>`,
  };
  const others = same.map(({ source }) => ({
    date: source.date ?? '9',
    item: html`<li>${source.date !== null && html`<time datetime="${source.date}">${day(source.date)}</time> `}<a href="${place(source)}" lang="de">${source.title}</a>
      <span class="facts" lang="de">${houseReference(source, words)}</span>
      ${source.question !== null && html`<span class="asked" lang="de">${source.question}</span>`}</li>`,
  }));
  const line = [...others, here].sort((a, b) => a.date.localeCompare(b.date));
  return html`<h2>${texts.overTheYears}</h2>
    ${same.length === 0 ? html`<p>${texts.noOthers}</p>` : html`<ol class="timeline">${line.map(({ item }) => item)}</ol>`}
    ${
      alike.length > 0 &&
      html`<h2>${texts.alike}</h2><ul class="alike">${alike.map(
        (source) => html`<li><a href="${place(source)}" lang="de">${source.title}</a>
          <span class="facts" lang="de">${houseReference(source, words)}</span></li>`,
      )}</ul>`
    }`;
}
