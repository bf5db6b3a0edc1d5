// Search results as plain HTML: a form, the hits with marked words, and paging. Works without JavaScript.
import type { SearchHit, SearchResponse, Snippet } from '../events.ts';
import { type Html, html } from './html.ts';
import { type Page, type PageContext, page } from './page.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export interface SearchPageData {
  query: string;
  /** Null when there is no index. */
  result: SearchResponse | null;
  offset: number;
  limit: number;
}

export function searchPage(context: PageContext, data: SearchPageData): Page {
  const texts = pageTexts(context.lang);
  const { search } = texts;
  return page(context, {
    shell: 'search',
    title: data.query === '' ? search.title : `${data.query} – ${search.title}`,
    noindex: true,
    status: data.result === null ? 503 : 200,
    main: html`<h1>${search.title}</h1>
      <form class="search" action="/suche" method="get" role="search">
        <label for="q">${search.label}</label>
        <p class="hint" id="q-hint">${search.hint}</p>
        <div class="row">
          <input id="q" name="q" type="search" value="${data.query}" maxlength="2000" aria-describedby="q-hint" />
          ${context.lang === 'en' && html`<input type="hidden" name="lang" value="en" />`}
          <button type="submit">${search.button}</button>
        </div>
      </form>
      ${data.result === null ? html`<p>${search.unavailable}</p>` : results(context, data, data.result, texts)}`,
  });
}

function results(context: PageContext, data: SearchPageData, result: SearchResponse, texts: PageTexts): Html {
  const { search } = texts;
  if (result.hits.length === 0) {
    return html`<p><strong>${search.nothing(data.query)}</strong></p><p>${search.nothingHelp}</p>`;
  }
  return html`<h2 class="small">${search.found(result.total, result.totalIsLowerBound, data.query)}</h2>
    <ol class="hits" start="${data.offset + 1}" lang="de">${result.hits.map((hit) => hitItem(hit, texts))}</ol>
    ${paging(context, data, result, search)}`;
}

function hitItem({ source, snippet }: SearchHit, texts: PageTexts): Html {
  const { search } = texts;
  const facts = [
    source.date && texts.day(source.date),
    source.committee,
    source.reference,
    source.number !== null && search.question(source.number),
    source.kind !== 'answered' && texts.kinds[source.kind],
  ].filter(Boolean);
  return html`<li>
    <h3><a href="${localAddress(source.url)}">${source.title}</a></h3>
    <p class="facts">${facts.join(' · ')}</p>
    ${source.question !== null && html`<p class="asked">${source.question}</p>`}
    <p>${marked(snippet)}</p>
    ${source.originalUrl !== null && html`<p class="facts"><a href="${source.originalUrl}">${search.original(source.page)}</a></p>`}
  </li>`;
}

/** Responses carry absolute addresses; a page links to its own site by path, whatever host it is read under. */
function localAddress(url: string): string {
  const { pathname, search, hash } = new URL(url);
  return pathname + search + hash;
}

function marked({ text, highlights }: Snippet): Html {
  const pieces = highlights.map(([start, end], i) => {
    const before = text.slice(highlights[i - 1]?.[1] ?? 0, start);
    return html`${before}<mark>${text.slice(start, end)}</mark>`;
  });
  return html`${pieces}${text.slice(highlights.at(-1)?.[1] ?? 0)}`;
}

function paging(context: PageContext, data: SearchPageData, result: SearchResponse, texts: PageTexts['search']): Html {
  const address = (offset: number) => {
    const url = new URL(context.path, 'http://localhost');
    if (offset > 0) url.searchParams.set('offset', String(offset));
    else url.searchParams.delete('offset');
    return url.pathname + url.search;
  };
  const next = data.offset + data.limit;
  return html`<nav class="paging" aria-label="${texts.pages}">
    ${data.offset > 0 && html`<a href="${address(Math.max(0, data.offset - data.limit))}" rel="prev">${texts.previous}</a>`}
    ${next < result.total && html`<a href="${address(next)}" rel="next">${texts.next}</a>`}
  </nav>`;
}
