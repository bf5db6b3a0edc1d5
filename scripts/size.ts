// Holds the size budgets of what citizens load (the widget, and each page with everything that it loads at its start) and
// of the program of the Worker, bundled as for publishing, which needs no network.
// Run with: npm run size (after npm run build). Ends with 1 and a sentence when something has grown too large.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { optionsOf } from './arguments.ts';
import { told } from './language.ts';
import { QUIET_WRANGLER } from './start/quiet-wrangler.ts';

const OUT = join(import.meta.dirname, '../dist/web');
const WIDGET_BYTES = 22_000;
const CHAT_BYTES = 22_000;
const PAGE_BYTES = 60_000;
/** Cloudflare takes 3 MB; what is larger starts later. */
const WORKER_BYTES = 1_100_000;

optionsOf({}, 'npm run size');
if (!existsSync(join(OUT, 'widget.js'))) {
  console.error(told('Es gibt noch keine gebauten Seiten. Zuerst: npm run build. (The pages are not built yet.)'));
  process.exit(1);
}
const pages = readdirSync(OUT).filter((name) => existsSync(join(OUT, name, 'index.html')));
const measured = [
  { name: 'widget.js', bytes: gzipped('widget.js'), limit: WIDGET_BYTES },
  ...pages.map((name) => ({
    name: `${name}/`,
    bytes: pageBytes(name),
    limit: name === 'chat' ? CHAT_BYTES : PAGE_BYTES,
  })),
  { name: 'Worker', bytes: workerBytes(), limit: WORKER_BYTES },
];
for (const { name, bytes, limit } of measured) {
  console.log(`${name.padEnd(12)} ${(bytes / 1000).toFixed(1).padStart(6)} kB von ${limit / 1000} kB`);
}
const tooLarge = measured.filter(({ bytes, limit }) => bytes > limit);
if (tooLarge.length > 0) {
  const names = tooLarge.map(({ name }) => name).join(', ');
  console.error(told(`Über der Grenze: ${names}. (Over the limit: ${names}.)`));
  process.exit(1);
}

function gzipped(file: string): number {
  return gzipSync(readFileSync(join(OUT, file)), { level: 9 }).length;
}

function workerBytes(): number {
  const root = join(import.meta.dirname, '..');
  const dir = mkdtempSync(join(tmpdir(), 'ra-worker-'));
  try {
    const wrangler = join(root, 'node_modules/wrangler/bin/wrangler.js');
    const args = ['deploy', '--env', 'musterstadt', '--minify', '--dry-run', '--outdir', dir];
    const env = { ...process.env, ...QUIET_WRANGLER, CI: 'true', NO_COLOR: '1' };
    const run = spawnSync(process.execPath, [wrangler, ...args], { cwd: root, encoding: 'utf8', env });
    if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`.trim());
    const modules = readdirSync(dir).filter((name) => !/\.(map|md)$/.test(name));
    return modules.reduce((sum, name) => sum + gzipSync(readFileSync(join(dir, name))).length, 0);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** The page itself with the scripts and styles that its markup names and that those import. */
function pageBytes(page: string): number {
  const files = new Set([`${page}/index.html`]);
  for (const file of files) {
    const text = /\.(html|js)$/.test(file) ? readFileSync(join(OUT, file), 'utf8') : '';
    for (const [, name] of text.matchAll(/(?:\/assets\/|["']\.\/)([A-Za-z\d_.-]+\.(?:js|css|svg))/g)) {
      if (name && existsSync(join(OUT, 'assets', name))) files.add(`assets/${name}`);
    }
  }
  return [...files].reduce((sum, file) => sum + gzipped(file), 0);
}
