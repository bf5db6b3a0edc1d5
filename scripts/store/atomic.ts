// Writes a file so that a reader sees the old content or the new one, never half of it, wherever the process is killed.
import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Creates missing folders. Throws what the file system throws (disk full, no permission). Writes at once, without
 * giving other work its turn: sixteen downloads at a time were seen to wait for a thread, lost when the process was killed.
 */
export function writeAtomic(path: string, data: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  // The name ends in .tmp so that a sweep can tell what a killed process left behind.
  const temporary = `${path}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`;
  try {
    writeFileSync(temporary, data);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** The parsed file, or null where there is none. Throws a sentence for people when it is damaged: we wrote it whole. */
export async function readJson<T>(path: string): Promise<T | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return null;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Error(
      `${path} ist beschädigt. Bitte aus einer Sicherung zurückholen, oder die Datei löschen und neu einlesen. (This file is damaged: restore it from a backup, or delete it and ingest again.)`,
    );
  }
}
