// What wrangler must not do beside the service: open the database on its port, keep what visitors asked.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { deleteTraces } from '../../../scripts/start/quiet-wrangler.ts';
import type {} from '../../home.ts';

const service = inject('homeUrl');

describe('the started service', () => {
  test.each(['GET', 'POST'])('answers %s below /cdn-cgi/explorer with nothing of the database', async (method) => {
    const path = '/cdn-cgi/explorer/api/d1/00000000-0000-0000-0000-000000000001/raw';
    const body = method === 'POST' ? JSON.stringify({ sql: 'select name from sqlite_master' }) : null;
    const response = await fetch(service + path, { method, body, headers: { 'content-type': 'application/json' } });
    expect(response.ok).toBe(false);
    expect(await response.text()).not.toContain('sqlite_');
  });
});

test('traces of an older version are deleted, and nothing else of the store', async () => {
  const storeDir = await mkdtemp(join(tmpdir(), 'ra-traces-'));
  const local = join(storeDir, 'cloudflare/v3');
  for (const name of ['observability', 'd1']) {
    await mkdir(join(local, name), { recursive: true });
    await writeFile(join(local, name, 'x.sqlite'), 'x');
  }
  await deleteTraces(storeDir);
  expect(existsSync(join(local, 'observability'))).toBe(false);
  expect(existsSync(join(local, 'd1/x.sqlite'))).toBe(true);
});
