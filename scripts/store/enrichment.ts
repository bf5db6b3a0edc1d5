// What models wrote to help finding, kept beside the documents and never in them:
//   enrichment/pairs.jsonl     by the content of title, question and answer, so that it outlives a new reading and goes
//                              with a changed answer
//   enrichment/imported.jsonl  made elsewhere, found again by the beginning of its answer
//   enrichment/batches.jsonl   batches in flight
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Enrichment } from '../../api/index/document-rows.ts';
import type { Pair, ReplyDocument } from '../../corpus/types.ts';
import { sha256 } from './blobs.ts';
import { type Journal, openJournal, readJournal } from './journal.ts';

export interface Written {
  questions: string[];
  words: string[];
}

/** What became of a pair that was sent. */
export interface PairRow {
  /** `pairKey`. */
  key: string;
  /** For reports: document and number of the pair, as they were when it was sent. */
  where: string;
  /** Version of the prompt. */
  prompt: number;
  state:
    | ({ kind: 'kept' } & Written)
    /** What came back was no use, or nothing came back; what an earlier prompt wrote stays in use. */
    | { kind: 'dropped' | 'failed'; reason: string; before?: Written };
}

export const writtenOf = ({ state }: PairRow): Written | null =>
  state.kind === 'kept' ? state : (state.before ?? null);

export interface ImportedRow extends Written {
  /** `<file>/<part>`. */
  key: string;
  /** Last path segment of the document's file. */
  file: string;
  /** The beginning of the answer, or of a part of it. */
  anchor: string;
  /** Found in no pair when it came. One that was found and is so no longer belonged to an answer that has changed. */
  ofDocument: boolean;
}

export interface BatchRow {
  /** The service's id; before it has given one, `sending-…`. */
  key: string;
  prompt: number;
  /** ISO 8601. */
  sent: string;
  pairs: SentPair[];
}

export type SentPair = Pick<PairRow, 'key' | 'where'>;

export interface EnrichmentTables {
  pairs: Journal<PairRow>;
  imported: Journal<ImportedRow>;
  batches: Journal<BatchRow>;
  close(): Promise<void>;
}

/** The tables to look at; those that are open for writing, too. */
export type EnrichmentRows = { [Table in 'pairs' | 'imported' | 'batches']: Pick<EnrichmentTables[Table], 'rows'> };

const path = (dir: string, name: string) => join(dir, 'enrichment', `${name}.jsonl`);

/** For one writer at a time: take the lock `enrich.lock` first. */
export function openEnrichment(dir: string): EnrichmentTables {
  const pairs = openJournal<PairRow>(path(dir, 'pairs'));
  const imported = openJournal<ImportedRow>(path(dir, 'imported'));
  const batches = openJournal<BatchRow>(path(dir, 'batches'));
  return {
    ...{ pairs, imported, batches },
    async close() {
      for (const journal of [pairs, imported, batches]) await journal.close();
    },
  };
}

/** Needs no lock: as they stand now. */
export const readTables = (dir: string): EnrichmentRows => ({
  pairs: { rows: readJournal(path(dir, 'pairs')) },
  imported: { rows: readJournal(path(dir, 'imported')) },
  batches: { rows: readJournal(path(dir, 'batches')) },
});

export interface EnrichmentReader {
  of(document: ReplyDocument): Enrichment;
  /** Changes when what `of` gives changes. */
  fingerprint: string;
}

export function readEnrichment(dir: string): EnrichmentReader {
  const { pairs, imported } = readTables(dir);
  return enrichmentReader(pairs.rows, imported.rows);
}

