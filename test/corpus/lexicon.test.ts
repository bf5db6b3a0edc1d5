// The hand-written lexicon keeps its format (Solr synonyms), repeats nothing, and avoids words that the stemmer would
// throw together with something else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cistem } from '../../api/search/cistem.ts';
import { termsOf } from '../../api/search/terms.ts';

interface Line {
  file: string;
  number: number;
  text: string;
  left: string[];
  /** Empty where all members are equivalent. */
  right: string[];
}

const FOLDER = join(import.meta.dirname, '../../corpus/lexicon');
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));
const LINES = FILES.flatMap(readLines);

/** Groups written when this test was; fewer means that a file got lost. */
const LEAST_GROUPS: Record<string, number> = { 'de-stadt-': 2690, 'de-': 5000 };

/** Left words that CISTEM gives the stem of a common word with another meaning: asking for the second would search the first. */
const TRAPS: [left: string, other: string][] = [
  ['Büste', 'Bus'],
  ['Gewann', 'wann'],
  ['Gehölz', 'Holz'],
  ['Gewässer', 'Wasser'],
  ['Geländer', 'Land'],
  ['Gerücht', 'Geruch'],
  ['Hort', 'gehört'],
  ['Schnelltest', 'schnell'],
  ['Verkehrswert', 'Verkehrswende'],
  ['Stadtrand', 'Stadtrat'],
  ['Bauende', 'bauen'],
  ['Fähre', 'fahren'],
  ['Wesenstest', 'West'],
  ['Uber', 'über'],
  ['Brache', 'gebracht'],
];

describe('lexicon', () => {
  it.each(FILES)('%s keeps the format on every line', (file) => {
    const lines = LINES.filter((line) => line.file === file);
    expect(lines.length).toBeGreaterThan(0);
    for (const { number, text, left, right } of lines) {
      const members = [...left, ...right];
      const place = `${file}:${number} ${text}`;
      expect(text.split('=>').length, place).toBeLessThanOrEqual(2);
      expect(text.includes('=>') ? right.length : left.length - 1, place).toBeGreaterThan(0);
      expect(
        members.filter((member) => member === ''),
        place,
      ).toEqual([]);
      expect(
        members.filter((member) => member.split(/\s+/).length > 5),
        place,
      ).toEqual([]);
      expect(new Set(left).size, place).toBe(left.length);
      expect(new Set(right).size, place).toBe(right.length);
    }
  });

  it('says nothing twice in the same words, whatever the file', () => {
    expect(repeated(LINES, ({ text }) => text)).toEqual([]);
  });

  it('has no left side twice in one file', () => {
    expect(repeated(LINES, ({ file, left }) => `${file}: ${left.join(', ').toLowerCase()}`)).toEqual([]);
  });

  it("has every word of the city's topics on one left side of a file only", () => {
    const members = LINES.filter(({ file }) => file.startsWith('de-stadt-')).flatMap(({ file, left }) =>
      left.map((member) => ({ file, member })),
    );
    expect(repeated(members, ({ file, member }) => `${file}: ${member.toLowerCase()}`)).toEqual([]);
  });

  it.each(Object.entries(LEAST_GROUPS))('has in %s* at least %i groups', (prefix, least) => {
    expect(LINES.filter(({ file }) => file.startsWith(prefix)).length).toBeGreaterThanOrEqual(least);
  });

  it.each(TRAPS)("does not list %s, whose stem is that of '%s'", (trap, other) => {
    expect(cistem(trap.toLowerCase())).toBe(cistem(other.toLowerCase()));
    const listed = LINES.filter(
      ({ file, left }) =>
        file.startsWith('de-stadt-') && left.some((member) => member.toLowerCase() === trap.toLowerCase()),
    );
    expect(listed.map(({ file, number, text }) => `${file}:${number} ${text}`)).toEqual([]);
  });

  it("leaves a term of every word of the city's topics, also without its stop words", () => {
    const lost = LINES.filter(({ file }) => file.startsWith('de-stadt-')).flatMap(({ file, number, left }) =>
      left.filter((member) => termsOf(member, () => false).length === 0).map((member) => `${file}:${number} ${member}`),
    );
    expect(lost).toEqual([]);
  });
});

function readLines(file: string): Line[] {
  const lines = readFileSync(join(FOLDER, file), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    const text = line.trim();
    if (text === '' || text.startsWith('#')) return [];
    const [left = '', right] = text.split('=>');
    return [{ file, number: at + 1, text, left: membersOf(left), right: right === undefined ? [] : membersOf(right) }];
  });
}

function membersOf(side: string): string[] {
  return side.split(',').map((member) => member.trim());
}

function repeated<Item>(items: Item[], key: (item: Item) => string): string[] {
  const seen = new Set<string>();
  return items.map(key).filter((value) => seen.has(value) || !seen.add(value));
}
