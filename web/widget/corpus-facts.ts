// What the opened widget says of its corpus: how many answers, the newest one, and questions to start with.
import type { Health, SearchResponse } from '../../api/events.ts';
import { pickExamples } from '../../api/pages/examples.ts';

export interface CorpusFacts {
  documents: number | null;
  newest: string | null;
  examples: string[];
}

export const unknownFacts: CorpusFacts = { documents: null, newest: null, examples: [] };

/** Never rejects: facts that cannot be had are left out. */
export async function corpusFacts(api: string, committee: string | null): Promise<CorpusFacts> {
  const filter = committee === null ? '' : `&committee=${encodeURIComponent(committee)}`;
  const [health, newest] = await Promise.all([
    get<Health>(`${api}/api/health`),
    get<SearchResponse>(`${api}/api/search?sort=date&limit=15${filter}`),
  ]);
  return {
    documents: health?.index?.documents ?? null,
    newest: health?.index?.newest ?? null,
    examples: pickExamples((newest?.hits ?? []).map(({ source }) => [source.question ?? ''])),
  };
}

async function get<T>(url: string): Promise<T | null> {
  return fetch(url, { credentials: 'omit' })
    .then((response) => (response.ok ? (response.json() as Promise<T>) : null))
    .catch(() => null);
}
