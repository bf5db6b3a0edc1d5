// Filters → SQL conditions on a document `d` and a passage `p`. They apply before candidates are cut.
import type { Filters } from '../events.ts';

/** Filters compare names whole and without regard to case. */
export const key = (name: string | null): string | null => name?.normalize('NFKC').toLowerCase().trim() ?? null;

const CONDITIONS: Record<keyof Filters, string> = {
  committee: 'exists (select 1 from json_each(d.committee_keys) where value = ?)',
  department: 'exists (select 1 from json_each(d.department_keys) where value = ?)',
  body: 'd.body_key = ?',
  askedBy: 'exists (select 1 from json_each(d.asked_by_keys) where value = ?)',
  kind: 'p.kind = ?',
  from: 'd.date >= ?',
  to: 'd.date <= ?',
};

const NAMES: readonly string[] = ['committee', 'department', 'body', 'askedBy'];

/** Both empty when there is nothing to filter by. */
export function conditionsOf(filters: Filters): { sql: string; parameters: string[] } {
  const given = Object.entries(filters) as [keyof Filters, string][];
  return {
    sql: given.map(([name]) => CONDITIONS[name]).join(' and '),
    parameters: given.map(([name, value]) => (NAMES.includes(name) ? key(value)! : value)),
  };
}
