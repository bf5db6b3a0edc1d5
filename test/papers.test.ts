// Papers stay true: every one that code or another paper names is there, and so is every file that a paper names.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

const CODE = ['corpus', 'api', 'web', 'scripts'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|css|sql)$/.test(name))
    .map((name) => join(folder, name)),
);
const PAPERS = [
  'README.md',
  'CONTRIBUTING.md',
  'ARCHITECTURE.md',
  'CHANGELOG.md',
  'api/CONTRACT.md',
  'MEASURED.md',
].filter((name) => existsSync(join(ROOT, name)));

/** Papers that a text names, with their folder where it names one. */
const papersIn = (text: string): string[] => text.match(/(?<![\w/.-])(?:[\w.-]+\/)*[A-Z]{4,}\.md/g) ?? [];
/** At the top, beside the file, or the API's contract by its name alone. */
const isThere = (name: string, from: string): boolean =>
  [name, join(dirname(from), name), join('api', name)].some((path) => existsSync(join(ROOT, path)));

describe('papers', () => {
  test('that code names are there', () => {
    const missing = CODE.flatMap((file) =>
      papersIn(read(file))
        .filter((name) => !isThere(name, file))
        .map((name) => `${file} names ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('and none is named without its ending', () => {
    const bare = CODE.filter((file) => /(?<!\w)(?:DESIGN|PLATFORM|BASELINES)(?!\w)/.test(read(file)));
    expect(bare).toEqual([]);
  });

  test.each(PAPERS)('%s names only files that are there', (paper) => {
    const named = [
      ...read(paper).matchAll(/`((?:api|corpus|web|scripts|test)\/[\w./-]*\w\/?)`|\]\(((?!http)[^)#]+)\)/g),
    ];
    const missing = named
      .map((match) => match[1] ?? match[2]!)
      .filter((name) => !existsSync(join(ROOT, name)) && !existsSync(join(ROOT, dirname(paper), name)));
    expect(missing).toEqual([]);
  });

  test('CONTRIBUTING.md has a glossary and says where to change what', () => {
    expect(read('CONTRIBUTING.md')).toContain('## Glossary');
    expect(read('CONTRIBUTING.md')).toContain('## Where do I change …');
  });

  test('a name of a missing paper would be noticed', () => {
    expect(papersIn('as MISSING.md says, see api/CONTRACT.md')).toEqual(['MISSING.md', 'api/CONTRACT.md']);
    expect(isThere('MISSING.md', 'api/app.ts')).toBe(false);
  });
});
