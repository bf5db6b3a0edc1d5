import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openLocal } from '../../api/node/local.ts';
import { deleteOldReports, keepDays, readFeedback, readReports, saveFeedback, saveReport } from '../../api/reports.ts';

test('what visitors wrote goes after the days that are set, a year where none are', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'ra-reports-'));
  const { env, close } = openLocal(dir);
  const report = { documentId: 'a', start: 0, end: 1, indexVersion: 'v', reason: 'x', comment: null };
  for (const day of ['2025-11-30', '2025-12-01', '2026-11-01']) {
    await saveReport(env.APP_DB, report, new Date(day));
    await saveFeedback(env.APP_DB, { answerId: 'a', rating: 'up', comment: null }, new Date(day));
  }
  await deleteOldReports(env.APP_DB, keepDays(undefined), new Date('2026-12-01'));
  expect((await readReports(env.APP_DB)).map(({ day }) => day)).toEqual(['2026-11-01', '2025-12-01']);
  await deleteOldReports(env.APP_DB, keepDays('20'), new Date('2026-12-01'));
  expect(await readFeedback(env.APP_DB)).toEqual([]);
  close();
  await rm(dir, { recursive: true, force: true });
});
