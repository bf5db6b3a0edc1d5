// Documents → what can be counted from their metadata alone, for /zahlen and its CSV: nothing of it is read out of a
// text by a model. What the metadata do not say is counted as not known.
import type { NameTable } from '../../corpus/names.ts';
import type { AnswerKind, Pair, ReplyDocument } from '../../corpus/types.ts';

export interface Numbers {
  /** Newest year first. */
  years: YearCount[];
  /** Papers by who asked: a paper counts once for each faction that it names; most first. */
  factions: AskerCount[];
  /** The same for persons; only where they are named. */
  persons: AskerCount[];
  committees: { name: string; papers: number }[];
  departments: { name: string; papers: number }[];
  /** Days from the paper's own date to the day of the answer, by the answer's year; newest first. */
  durations: { year: string; papers: number; medianDays: number; ninetyPercentDays: number }[];
  /** Newest first: questions whose answer was announced, or of which there were no data. */
  open: OpenAnswer[];
  unknown: { date: number; asker: number; submitted: number };
  papers: number;
  questions: number;
}

export interface YearCount {
  year: string;
  papers: number;
  questions: number;
  kinds: Record<AnswerKind, number>;
}

export interface AskerCount {
  name: string;
  papers: number;
  /** Year → papers. */
  years: Record<string, number>;
  /** Nouns of the titles that stand there more often than in others' titles; of factions with some papers. */
  topics: string[];
}

export interface OpenAnswer {
  documentId: string;
  title: string;
  date: string | null;
  number: string | null;
  kind: AnswerKind;
}

const KINDS: readonly AnswerKind[] = ['answered', 'no-data', 'refused', 'referred', 'announced'];
const MOST_NAMES = 60;
const MOST_OPEN = 100;
/** A paper that was answered later than this has a wrong date rather than a slow administration. */
const LONGEST_DAYS = 1_000;
const DAY_MS = 86_400_000;

/** What is read of a document. */
export type CountedDocument = Pick<
  ReplyDocument,
  'id' | 'title' | 'date' | 'submitted' | 'askedBy' | 'factions' | 'committee' | 'department'
> & { pairs: Pick<Pair, 'number' | 'kind'>[] };

export function numbersCounter(names: NameTable) {
  const years = new Map<string, YearCount>();
  const factions = new Map<string, AskerCount>();
  const persons = new Map<string, AskerCount>();
  const committees = new Map<string, number>();
  const departments = new Map<string, number>();
  const durations = new Map<string, number[]>();
  const open: OpenAnswer[] = [];
  const unknown = { date: 0, asker: 0, submitted: 0 };
  const nouns = topicCounter();
  let papers = 0;
  let questions = 0;
  return {
    add(document: CountedDocument): void {
      const {
        id,
        title,
        date,
        submitted = null,
        askedBy,
        factions: named = [],
        committee,
        department,
        pairs,
      } = document;
      const year = date?.slice(0, 4) ?? null;
      papers++;
      questions += pairs.length;
      if (year === null) unknown.date++;
      else countYear(years, year, pairs);
      if (askedBy.length === 0) unknown.asker++;
      const isFaction = new Set(named);
      const entities = new Map(askedBy.map((name) => [names.of('askedBy', name), isFaction.has(name)]));
      for (const [name, faction] of entities) countAsker(faction ? factions : persons, name, year);
      nouns.add(
        title,
        [...entities].flatMap(([name, faction]) => (faction ? [name] : [])),
      );
      if (committee !== null) add(committees, names.of('committee', committee));
      if (department !== null) add(departments, names.of('department', department));
      const days = daysBetween(submitted, date);
      if (days === null) unknown.submitted++;
      else durations.set(year!, [...(durations.get(year!) ?? []), days]);
      for (const { number, kind } of pairs) {
        if (kind === 'announced' || kind === 'no-data') open.push({ documentId: id, title, date, number, kind });
      }
    },
    numbers(): Numbers {
      const byCount = <T extends { papers: number; name: string }>(all: Iterable<T>): T[] =>
        [...all].sort((a, b) => b.papers - a.papers || a.name.localeCompare(b.name, 'de')).slice(0, MOST_NAMES);
      const named = (counts: Map<string, number>) =>
        byCount(Array.from(counts, ([name, papers]) => ({ name, papers })));
      return {
        years: [...years.values()].sort((a, b) => b.year.localeCompare(a.year)),
        factions: byCount(factions.values()).map((one) => ({ ...one, topics: nouns.of(one.name, one.papers) })),
        persons: byCount(persons.values()),
        committees: named(committees),
        departments: named(departments),
        durations: [...durations].sort(([a], [b]) => b.localeCompare(a)).map(([year, days]) => duration(year, days)),
        open: open.sort((a, b) => (b.date ?? '').localeCompare(a.date ?? '')).slice(0, MOST_OPEN),
        unknown,
        papers,
        questions,
      };
    },
  };
}

function countYear(years: Map<string, YearCount>, year: string, pairs: CountedDocument['pairs']): void {
  const none = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<AnswerKind, number>;
  const count = years.get(year) ?? { year, papers: 0, questions: 0, kinds: none };
  count.papers++;
  count.questions += pairs.length;
  for (const { kind } of pairs) count.kinds[kind]++;
  years.set(year, count);
}

function countAsker(counts: Map<string, AskerCount>, name: string, year: string | null): void {
  const count = counts.get(name) ?? { name, papers: 0, years: {}, topics: [] };
  count.papers++;
  if (year !== null) count.years[year] = (count.years[year] ?? 0) + 1;
  counts.set(name, count);
}

const NOUN = /(?<!\p{L})\p{Lu}\p{Ll}{4,}(?!\p{L})/gu;
const FEWEST_PAPERS = 10;
const FEWEST_TITLES = 3;
const MOST_TOPICS = 3;

/** Titles and who asked → for each asker the nouns that set their titles apart from all others. */
function topicCounter() {
  const all = new Map<string, number>();
  const byAsker = new Map<string, Map<string, number>>();
  let titles = 0;
  return {
    add(title: string, askers: string[]): void {
      titles++;
      for (const noun of new Set(title.match(NOUN) ?? [])) {
        add(all, noun);
        for (const asker of askers) {
          const own = byAsker.get(asker) ?? new Map<string, number>();
          add(own, noun);
          byAsker.set(asker, own);
        }
      }
    },
    of(asker: string, papers: number): string[] {
      if (papers < FEWEST_PAPERS) return [];
      const apart = (noun: string, n: number) => n * Math.log((n * titles) / (papers * all.get(noun)!));
      return [...(byAsker.get(asker) ?? [])]
        .filter(([, n]) => n >= FEWEST_TITLES)
        .map(([noun, n]) => ({ noun, value: apart(noun, n) }))
        .filter(({ value }) => value > 1)
        .sort((a, b) => b.value - a.value)
        .slice(0, MOST_TOPICS)
        .map(({ noun }) => noun);
    },
  };
}

const add = (counts: Map<string, number>, name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1);

function daysBetween(submitted: string | null, answered: string | null): number | null {
  if (submitted === null || answered === null) return null;
  const days = Math.round((Date.parse(answered) - Date.parse(submitted)) / DAY_MS);
  return days >= 1 && days <= LONGEST_DAYS ? days : null;
}

function duration(year: string, days: number[]): Numbers['durations'][number] {
  const sorted = days.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { year, papers: sorted.length, medianDays: at(0.5), ninetyPercentDays: at(0.9) };
}
