// Rules that hold for every pattern and every condition of the code: German words end where German says so
// (corpus/german/letters.ts), no city has a rule of its own outside of its profile, languages stand in one table.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['corpus', 'api', 'web', 'scripts'];
const FILES = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name)),
).map((file) => ({ file, source: readFileSync(join(ROOT, file), 'utf8') }));

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}

const isNode = (value: unknown): value is Node => typeof (value as Node | null)?.type === 'string';

function* nodesOf(node: Node, parents: Node[] = []): Generator<{ node: Node; parents: Node[] }> {
  yield { node, parents };
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* nodesOf(child, [...parents, node]);
    }
  }
}

const treeOf = (file: string, source: string): Node => parseSync(file, source).program as unknown as Node;

/** Patterns with \b or \w that are not `german(…)`, as they stand in the code. */
function narrowPatterns(file: string, source: string): string[] {
  if (!/\\[bwW]/.test(source)) return [];
  const hasStrings = /\\\\[bwW]|String\.raw[^;]*\\[bwW]/.test(source);
  return [...nodesOf(treeOf(file, source))].flatMap(({ node, parents }) => {
    const isGerman = parents.some(
      (parent) => parent.type === 'CallExpression' && (parent.callee as Node).name === 'german',
    );
    const pattern = node.type === 'Literal' ? ((node.regex as { pattern: string } | undefined)?.pattern ?? '') : '';
    const isMade = node.type === 'NewExpression' && (node.callee as Node).name === 'RegExp' && hasStrings;
    const text = source.slice(node.start, node.end);
    if (isGerman || !(/\\[bwW]/.test(pattern) || (isMade && /\\[bwW]|\$\{/.test(text)))) return [];
    return [`${file}: ${text.slice(0, 80)}`];
  });
}

describe('words', () => {
  test('end where German words end, in every pattern', () => {
    const wrong = FILES.filter(({ file }) => file !== 'corpus/german/letters.ts').flatMap(({ file, source }) =>
      narrowPatterns(file, source),
    );
    expect(wrong, 'write german(/…/), or name the letters').toEqual([]);
  });

  test.each([
    ['a literal', String.raw`const a = /\bgroß\b/u;`, 1],
    ['a pattern from strings', String.raw`const a = new RegExp('\\b' + b);`, 1],
    ['one within a function', String.raw`f(() => /^\w+$/.test(x));`, 1],
    ['a German one', String.raw`const a = german(/\bgroß\b/u);`, 0],
    ['a German one from strings', String.raw`const a = german(new RegExp('\\b' + b));`, 0],
    ['one without', String.raw`const a = /(?<!\p{L})groß/u;`, 0],
  ])('%s would be noticed or not', (_, source, count) => {
    expect(narrowPatterns('x.ts', source)).toHaveLength(count);
  });
});

/** Cities, states and rivers that a general rule may hang on by mistake. */
const PLACES =
  /karlsruhe|köln|münchen|hamburg|leipzig|heidelberg|bremen|dresden|stuttgart|frankfurt|freiburg|mannheim|bonn(?!\p{Ll})|münster(?!\p{Ll})|potsdam|rostock|kiel(?!\p{Ll})|durlach|ettlingen|nürnberg/iu;

/** Strings and patterns that name a place; comments may, and a URL in an example does. */
function placesIn(file: string, source: string): string[] {
  if (!PLACES.test(source)) return [];
  return [...nodesOf(treeOf(file, source))].flatMap(({ node }) => {
    const isText = node.type === 'Literal' || node.type === 'TemplateElement';
    const text = isText ? source.slice(node.start, node.end) : '';
    return PLACES.test(text) ? [`${file}: ${text.slice(0, 80)}`] : [];
  });
}

describe('places', () => {
  test('are named in profiles and data, in no general rule', () => {
    const general = FILES.filter(
      ({ file }) => !file.startsWith('corpus/profiles/') && !/^scripts\/(?:evaluate|bench|train)/.test(file),
    );
    expect(general.flatMap(({ file, source }) => placesIn(file, source))).toEqual([]);
  });

  test('would be noticed in a pattern and in a string, not in a comment', () => {
    expect(placesIn('x.ts', "// Karlsruhe\nconst a = /karlsruhe/;\nconst b = 'Köln';")).toHaveLength(2);
  });
});

/** A comparison with a language's tag, in an `if` or before a `?`. */
const BY_LANGUAGE = /[!=]==? '(?:de|en)'/;

describe('languages', () => {
  test('stand in one table: nothing else asks which one it is', () => {
    expect(FILES.filter(({ source }) => BY_LANGUAGE.test(source)).map(({ file }) => file)).toEqual([]);
  });

  test('a question for one would be noticed', () => {
    expect(BY_LANGUAGE.test("return lang === 'en' ? a : b;")).toBe(true);
    expect(BY_LANGUAGE.test('return TEXTS[lang];')).toBe(false);
  });
});
