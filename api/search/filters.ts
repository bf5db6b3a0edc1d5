// Filters → what they let through, before candidates are cut: names by SQL, which knows all spellings; the rest by briefs.
import type { Filters } from '../events.ts';
import type { Briefs } from '../index/briefs.ts';

/** Filters compare names whole and without regard to case. */
export const key = (name: string | null): string | null => name?.normalize('NFKC').toLowerCase().trim() ?? null;

const NAMES = {
  committee: 'exists (select 1 from json_each(d.committee_keys) where value = ?)',
  department: 'exists (select 1 from json_each(d.department_keys) where value = ?)',
  body: 'd.body_key = ?',
  askedBy: 'exists (select 1 from json_each(d.asked_by_keys) where value = ?)',
} as const satisfies Partial<Record<keyof Filters, string>>;

/** Of the names among the filters, on a document `d`; both empty when there are none. */
export function conditionsOf(filters: Filters): { sql: string; parameters: string[] } {
  const given = (Object.keys(NAMES) as (keyof typeof NAMES)[]).flatMap((name) => {
    const value = filters[name];
    return value === undefined ? [] : [{ sql: NAMES[name], value: key(value)! }];
  });
  return { sql: given.map(({ sql }) => sql).join(' and '), parameters: given.map(({ value }) => value) };
}

/** @param named numbers of the documents that the names among the filters let through; null: all */
export function allowedBy(
  { kind, from, to }: Filters,
  named: ReadonlySet<number> | null,
  briefs: Briefs,
): (passage: number) => boolean {
  return (passage) => {
    if (!briefs.has(passage)) return false;
    const n = briefs.documentOf(passage);
    if (named !== null && !named.has(n)) return false;
    if (kind !== undefined && briefs.kindOf(passage) !== kind) return false;
    if (from === undefined && to === undefined) return true;
    const date = briefs.document(n)?.date ?? null;
    return date !== null && (from === undefined || date >= from) && (to === undefined || date <= to);
  };
}
