// Query parameters of /api/search and /suche → the response of the contract.
import type { z } from '@hono/zod-openapi';
import { toSource } from '../answer/source.ts';
import type { Filters, SearchResponse } from '../events.ts';
import type { searchQuerySchema } from '../schemas.ts';
import type { LiveIndex } from './types.ts';

/** @param origin scheme and host of the absolute URLs, without a slash at the end */
export async function searchResponse(
  index: LiveIndex,
  { q, sort, limit, offset, ...filters }: z.infer<typeof searchQuerySchema>,
  origin: string,
): Promise<SearchResponse> {
  const started = performance.now();
  const request = { query: q, filters: given(filters), history: [], rewrite: null, sort, limit, offset };
  const { hits, total, totalIsLowerBound, facets, terms } = await index.search(request);
  return {
    query: q,
    total,
    totalIsLowerBound,
    tookMs: Math.round(performance.now() - started),
    hits: hits.map((hit) => ({
      source: toSource(hit, origin),
      askedBy: hit.document.askedBy,
      ...(hit.document.together && { together: hit.document.together }),
      score: hit.score,
      snippet: index.snippet(hit.passage.text, terms),
    })),
    facets,
  };
}

/** Without the filters that are not set. */
export const given = (filters: { [K in keyof Filters]: Filters[K] | undefined }): Filters =>
  Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
