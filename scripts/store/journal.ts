// A table in one file: a JSON object a line, the last line of a key wins, `{"key":…,"removed":true}` takes it out.
// A line is written in one go, so a killed process loses at most the line it was writing, which opening drops.
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { writeAtomic } from './atomic.ts';
import { damagedReplies } from './fault.ts';

export interface Journal<T extends { key: string }> {
  readonly rows: ReadonlyMap<string, T>;
  put(row: T): void;
  remove(key: string): void;
  /** Rewrites the file without what later lines have replaced, when that is more than half of it; closes it. */
  close(): Promise<void>;
}

/** The rows as they stand now; writes nothing. Split at "\n" only: texts hold U+2028. */
export function readJournal<T extends { key: string }>(path: string): Map<string, T> {
  return parse<T>(readBytes(path), path).rows;
}

/** Needs the store's lock: two writers would not see each other's rows. */
export function openJournal<T extends { key: string }>(path: string): Journal<T> {
  const bytes = readBytes(path);
  const { rows, lines: found, wholeBytes } = parse<T>(bytes, path);
  let lines = found;
  if (wholeBytes !== bytes.length) truncateSync(path, wholeBytes);
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

/** Bytes, as half a million rows are more than the longest string. */
function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return Buffer.alloc(0);
    throw error;
  }
}

function parse<T extends { key: string }>(
  bytes: Buffer,
  path: string,
): { rows: Map<string, T>; lines: number; wholeBytes: number } {
  const rows = new Map<string, T>();
  let lines = 0;
  let start = 0;
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    const row = rowOf<T>(bytes.toString('utf8', start, end), path);
    // Deleted first: a changed row keeps no place from long ago, so the order is that of the last writing.
    rows.delete(row.key);
    if (!row.removed) rows.set(row.key, row);
    lines++;
    start = end + 1;
  }
  return { rows, lines, wholeBytes: start };
}

const NEWLINE = 0x0a;

/** Half a line at the end is what a killed process leaves; in the middle the disk has lost something. */
function rowOf<T>(line: string, path: string): T & { removed?: true } {
  try {
    return JSON.parse(line);
  } catch {
    throw damagedReplies(path);
  }
}
