// What of a store cannot be had again from the sources: reports and ratings, what was hidden by hand, what a model wrote.
// Copied out and back as plain files; the index and the documents, pictures of scanned pages among them, are read and
// built anew.
import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { makeFolder } from '../../api/node/folder.ts';

const COPIED = ['hidden.json', 'enrichment'];
const DATABASE = 'app.sqlite';

/** Works beside a running service. Names what was copied; the folder must be empty or missing. */
export async function backUp(storeDir: string, to: string): Promise<string[]> {
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new Error(`${to} ist nicht leer. (The folder is not empty.)`);
  }
  makeFolder(to);
  const kept = COPIED.filter((name) => existsSync(join(storeDir, name)));
  for (const name of kept) cpSync(join(storeDir, name), join(to, name), { recursive: true });
  if (!existsSync(join(storeDir, DATABASE))) return kept;
  const sqlite = new DatabaseSync(join(storeDir, DATABASE), { timeout: 10_000 });
  await backup(sqlite, join(to, DATABASE)).finally(() => sqlite.close());
  return [...kept, DATABASE];
}

/** The service must not run: its database is replaced. Names what was brought back. */
export function restore(from: string, storeDir: string): string[] {
  const kept = [...COPIED, DATABASE].filter((name) => existsSync(join(from, name)));
  if (kept.length === 0) throw new Error(`In ${from} liegt keine Sicherung. (There is no backup.)`);
  if (kept.includes(DATABASE)) checkDatabase(join(from, DATABASE));
  makeFolder(storeDir);
  for (const name of kept) {
    rmSync(join(storeDir, name), { recursive: true, force: true });
    // What the old one had not merged yet would be read as the new one's.
    for (const rest of ['-wal', '-shm']) rmSync(join(storeDir, name + rest), { force: true });
    cpSync(join(from, name), join(storeDir, name), { recursive: true });
  }
  return kept;
}

function checkDatabase(path: string): void {
  const sqlite = new DatabaseSync(path, { readOnly: true });
  try {
    const { integrity_check: said } = sqlite.prepare('pragma integrity_check').get() as { integrity_check: string };
    if (said !== 'ok') throw new Error(said);
  } catch (error) {
    throw new Error(`${path} ist beschädigt: ${(error as Error).message}. (The backup is damaged.)`);
  } finally {
    sqlite.close();
  }
}
