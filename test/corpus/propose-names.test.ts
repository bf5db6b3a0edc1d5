// Which rare names may be another's spelling. All invented.
import { expect, test } from 'vitest';
import { proposeNames } from '../../corpus/propose-names.ts';

const proposed = (...names: [string, number][]) =>
  proposeNames(new Map(names), true).map(({ name, spelling, why }) => `${spelling} → ${name} (${why})`);

test.each([
  [
    'a slip',
    [
      ['Gemeinderat', 50],
      ['Gemeindrat', 1],
      ['Geimeinderat', 2],
    ],
    ['Geimeinderat → Gemeinderat (slip)', 'Gemeindrat → Gemeinderat (slip)'],
  ],
  [
    'initials',
    [
      ['Tiefbauamt', 20],
      ['TBA', 24],
    ],
    ['TBA → Tiefbauamt (initials)'],
  ],
  [
    'two offices of the same initials are left to the city',
    [
      ['Tiefbauamt', 20],
      ['Tierbetreuungsamt', 9],
      ['TBA', 24],
    ],
    [],
  ],
  [
    'numbers are names',
    [
      ['Dezernat 4', 50],
      ['Dezernat 5', 1],
    ],
    [],
  ],
  [
    'two frequent names are two',
    [
      ['Bauamt Ost', 50],
      ['Bauamt Rost', 40],
    ],
    [],
  ],
] as [string, [string, number][], string[]][])('%s', (_, names, expected) => {
  expect(proposed(...names)).toEqual(expected);
});
