// A search with its filters ↔ the address of its page: the whole state, so that a search can be sent to somebody.

import type { z } from '@hono/zod-openapi';
import type { Lang } from '../events.ts';
import { langParameter } from '../languages.ts';
import type { searchQuerySchema } from '../schemas.ts';

export type SearchQuery = z.infer<typeof searchQuerySchema>;
export type FilterName = 'committee' | 'department' | 'askedBy' | 'kind' | 'body' | 'from' | 'to';

export const FILTERS: FilterName[] = ['committee', 'department', 'askedBy', 'kind', 'body', 'from', 'to'];

/** Defaults are left out, and a change of anything but the page begins at the first page again. */
export function searchAddress(
  query: SearchQuery,
  change: Partial<Record<keyof SearchQuery, string | number | undefined>>,
  lang: Lang,
  path = '/suche',
): string {
  const wanted = { ...query, offset: 0, ...change };
  const params = new URLSearchParams();
  if (wanted.q) params.set('q', String(wanted.q));
  for (const name of FILTERS) if (wanted[name]) params.set(name, String(wanted[name]));
  if (wanted.sort !== 'relevance') params.set('sort', String(wanted.sort));
  if (wanted.limit !== 10) params.set('limit', String(wanted.limit));
  if (wanted.offset) params.set('offset', String(wanted.offset));
  if (langParameter(lang) !== null) params.set('lang', lang);
  const list = params.toString();
  return list === '' ? path : `${path}?${list}`;
}

/** The year that both ends of a time span are those of; null when the span is another. */
export function wholeYear({ from, to }: Pick<SearchQuery, 'from' | 'to'>): string | null {
  const year = from?.slice(0, 4);
  return year !== undefined && from === `${year}-01-01` && to === `${year}-12-31` ? year : null;
}
