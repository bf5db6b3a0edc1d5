// A file of enrichment made elsewhere → rows of the store, each attached to the pair that holds its anchor, else to its
// document. Bad lines and unknown documents are listed; the others are kept.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type EnrichmentTables, filesOf, type ImportedRow, pairOfAnchor } from '../store/enrichment.ts';
import { checkWritten, type Shown } from './checks.ts';
import type { Dropped } from './events.ts';

export interface Imported {
  lines: number;
  toPairs: number;
  toDocuments: number;
  dropped: Dropped[];
}

const lineSchema = z.object({
  file: z.union([z.string().min(1), z.number()]).transform(String),
  part: z.union([z.string(), z.number()]).transform(String),
  anchor: z.string(),
  questions: z.array(z.string()),
  words: z.array(z.string()),
});

type Line = z.infer<typeof lineSchema> & { number: number };

/** Throws a sentence when the file cannot be read. A second import of the same lines replaces the first. */
export async function importFile(
  path: string,
  documents: AsyncIterable<ReplyDocument>,
  tables: Pick<EnrichmentTables, 'imported'>,
): Promise<Imported> {
  const content = await readFile(path, 'utf8').catch(() => {
    throw new Error(`${path} ist nicht zu lesen. (Cannot be read.)`);
  });
  const dropped: Dropped[] = [];
  const lines = content.split('\n').flatMap((text, i) => lineOf(text, i + 1, dropped));
  const byFile = Map.groupBy(lines, (line) => line.file);
  const result: Imported = { lines: lines.length + dropped.length, toPairs: 0, toDocuments: 0, dropped };
  for await (const document of documents) {
    for (const file of filesOf(document)) {
      for (const line of byFile.get(file) ?? []) {
        const row = rowOf(line, document, dropped);
        if (row === null) continue;
        tables.imported.put(row);
        if (row.ofDocument) result.toDocuments++;
        else result.toPairs++;
      }
      byFile.delete(file);
    }
  }
  for (const line of [...byFile.values()].flat()) {
    dropped.push({ where: where(line), text: null, reason: 'kein solches Dokument (no such document)' });
  }
  return result;
}

function lineOf(text: string, number: number, dropped: Dropped[]): Line[] {
  if (text.trim() === '') return [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    dropped.push({ where: `Zeile ${number}`, text: null, reason: 'kein JSON (no JSON)' });
    return [];
  }
  const line = lineSchema.safeParse(json);
  if (line.success) return [{ ...line.data, number }];
  const reason = `falsche Form: ${line.error.issues[0]?.path.join('.')} (wrong shape)`;
  dropped.push({ where: `Zeile ${number}`, text: null, reason });
  return [];
}

function rowOf(line: Line, document: ReplyDocument, dropped: Dropped[]): ImportedRow | null {
  const index = pairOfAnchor(document, line.anchor);
  const pair = index === null ? undefined : document.pairs[index];
  const shown: Shown = {
    title: document.title,
    question: pair?.questionText ?? '',
    answer: pair ? document.text.slice(pair.answer.start, pair.answer.end) : document.text,
  };
  const checked = checkWritten({ questions: line.questions, words: line.words }, shown);
  if (!checked.ok) {
    dropped.push({ where: where(line), text: null, reason: checked.error });
    return null;
  }
  dropped.push(...checked.value.dropped.map((part) => ({ where: where(line), ...part })));
  const { file, part, anchor } = line;
  return { key: `${file}/${part}`, file, anchor, ofDocument: index === null, ...checked.value.kept };
}

const where = ({ number, file, part }: Line) => `Zeile ${number} (${file}, ${part})`;
