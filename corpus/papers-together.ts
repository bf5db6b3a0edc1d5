// Documents → which of them belong together: of one paper, or one names the other's reference (an inquiry, its answer,
// a supplementary question, a report on it).
import { referenceKeys, referencesIn } from './german/references.ts';
import type { BelongingPaper, ReplyDocument } from './types.ts';

/** More than these are not read. */
const MOST = 5;
/** A reference that is named by so many papers is a plan that all of them are about. */
const FAMOUS = 12;

/** `of` may be asked when all documents have been added. */
export function papersTogether() {
  const heads = new Map<string, BelongingPaper>();
  const byReference = new Map<string, Set<string>>();
  const named = new Map<string, Set<string>>();
  const naming = new Map<string, Set<string>>();
  const link = (map: Map<string, Set<string>>, from: string, to: string) => {
    const known = map.get(from);
    if (known) known.add(to);
    else map.set(from, new Set([to]));
  };
  return {
    add({ id, title, date, reference, aliases, text }: ReplyDocument): void {
      heads.set(id, { id, title, date });
      for (const own of [reference, ...aliases.map((alias) => alias.reference)]) {
        const key = own === null ? undefined : referenceKeys(own)[0];
        if (key !== undefined) link(byReference, key, id);
      }
      for (const { text: written, keys } of referencesIn(text)) {
        // A bare number is rather an amount.
        if (!/[/-]/.test(written)) continue;
        link(named, id, keys[0]!);
        link(naming, keys[0]!, id);
      }
    },
    of(document: Pick<ReplyDocument, 'id' | 'reference'>): BelongingPaper[] {
      const own = document.reference === null ? undefined : referenceKeys(document.reference)[0];
      const keys = [...(named.get(document.id) ?? [])];
      const found = new Set([
        ...(own === undefined ? [] : (byReference.get(own) ?? [])),
        ...keys.flatMap((key) => [...(byReference.get(key) ?? [])]),
        ...(own === undefined || (naming.get(own)?.size ?? 0) > FAMOUS ? [] : (naming.get(own) ?? [])),
      ]);
      found.delete(document.id);
      return [...found]
        .flatMap((id) => heads.get(id) ?? [])
        .sort((a, b) => (b.date ?? '').localeCompare(a.date ?? ''))
        .slice(0, MOST);
    },
  };
}
