// A file of enrichment made elsewhere → rows of the store, each attached to the pair that holds its anchor, else to its
// document. Bad lines and unknown documents are listed; the others are kept.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type EnrichmentTables, filesOf, type ImportedRow, pairOfAnchor, type Written } from '../store/enrichment.ts';
import { checkWritten, type Shown } from './checks.ts';
import { claimsOf, SHARED, without } from './claims.ts';
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
  const found: Found[] = [];
  for await (const document of documents) {
    for (const file of filesOf(document)) {
      found.push(...(byFile.get(file) ?? []).flatMap((line) => foundIn(document, line, dropped)));
      byFile.delete(file);
    }
  }
  for (const row of withoutShared(found, dropped)) {
    tables.imported.put(row);
    if (row.ofDocument) result.toDocuments++;
    else result.toPairs++;
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

interface Found {
  line: Line;
  row: ImportedRow;
  /** Document and pair. */
  at: string;
}

function foundIn(document: ReplyDocument, line: Line, dropped: Dropped[]): Found[] {
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
    return [];
  }
  dropped.push(...checked.value.dropped.map((part) => ({ where: where(line), ...part })));
  const { file, part, anchor } = line;
  const row = { key: `${file}/${part}`, file, anchor, ofDocument: index === null, ...checked.value.kept };
  return [{ line, row, at: `${document.id} ${index}` }];
}

function withoutShared(found: Found[], dropped: Dropped[]): ImportedRow[] {
  const holders = new Map<string, Set<string>>();
  for (const { row, at } of found) {
    for (const { same } of claimsOf(row)) holders.set(same, (holders.get(same) ?? new Set()).add(at));
  }
  return found.flatMap(({ line, row }) => {
    const shared = claimsOf(row).filter(({ same }) => holders.get(same)!.size > 1);
    const own = shared.reduce<Written>(without, row);
    dropped.push(...shared.map(({ text }) => ({ where: where(line), text, reason: SHARED })));
    if (own.questions.length > 0) return [{ ...row, ...own }];
    dropped.push({ where: where(line), text: null, reason: SHARED });
    return [];
  });
}

const where = ({ number, file, part }: Line) => `Zeile ${number} (${file}, ${part})`;
