// The README stays true: it names every npm script, every environment variable and every dependency.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8');
const readme = read('README.md');
const manifest = JSON.parse(read('package.json')) as {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
};

const settings = [...read('api/env.ts').matchAll(/^\s+([A-Z][A-Z_]+)\?: (?:string|'[^;]+);/gm)].map(
  (match) => match[1]!,
);

describe('README', () => {
  test.each(Object.keys(manifest.scripts))('names the script %s', (script) => {
    const command = script === 'start' || script === 'test' ? `npm ${script}` : `npm run ${script}`;
    expect(readme).toContain(command);
  });

  test.each([...settings, 'CORPUS_DIR', 'STORE_DIR', 'PORT', 'HOST', 'CLIENT_ADDRESS_HEADER'])(
    'explains %s',
    (name) => {
      expect(readme).toMatch(new RegExp(`\\| \`${name}[=\`]`));
    },
  );

  const { dependencies, devDependencies, optionalDependencies } = manifest;
  test.each(Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }))('justifies %s', (name) => {
    expect(readme).toContain(`\`${name}\``);
  });

  test('opens with the two commands', () => {
    expect(readme.indexOf('npm ci && npm start')).toBeGreaterThan(0);
    expect(readme.indexOf('npm ci && npm test')).toBeLessThan(1_500);
  });
});
