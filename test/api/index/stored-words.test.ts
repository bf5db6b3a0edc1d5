// Words come out as they went in, and take little room.
import { expect, test } from 'vitest';
import { readWords, storeWords } from '../../../api/index/stored-words.ts';

test('words are the same afterwards, whatever they share', () => {
  const long = 'donaudampfschifffahrtsgesellschaft';
  const words = [
    'straße',
    'straßen',
    'straßenbahn',
    'übung',
    'öl',
    'zoo',
    'a',
    long,
    `${long}en`,
    `${long}s`,
    'écluse',
    '𠀀y',
    '𠀁z',
  ];
  expect([...readWords(storeWords(words))].sort()).toEqual([...words].sort());
});

test('no words are none', () => {
  expect(readWords(storeWords([])).size).toBe(0);
});
