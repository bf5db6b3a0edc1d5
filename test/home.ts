// One service for all tests that speak HTTP with a home of the app; vitest.config.ts runs them against both.
import type { TestProject } from 'vitest/node';
import { freePort, startService } from '../scripts/browser/service.ts';

declare module 'vitest' {
  interface ProvidedContext {
    homeUrl: string;
    /** A page there may embed the service. */
    guestOrigin: string;
    home: 'node' | 'workerd';
  }
}

export async function openHome(project: TestProject, home: 'node' | 'workerd'): Promise<() => Promise<void>> {
  const guest = `http://127.0.0.1:${await freePort()}`;
  const service = await startService({ ALLOWED_ORIGINS: guest }, home === 'node' ? 'start' : 'dev-worker');
  project.provide('home', home);
  project.provide('homeUrl', service.url);
  project.provide('guestOrigin', guest);
  return service.stop;
}
