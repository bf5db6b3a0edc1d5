// Ranked or browsed rows, one a document → how many have which committee, department, asker, kind and year.
import type { FacetValue } from '../events.ts';
import type { CandidateRow } from './candidates.ts';
import type { SearchResult } from './types.ts';

/** As many as a person looks through; a city has hundreds of persons who asked. */
const MAX_VALUES = 50;

/** Most frequent first, years newest first. */
export function facetsOf(rows: CandidateRow[]): SearchResult['facets'] {
  const year = counted(rows.flatMap(({ date }) => date?.slice(0, 4) ?? []));
  return {
    committee: counted(rows.flatMap(({ committee }) => committee ?? [])).slice(0, MAX_VALUES),
    department: counted(rows.flatMap(({ department }) => department ?? [])).slice(0, MAX_VALUES),
    askedBy: counted(rows.flatMap(({ askedBy }) => askedBy)).slice(0, MAX_VALUES),
    kind: counted(rows.map(({ kind }) => kind)),
    year: year.sort((a, b) => b.value.localeCompare(a.value)),
  };
}

function counted(values: string[]): FacetValue[] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value, 'de'));
}