/** The tables may be open for writing: the reader sees what is in them now. */
export function enrichmentReader(
  pairs: ReadonlyMap<string, PairRow>,
  imported: ReadonlyMap<string, ImportedRow>,
): EnrichmentReader {
  const kept = [...pairs.values()].flatMap((row) => {
    const written = writtenOf(row);
    return written ? [{ key: row.key, questions: written.questions, words: written.words }] : [];
  });
  const byFile = Map.groupBy(imported.values(), (row) => row.file);
  const isEmpty = pairs.size === 0 && imported.size === 0;
  return {
    fingerprint: fingerprintOf(
      kept.sort((a, b) => (a.key < b.key ? -1 : 1)),
      imported.values(),
    ),
    of(document) {
      if (isEmpty) return NOTHING;
      const texts = new Map<number, string>();
      const add = (pair: number, written: Written) => {
        texts.set(pair, [texts.get(pair) ?? '', ...written.questions, ...written.words].filter(Boolean).join('\n'));
      };
      for (const [i, pair] of document.pairs.entries()) {
        const row = pairs.get(pairKey(document, pair));
        const written = row ? writtenOf(row) : null;
        if (written) add(i, written);
      }
      const whole: string[] = [];
      for (const row of filesOf(document).flatMap((file) => byFile.get(file) ?? [])) {
        const pair = pairOfAnchor(document, row.anchor);
        if (pair !== null) add(pair, row);
        else if (row.ofDocument) whole.push(...row.questions, ...row.words);
      }
      return { pairs: texts, document: whole.join('\n') };
    },
  };
}

const NOTHING: Enrichment = { pairs: new Map(), document: '' };

/** Row by row: the rows of half a million pairs come close to the longest string there can be. */
function fingerprintOf(...tables: Iterable<object>[]): string {
  const hash = createHash('sha256');
  for (const table of tables) {
    for (const row of table) hash.update(`${JSON.stringify(row)}\n`);
    hash.update('\n');
  }
  return hash.digest('hex');
}

export interface Survey {
  /** `pairKey` of every pair in the store, with the id of its document, or of one of several. */
  living: Map<string, string>;
  /** What was written for texts that the store no longer has, for reports. It stays, and counts again with its text. */
  orphans: string[];
}

export async function surveyOf(
  documents: AsyncIterable<ReplyDocument>,
  { pairs, imported }: Pick<EnrichmentRows, 'pairs' | 'imported'>,
): Promise<Survey> {
  const living = new Map<string, string>();
  const lost = new Set(imported.rows.values());
  const byFile = Map.groupBy(lost, (row) => row.file);
  for await (const document of documents) {
    for (const pair of document.pairs) living.set(pairKey(document, pair), document.id);
    for (const row of filesOf(document).flatMap((file) => byFile.get(file) ?? [])) {
      if (row.ofDocument || pairOfAnchor(document, row.anchor) !== null) lost.delete(row);
    }
  }
  const kept = [...pairs.rows.values()].filter((row) => writtenOf(row) && !living.has(row.key));
  return { living, orphans: [...kept.map(({ where }) => where), ...[...lost].map(({ key }) => key)] };
}

/** SHA-256 in hex of what the model is shown; white space does not count. */
export function pairKey({ title, text }: ReplyDocument, { questionText, answer }: Pair): string {
  const shown = [title, questionText ?? '', text.slice(answer.start, answer.end)];
  return sha256(JSON.stringify(shown.map((part) => part.replace(/\s+/gu, ''))));
}

/** The pair whose answer begins with the anchor, else one that holds it; null where it stands in none. */
export function pairOfAnchor({ text, pairs }: ReplyDocument, anchor: string): number | null {
  const wanted = squeezed(anchor);
  if (wanted === '') return null;
  const answers = pairs.map(({ answer }) => squeezed(text.slice(answer.start, answer.end)));
  const begins = answers.findIndex((answer) => answer.startsWith(wanted));
  const holds = begins >= 0 ? begins : answers.findIndex((answer) => answer.includes(wanted));
  return holds < 0 ? null : holds;
}

/** Last path segments of the document's file and of its copies'. */
export const filesOf = ({ file, aliases }: ReplyDocument): string[] => [
  ...new Set([file, ...aliases.map((alias) => alias.file)].map((name) => name.split('/').at(-1) ?? name)),
];

/** Extraction differs in white space, hyphens at line ends and composed letters. */
const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u00ad]/gu, '')
    .toLowerCase();
