// The live index of a store → another home's database: written beside what is live there, checked, then pointed to.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundleName } from '../../api/index/bundle.ts';
import { INDEX_FORMAT } from '../../api/index/index-format.ts';
import { type PointerInfo, pointTo, readPointer } from '../../api/index/pointer.ts';
import { removeDocuments } from '../../api/index/remove-documents.ts';
import { type LocalEnv, openLocal } from '../../api/node/local.ts';
import type { Result } from '../../corpus/types.ts';
import { dropUnused } from '../index/drop-unused.ts';
import { openStore } from '../store.ts';
import { applyChanges, forgetProgress } from './apply.ts';
import { wholeVersion } from './changes.ts';
import { differs } from './check.ts';
import { dropPictures, putPictures } from './pictures.ts';

export interface Published {
  info: PointerInfo;
  format: string;
  changed: boolean;
  /** By table; empty when nothing changed. */
  rows: Record<string, number>;
}

export interface PublishOptions {
  storeDir: string;
  /** Says what would be written and writes nothing. */
  dryRun?: boolean;
  onStep?: (table: string, rows: number, of: number) => void;
}

/** The error is a sentence for the person at the terminal; what was live there stays so. A second run goes on. */
export async function publishIndex(
  target: LocalEnv,
  { storeDir, dryRun = false, onStep = () => {} }: PublishOptions,
): Promise<Result<Published, string>> {
  const local = openLocal(storeDir);
  const sqlite = new DatabaseSync(join(storeDir, 'index.sqlite'), { readOnly: true });
  try {
    // One snapshot, whatever is built meanwhile.
    sqlite.exec('begin');
    const info = await readPointer(local.env.INDEX_DB);
    if (!info) {
      return { ok: false, error: 'Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)' };
    }
    const { version } = info;
    const live = await readPointer(target.INDEX_DB).catch(() => null);
    if (live?.version === version) {
      await removeHidden();
      if (!dryRun) await dropPictures(target);
      return { ok: true, value: { info, format: INDEX_FORMAT, changed: false, rows: {} } };
    }
    const changes = wholeVersion(sqlite, version);
    const rows = Object.fromEntries(changes.map(({ table, count }) => [table, count]));
    if (dryRun) return { ok: true, value: { info, format: INDEX_FORMAT, changed: true, rows } };
    await applyChanges(target.INDEX_DB, version, changes, (table, written) => onStep(table, written, rows[table] ?? 0));
    const bundle = await local.env.BUNDLES.get(bundleName(version));
    if (bundle) await target.BUNDLES.put(bundleName(version), await bundle.text());
    await putPictures(local.env, target, version);
    const difference = await differs(local.env, target, info, changes);
    if (difference !== null) {
      // What is wrong is written anew by the next run.
      await forgetProgress(target.INDEX_DB, version);
      return { ok: false, error: `Der Index kam nicht heil an: ${difference}. (It did not arrive whole.)` };
    }
    await pointTo(target.INDEX_DB, info);
    await removeHidden();
    await forgetProgress(target.INDEX_DB, version);
    await dropUnused(target);
    await dropPictures(target);
    return { ok: true, value: { info, format: INDEX_FORMAT, changed: true, rows } };
  } finally {
    sqlite.close();
    local.close();
  }

  /** Hidden here while this ran, or before there was a connection. */
  async function removeHidden(): Promise<void> {
    if (dryRun) return;
    const hidden = await (await openStore(storeDir)).hidden();
    await removeDocuments(
      target.INDEX_DB,
      hidden.map(({ id }) => id),
    );
  }
}
