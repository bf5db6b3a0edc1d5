// After a new version of the index is live: tables and bundles that no pointer names any more go.
import { bundleName } from '../../api/index/bundle.ts';
import { dropTables, versionsIn } from '../../api/index/index-tables.ts';
import { versionsInUse } from '../../api/index/pointer.ts';
import type { LocalEnv } from '../../api/node/local.ts';
import { learntName } from './kept-learnt.ts';

/** A service that is still answering from the version before keeps it. */
export async function dropUnused({ INDEX_DB, BUNDLES }: Pick<LocalEnv, 'INDEX_DB' | 'BUNDLES'>): Promise<void> {
  const used = await versionsInUse(INDEX_DB);
  for (const version of await versionsIn(INDEX_DB)) {
    if (used.has(version)) continue;
    await dropTables(INDEX_DB, version);
    await BUNDLES.delete(bundleName(version));
    await BUNDLES.delete(learntName(version));
  }
}
