// Counts the tests that ran, then measures on ../shared and compares with floors.json, which only ever rises,
// and with ceilings.json, which only ever falls.
// Run by .ci/run with the exit codes of `npm test` and of parts.ts.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SHARED = join(ROOT, '../shared');

let passed = 0;
let failed = 0;

function check(name: string, ok: boolean): void {
  if (ok) passed++;
  else failed++;
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}`);
}

countTests(Number(process.argv[2]));
check('no critical holes and licences that may be passed on (parts.ts)', Number(process.argv[3] ?? 0) === 0);
if (existsSync(SHARED)) await measure();
else check('../shared is there to measure on', false);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function countTests(exitCode: number): void {
  const path = join(ROOT, 'dist/test-results.json');
  if (existsSync(path)) {
    const results = JSON.parse(readFileSync(path, 'utf8'));
    passed += results.numPassedTests;
    failed += results.numFailedTests;
  }
  check('npm test', exitCode === 0);
}

async function measure(): Promise<void> {
  const storeDir = mkdtempSync(join(tmpdir(), 'ratsauskunft-ci-'));
  const data = join(SHARED, 'data/karlsruhe-answers.jsonl.zst');
  const server = spawn(process.execPath, [join(SHARED, 'tools/oparl-server.mjs'), '--data', data, '--port', '0']);
  try {
    const system = await new Promise<string>((resolve, reject) => {
      let said = '';
      server.stdout.on('data', (data) => {
        said += data;
        const url = /(http:\S+\/oparl\/system)/.exec(said)?.[1];
        if (url) resolve(url);
      });
      server.once('exit', (code) => reject(new Error(`the OParl server ended with code ${code}`)));
    });
    const run = (script: string, ...args: string[]) =>
      execFileSync(process.execPath, [join(ROOT, 'scripts', script), ...args], {
        cwd: ROOT,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
        env: { ...process.env, STORE_DIR: storeDir },
      });
    run('ingest.ts', 'oparl', system, '--delay-ms', '0');
    run('build-index.ts');
    const questions = ['--questions', join(SHARED, 'eval/dev.jsonl')];
    const judged = ['--judged', join(SHARED, 'eval/short-dev.jsonl'), '--variants'];
    const rewrites = ['--rewrites', join(SHARED, 'eval/dev-rewrites.jsonl')];
    compare('bare', run('evaluate.ts', ...questions, ...judged));
    compare('rewritten', run('evaluate.ts', ...questions, ...rewrites));
    compare('parsing', run('evaluate-parsing.ts', '--data', join(SHARED, 'data')));
  } catch (error) {
    check(`the evaluation runs: ${error}`, false);
  } finally {
    server.kill();
    rmSync(storeDir, { recursive: true, force: true });
  }
}

type Figures = { [key: string]: Figures | number };

/** Floors are named by their path in the figures that a script prints on its last line. */
function compare(name: 'bare' | 'rewritten' | 'parsing', output: string): void {
  console.log(output);
  const measured: Figures = JSON.parse(output.trim().split('\n').at(-1) ?? '{}');
  const floors: Record<string, number> = JSON.parse(readFileSync(join(ROOT, '.ci/floors.json'), 'utf8'))[name];
  for (const [path, floor] of Object.entries(floors)) {
    const value = figureAt(measured, path);
    check(`${name} ${path}: ${value} (floor ${floor})`, typeof value === 'number' && value >= floor);
  }
  // What must not happen has a ceiling, which only ever falls.
  const ceilings: Record<string, number> =
    JSON.parse(readFileSync(join(ROOT, '.ci/ceilings.json'), 'utf8'))[name] ?? {};
  for (const [path, ceiling] of Object.entries(ceilings)) {
    const value = figureAt(measured, path);
    check(`${name} ${path}: ${value} (ceiling ${ceiling})`, typeof value === 'number' && value <= ceiling);
  }
  if (name === 'parsing') return;
  const bad = figureAt(measured, 'answers answerable all badCitations');
  check(`${name} bad citations: ${bad}`, bad === 0);
}

function figureAt(figures: Figures, path: string): unknown {
  return path.split(' ').reduce<unknown>((inner, key) => (inner as Figures | undefined)?.[key], figures);
}
