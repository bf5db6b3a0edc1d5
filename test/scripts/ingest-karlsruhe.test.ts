// The acceptance server with real papers, its faults one by one: after a run without fault nothing is missing.
// Needs ../shared, which a user's machine has not; then it says that it was skipped.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ingestOparl } from '../../scripts/ingest.ts';
import { openStore } from '../../scripts/store.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const isThere = existsSync(join(SHARED, 'tools/oparl-server.mjs'));
if (!isThere) console.warn(`Skipped: the OParl faults on real papers, because ${SHARED} is not there.`);

interface AcceptanceServer {
  start(port: number): Promise<{ origin: string }>;
  setFault(fault: Record<string, unknown>): unknown;
  requests(): { url: string }[];
  server: { close(): void; closeAllConnections(): void };
  second: { close(): void; closeAllConnections(): void };
}

const PAPERS = 105;
/** From here on a list has a second page. */
const PER_PAGE = 100;

describe.skipIf(!isThere)(`${PAPERS} papers of Karlsruhe`, () => {
  let server: AcceptanceServer;
  let origin: string;
  let storeDir: string;
  /** The answers by the list, and what a run without faults makes of the papers. */
  let listed: string[];
  let wanted: string[];

  beforeAll(async () => {
    const { loadDump, createOparlServer } = await import(join(SHARED, 'tools/oparl-server.mjs'));
    const dump = await loadDump(join(SHARED, 'data/karlsruhe-answers.jsonl.zst'), PAPERS);
    server = createOparlServer(dump);
    ({ origin } = await server.start(0));
    const all: string[] = JSON.parse(await readFile(join(SHARED, 'data/karlsruhe-answer-files.json'), 'utf8'));
    const served = new Set([...dump.files.keys()].map((path: string) => path.split('/').at(-1)));
    listed = all.filter((id) => served.has(id)).sort();
    storeDir = await mkdtemp(join(tmpdir(), 'ra-karlsruhe-'));
    await ingest('none');
    wanted = await files();
    await rm(storeDir, { recursive: true });
  }, 60_000);
  afterAll(() => {
    for (const one of [server?.server, server?.second]) {
      one?.closeAllConnections();
      one?.close();
    }
  });
  beforeEach(async () => {
    storeDir = await mkdtemp(join(tmpdir(), 'ra-karlsruhe-'));
  });
  afterEach(() => rm(storeDir, { recursive: true, force: true }));

  async function ingest(mode: string) {
    server.setFault({ mode, slowMs: 20, retryAfter: 0 });
    const result = await ingestOparl({ url: `${origin}/oparl/system`, delayMs: 0, storeDir, reporter: () => {} });
    if (!result.ok) throw new Error(result.error.text.en);
    return result.value;
  }
  async function files(): Promise<string[]> {
    const all: string[] = [];
    for await (const { file, aliases } of (await openStore(storeDir)).documents())
      all.push(file, ...aliases.map((a) => a.file));
    return all.sort();
  }

  it('are chosen file by file as the list of answers says, and a second run fetches nothing', async () => {
    await ingest('none');
    expect(await files()).toEqual(listed);
    const asked = server.requests().length;
    expect(await ingest('none')).toMatchObject({ new: [], changed: [], gone: [], unchanged: wanted.length });
    expect(server.requests().length - asked).toBeLessThanOrEqual(6);
  }, 120_000);

  it.each([
    // What the first run keeps in spite of the fault.
    ['slow', 'all'],
    ['flaky', 'all'],
    ['wrong-type', 'all'],
    ['redirect-port', 'all'],
    ['foreign-file', 'all'],
    ['missing-files', 'most'],
    ['loop', 'all'],
    ['truncated-json', 'first page'],
    ['html-200', 'first page'],
    ['redirect-private', 'first page'],
    ['foreign-next', 'first page'],
    ['gzip-bomb', 'first page'],
  ])(
    'lose nothing by %s: %s at once, all after the next run',
    async (mode, kept) => {
      const first = await ingest(mode);
      const early = await files();
      if (kept === 'all') expect(early).toEqual(wanted);
      else expect(early.length).toBeGreaterThanOrEqual(kept === 'most' ? wanted.length * 0.7 : PER_PAGE * 0.9);
      expect(first.complete).toBe(!['first page'].includes(kept) && mode !== 'loop');
      expect(await ingest('none')).toMatchObject({ complete: true, gone: [] });
      expect(await files()).toEqual(wanted);
    },
    120_000,
  );

  it('leave out what is deleted, and say which files of it are gone', async () => {
    await ingest('none');
    const report = await ingest('deleted');
    // Papers 3, 43 and 83; two of them have two answers.
    expect(report.gone).toHaveLength(5);
    expect(await files()).toHaveLength(wanted.length - 5);
  }, 120_000);
});
