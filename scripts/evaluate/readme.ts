// Figures → a table between the marks of MEASURED.md, so that what stands there was measured.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PairFigures } from './pairs.ts';
import type { RetrievalFigures } from './retrieval.ts';
import type { ServedFigures } from './served.ts';

const MEASURED = join(import.meta.dirname, '../../MEASURED.md');

/** Throws when MEASURED.md has no `<!-- name:start -->` and `<!-- name:end -->`. */
export async function writeReadme(name: string, table: string): Promise<void> {
  const text = await readFile(MEASURED, 'utf8');
  await writeFile(MEASURED, between(text, name, table));
}

/** Replaces what stands between the marks. */
export function between(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`MEASURED.md hat die Marken ${start} und ${end} nicht. (MEASURED.md lacks these marks.)`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

export function markdownTable(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function evaluationTable(result: {
  rewrites: boolean;
  retrieval: Record<string, RetrievalFigures>;
  pairs: Record<string, PairFigures>;
  served: Record<string, ServedFigures> | null;
  abstention: { auroc: number } | null;
}): string {
  const found = ['questions', 'n', 'document R@1', 'R@5', 'R@20', 'pair R@1', 'R@5', 'R@20'];
  const foundRows = Object.entries(result.retrieval).map(([group, r]) => {
    const pairs = result.pairs[group];
    const shares = [r.recall1, r.recall5, r.recall20, pairs?.first, pairs?.five, pairs?.twenty];
    return [group, r.questions, ...shares.map(twoDigits)];
  });
  const shown = ['questions', 'n', 'right', 'beside', 'offered', 'in vain', 'nothing', 'false', 'precision', 'served'];
  const shownRows = Object.entries(result.served ?? {}).map(([group, s]) => {
    const shares = [s.right, s.beside, s.offered, s.vain, s.nothing, s.false, s.precision, s.served];
    return [group, s.questions, ...shares.map(twoDigits)];
  });
  const auroc = result.abstention ? `\n\nAnswerable against unanswerable: AUROC ${result.abstention.auroc}.` : '';
  const tables = [markdownTable(found, foundRows), markdownTable(shown, shownRows)].join('\n\n');
  return `${result.rewrites ? 'With recorded rewrites' : 'Without any model'}:\n\n${tables}${auroc}`;
}

const twoDigits = (value: number | null | undefined): string => (value == null ? '–' : value.toFixed(2));
