// Builds the pages when their sources are newer than what was built.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cityPath, isBuiltFor } from './city-file.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['web', 'corpus/city.ts', 'vite.config.ts', 'package.json'];
const BUILT = 'dist/web/widget.json';

/** Returns whether something was built. Throws Vite's own words when it fails. */
export function buildWebIfStale(): boolean {
  const built = statSync(join(ROOT, BUILT), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const isOfThisCity = isBuiltFor(join(ROOT, 'dist/web')) && ownTemplates() < built;
  if (isOfThisCity && SOURCES.every((source) => newest(join(ROOT, source)) < built)) return false;
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  // Where the service only runs, the pages came with it.
  if (!existsSync(vite) && built > 0) return false;
  const run = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`${run.stdout}\n${run.stderr}`.trim());
  return true;
}

/** The city's own answer forms lie beside its file (templates.ts). */
function ownTemplates(): number {
  const folder = join(dirname(cityPath()), 'vorlagen');
  return process.env.CITY_FILE && existsSync(folder) ? newest(folder) : 0;
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}
