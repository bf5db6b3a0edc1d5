// Papers → which of them reads which file, since OParl lets several papers have the same one.
import type { PaperRow } from './objects.ts';

/** The papers of each file, by key; the first one reads it. */
export type Owners = ReadonlyMap<string, PaperRow[]>;

/** A file that several papers have belongs to the first of them by key; the others' references stay with it. */
export function withOwnFiles(papers: ReadonlyMap<string, PaperRow>): { papers: PaperRow[]; owners: Owners } {
  const owners = new Map<string, PaperRow[]>();
  for (const paper of [...papers.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
    for (const { key } of paper.files) owners.set(key, [...(owners.get(key) ?? []), paper]);
  }
  const own = [...papers.values()].map((paper) => ({
    ...paper,
    files: paper.files.filter((file) => owners.get(file.key)?.[0] === paper),
  }));
  return { papers: own, owners };
}
