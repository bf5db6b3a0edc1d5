// `npm run ingest` and `npm run hide` as processes: exit codes, sentences, JSON lines, a kill in the middle.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openStore } from '../../scripts/store.ts';
import { inquiryPaper, startOparlServer } from './oparl-server.ts';

// Each of these starts processes.
vi.setConfig({ testTimeout: 30_000 });

const ROOT = join(import.meta.dirname, '../..');
let base: string;
let corpus: string;
let storeDir: string;

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'ra-cli-'));
  corpus = join(base, 'corpus');
  storeDir = join(base, 'store');
  await mkdir(corpus);
  await writeFile(join(corpus, 'a.txt'), 'Stellungnahme zur Anfrage\n\n1. Frage?\n\nErfundene Antwort.\n');
});
afterEach(() => rm(base, { recursive: true, force: true }));

function start(script: 'ingest' | 'hide', args: string[]): ChildProcess {
  return spawn(process.execPath, [join(ROOT, 'scripts', `${script}.ts`), ...args], {
    env: { ...process.env, STORE_DIR: storeDir },
  });
}

async function run(script: 'ingest' | 'hide', ...args: string[]) {
  const child = start(script, args);
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (chunk) => (stdout += chunk));
  child.stderr?.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

describe('ingest', () => {
  it.each([
    [[], 2, 'fehlt'],
    [['ordner', '.'], 2, 'keine Quelle'],
    [['folder'], 2, 'Ordner fehlt'],
    [['folder', 'a', 'b'], 2, 'Zu viele'],
    [['oparl'], 2, 'Adresse fehlt'],
    [['oparl', 'ftp://x/'], 2, 'keine http(s)-Adresse'],
    [['oparl', 'http://x/', '--delay-ms', '-1'], 2, ''],
    [['oparl', 'http://x/', '--delay-ms', 'x'], 2, '--delay-ms'],
    [['oparl', 'http://x/', '--since', 'gestern'], 2, '--since'],
    [['oparl', 'http://x/', '--since', '2024-02-31'], 2, '--since'],
    [['oparl', 'http://x/', '--since'], 2, '--since wird nicht verstanden'],
    [['folder', '.', '--nix'], 2, '--nix'],
    [['folder', '/gibt/es/nicht'], 1, 'gibt es nicht'],
    [['folder', import.meta.filename], 1, 'kein Ordner'],
    [['oparl', 'http://127.0.0.1:9/oparl/system'], 1, 'nicht lesbar'],
  ])(
    '%j ends with %i and a sentence',
    async (args, code, sentence) => {
      const ended = await run('ingest', ...args);
      expect(ended.code).toBe(code);
      expect(ended.stderr).toContain(sentence);
      expect(ended.stderr).not.toMatch(/\n\s+at /);
    },
    30_000,
  );

  it('fails over a skipped file with --strict only', async () => {
    await writeFile(join(corpus, 'leer.txt'), '');
    expect(await run('ingest', 'folder', corpus)).toMatchObject({ code: 0, stderr: '' });
    const strict = await run('ingest', 'folder', corpus, '--strict');
    expect(strict.code).toBe(1);
    expect(strict.stdout).toContain('leer.txt');
  });

  it('writes JSON lines with --json and nothing else', async () => {
    const { stdout } = await run('ingest', 'folder', corpus, '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.at(-1)).toMatchObject({ type: 'report', report: { new: ['a.txt'], complete: true } });
  });

  it('writes a fault as a JSON line, too', async () => {
    const unknown = await run('ingest', 'folder', '/gibt/es/nicht', '--json');
    expect(JSON.parse(unknown.stdout)).toMatchObject({ type: 'error', kind: 'no-folder' });
    const misread = await run('ingest', 'ordner', '--json');
    expect(JSON.parse(misread.stdout)).toMatchObject({ type: 'error', kind: 'usage' });
  });

  it('explains each of its options with --help', async () => {
    const { code, stdout, stderr } = await run('ingest', '--help');
    expect([code, stderr]).toEqual([0, '']);
    for (const option of [
      'folder',
      'oparl',
      '--delay-ms',
      '--since',
      '--full',
      '--confirm-deletions',
      '--strict',
      '--json',
    ])
      expect(stdout).toContain(option);
  });

  it('says that a folder holds no document', async () => {
    await rm(join(corpus, 'a.txt'));
    const { code, stdout } = await run('ingest', 'folder', corpus);
    expect(code).toBe(0);
    expect(stdout).toContain('liegt kein Dokument');
  });

  it('says in one sentence that there can be no store', async () => {
    await writeFile(storeDir, 'no folder');
    for (const ended of [await run('ingest', 'folder', corpus), await run('hide', '--list')]) {
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('kein Dokumentspeicher');
      expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    }
  });

  it('lets a second one wait, with a sentence', async () => {
    const store = await openStore(storeDir);
    const lock = await store.lock();
    const second = await run('ingest', 'folder', corpus);
    if (lock.ok) lock.value.release();
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`Prozess ${process.pid}`);
  });

  it('killed in the middle, goes on and fetches nothing twice but what was on its way', async () => {
    const server = await startOparlServer({ perPage: 10 });
    server.papers = Array.from({ length: 60 }, (_, i) => inquiryPaper(i + 1));
    const child = start('ingest', ['oparl', server.system, '--delay-ms', '0']);
    const downloads = () => server.requests.filter((path) => path.startsWith('/download/'));
    while (downloads().length < 40) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));
    const before = new Set(downloads());
    server.requests.length = 0;
    const ended = await run('ingest', 'oparl', server.system, '--delay-ms', '0');
    await server.close();
    expect(ended.code).toBe(0);
    expect(downloads().filter((path) => before.has(path)).length).toBeLessThan(10);
    let documents = 0;
    for await (const _ of (await openStore(storeDir)).documents()) documents++;
    expect(documents).toBe(60);
  }, 60_000);
});

describe('hide', () => {
  it('hides, lists and shows again', async () => {
    await run('ingest', 'folder', corpus);
    expect(await run('hide', 'a')).toMatchObject({ code: 0, stderr: '' });
    expect(await (await openStore(storeDir)).isEmpty()).toBe(true);
    expect((await run('hide', '--list')).stdout).toContain('a');
    await run('ingest', 'folder', corpus);
    expect(await (await openStore(storeDir)).isEmpty()).toBe(true);
    expect((await run('hide', '--undo', 'a')).code).toBe(0);
    expect(await (await openStore(storeDir)).isEmpty()).toBe(false);
  });

  it.each([
    [[], 2],
    [['a', 'b'], 2],
    [['--list', 'a'], 2],
    [['--nix'], 2],
    [['nirgends'], 1],
    [['--undo', 'nirgends'], 1],
  ])('%j ends with %i', async (args, code) => {
    const ended = await run('hide', ...args);
    expect(ended.code).toBe(code);
    expect(ended.stderr).not.toBe('');
  });
});
