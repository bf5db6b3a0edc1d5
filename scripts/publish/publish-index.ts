// The live index of a store → another home's database: written beside what is live there, checked, then pointed to.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundleName } from '../../api/index/bundle.ts';
import { type PointerInfo, pointTo, readPointer } from '../../api/index/pointer.ts';
import { type LocalEnv, openLocal } from '../../api/node/local.ts';
import type { Result } from '../../corpus/types.ts';
import { dropUnused } from '../index/drop-unused.ts';
import { applyChanges, forgetProgress } from './apply.ts';
import { wholeVersion } from './changes.ts';

export interface Published {
  info: PointerInfo;
  changed: boolean;
}

/** The error is a sentence for the person at the terminal; what was live there stays so. */
export async function publishIndex(
  storeDir: string,
  target: LocalEnv,
  onStep: (table: string, rows: number, of: number) => void = () => {},
): Promise<Result<Published, string>> {
  const local = openLocal(storeDir);
  const sqlite = new DatabaseSync(join(storeDir, 'index.sqlite'), { readOnly: true });
  try {
    // One snapshot, whatever is built meanwhile.
    sqlite.exec('begin');
    const info = await readPointer(local.env.INDEX_DB);
    if (!info)
      return { ok: false, error: 'Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)' };
    const { version } = info;
    const live = await readPointer(target.INDEX_DB).catch(() => null);
    if (live?.version === version) return { ok: true, value: { info, changed: false } };
    const changes = wholeVersion(sqlite, version);
    const counts = new Map(changes.map(({ table, count }) => [table, count]));
    await applyChanges(target.INDEX_DB, version, changes, (table, rows) => onStep(table, rows, counts.get(table) ?? 0));
    const bundle = await local.env.BUNDLES.get(bundleName(version));
    if (bundle) await target.BUNDLES.put(bundleName(version), await bundle.text());
    await pointTo(target.INDEX_DB, info);
    await forgetProgress(target.INDEX_DB, version);
    await dropUnused(target);
    return { ok: true, value: { info, changed: true } };
  } finally {
    sqlite.close();
    local.close();
  }
}
