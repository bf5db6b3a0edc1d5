// The city's facts: what ships is valid and says that nothing is filled in; mistakes are named.
import { expect, test } from 'vitest';
import facts from '../../corpus/city.json' with { type: 'json' };
import { readCity } from '../../corpus/city.ts';

test('what ships with the project is valid', () => {
  expect(readCity(facts).ok).toBe(true);
});

test.each([
  ['a misspelt key', { ...facts, adress: 'x' }, /city.*adress/],
  ['a broken mail address', { ...facts, contact: { ...facts.contact, mail: 'rathaus' } }, /contact\.mail/],
  ['an address that runs a script', { ...facts, url: 'javascript:alert(1)' }, /url/],
  ['a missing part', { name: 'x' }, /imprint/],
  [
    'an impossible day',
    { ...facts, accessibility: { ...facts.accessibility, assessedOn: '2026-02-31' } },
    /assessedOn/,
  ],
])('%s is named by its path', (_name, content, expected) => {
  const read = readCity(content);
  expect(read.ok ? '' : read.error.join('\n')).toMatch(expected);
});
