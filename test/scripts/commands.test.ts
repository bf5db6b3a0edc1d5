// Every npm script that is a command: what it does not understand, what it cannot reach or write, and in which language it
// says so.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { languageOf, told } from '../../scripts/language.ts';

const ROOT = join(import.meta.dirname, '../..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
const commands = Object.entries(scripts).flatMap(([name, line]) => {
  const file = /^node (?:--\S+ )*(scripts\/\S+\.ts)$/.exec(line)?.[1];
  return file === undefined ? [] : [[name, file] as const];
});

const folder = mkdtempSync(join(tmpdir(), 'ra-commands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Nobody answers there. */
const NOWHERE = 'http://127.0.0.1:9';
const PATIENCE_MS = 30_000;

async function run(file: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [join(ROOT, file), ...args], {
    env: { ...process.env, LC_ALL: '', LANG: 'C.UTF-8', STORE_DIR: join(folder, 'store'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk) => (stdout += chunk));
  child.stderr.on('data', (chunk) => (stderr += chunk));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stdout, stderr };
}

const RAW = /\n\s+at |ENOENT|ECONNREFUSED.*\n|ERR_|Unknown option|fetch failed|undefined/;

describe('what is not understood', () => {
  test('all commands are asked', () => expect(commands.length).toBeGreaterThan(20));

  test.each(commands)(
    'npm run %s names an unknown option in both languages, then its usage, and ends with 2',
    async (name, file) => {
      const { code, stdout, stderr } = await run(file, ['--nope']);
      expect(stderr).toContain('--nope wird nicht verstanden. (--nope is not understood.)\nAufruf (usage): npm ');
      expect(stderr).toContain(name === 'start' || name === 'dev' ? 'npm start' : `npm run ${name}`);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    },
  );

  test.each(commands)('npm run %s --help says how it is called', async (_name, file) => {
    const { code, stdout, stderr } = await run(file, ['--help', '--lang', 'en']);
    expect(stdout).toContain('npm ');
    expect(stderr).toBe('');
    expect(code).toBe(0);
  });

  test.each([
    ['scripts/hide.ts', [], 'Es fehlt die Kennung eines Dokuments. (The id of a document is missing.)'],
    ['scripts/hide.ts', ['a', 'b'], 'Nur eines geht auf einmal: a, b. (Only one at a time: a, b.)'],
    ['scripts/hide.ts', ['--undo'], '--undo wird nicht verstanden: Die Angabe fehlt. (--undo wants a value.)'],
    ['scripts/backup.ts', [], 'Der Ordner fehlt. (The folder is missing.)'],
    ['scripts/backup.ts', ['a', 'b'], 'Zu viele Angaben: b. (Too many arguments: b.)'],
    ['scripts/restore.ts', [], 'Der Ordner fehlt. (The folder is missing.)'],
    ['scripts/serve.ts', ['x'], 'x wird nicht verstanden. (x is not understood.)'],
    ['scripts/serve.ts', ['--json=1'], '--json steht allein, ohne Angabe. (--json takes no value.)'],
    ['scripts/evaluate.ts', [], 'Es fehlt --questions FILE.jsonl. (--questions FILE.jsonl is missing.)'],
  ])('%s %j is told what is wrong', async (file, args, sentence) => {
    const { code, stderr } = await run(file, args);
    expect(stderr.split('\n')[0]).toBe(sentence);
    expect(stderr).toContain('Aufruf (usage): npm run');
    expect(code).toBe(2);
  });
});

describe('what cannot be done', () => {
  const questions = join(folder, 'nope.jsonl');
  test.each([
    ['load', ['--questions', questions, '--url', NOWHERE], `${NOWHERE} antwortet nicht.`],
    ['reports', ['--url', NOWHERE], `${NOWHERE} wurde nicht erreicht.`],
    ['evaluate', ['--questions', questions, '--url', NOWHERE], `${questions} ist nicht zu lesen.`],
    ['evaluate-parsing', ['--data', '/nope'], 'In /nope liegt kein karlsruhe-answers.jsonl.zst'],
    ['train-segmenter', ['--data', '/nope'], 'In /nope liegt kein karlsruhe-answers.jsonl.zst'],
    ['evaluate-claims', ['--claims', questions], `${questions} gibt es nicht.`],
    ['backup', ['/proc/nope'], '/proc/nope lässt sich nicht anlegen.'],
    ['restore', [folder], `In ${folder} liegt keine Sicherung.`],
    ['bench', ['--questions', questions], `${questions} ist nicht zu lesen.`],
  ])('%s %j ends with 1 and a sentence, German first', async (name, args, sentence) => {
    const { code, stderr, stdout } = await run(`scripts/${name}.ts`, args);
    expect(stderr).toContain(sentence);
    expect(stderr.trim()).toMatch(/\([^()]*\.\)$/);
    expect(stderr + stdout).not.toMatch(RAW);
    expect(code).toBe(1);
  });

  test.skipIf(process.platform !== 'linux').each(['serve', 'start', 'build-index', 'hide', 'reports'])(
    '%s with a store where none can be says so at once',
    async (name) => {
      const args = name === 'hide' ? ['a'] : [];
      const { code, stderr } = await run(`scripts/${name}.ts`, args, { STORE_DIR: '/proc/x', PORT: '8' });
      expect(stderr).toContain('Der Dokumentspeicher /proc/x ist nicht beschreibbar.');
      expect(code).toBe(1);
    },
  );
});

describe('the language', () => {
  test.each([
    [['--lang', 'en'], {}],
    [['--lang=en'], {}],
    [[], { LANG: 'en_GB.UTF-8' }],
    [[], { LC_ALL: 'en_US.UTF-8', LANG: 'de_DE.UTF-8' }],
  ])('%j %j speaks English alone', async (args, env) => {
    const { stderr } = await run('scripts/backup.ts', ['/proc/nope', ...args], env);
    expect(stderr).toBe('/proc/nope cannot be made.\n');
    const wrong = await run('scripts/build-index.ts', ['--nope', ...args], env);
    expect(wrong.stderr).toMatch(/^--nope is not understood\.\nUsage: npm run index/);
  });

  test('asked for is stronger than the terminal, and what is neither is German', () => {
    expect(languageOf(['--lang', 'de'], { LANG: 'en_US.UTF-8' })).toBe('de');
    expect(languageOf([], { LANG: 'fr_FR.UTF-8' })).toBe('de');
    expect(languageOf([], { LANG: 'C.UTF-8' })).toBe('de');
    expect(languageOf([], {})).toBe('de');
  });

  test.each([
    ['Der Port ist belegt. (The port is taken.)', 'The port is taken.'],
    ['Ein Lauf (Prozess 3 auf x). (Another run (process 3) is at work.)', 'Another run (process 3) is at work.'],
    ['Nur deutsch (mit Klammer).', 'Nur deutsch (mit Klammer).'],
    ['Eins. (One.)\nAufruf: x (y)', 'One.\nAufruf: x (y)'],
  ])('%s → %s', (sentence, english) => {
    expect(told(sentence, 'en')).toBe(english);
    expect(told(sentence, 'de')).toBe(sentence);
  });
});
