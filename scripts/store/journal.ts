// A table in one file: a JSON object a line, the last line of a key wins, `{"key":…,"removed":true}` takes it out.
// A line is written in one go, so a killed process loses at most the line it was writing, which opening drops.
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomic } from './atomic.ts';

export interface Journal<T extends { key: string }> {
  readonly rows: ReadonlyMap<string, T>;
  put(row: T): void;
  remove(key: string): void;
  /** Rewrites the file without what later lines have replaced, when that is more than half of it; closes it. */
  close(): Promise<void>;
}

/** The rows as they stand now; writes nothing. Split at "\n" only: texts hold U+2028. */
export function readJournal<T extends { key: string }>(path: string): Map<string, T> {
  return parse<T>(readText(path)).rows;
}

/** Needs the store's lock: two writers would not see each other's rows. */
export function openJournal<T extends { key: string }>(path: string): Journal<T> {
  const text = readText(path);
  const { rows, lines: found, wholeBytes } = parse<T>(text);
  let lines = found;
  if (wholeBytes !== Buffer.byteLength(text)) truncateSync(path, wholeBytes);
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a');
  const append = (row: object) => {
    writeSync(file, `${JSON.stringify(row)}\n`);
    lines++;
  };
  return {
    rows,
    put(row) {
      append(row);
      rows.set(row.key, row);
    },
    remove(key) {
      if (rows.delete(key)) append({ key, removed: true });
    },
    async close() {
      closeSync(file);
      if (lines > 2 * rows.size) writeAtomic(path, [...rows.values()].map((r) => `${JSON.stringify(r)}\n`).join(''));
    },
  };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parse<T extends { key: string }>(text: string): { rows: Map<string, T>; lines: number; wholeBytes: number } {
  const rows = new Map<string, T>();
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n');
  lines.pop();
  for (const line of lines) {
    const row = JSON.parse(line) as T & { removed?: true };
    // Deleted first: a changed row keeps no place from long ago, so the order is that of the last writing.
    rows.delete(row.key);
    if (!row.removed) rows.set(row.key, row);
  }
  return { rows, lines: lines.length, wholeBytes: Buffer.byteLength(text.slice(0, end)) };
}
