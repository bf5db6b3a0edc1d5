// The filters of the search page: what is set, as links that take it away, and what may be set, as links with counts.

import type { FacetValue, SearchResponse } from '../events.ts';
import { langParameter } from '../languages.ts';
import { barPlot, yearBars } from './bars.ts';
import { type Html, html } from './html.ts';
import type { PageContext } from './page.ts';
import { FILTERS, type FilterName, type SearchQuery, searchAddress, wholeYear } from './search-address.ts';
import { type PageTexts, pageTexts } from './texts.ts';

/** More than these are folded away. */
const SHOWN = 6;

type FacetName = keyof SearchResponse['facets'];

/** What is filtered by, each with a link that goes on without it; nothing when nothing is. */
export function activeFilters({ lang }: PageContext, query: SearchQuery): Html | false {
  const { search, kinds, day } = pageTexts(lang);
  const year = wholeYear(query);
  const set = FILTERS.filter(
    (name) => query[name] !== undefined && !(year !== null && (name === 'from' || name === 'to')),
  );
  const items = set.map((name) => ({
    label: search.filters[name],
    value: shown(name),
    without: { [name]: undefined },
  }));
  if (year !== null)
    items.push({ label: search.facets.year, value: year, without: { from: undefined, to: undefined } });
  if (items.length === 0) return false;
  const all = Object.fromEntries(FILTERS.map((name) => [name, undefined]));
  return html`<div class="active-filters"><h2 class="visually-hidden">${search.activeFilters}</h2><ul>${items.map(
    ({ label, value, without }) =>
      html`<li><a href="${searchAddress(query, without, lang)}"><span class="visually-hidden">${search.remove} </span>${label}: <span lang="de">${value}</span> <span aria-hidden="true">×</span></a></li>`,
  )}${items.length > 1 && html`<li><a href="${searchAddress(query, all, lang)}">${search.removeAll}</a></li>`}</ul></div>`;

  function shown(name: FilterName): string {
    const value = query[name] ?? '';
    if (name === 'from' || name === 'to') return day(value);
    return name === 'kind' ? kindName(value, kinds, search.answered) : value;
  }
}

export function facetLists(context: PageContext, query: SearchQuery, facets: SearchResponse['facets']): Html {
  const { search, kinds } = pageTexts(context.lang);
  const names: FacetName[] = ['committee', 'department', 'askedBy', 'kind'];
  const lists = names.map((name) => facetList(context, query, name, facets[name]));
  return html`<aside class="facets" id="filter" aria-labelledby="filter-heading">
    <h2 id="filter-heading" class="small">${search.filterHeading}</h2>${years(context, query, facets.year)}${lists}${timeSpan(context, query)}</aside>`;

  function facetList(context: PageContext, query: SearchQuery, name: FacetName, values: FacetValue[]): Html | false {
    if (values.length < 2) return false;
    const links = values.map(({ value, count }) => {
      const label = name === 'kind' ? kindName(value, kinds, search.answered) : value;
      return html`<li><a href="${searchAddress(query, { [name]: value }, context.lang)}"><span lang="de">${label}</span> <span class="count">${search.count(count)}</span></a></li>`;
    });
    return html`<div><h3>${search.facets[name]}</h3><ul>${links.slice(0, SHOWN)}</ul>${
      links.length > SHOWN &&
      html`<details><summary>${search.moreValues(links.length - SHOWN)}<span class="visually-hidden"> (${search.facets[name]})</span></summary><ul>${links.slice(SHOWN)}</ul></details>`
    }</div>`;
  }
}

/** Bars over all years, and the table that holds them: a press on a year filters by it. */
function years({ lang }: PageContext, query: SearchQuery, values: FacetValue[]): Html | false {
  if (values.length === 0) return false;
  const { search } = pageTexts(lang);
  const rows = values.map(({ value, count }) => {
    const address = searchAddress(query, { from: `${value}-01-01`, to: `${value}-12-31` }, lang);
    return html`<tr><th scope="row"><a href="${address}">${value}</a></th><td>${search.amount(count)}</td></tr>`;
  });
  const table = (some: Html[], caption: string) =>
    html`<table class="years"><caption class="visually-hidden">${caption}</caption><tbody>${some}</tbody></table>`;
  const more = search.moreValues(rows.length - SHOWN);
  return html`<div><h3>${search.facets.year}</h3>
    ${barPlot(yearBars(values.map(({ value: year, count }) => ({ year, count }))))}
    ${table(rows.slice(0, SHOWN), search.byYear)}
    ${
      rows.length > SHOWN &&
      html`<details><summary>${more}<span class="visually-hidden"> (${search.facets.year})</span></summary>${table(rows.slice(SHOWN), `${search.byYear}: ${more}`)}</details>`
    }</div>`;
}

function timeSpan({ lang }: PageContext, query: SearchQuery): Html {
  const { search } = pageTexts(lang);
  return html`<form class="span" action="/suche" method="get"><h3>${search.span}</h3>
    ${hiddenFields(query, lang, ['from', 'to'])}
    <label>${search.filters.from} <input type="date" name="from" value="${query.from ?? ''}" /></label>
    <label>${search.filters.to} <input type="date" name="to" value="${query.to ?? ''}" /></label>
    <button type="submit">${search.apply}</button></form>`;
}

/** What a form does not ask for goes along unchanged. */
export function hiddenFields(query: SearchQuery, lang: PageContext['lang'], without: (keyof SearchQuery)[]): Html {
  const names = (['q', ...FILTERS] as const).filter((name) => !without.includes(name) && query[name]);
  return html`${names.map((name) => html`<input type="hidden" name="${name}" value="${query[name]}" />`)}${
    query.sort !== 'relevance' && html`<input type="hidden" name="sort" value="${query.sort}" />`
  }${langParameter(lang) !== null && html`<input type="hidden" name="lang" value="${lang}" />`}`;
}

function kindName(kind: string, kinds: PageTexts['kinds'], answered: string): string {
  return kind in kinds ? kinds[kind as keyof PageTexts['kinds']] : answered;
}
