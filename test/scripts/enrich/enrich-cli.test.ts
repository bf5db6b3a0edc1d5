// `npm run enrich` as a process: exit codes, sentences, JSON lines.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EnrichEvent } from '../../../scripts/enrich/events.ts';
import { ingestFolder } from '../../../scripts/ingest.ts';
import { readEnrichment } from '../../../scripts/store/enrichment.ts';
import { openStore } from '../../../scripts/store.ts';
import { type BatchesServer, startBatchesServer, WRONG_KEY } from '../../batches-server.ts';

const ROOT = join(import.meta.dirname, '../../..');
let base: string;
let storeDir: string;
let server: BatchesServer;

beforeEach(async () => {
  server = await startBatchesServer();
  server.answer = () => ({
    type: 'text',
    text: '{"questions": ["Wo ist die erfundene Rutschbahn?"], "words": ["Rutsche"]}',
  });
  base = await mkdtemp(join(tmpdir(), 'ra-enrich-'));
  storeDir = join(base, 'store');
  const dir = join(base, 'corpus');
  await mkdir(dir);
  const text =
    'Stellungnahme zur Anfrage\n\n1. Wo steht die Rutschbahn?\n\nDie erfundene Rutschbahn steht im Stadtgarten.\n';
  await writeFile(join(dir, 'a.txt'), text);
  await ingestFolder({ dir, storeDir, reporter: () => {} });
});

afterEach(async () => {
  await server.close();
  await rm(base, { recursive: true });
});

function start(args: string[], key: string | null = 'test') {
  return spawn(process.execPath, [join(ROOT, 'scripts/enrich.ts'), ...args], {
    env: { ...process.env, STORE_DIR: storeDir, ANTHROPIC_API_KEY: key ?? '', ANTHROPIC_BASE_URL: server.url },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function run(args: string[], key: string | null = 'test') {
  const child = start(args, key);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

test.each([
  ['a missing key', ['--yes'], null, 1, /^.*ANTHROPIC_API_KEY.*\n$/],
  ['a wrong key', ['--yes'], WRONG_KEY, 1, /^.*ANTHROPIC_API_KEY.*\n$/],
  ['a wrong key, one by one', ['--yes', '--now'], WRONG_KEY, 1, /^.*ANTHROPIC_API_KEY.*\n$/],
  ['a wrong key, asked for the cost', ['--estimate'], WRONG_KEY, 1, /^.*ANTHROPIC_API_KEY.*\n$/],
  ['an unknown option', ['--nix'], 'test', 2, /--nix/],
  ['a limit that is none', ['--limit-tokens', 'viel'], 'test', 2, /--limit-tokens verlangt/],
  ['an argument too many', ['alles'], 'test', 2, /alles/],
  ['nobody there to say yes', [], 'test', 1, /--yes/],
  ['a file that is not there', ['--import', '/gibt/es/nicht'], null, 1, /nicht zu lesen/],
] as const)('%s ends with a sentence', async (_, args, key, code, sentence) => {
  const ended = await run([...args], key);
  expect(ended.code).toBe(code);
  expect(ended.stderr).toMatch(sentence);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect(server.batches).toEqual([]);
});

test('help says what each option does, and needs neither key nor store', async () => {
  const ended = await run(['--help'], null);
  expect(ended).toMatchObject({ code: 0, stderr: '' });
  for (const option of ['yes', 'limit-tokens', 'now', 'no-wait', 'retry', 'import', 'json', 'estimate']) {
    expect(ended.stdout).toContain(`  --${option} `);
  }
});

test('killed while it waits, the next run collects what was sent and sends nothing', async () => {
  server.looksUntilEnded = 1e9;
  const child = start(['--yes']);
  await vi.waitUntil(() => server.batches.length === 1 && server.looks > 0, { timeout: 20_000 });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
  server.looksUntilEnded = 0;
  const ended = await run(['--yes', '--json']);
  expect(ended.code).toBe(0);
  expect(server.batches).toHaveLength(1);
  expect(JSON.parse(ended.stdout.trim().split('\n').at(-1)!)).toMatchObject({ report: { sent: 0, kept: 1 } });
});

test('interrupted while it waits, it says so and lets go of the store', async () => {
  server.looksUntilEnded = 1e9;
  const child = start(['--yes']);
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  await vi.waitUntil(() => server.looks > 0, { timeout: 20_000 });
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  expect(stderr).toMatch(/^Unterbrochen.*\n$/);
  expect(await run(['--no-wait'])).toMatchObject({ code: 0, stdout: expect.stringMatching(/1 sind noch unterwegs/) });
});

test('who stops reading its list gets no trace of a fault', async () => {
  const line = { file: 'a.txt', part: 1, anchor: 'Die erfundene', questions: ['Wo ist die Rutschbahn?'], words: [] };
  const bad = Array.from({ length: 20_000 }, (_, i) => `kaputt ${i}`).join('\n');
  await writeFile(join(base, 'made.jsonl'), `${JSON.stringify(line)}\n${bad}`);
  const child = start(['--import', join(base, 'made.jsonl')], null);
  let stderr = '';
  child.stderr.on('data', (chunk) => (stderr += chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
  expect(stderr).toBe('');
});

test('a service that cannot be reached ends with a sentence', async () => {
  await server.close();
  const ended = await run(['--yes']);
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Der Dienst ist nicht zu erreichen.*\n$/) });
  server = await startBatchesServer();
});

test('a service that fails ends with a sentence', async () => {
  server.fail = { path: '/v1/messages/batches', status: 529 };
  const ended = await run(['--yes']);
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('529') });
  expect(ended.stderr.trim().split('\n')).toHaveLength(1);
});

test('one by one, as JSON lines; what is kept stands beside the document and never in it', async () => {
  const ended = await run(['--yes', '--now', '--json']);
  expect(ended.code).toBe(0);
  const events = ended.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as EnrichEvent);
  expect(events.map((event) => event.type)).toEqual(['estimate', 'progress', 'report']);
  expect(events.at(-1)).toMatchObject({ report: { sent: 1, kept: 1, dropped: 0 } });
  for await (const document of (await openStore(storeDir)).documents()) {
    expect(readEnrichment(storeDir).of(document).pairs.get(0)).toContain('Rutsche');
    expect(JSON.stringify(document)).not.toContain('Rutsche"');
    expect(document.text).not.toContain('Wo ist');
  }
});

test.each([
  ['without a key, and is called a guess', null, /^1 Paar .*weniger als 0,01 US-Dollar.*nicht gezählt/],
  ['with a key, and is counted by the service', 'test', /^1 Paar .*weniger als 0,01 US-Dollar.*a counted sample/],
])('the cost can be had %s', async (_, key, sentence) => {
  const ended = await run(['--estimate'], key);
  expect(ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(sentence) });
  expect([...server.batches, ...server.single]).toEqual([]);
});

test('a file made elsewhere needs no key', async () => {
  const line = { file: 'a.txt', part: 1, anchor: 'Die erfundene', questions: ['Wo ist die Rutschbahn?'], words: [] };
  await writeFile(join(base, 'made.jsonl'), `${JSON.stringify(line)}\nkaputt\n`);
  const ended = await run(['--import', join(base, 'made.jsonl'), '--json'], null);
  expect(ended.code).toBe(0);
  const events = ended.stdout
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as EnrichEvent);
  expect(events).toMatchObject([
    { type: 'dropped', where: 'Zeile 2' },
    { type: 'imported', lines: 2, toPairs: 1 },
  ]);
});
