// One reply as a page: what is known of it, its questions as an outline, and its whole text with findable offsets.

import type { City } from '../../corpus/city.ts';
import { ageOf } from '../../corpus/german/age.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { picturePath } from '../pictures.ts';
import { pairAnchor } from './anchors.ts';
import { documentText } from './document-text.ts';
import { type Html, html } from './html.ts';
import { inquiryBeside } from './inquiry-beside.ts';
import { link, outward, type Page, type PageContext, page } from './page.ts';
import { type PageTexts, pageTexts } from './texts.ts';

/** @param now decides the age that an old reply carries */
export function documentPage(context: PageContext, document: ReplyDocument, now: Date): Page {
  const texts = pageTexts(context.lang);
  const years = ageOf(document.date, now);
  const pdf = pdfOf(document, context.city);
  const around = link(context.lang, `/dokument/${document.id}/verlauf`);
  return page(context, {
    shell: 'document',
    title: document.title,
    description: [document.date && texts.day(document.date), document.committee, document.title]
      .filter(Boolean)
      .join(', '),
    main: html`<article class="document" data-document="${document.id}">
      <h1 lang="de">${document.title}</h1>
      ${years !== null && html`<p class="age">${texts.document.age(years)}</p>`}
      ${scanNote(document, context, texts)}
      <p class="marked-note" hidden><a href="#markierung">${texts.document.toMark}</a></p>
      ${facts(document, texts)}
      ${outline(document, texts)}
      <h2>${texts.document.text}</h2>
      <div class="quoting"></div>
      <details class="report" hidden></details>
      <div class="beside"${pdf !== null && html` data-pdf="${pdf}"`}>${inquiryBeside(document, texts)}
        <div class="reply" lang="de" data-reference="${JSON.stringify(quotable(document))}">${documentText(document, context.lang)}</div>
      </div>
      ${further(document, texts)}
      <div class="around" data-from="${around}"><p><a href="${around}">${texts.document.around}</a></p></div>
      <p class="printed">${texts.document.printed(`${context.origin ?? ''}${context.path}`, now.toISOString().slice(0, 10))}</p>
      <p class="visually-hidden" role="status" data-marked="${texts.document.marked}"></p>
    </article>`,
  });
}

/** What may be shown beside the text; null where the city does not want it or there is no PDF on the web. */
export function pdfOf(
  { originalUrl, pages }: Pick<ReplyDocument, 'originalUrl' | 'pages'>,
  { pdfBeside }: Pick<City, 'pdfBeside'>,
): string | null {
  if (!pdfBeside || originalUrl === null || !/^https?:\/\//i.test(originalUrl)) return null;
  // Only a PDF has several pages.
  return pages.length > 1 || /\.pdf(?=$|[?#])/i.test(originalUrl) ? originalUrl.replace(/#.*$/s, '') : null;
}

export function documentNotFoundPage(context: PageContext): Page {
  const texts = pageTexts(context.lang);
  return page(context, {
    shell: 'text',
    status: 404,
    noindex: true,
    title: texts.document.notFoundTitle,
    main: html`<h1>${texts.document.notFoundTitle}</h1><p>${texts.document.notFound}</p><p><a href="/suche">${texts.search.title}</a></p>`,
  });
}

function facts(document: ReplyDocument, texts: PageTexts): Html {
  const { document: labels } = texts;
  const rows: [string, Html | string | null][] = [
    [labels.date, document.date && html`<time datetime="${document.date}">${texts.day(document.date)}</time>`],
    [labels.committee, document.committee],
    [labels.reference, document.reference],
    [labels.agendaItem, document.agendaItem],
    [labels.askedBy, [...new Set(document.askedBy)].join(', ')],
    [labels.department, document.department],
    [labels.signedBy, document.signedBy === document.department ? null : document.signedBy],
    [labels.license, licence(document.license)],
  ];
  const known = rows.filter(([, value]) => value !== null && value !== '');
  const inquiries = document.related.filter(({ isInquiry }) => isInquiry);
  return html`${
    known.length > 0 &&
    html`<h2 class="visually-hidden">${labels.facts}</h2>
    <dl class="facts" lang="de">${known.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>`
  }
    ${
      (document.originalUrl !== null || inquiries.length > 0) &&
      html`<ul class="files">${document.originalUrl !== null && html`<li>${outward(document.originalUrl, labels.original)}</li>`}
      ${inquiries.map(
        ({ name, url }) => html`<li>${outward(url, labels.inquiry)} <span class="hint" lang="de">${name}</span></li>`,
      )}</ul>`
    }`;
}

/** Above everything else: what follows may be misread, and here is what it was read from. */
function scanNote({ id, scans = [], pages }: ReplyDocument, { lang }: PageContext, texts: PageTexts): Html | false {
  if (scans.length === 0) return false;
  const pictures = scans.flatMap(({ number }) => {
    const path = picturePath(id, scans, number);
    return path === null ? [] : [html` <a href="${link(lang, path)}">${texts.document.picture(number)}</a>`];
  });
  const isWhole = pages.every(({ number }) => scans.some((scan) => scan.number === number));
  return html`<p class="age scan">${texts.document.scan(isWhole)}${pictures}</p>`;
}

/** A link where it is one; anything else is shown as it is written. */
const licence = (license: string | undefined): Html | string | null =>
  license && /^https?:\/\//i.test(license)
    ? outward(license, license.replace(/^https?:\/\/(?:www\.)?/i, ''))
    : (license ?? null);

function outline(document: ReplyDocument, texts: PageTexts): Html | false {
  if (document.pairs.length < 2) return false;
  const items = document.pairs.map((pair, index) => {
    const number = pair.number === null ? '' : `${pair.number}. `;
    const question =
      pair.questionText === null ? texts.document.untitledQuestion(pair.number) : number + pair.questionText;
    const kind = pair.kind === 'answered' ? '' : texts.kinds[pair.kind];
    return html`<li><a href="#${pairAnchor(pair, index)}">${question}</a>${kind !== '' && html` <span class="badge">${kind}</span>`}</li>`;
  });
  return html`<nav class="outline" aria-labelledby="gliederung"><h2 id="gliederung">${texts.document.outline}</h2><ul lang="de">${items}</ul></nav>`;
}

/** What a quotation's reference is made of in the browser (web/document/quote.ts). */
function quotable({ title, reference, committee, date, pages, pairs, scans = [] }: ReplyDocument) {
  const places = pairs.map(({ number, question, answer, unquotable }) => ({ number, question, answer, unquotable }));
  const scanned = scans.map(({ number }) => number);
  return { title, reference, committee, date, scans: scanned, pages: pages.length > 1 ? pages : [], pairs: places };
}

function further(document: ReplyDocument, texts: PageTexts): Html {
  // Neither what stands among the facts nor the original once more.
  const references = [...new Set(document.aliases.flatMap(({ reference }) => reference ?? []))].filter(
    (reference) => reference !== document.reference,
  );
  const others = document.related.filter(({ isInquiry, url }) => !isInquiry && url !== document.originalUrl);
  const hasInquiry = document.related.some(({ isInquiry }) => isInquiry);
  return html`${
    references.length > 0 &&
    html`<h2>${texts.document.aliases}</h2><ul>${references.map((reference) => html`<li>${reference}</li>`)}</ul>`
  }${
    others.length > 0 &&
    html`<h2>${hasInquiry ? texts.document.morePapers : texts.document.papers}</h2><ul lang="de">${others.map(({ name, url }) => html`<li>${outward(url, name)}</li>`)}</ul>`
  }`;
}
