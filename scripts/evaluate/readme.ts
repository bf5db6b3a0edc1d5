// Figures → a table between the marks of MEASURED.md, so that what stands there was measured.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerFigures } from './answers.ts';
import type { RetrievalFigures } from './retrieval.ts';

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
  if (from < 0 || to < from) throw new Error(`MEASURED.md hat die Marken ${start} und ${end} nicht.`);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}

export function markdownTable(head: string[], rows: (string | number)[][]): string {
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function evaluationTable(result: {
  rewrites: boolean;
  retrieval: Record<string, RetrievalFigures>;
  answers: { answerable: Record<string, AnswerFigures> } | null;
  abstention: { auroc: number } | null;
}): string {
  const head = ['questions', 'n', 'R@1', 'R@5', 'R@20', 'MRR@10', 'nDCG@10', 'cites gold', 'quote hit'];
  const rows = Object.entries(result.retrieval).map(([group, r]) => {
    const answers = result.answers?.answerable[group];
    const shares = [r.recall1, r.recall5, r.recall20, r.mrr10, r.ndcg10, answers?.citesGoldAny, answers?.quoteHit];
    return [group, r.questions, ...shares.map((value) => (value === undefined ? '–' : value.toFixed(2)))];
  });
  const auroc = result.abstention ? `\n\nAnswerable against unanswerable: AUROC ${result.abstention.auroc}.` : '';
  return `${result.rewrites ? 'With recorded rewrites' : 'Without any model'}:\n\n${markdownTable(head, rows)}${auroc}`;
}
