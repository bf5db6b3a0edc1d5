// The local D1 and R2 of workerd, opened without a server. Loads wrangler, which is there only to develop and publish.
import { join } from 'node:path';
import { getPlatformProxy, type PlatformProxy } from 'wrangler';
import type { Env } from '../../api/env.ts';
import { QUIET_WRANGLER } from './quiet-wrangler.ts';

/** To be disposed of by the caller. */
export function openWorkerdPlatform(dir: string): Promise<PlatformProxy<Env>> {
  Object.assign(process.env, QUIET_WRANGLER);
  return getPlatformProxy<Env>({ persist: { path: join(dir, 'cloudflare/v3') } });
}
