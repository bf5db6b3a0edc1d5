// One service for all browser tests; the port of the page that embeds it is fixed beforehand, because the service has
// to know its guests.
import type { TestProject } from 'vitest/node';
import { browserPath } from '../../scripts/browser/chromium.ts';
import { freePort, startService } from '../../scripts/browser/service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Null where no browser runs. */
    browserPath: string | null;
    serviceUrl: string;
    hostPort: number;
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const path = await browserPath();
  const hostPort = await freePort();
  project.provide('browserPath', path);
  project.provide('hostPort', hostPort);
  if (path === null) {
    console.warn('\n*** BROWSER TESTS SKIPPED: no Chromium runs here. Set CHROME_PATH to a Chrome. ***\n');
    project.provide('serviceUrl', '');
    return undefined;
  }
  const service = await startService({ ALLOWED_ORIGINS: `http://127.0.0.1:${hostPort}` });
  project.provide('serviceUrl', service.url);
  return service.stop;
}
