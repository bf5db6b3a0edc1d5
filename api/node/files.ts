// Folders of this machine behind the interfaces of Workers: the built pages as static assets, the bundles as R2.
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { getMimeType } from 'hono/utils/mime';
import type { Env } from '../env.ts';
import { hashOfPicture } from '../pictures.ts';

/** A folder's address gives its index.html, as the binding of Workers does. @param dir dist/web */
export function assetsIn(dir: string): Env['ASSETS'] {
  async function fetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const request = input instanceof Request ? input : new Request(input, init);
    const found = await fileAt(dir, new URL(request.url).pathname);
    if (found === null) return new Response(null, { status: 404 });
    const { path, size, mtimeMs } = found;
    const etag = `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
    const headers = { 'content-type': getMimeType(path) ?? 'application/octet-stream', etag };
    if (matches(request.headers.get('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(new Uint8Array(await readFile(path)), { headers });
  }
  return { fetch } as unknown as Env['ASSETS'];
}

/** Below the store: pictures of scanned pages, each under its SHA-256. */
export const SCANS = 'scans';

/** The few calls that we use of R2. Pictures are read where the ingest has put them. */
export function bundlesIn(dir: string, scansDir: string): Env['BUNDLES'] {
  const path = (name: string) => {
    const hash = hashOfPicture(name);
    return hash === null ? join(dir, name) : join(scansDir, hash.slice(0, 2), hash.slice(2));
  };
  return {
    async get(name: string) {
      const bytes = await readFile(path(name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      });
      return (
        bytes && { text: async () => bytes.toString('utf8'), arrayBuffer: async () => new Uint8Array(bytes).buffer }
      );
    },
    // Pictures are the store's: its ingest knows which of them are still wanted.
    list: async () => ({ objects: [], truncated: false }),
    async put(name: string, text: string | ArrayBuffer) {
      await mkdir(dirname(path(name)), { recursive: true });
      // Whole or not at all, wherever the process is killed.
      await writeFile(`${path(name)}.tmp`, typeof text === 'string' ? text : new Uint8Array(text));
      await rename(`${path(name)}.tmp`, path(name));
    },
    delete: (name: string) => rm(path(name), { force: true }),
  } as unknown as Env['BUNDLES'];
}

async function fileAt(dir: string, pathname: string): Promise<{ path: string; size: number; mtimeMs: number } | null> {
  const asked = decoded(pathname);
  // Leading slash kept, so that `..` cannot climb above it.
  if (asked === null || asked.includes('\0')) return null;
  const path = join(dir, normalize(`/${asked}`), asked.endsWith('/') ? 'index.html' : '');
  const found = await stat(path).catch(() => null);
  return found?.isFile() ? { path, size: found.size, mtimeMs: found.mtimeMs } : null;
}

function decoded(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

/** Weak ones too: what was compressed on its way has one. */
const matches = (wanted: string | null, etag: string): boolean =>
  (wanted ?? '').split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
