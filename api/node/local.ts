// A store's databases and bundles as the app wants them: what is served, built and measured on one's own machine.
import { join } from 'node:path';
import type { Env } from '../env.ts';
import { prepareAppDatabase } from './app-database.ts';
import { bundlesIn, SCANS } from './files.ts';
import { makeFolder } from './folder.ts';
import { openSqliteD1 } from './sqlite-d1.ts';

export type LocalEnv = Pick<Env, 'INDEX_DB' | 'APP_DB' | 'BUNDLES'>;

export interface Local {
  env: LocalEnv;
  close(): void;
}

/** Makes what is missing. To be closed by the caller. */
export function openLocal(storeDir: string): Local {
  makeFolder(storeDir);
  prepareAppDatabase(storeDir);
  const index = openSqliteD1(join(storeDir, 'index.sqlite'));
  const app = openSqliteD1(join(storeDir, 'app.sqlite'));
  return {
    env: { INDEX_DB: index.db, APP_DB: app.db, BUNDLES: bundlesIn(join(storeDir, 'bundles'), join(storeDir, SCANS)) },
    close() {
      index.close();
      app.close();
    },
  };
}
