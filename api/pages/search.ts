// Search results as plain HTML: a form, filters with counts, the hits with marked words, and paging. Works without
// JavaScript; the whole state is the address.
import type { SearchHit, SearchResponse, Source } from '../events.ts';
import { inLanguage, localAddress, marked, pictureLink } from './hit-parts.ts';
import { type Html, html } from './html.ts';
import { link, outward, type Page, type PageContext, page } from './page.ts';
import { type SearchQuery, searchAddress } from './search-address.ts';
import { activeFilters, facetLists, hiddenFields } from './search-facets.ts';
import { type PageTexts, pageTexts } from './texts.ts';

export interface SearchPageData {
  query: SearchQuery;
  /** True when a filter of the address could not be read, so that only its words were searched. */
  misread: boolean;
  /** Null when there is no index. */
  result: SearchResponse | null;
  /** Since when nothing has changed, where that is too long (stale.ts). */
  staleSince?: string | null;
  /** Of a broad question: pairs to choose from; else empty. */
  choice?: Source[];
  /** CHAT_MODE=off: nothing leads to the chat. */
  chatOff?: boolean;
}

/** The search gives no hits behind this (CONTRACT.md, `offset`). */
const LAST_OFFSET = 1_000;

export function searchPage(
  context: PageContext,
  { query, misread, result, staleSince = null, choice = [], chatOff = false }: SearchPageData,
): Page {
  const { search, stale } = pageTexts(context.lang);
  return page(context, {
    shell: 'search',
    title: query.q === '' ? search.title : `${query.q} – ${search.title}`,
    noindex: true,
    feed: feedAddress(query),
    status: result === null ? 503 : 200,
    main: html`<h1>${search.title}</h1>
      <form class="search" action="/suche" method="get" role="search">
        <label for="q">${search.label}</label>
        <p class="hint" id="q-hint">${search.hint}</p>
        <div class="row">
          <input id="q" name="q" type="search" value="${query.q}" maxlength="2000" aria-describedby="q-hint" enterkeyhint="search" />
          ${hiddenFields(query, context.lang, ['q'])}
          <button type="submit" class="primary">${search.button}</button>
        </div>
        <p class="hint keys" hidden>${search.keys}</p>
      </form>
      ${staleSince !== null && html`<p class="note" role="note">${stale(staleSince)}</p>`}
      ${misread && html`<p class="note" role="note">${search.misread}</p>`}
      ${activeFilters(context, query)}
      ${result === null ? html`<p>${search.unavailable}</p>` : html`${choiceList(context, choice)}${results(context, query, result, chatOff)}`}`,
  });
}

function results(context: PageContext, query: SearchQuery, result: SearchResponse, chatOff: boolean): Html {
  const texts = pageTexts(context.lang);
  const { search } = texts;
  if (result.hits.length === 0 && query.offset > 0) {
    return html`<h2>${search.behindLast}</h2><p><a href="${searchAddress(query, {}, context.lang)}">${search.firstPage}</a></p>`;
  }
  if (result.hits.length === 0) {
    return html`<h2>${query.q === '' ? search.nothingHere : search.nothing(query.q)}</h2><p>${search.nothingHelp}</p>
      <ul>${!chatOff && html`<li><a href="${link(context.lang, query.q === '' ? '/' : `/#frage=${encodeURIComponent(query.q)}`)}">${query.q === '' ? search.ask : search.askInstead}</a></li>`}
        <li><a href="${link(context.lang, '/themen')}">${search.browse}</a></li></ul>`;
  }
  return html`<div class="found">
    <div>
      <h2 class="small">${search.found(result.total, result.totalIsLowerBound, query.q)}</h2>
      <p class="tools">${sorting(context, query)}
        <a class="to-filter" href="#filter">${search.toFilter}</a>
        <a href="${searchAddress(query, {}, context.lang, '/suche.csv')}" download>${search.csv}</a>
        <a href="${feedAddress(query)}" type="application/atom+xml">${search.feed}</a></p>
      <ol class="hits" start="${query.offset + 1}" lang="de">${result.hits.map((hit) => hitItem(hit, texts, context.lang))}</ol>
      ${paging(context, query, result)}
    </div>
    ${facetLists(context, query, result.facets)}
  </div>`;
}

