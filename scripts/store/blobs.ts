// Bytes kept under their own SHA-256: originals as they were fetched, replies as they were parsed.
// The same content is kept once, and a name never changes its content.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomic } from './atomic.ts';

export interface Blobs {
  /** Keeps the bytes and gives their SHA-256 in hex. Writes nothing when they are there already. */
  put(data: string | Uint8Array): Promise<string>;
  /** Throws ENOENT when the blob is not kept (any more). */
  get(hash: string): Promise<Uint8Array>;
  has(hash: string): Promise<boolean>;
  path(hash: string): string;
  /** Removes what `keep` does not name, and what killed processes left; gives the number removed. */
  sweep(keep: ReadonlySet<string>): Promise<number>;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

export function openBlobs(dir: string): Blobs {
  const path = (hash: string) => join(dir, hash.slice(0, 2), hash.slice(2));
  const has = (hash: string) =>
    access(path(hash)).then(
      () => true,
      () => false,
    );
  return {
    path,
    has,
    async put(data) {
      const hash = sha256(data);
      if (!existsSync(path(hash))) writeAtomic(path(hash), data);
      return hash;
    },
    // A plain Uint8Array: pdf.js refuses Node's Buffer.
    get: async (hash) => new Uint8Array(await readFile(path(hash))),
    async sweep(keep) {
      let removed = 0;
      for (const folder of await readdir(dir).catch(() => [])) {
        for (const name of await readdir(join(dir, folder))) {
          if (keep.has(folder + name)) continue;
          const file = join(dir, folder, name);
          // An index build that began before this run may still be reading what it has just lost.
          const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Date.now() }));
          if (Date.now() - mtimeMs < SWEEP_AGE_MS) continue;
          await rm(file, { force: true });
          removed++;
        }
      }
      return removed;
    },
  };
}

const SWEEP_AGE_MS = 10 * 60_000;
