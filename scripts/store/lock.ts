// One writer at a time: a file that names its process. What a killed process leaves is noticed and taken over.
import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { makeFolder } from '../../api/node/folder.ts';
import type { Result } from '../../corpus/types.ts';

export interface LockOwner {
  pid: number;
  host: string;
  /** ISO 8601. */
  since: string;
}

export interface Lock {
  release(): void;
}

/** Locks of this process, by path. */
const held = new Set<string>();

const BEAT_MS = 20_000;
/** Older than this, a lock of another machine (shared disk, container) counts as left behind. */
const STALE_MS = 3 * 60_000;

/** Fails with the owner when another living process holds it. */
export async function takeLock(dir: string, name = 'lock'): Promise<Result<Lock, LockOwner>> {
  makeFolder(dir);
  const path = join(dir, name);
  const own: LockOwner = { pid: process.pid, host: hostname(), since: new Date().toISOString() };
  for (;;) {
    try {
      writeFileSync(path, JSON.stringify(own), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = ownerOf(path);
      if (isAlive(owner, path)) return { ok: false, error: owner ?? own };
      takeAway(path, owner);
    }
  }
  held.add(path);
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The store was removed under us; the next write says so better than a timer could.
    }
  }, BEAT_MS);
  beat.unref();
  const release = () => {
    clearInterval(beat);
    process.off('exit', release);
    held.delete(path);
    const owner = ownerOf(path);
    if (owner?.pid === own.pid && owner.since === own.since) rmSync(path, { force: true });
  };
  process.on('exit', release);
  return { ok: true, value: { release } };
}

function ownerOf(path: string): LockOwner | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockOwner;
  } catch {
    return null;
  }
}

function isAlive(owner: LockOwner | null, path: string): boolean {
  if (held.has(path)) return true;
  let age: number;
  try {
    age = Date.now() - statSync(path).mtimeMs;
  } catch {
    return false;
  }
  // Created and not yet written by another process, or torn when the machine went down.
  if (!owner) return age < BEAT_MS;
  if (age > STALE_MS) return false;
  if (owner.host !== hostname()) return true;
  // Our own number in a lock that we do not hold: a container's processes get the same numbers at each start.
  if (owner.pid === process.pid) return false;
  try {
    process.kill(owner.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Renaming decides between two that find the same stale lock; who took a fresh one by mistake puts it back. */
function takeAway(path: string, stale: LockOwner | null): void {
  const aside = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, aside);
    const taken = ownerOf(aside);
    if (taken?.pid === stale?.pid && taken?.since === stale?.since) rmSync(aside, { force: true });
    else renameSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
