import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openLocal } from '../../../api/node/local.ts';
import { readReports, saveReport } from '../../../api/reports.ts';
import { backUp, restore } from '../../../scripts/store/kept.ts';
import { openStore } from '../../../scripts/store.ts';
import { DOCUMENTS } from '../../api/search/engines.cases.ts';
import { putDocuments } from '../filled-store.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-kept-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const report = { documentId: 'a', start: 0, end: 5, indexVersion: 'v', reason: 'falsch', comment: null };

describe('backup and restore', () => {
  test('bring back what visitors reported and what was hidden, into a store that was lost', async () => {
    const store = join(dir, 'store');
    await putDocuments(store, DOCUMENTS);
    await (await openStore(store)).hide(DOCUMENTS[0]!.id);
    const service = openLocal(store);
    await saveReport(service.env.APP_DB, report, new Date());
    // Beside the running service.
    expect((await backUp(store, join(dir, 'backup'))).sort()).toEqual(['app.sqlite', 'hidden.json']);
    service.close();

    const again = join(dir, 'again');
    restore(join(dir, 'backup'), again);
    const restored = openLocal(again);
    expect(await readReports(restored.env.APP_DB)).toMatchObject([report]);
    restored.close();
    expect(await (await openStore(again)).hidden()).toMatchObject([{ id: DOCUMENTS[0]!.id }]);
  });

  test('replace what the database had not merged yet', async () => {
    const store = join(dir, 'store');
    openLocal(store).close();
    await backUp(store, join(dir, 'backup'));
    const service = openLocal(store);
    await saveReport(service.env.APP_DB, report, new Date());
    restore(join(dir, 'backup'), store);
    const restored = openLocal(store);
    expect(await readReports(restored.env.APP_DB)).toEqual([]);
    restored.close();
    service.close();
  });

  test('write over no backup, and take no damaged one', async () => {
    const store = join(dir, 'store');
    openLocal(store).close();
    await backUp(store, join(dir, 'backup'));
    await expect(backUp(store, join(dir, 'backup'))).rejects.toThrow('nicht leer');
    const file = join(dir, 'backup/app.sqlite');
    await writeFile(file, (await readFile(file)).fill(7, 2_000, 9_000));
    expect(() => restore(join(dir, 'backup'), store)).toThrow('beschädigt');
    expect(() => restore(join(dir, 'nowhere'), store)).toThrow('keine Sicherung');
  });
});
