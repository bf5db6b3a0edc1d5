// The facts of the city that this run is for: the file that CITY_FILE names, else the one that ships. Read where Node
// runs (pages are built, indexes too, the service starts); a Worker gets them in its bundle.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { type City, readCity } from '../../corpus/city.ts';
import type { Result } from '../../corpus/types.ts';

const SHIPPED = join(import.meta.dirname, '../../corpus/city.json');
/** Beside the pages: which facts they were built with. */
const MARK = '.city';

export const cityPath = (named = process.env.CITY_FILE): string => (named ? resolve(named) : SHIPPED);

/** The error is one sentence for the person at the terminal. */
export function readCityFile(named = process.env.CITY_FILE): Result<City, string> {
  const what = named ? `CITY_FILE=${named}` : 'corpus/city.json';
  let content: string;
  try {
    content = readFileSync(cityPath(named), 'utf8');
  } catch {
    return { ok: false, error: `${what}: Diese Datei lässt sich nicht lesen. (This file cannot be read.)` };
  }
  try {
    const city = readCity(JSON.parse(content));
    return city.ok ? city : { ok: false, error: `${what}: ${city.error.join('; ')}` };
  } catch {
    return { ok: false, error: `${what}: Das ist kein gültiges JSON. (This is not valid JSON.)` };
  }
}

/** What wrangler is told so that the bundle of a Worker holds the city's facts (api/city.ts); throws the sentence. */
export function cityInBundle(named = process.env.CITY_FILE): string[] {
  if (!named) return [];
  const city = readCityFile(named);
  if (!city.ok) throw new Error(city.error);
  return ['--define', `CITY_FACTS:${JSON.stringify(city.value)}`];
}

/** Scripts that name the city take it from its file. */
export function cityInScripts(): Plugin {
  return {
    name: 'city-in-scripts',
    enforce: 'pre',
    load: (id) => (id === SHIPPED ? readFileSync(cityPath(), 'utf8') : null),
  };
}

/** Stops the build where the file is wrong, and leaves a mark by which a later start knows whose pages these are. */
export function checkCity(): Plugin {
  return {
    name: 'check-city',
    buildStart() {
      const city = readCityFile();
      if (!city.ok) this.error(city.error);
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: MARK, source: markOf() });
    },
  };
}

/** Whether the pages in `webDir` were built for this city. */
export function isBuiltFor(webDir: string, named = process.env.CITY_FILE): boolean {
  try {
    return readFileSync(join(webDir, MARK), 'utf8') === markOf(named);
  } catch {
    return false;
  }
}

const markOf = (named?: string): string =>
  createHash('sha256')
    .update(readFileSync(cityPath(named)))
    .digest('hex');
