// One entity each, whatever way it is printed. All invented.
import { describe, expect, test } from 'vitest';
import { foldedName, nameCollector } from '../../corpus/names.ts';

const documents = (...names: { committee?: string; department?: string; askedBy?: string[] }[]) =>
  names.map(({ committee = null, department = null, askedBy = [] }) => ({ committee, department, askedBy }));

function tableOf(all: ReturnType<typeof documents>, rules = {}) {
  const names = nameCollector(rules);
  for (const one of all) names.add(one);
  return names.table();
}

describe('names that are printed in several ways', () => {
  test.each([
    ['Dez. 4', 'Dezernat 4'],
    ['Dez.4', 'Dezernat 4'],
    ['DIE LINKE.', 'Die Linke'],
    ['B‘90/DIE GRÜNEN', 'B 90/Die Grünen'],
    ['FW|FÜR', 'FW/FÜR'],
    ['OV Musterdorf', 'Ortsverwaltung Musterdorf'],
  ])('%s is %s', (a, b) => {
    expect(foldedName(a)).toBe(foldedName(b));
  });

  test.each([
    ['Dezernat 4', 'Dezernat 5'],
    ['Tiefbauamt', 'Hochbauamt'],
    ['TBA', 'Tiefbauamt'],
    ['FW', 'FW/FÜR'],
  ])('%s is not %s by itself', (a, b) => {
    expect(foldedName(a)).not.toBe(foldedName(b));
  });

  test('are shown as they are printed most often', () => {
    const table = tableOf(
      documents({ department: 'Dez. 4' }, { department: 'Dezernat 4' }, { department: 'Dezernat 4' }),
    );
    expect(table.of('department', 'Dez.4')).toBe('Dezernat 4');
  });

  test('are joined further by the city alone, each kind apart', () => {
    const all = documents({ department: 'TBA', askedBy: ['TBA'] }, { committee: 'Gemeindrat' });
    const table = tableOf(all, { department: { Tiefbauamt: ['TBA'] }, committee: { Gemeinderat: ['Gemeindrat'] } });
    expect(table.of('department', 'T.B.A.')).toBe('Tiefbauamt');
    expect(table.of('askedBy', 'TBA')).toBe('TBA');
    expect(table.of('committee', 'Gemeindrat')).toBe('Gemeinderat');
  });

  test('that nobody knows stay as they are', () => {
    expect(tableOf([]).of('committee', 'Jugendrat')).toBe('Jugendrat');
  });
});
