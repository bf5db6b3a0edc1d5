// What the opened widget says of its corpus: how many answers, the newest one, and questions to start with.
import type { Health } from '../../api/events.ts';

export interface CorpusFacts {
  documents: number | null;
  newest: string | null;
  /** True while unknown. */
  model: boolean;
  examples: string[];
}

export const unknownFacts: CorpusFacts = { documents: null, newest: null, model: true, examples: [] };

/** Never rejects: facts that cannot be had are left out. */
export async function corpusFacts(api: string): Promise<CorpusFacts> {
  const [health, examples] = await Promise.all([
    get<Health>(`${api}/api/health`),
    get<{ questions: string[] }>(`${api}/api/examples`),
  ]);
  return {
    documents: health?.index?.documents ?? null,
    newest: health?.index?.newest ?? null,
    model: health?.model !== 'off',
    examples: examples?.questions ?? [],
  };
}

async function get<T>(url: string): Promise<T | null> {
  return fetch(url, { credentials: 'omit' })
    .then((response) => (response.ok ? (response.json() as Promise<T>) : null))
    .catch(() => null);
}
