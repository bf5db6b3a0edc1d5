// `npm run eval` as a process: what it says when it cannot do its work, and that it ends.
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
const QUESTION = { id: 'q1', style: 'citizen', lang: 'de', question: 'Wo ist das erfundene Bad?', gold: [] };
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-eval-'));
  await writeFile(join(dir, 'good.jsonl'), `${JSON.stringify(QUESTION)}\n`);
  await writeFile(join(dir, 'bad.jsonl'), `${JSON.stringify(QUESTION)}\nkaputt\n`);
});
afterAll(() => rm(dir, { recursive: true }));

async function run(args: string[]) {
  const files = args.map((arg) => (/^(?:good|bad)$/u.test(arg) ? join(dir, `${arg}.jsonl`) : arg));
  const child = spawn(process.execPath, [join(ROOT, 'scripts/evaluate.ts'), ...files], {
    env: { ...process.env, STORE_DIR: join(dir, 'store') },
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

test.each([
  ['no questions', [], 2, /--questions/],
  ['what a running service cannot do', ['--questions', 'good', '--url', 'http://x', '--no-lexicon'], 2, /--no-lexicon/],
  ['a bad line', ['--questions', 'bad'], 1, /bad.jsonl, Zeile 2: kein JSON/],
  ['a list that is none', ['--questions', 'good', '--only-files', 'bad'], 1, /bad.jsonl ist keine/],
  ['a service that is not there', ['--questions', 'good', '--url', 'http://127.0.0.1:1'], 1, /nicht zu erreichen/],
  ['no index', ['--questions', 'good'], 1, /^Es gibt noch keinen Suchindex/],
] as const)(
  '%s ends with a sentence',
  async (_, args, code, sentence) => {
    const ended = await run([...args]);
    expect(ended).toMatchObject({ code, stderr: expect.stringMatching(sentence) });
    expect(ended.stderr).not.toMatch(/\n\s+at /);
  },
  30_000,
);

test('a service that is another one ends with its answer', async () => {
  const other = createServer((_, response) => response.writeHead(404).end('nothing here'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  const ended = await run(['--questions', 'good', '--url', url]);
  expect(ended).toMatchObject({ code: 1, stderr: expect.stringMatching(/„q1“ mit 404: nothing here.*\n$/) });
  other.close();
}, 30_000);

test('help says what each option does', async () => {
  expect(await run(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--only-files FILE.json') });
}, 30_000);
