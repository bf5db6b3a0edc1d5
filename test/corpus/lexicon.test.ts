// The hand-written lexicon keeps its format (Solr synonyms), repeats nothing, and avoids words that the stemmer would
// throw together with something else.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileLexicon, openLexicon, tokensOf } from '../../api/index/lexicon.ts';
import { termsOf } from '../../api/index/terms.ts';
import { cistem } from '../../corpus/german/cistem.ts';

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
const LEAST_GROUPS: Record<string, number> = { 'de-stadt-': 2690, 'de-': 5000, 'en-de-': 6200 };

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

/** German questions that hold the stem of an English word, and what that word means. */
const LOOKALIKES: [question: string, not: string][] = [
  ['Wie hoch ist die Rente?', 'Miete'],
  ['Bekommen Rentner einen Zuschuss?', 'Miete'],
  ['Gibt es genug Plätze im Hort?', 'Pferd'],
  ['Was beschließt der Rat?', 'Ratten'],
  ['Welche Räte gibt es?', 'Ratten'],
  ['Was zahlt das Land?', 'Grundstück'],
  ['In welcher Form?', 'Formular'],
  ['Welche Pläne gibt es?', 'Pflanze'],
  ['Wird das Gymnasium saniert?', 'Turnhalle'],
  ['Ist das fast fertig?', 'schnell'],
  ['Hält der ICE hier?', 'Glatteis'],
  ['Wie viele Arten gibt es?', 'Kunst'],
  ['Welche Daten werden erhoben?', 'Termin'],
  ['Wie lang ist das Gras?', 'Zuschuss'],
  ['Wo steht der Container?', 'enthalten'],
  ['Wie offen ist das?', 'Straftat'],
  ['Welche Branchen gibt es?', 'Filiale'],
];

/** English questions and the word that must be searched for them. */
const ENGLISH: [question: string, word: string][] = [
  ['Why was my bin not emptied?', 'Mülltonne'],
  ['There is dog poop on the sidewalk', 'Hundekot'],
  ['Are people sleeping rough?', 'Obdachlosigkeit'],
  ['How many speed bumps are planned?', 'Bodenschwelle'],
  ['Is parking free of charge?', 'kostenlos'],
  ['Who maintains the ring road?', 'Umgehungsstraße'],
  ['Is there enough council housing?', 'Sozialwohnungen'],
  ['Has the fee been increased?', 'erhöhen'],
  ['Are there rats?', 'Ratten'],
  ['Can I afford the rent?', 'Miete'],
  ['What is the city doing about it?', 'Stadt'],
];

const LEXICON = openLexicon(compileLexicon(FILES.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n')));
const searchedFor = (question: string): string[] =>
  LEXICON.expand(tokensOf(question).words).flatMap(({ expansions }) => expansions);

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

  it('reaches the German matter of nine in ten English questions of residents', () => {
    const missed = readFileSync(join(import.meta.dirname, 'english-questions.txt'), 'utf8')
      .trim()
      .split('\n')
      .filter((line) => {
        const [question = '', topics = ''] = line.split(' | ');
        const searched = searchedFor(question).map((word) => cistem(word));
        return !topics
          .split(', ')
          .some((topic) => searched.includes(cistem(topic)) || searchedFor(question).includes(topic));
      });
    expect(missed.length, missed.join('\n')).toBeLessThanOrEqual(4);
  });

  it('has every English word on one left side only', () => {
    const english = LINES.filter(({ file }) => file.startsWith('en-de-')).flatMap(({ left }) => left);
    expect(repeated(english, (member) => tokensOf(member).words.join(' '))).toEqual([]);
  });

  it.each(LOOKALIKES)("does not search '%s' for %s", (question, not) => {
    expect(searchedFor(question)).not.toContain(not);
  });

  it.each(ENGLISH)("searches '%s' for %s", (question, word) => {
    expect(searchedFor(question)).toContain(word);
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
