// The databases of an environment of wrangler.toml, on Cloudflare, by remote bindings. Loads wrangler.
import { getPlatformProxy, type PlatformProxy } from 'wrangler';
import type { Env } from '../../api/env.ts';
import { QUIET_WRANGLER } from '../start/quiet-wrangler.ts';

/** To be disposed of by the caller. `CLOUDFLARE_API_TOKEN`, or `npx wrangler login` before. */
export function openRemote(environment: string): Promise<PlatformProxy<Env>> {
  Object.assign(process.env, QUIET_WRANGLER);
  return getPlatformProxy<Env>({ environment, remoteBindings: true, persist: false });
}
