// Holds the rules of ARCHITECTURE.md that imports point against the flow and in no circle, and that what runs in the
// Worker needs no Node.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** Which of our folders a folder may import from. */
const MAY_IMPORT: Record<string, string[]> = {
  corpus: ['corpus'],
  api: ['api', 'corpus'],
  web: ['web', 'api', 'corpus'],
  scripts: ['scripts', 'api', 'corpus', 'web'],
  test: ['test', 'scripts', 'api', 'corpus', 'web'],
};

const importsOf = (source: string): string[] =>
  [...source.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g)].flatMap(
    (match) => match[1] ?? match[2] ?? [],
  );

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));

describe.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
  const imports = filesIn(folder).flatMap((file) =>
    importsOf(readFileSync(join(ROOT, file), 'utf8')).map((specifier) => ({ file, specifier })),
  );

  test(`imports only from ${allowed.join(', ')}`, () => {
    const wrong = imports
      .filter(({ specifier }) => specifier.startsWith('.'))
      .map(({ file, specifier }) => ({ file, target: relative(ROOT, join(ROOT, dirname(file), specifier)) }))
      .filter(({ target }) => target.includes('/') && !allowed.includes(target.split('/')[0] ?? ''));
    expect(wrong).toEqual([]);
  });

  test('names the .ts ending in imports of our own files', () => {
    const bare = imports.filter(({ specifier }) => specifier.startsWith('.') && !/\.\w+(\?\w+)?$/.test(specifier));
    expect(bare).toEqual([]);
  });

  if (folder === 'corpus' || folder === 'api' || folder === 'web') {
    test('needs nothing of Node, but for what builds the pages and the home on Node', () => {
      const running = imports.filter(({ file }) => !/^(web\/build\/|api\/node[./])/.test(file));
      expect(running.filter(({ specifier }) => /\/node(\.ts|\/[\w-]+\.ts)$/.test(specifier))).toEqual([]);
      expect(running.filter(({ specifier }) => specifier.startsWith('node:'))).toEqual([]);
    });
  }
});

test('the rule would notice a wrong import', () => {
  expect(importsOf("import { x } from '../scripts/x.ts';\nconst y = await import('./y.ts');")).toEqual([
    '../scripts/x.ts',
    './y.ts',
  ]);
});

/** Files that import each other, types too, each circle once, in the order of its imports. */
function circlesIn(graph: ReadonlyMap<string, string[]>): string[][] {
  const circles: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]): void => {
    const at = path.indexOf(file);
    if (at >= 0) circles.push([...path.slice(at), file]);
    if (at >= 0 || done.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

test('no file imports itself by way of others, not even a type', () => {
  const files = ['corpus', 'api', 'web', 'scripts'].flatMap(filesIn);
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(readFileSync(join(ROOT, file), 'utf8'))
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => join(dirname(file), specifier)),
    ]),
  );
  expect(circlesIn(graph).map((circle) => circle.join(' → '))).toEqual([]);
});

test('the rule would notice a circle', () => {
  const graph = new Map([
    ['a', ['b']],
    ['b', ['c']],
    ['c', ['b']],
  ]);
  expect(circlesIn(graph)).toEqual([['b', 'c', 'b']]);
});
