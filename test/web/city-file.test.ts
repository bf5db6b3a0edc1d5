// One program for every city: whose service it is stands in the file that CITY_FILE names.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import shipped from '../../corpus/city.json' with { type: 'json' };
import { readSettings } from '../../scripts/start/settings.ts';
import { checkCity, cityInBundle, cityInScripts, isBuiltFor, readCityFile } from '../../web/build/city-file.ts';

const dir = mkdtempSync(join(tmpdir(), 'ra-city-'));
afterAll(() => rmSync(dir, { recursive: true }));
afterEach(() => vi.unstubAllEnvs());

const fileWith = (name: string, content: string): string => {
  writeFileSync(join(dir, name), content);
  return join(dir, name);
};
const NEUDORF = { ...shipped, name: 'Neudorf', contact: { ...shipped.contact, mail: 'rat@neudorf.example' } };
const neudorf = fileWith('neudorf.json', JSON.stringify(NEUDORF));

describe('a wrong file is one sentence that names it', () => {
  test.each([
    ['not there', join(dir, 'none.json'), /none\.json: Diese Datei lässt sich nicht lesen\./],
    ['a folder', dir, /Diese Datei lässt sich nicht lesen\./],
    ['not JSON', fileWith('half.json', '{ "name": '), /half\.json: Das ist kein gültiges JSON\./],
    ['with a misspelt key', fileWith('key.json', JSON.stringify({ ...shipped, nmae: 'X' })), /key\.json: city: .*nmae/],
    [
      'with a mail that is none',
      fileWith('mail.json', JSON.stringify({ ...shipped, url: 'neudorf' })),
      /mail\.json: url/,
    ],
  ])('%s', (_what, file, sentence) => {
    const read = readCityFile(file);
    expect(read).toEqual({ ok: false, error: expect.stringMatching(sentence) });
    expect(readSettings({ CITY_FILE: file })).toEqual(read);
    expect(() => cityInBundle(file)).toThrow(sentence);
  });
});

test('the service on Node is told whose it is; without a file nobody but the one that ships', () => {
  expect(readSettings({ CITY_FILE: neudorf })).toMatchObject({ ok: true, value: { city: { name: 'Neudorf' } } });
  expect(readSettings({})).toMatchObject({ ok: true, value: { city: null } });
  expect(readCityFile(undefined)).toMatchObject({ ok: true, value: { name: shipped.name } });
});

test("a Worker's bundle gets the facts in place of CITY_FACTS", () => {
  const [option, define = ''] = cityInBundle(neudorf);
  expect(option).toBe('--define');
  // wrangler parts name and value at the first colon.
  const [name, ...value] = define.split(':');
  expect(name).toBe('CITY_FACTS');
  expect(JSON.parse(value.join(':'))).toMatchObject({ name: 'Neudorf' });
  expect(cityInBundle('')).toEqual([]);
});

test('pages are built with its contact, and know whose they are', () => {
  const source = join(import.meta.dirname, '../../corpus/city.json');
  const load = cityInScripts().load as (id: string) => string | null;
  vi.stubEnv('CITY_FILE', neudorf);
  expect(load(source)).toContain('rat@neudorf.example');
  expect(load(join(dir, 'other.json'))).toBeNull();
  const emitted: { fileName: string; source: string }[] = [];
  const generate = checkCity().generateBundle as unknown as (this: unknown) => void;
  generate.call({ emitFile: (file: { fileName: string; source: string }) => emitted.push(file) });
  writeFileSync(join(dir, emitted[0]!.fileName), emitted[0]!.source);
  expect(isBuiltFor(dir)).toBe(true);
  vi.stubEnv('CITY_FILE', '');
  expect(isBuiltFor(dir)).toBe(false);
});
