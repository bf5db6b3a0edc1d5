// What keeps wrangler to itself wherever we start it. Its Local Explorer answers on the service's own port and runs SQL
// (behind a reverse proxy that rewrites Host, for anybody); its trace store keeps visitors' search words on disk.
// Both were seen with wrangler 4.156.
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/** For the environment of each process that runs wrangler or Miniflare. */
export const QUIET_WRANGLER = {
  X_LOCAL_EXPLORER: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
} as const;

/** Deletes the traces that a version before left in the store. */
export const deleteTraces = (storeDir: string): Promise<void> =>
  rm(join(storeDir, 'cloudflare/v3/observability'), { recursive: true, force: true });
