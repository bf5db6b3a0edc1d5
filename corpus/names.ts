// Names of committees, offices and those who ask → one entity each, whatever way they are printed. What is the same but
// for case, marks and common abbreviations is one by itself, shown as it is printed most often; everything else only the
// city's file joins (city.json, `names`). What was printed stays in the document.
import type { ReplyDocument } from './types.ts';

export type NameKind = 'committee' | 'department' | 'askedBy';

/** The name that is shown → its other spellings. */
export type NameRules = { [K in NameKind]?: Record<string, string[]> | undefined };

export interface NameTable {
  of(kind: NameKind, printed: string): string;
}

/** Abbreviations that every administration has; a city's own ("TBA") stand in its file. */
const ABBREVIATIONS: [RegExp, string][] = [
  [/^dez(?:\.|(?=\s*\d))/, 'dezernat'],
  [/^fb(?=\s*\d)/, 'fachbereich'],
  [/^ref\./, 'referat'],
  [/^ov(?=\s)/, 'ortsverwaltung'],
  [/^ortsr(?:at|ats)(?=\s)/, 'ortschaftsrat'],
];

/** "Dez. 4", "Dez.4" and "Dezernat 4"; "B‘90/DIE GRÜNEN" and "B 90/Die Grünen". */
export function foldedName(name: string): string {
  let folded = name.normalize('NFKC').toLowerCase().trim();
  for (const [short, whole] of ABBREVIATIONS) folded = folded.replace(short, whole);
  return folded.replace(/ß/g, 'ss').replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Collects the printed names of all documents; `table` may be asked when all have been added. */
export function nameCollector(rules: NameRules = {}) {
  const printed: Record<NameKind, Map<string, number>> = {
    committee: new Map(),
    department: new Map(),
    askedBy: new Map(),
  };
  return {
    add({ committee, department, askedBy }: Pick<ReplyDocument, NameKind>): void {
      const count = (kind: NameKind, name: string | null) =>
        name !== null && printed[kind].set(name, (printed[kind].get(name) ?? 0) + 1);
      count('committee', committee);
      count('department', department);
      for (const name of askedBy) count('askedBy', name);
    },
    table(): NameTable {
      const shown = (['committee', 'department', 'askedBy'] as const).map(
        (kind) => [kind, shownNames(printed[kind], rules[kind] ?? {})] as const,
      );
      const byKind = Object.fromEntries(shown) as Record<NameKind, Map<string, string>>;
      return { of: (kind, name) => byKind[kind].get(foldedName(name)) ?? name };
    },
  };
}

/** Folded name → the name that is shown. */
function shownNames(printed: ReadonlyMap<string, number>, rules: Record<string, string[]>): Map<string, string> {
  const shown = new Map<string, string>();
  const byCount = [...printed].sort(([a, n], [b, m]) => m - n || a.localeCompare(b, 'de'));
  for (const [name] of byCount) {
    const folded = foldedName(name);
    if (!shown.has(folded)) shown.set(folded, name);
  }
  for (const [name, spellings] of Object.entries(rules)) {
    for (const spelling of [name, ...spellings]) shown.set(foldedName(spelling), name);
  }
  return shown;
}
