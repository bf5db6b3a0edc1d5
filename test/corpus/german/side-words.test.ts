// Words that ask for a matter without naming it.
import { describe, expect, test } from 'vitest';
import { isSideWord } from '../../../corpus/german/side-words.ts';

describe('side words', () => {
  test.each(['klappt', 'ständig', 'schlimm', 'irgendwo', 'stadt', 'everything'])('„%s“ is one', (word) => {
    expect(isSideWord(word)).toBe(true);
  });

  test.each(['müll', 'brücke', 'parken', 'kita', 'lärm', 'hund', 'school'])('„%s“ names a matter', (word) => {
    expect(isSideWord(word)).toBe(false);
  });
});
