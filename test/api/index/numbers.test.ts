// What is counted for /zahlen, from metadata of invented documents.
import { expect, test } from 'vitest';
import { numbersCounter } from '../../../api/index/numbers.ts';
import { numbersCsv } from '../../../api/pages/numbers.ts';
import type { PageContext } from '../../../api/pages/page.ts';
import { nameCollector } from '../../../corpus/names.ts';
import type { AnswerKind, Pair, ReplyDocument } from '../../../corpus/types.ts';
import { documentOf } from '../answer/small-index.ts';

const pair = (kind: AnswerKind): Pair => ({
  ...{ number: '1', question: null, questionText: null, questionFrom: null, answer: { start: 0, end: 1 }, see: null },
  kind,
});

const paper = (id: string, rest: Partial<ReplyDocument>): ReplyDocument =>
  documentOf(id, 'x', [], { pairs: [pair('answered')], ...rest });

function numbersOf(...documents: ReplyDocument[]) {
  const names = nameCollector();
  for (const document of documents) names.add(document);
  const counter = numbersCounter(names.table());
  for (const document of documents) counter.add(document);
  return counter.numbers();
}

const ASKED = [
  paper('a', {
    date: '2024-03-01',
    submitted: '2024-01-01',
    askedBy: ['Erika Muster', 'DIE MITTE.'],
    factions: ['DIE MITTE.'],
  }),
  paper('b', { date: '2024-05-01', submitted: '2024-04-01', askedBy: ['Die Mitte'], factions: ['Die Mitte'] }),
  paper('c', { date: '2023-05-01', askedBy: ['Die Mitte'], factions: ['Die Mitte'], pairs: [pair('announced')] }),
  paper('d', { date: null, askedBy: [] }),
];

test('a faction counts once, however it is written, and persons are counted apart', () => {
  const { factions, persons, unknown } = numbersOf(...ASKED);
  expect(factions).toEqual([{ name: 'Die Mitte', papers: 3, years: { 2023: 1, 2024: 2 }, topics: [] }]);
  expect(persons.map(({ name, papers }) => [name, papers])).toEqual([['Erika Muster', 1]]);
  expect(unknown.asker).toBe(1);
});

test('how long an answer took is counted where both dates are known', () => {
  const { durations, unknown } = numbersOf(...ASKED);
  expect(durations).toEqual([{ year: '2024', papers: 2, medianDays: 60, ninetyPercentDays: 60 }]);
  expect(unknown.submitted).toBe(2);
});

test('what was announced is listed with its paper', () => {
  expect(numbersOf(...ASKED).open).toEqual([
    { documentId: 'c', title: 'Anfrage c', date: '2023-05-01', number: '1', kind: 'announced' },
  ]);
});

test('every table is there as CSV, and none of its cells is run as a formula', () => {
  const context = { lang: 'de', path: '/zahlen', city: {} } as unknown as PageContext;
  const numbers = numbersOf(paper('a', { askedBy: ['=SUMME(A1)'], factions: ['=SUMME(A1)'], date: '2024-01-01' }));
  expect(numbersCsv(context, numbers, 'fraktionen')).toBe(
    '\uFEFF"Fraktion";"Anfragen";"2024";"Eigene Themen"\r\n"\'=SUMME(A1)";"1";"1";""\r\n',
  );
});

test('what a faction asks about more than others do is named', () => {
  const own = Array.from({ length: 10 }, (_, i) =>
    paper(`r${i}`, { title: `Radweg ${i}`, askedBy: ['A'], factions: ['A'] }),
  );
  const others = Array.from({ length: 30 }, (_, i) =>
    paper(`s${i}`, { title: `Schule ${i}`, askedBy: ['B'], factions: ['B'] }),
  );
  const { factions } = numbersOf(...own, ...others);
  expect(factions.map(({ name, topics }) => [name, topics])).toEqual([
    ['B', ['Schule']],
    ['A', ['Radweg']],
  ]);
});