/** Each leads to its passage, marked in the document. */
function choiceList({ lang }: PageContext, choice: Source[]): Html | false {
  if (choice.length === 0) return false;
  const texts = pageTexts(lang);
  return html`<section class="choice-links" aria-labelledby="auswahl"><h2 class="small" id="auswahl">${texts.search.choice}</h2>
    <ul>${choice.map(
      ({ question, title, date, url }) =>
        html`<li><a href="${inLanguage(localAddress(url), lang)}" lang="de">${question}</a><br /><span class="hint"><span lang="de">${title}</span>${date !== null && `, ${texts.day(date)}`}</span></li>`,
    )}</ul></section>`;
}

/** The feed has its own order and length, and is in German. */
function feedAddress(query: SearchQuery): string {
  return searchAddress({ ...query, sort: 'relevance', limit: 10 }, {}, 'de', '/feed.atom');
}

function sorting({ lang }: PageContext, query: SearchQuery): Html | false {
  if (query.q === '') return false;
  const { search } = pageTexts(lang);
  const choice = (sort: 'relevance' | 'date') =>
    query.sort === sort
      ? html`<strong aria-current="true">${search.sort[sort]}</strong>`
      : html`<a href="${searchAddress(query, { sort }, lang)}">${search.sort[sort]}</a>`;
  return html`<span class="sort">${search.sort.label} ${choice('relevance')} ${choice('date')}</span>`;
}

function hitItem(
  { source, askedBy, snippet, together = [] }: SearchHit,
  texts: PageTexts,
  lang: PageContext['lang'],
): Html {
  const { search } = texts;
  const facts = [
    source.date && texts.day(source.date),
    source.committee,
    source.reference,
    source.department,
    askedBy.length > 0 && `${search.filters.askedBy}: ${askedBy.join(', ')}`,
    source.number !== null && search.question(source.number),
    source.kind !== 'answered' && texts.kinds[source.kind],
    source.ocr && search.scan,
  ].filter(Boolean);
  return html`<li>
    <h3><a href="${inLanguage(localAddress(source.url), lang)}">${source.title}</a></h3>
    <p class="facts">${facts.join(' · ')}</p>
    ${source.question !== null && html`<p class="asked">${source.question}</p>`}
    <p>${marked(snippet)}</p>
    ${
      together.length > 0 &&
      html`<p class="facts">${search.together} ${together.map(
        ({ id, title, date }, i) =>
          html`${i > 0 && ' · '}<a href="${link(lang, `/dokument/${id}`)}">${title}</a>${date !== null && ` (${texts.day(date)})`}`,
      )}</p>`
    }
    ${source.image !== null && html`<p class="facts">${pictureLink(source.image, lang, texts, source.title)}</p>`}
    ${source.originalUrl !== null && html`<p class="facts">${outward(source.originalUrl, html`${search.original(source.page)}<span class="visually-hidden"> (${source.title})</span>`)}</p>`}
  </li>`;
}

function paging({ lang }: PageContext, query: SearchQuery, result: SearchResponse): Html | false {
  const { search } = pageTexts(lang);
  const last = Math.min(result.total, LAST_OFFSET + query.limit);
  const pages = Math.ceil(last / query.limit);
  if (pages < 2) return false;
  const current = Math.floor(query.offset / query.limit) + 1;
  const to = (n: number) => searchAddress(query, { offset: (n - 1) * query.limit }, lang);
  const near = [...new Set([1, current - 1, current, current + 1, pages])].filter((n) => n >= 1 && n <= pages);
  const numbers = near.map((n, i) => {
    const gap = i > 0 && n - near[i - 1]! > 1;
    const item =
      n === current
        ? html`<li><strong aria-current="page"><span class="visually-hidden">${search.pageNumber} </span>${n}</strong></li>`
        : html`<li><a href="${to(n)}"><span class="visually-hidden">${search.pageNumber} </span>${n}</a></li>`;
    return html`${gap && html`<li aria-hidden="true">…</li>`}${item}`;
  });
  return html`<nav class="paging" aria-label="${search.pages}">
    ${current > 1 ? html`<a href="${to(current - 1)}" rel="prev">${search.previous}</a>` : html`<span></span>`}
    <ul>${numbers}</ul>
    ${current < pages ? html`<a href="${to(current + 1)}" rel="next">${search.next}</a>` : html`<span></span>`}
  </nav>`;
}
