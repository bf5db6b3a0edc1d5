// A broad question → the pairs that the chat would offer as a choice, for /suche, where no script runs.
import { choiceFrom } from '../answer/quote/choice.ts';
import { toSource } from '../answer/source.ts';
import type { Source } from '../events.ts';
import { decideForm } from '../search/decide.ts';
import { given } from '../search/response.ts';
import type { LiveIndex } from '../search/types.ts';
import type { SearchQuery } from './search-address.ts';

/** Fewer words are a search rather than a question. */
const WORDS_OF_A_QUESTION = 3;
const LOOKED_AT = 10;

/** Costs a search of its own, and so only where a question's first hits are shown. */
export async function choiceOnSearch(index: LiveIndex, query: SearchQuery, origin: string): Promise<Source[]> {
  const { q, sort, limit: _limit, offset, ...filters } = query;
  if (offset > 0 || sort === 'date' || q.trim().split(/\s+/).length < WORDS_OF_A_QUESTION) return [];
  const request = { query: q, filters: given(filters), history: [], rewrite: null, sort, limit: LOOKED_AT, offset: 0 };
  const { hits, ...sureness } = await index.search({ ...request, group: 'pair' });
  if (decideForm(sureness) !== 'choice') return [];
  const sources = choiceFrom(hits).map((hit) => toSource(hit, origin));
  return sources.length > 1 ? sources.filter(({ question }) => question !== null) : [];
}
