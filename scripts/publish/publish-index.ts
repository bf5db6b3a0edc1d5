// The live index of a store → another home's database: written beside what is live there, checked, then pointed to.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { bundleName } from '../../api/index/bundle.ts';
import { INDEX_FORMAT } from '../../api/index/index-format.ts';
import {
  isChangedMeanwhile,
  onlyIfLive,
  type PointerInfo,
  pointing,
  pointTo,
  readPointer,
} from '../../api/index/pointer.ts';
import { removeDocuments } from '../../api/index/remove-documents.ts';
import { type LocalEnv, openLocal } from '../../api/node/local.ts';
import type { Result } from '../../corpus/types.ts';
import { dropUnused } from '../index/drop-unused.ts';
import { openStore } from '../store.ts';
import { applyChanges, forgetProgress, statementsFor } from './apply.ts';
import { changesSince, type TableChanges, wholeVersion } from './changes.ts';
import { differs } from './check.ts';
import { dropPictures, putPictures } from './pictures.ts';

export interface Published {
  info: PointerInfo;
  format: string;
  changed: boolean;
  /** A new version beside the one that was live; else that one was changed, and there is no going back to it. */
  whole: boolean;
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
    if (!(await readPointer(local.env.INDEX_DB))) {
      return { ok: false, error: 'Es gibt noch keinen Suchindex. Erst: npm run index. (There is no index yet.)' };
    }
    // One snapshot, whatever is built meanwhile.
    sqlite.exec('begin');
    const info = pointerIn(sqlite);
    const live = await readPointer(target.INDEX_DB).catch(() => null);
    const isOfVersion = live?.version === info.version;
    const done = { info, format: INDEX_FORMAT, whole: !isOfVersion };
    if (isOfVersion && live.edition > info.edition) {
      return {
        ok: false,
        error:
          'Dort ist ein neuerer Stand desselben Index live als hier. Erst: npm run index -- --full. (What is live there is newer than this store.)',
      };
    }
    if (isOfVersion && live.edition === info.edition) {
      await removeHidden();
      if (!dryRun) await dropPictures(target);
      return { ok: true, value: { ...done, changed: false, rows: {} } };
    }
    const all = wholeVersion(sqlite, info.version);
    const changes = isOfVersion ? changesSince(sqlite, info.version, live.edition) : all;
    const rows = Object.fromEntries(changes.map(({ table, count, remove }) => [table, count + [...remove].length]));
    if (dryRun) return { ok: true, value: { ...done, changed: true, rows } };
    const bundle = await local.env.BUNDLES.get(bundleName(info.version));
    if (bundle) await target.BUNDLES.put(bundleName(info.version), await bundle.text());
    await putPictures(local.env, target, info.version);
    const difference = isOfVersion ? await changeThere(live, changes, all) : await writeThere(changes);
    if (difference !== null) {
      return { ok: false, error: `Der Index kam nicht heil an: ${difference}. (It did not arrive whole.)` };
    }
    await removeHidden();
    await dropUnused(target);
    await dropPictures(target);
    return { ok: true, value: { ...done, changed: true, rows } };

    /** A new version, in steps; then its pointer. */
    async function writeThere(changes: TableChanges[]): Promise<string | null> {
      const run = `${info.version}.${info.edition}`;
      await applyChanges(target.INDEX_DB, run, changes, (table, written) => onStep(table, written, rows[table] ?? 0));
      const difference = await differs(local.env, target, info, changes);
      // What is wrong is written anew by the next run.
      if (difference === null) await pointTo(target.INDEX_DB, info);
      await forgetProgress(target.INDEX_DB, run);
      return difference;
    }

    /** The version that is live, and its pointer, in one transaction. */
    async function changeThere(
      before: PointerInfo,
      changes: TableChanges[],
      all: TableChanges[],
    ): Promise<string | null> {
      const db = target.INDEX_DB;
      try {
        await db.batch([onlyIfLive(db, before), ...statementsFor(db, changes), pointing(db, info)]);
      } catch (error) {
        if (isChangedMeanwhile(error)) {
          return 'Dort hat gerade ein anderer veröffentlicht; bitte noch einmal (somebody else has just published; try again)';
        }
        // Whatever is too much for one transaction goes in steps as a new version.
        const { message } = error as Error;
        throw new Error(`${message} (Nichts wurde geändert. Hilft: npm run index -- --full. Nothing was changed.)`, {
          cause: error,
        });
      }
      for (const { table } of changes) onStep(table, rows[table] ?? 0, rows[table] ?? 0);
      const difference = await differs(local.env, target, info, all);
      return difference === null ? null : `${difference}; npm run index -- --full`;
    }
  } finally {
    sqlite.close();
    local.close();
  }

  function pointerIn(snapshot: DatabaseSync): PointerInfo {
    const row = snapshot.prepare('select info from pointers where format = ?').get(INDEX_FORMAT) as { info: string };
    return JSON.parse(row.info);
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
