// What several answers to one question counted. All invented.
import { expect, test } from 'vitest';
import { countedOverYears } from '../../../api/check/changed.ts';

const told = (...answers: [date: string | null, text: string][]) =>
  countedOverYears(answers.map(([date, text]) => ({ date, text }))).map(
    ({ noun, values }) => `${noun}: ${values.map(({ year, value }) => `${year}: ${value}`).join(', ')}`,
  );

test.each([
  [
    'a count in two years',
    [
      ['2025-03-01', 'Derzeit sind 17 Stellen besetzt.'],
      ['2022-05-01', 'Es gibt 14 Stellen.'],
    ],
    ['Stellen: 2022: 14, 2025: 17'],
  ],
  [
    'an adjective between',
    [
      ['2020-01-01', '1.250 neue Plätze'],
      ['2021-01-01', '1.300 Plätze'],
    ],
    ['Plätze: 2020: 1.250, 2021: 1.300'],
  ],
  [
    'years and dates are no counts',
    [
      ['2020-01-01', 'Im Jahr 2019 Bäume, am 3. März'],
      ['2021-01-01', '2020 Bäume, 4 März'],
    ],
    [],
  ],
  [
    'two answers of one year are one',
    [
      ['2020-01-01', '3 Busse'],
      ['2020-09-01', '4 Busse'],
    ],
    [],
  ],
  [
    'an answer without a date says nothing of a year',
    [
      [null, '3 Busse'],
      ['2020-09-01', '4 Busse'],
    ],
    [],
  ],
  [
    'paragraphs of law are no counts',
    [
      ['2020-01-01', 'nach § 34 Baugesetzbuch'],
      ['2021-01-01', '§ 35 Baugesetzbuch'],
    ],
    [],
  ],
] as [string, [string | null, string][], string[]][])('%s', (_, answers, expected) => {
  expect(told(...answers)).toEqual(expected);
});
