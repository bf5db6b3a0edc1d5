// Both languages say the same things, in short sentences and politely.
import { describe, expect, test } from 'vitest';
import { de as pagesDe } from '../../api/pages/texts.de.ts';
import { en as pagesEn } from '../../api/pages/texts.en.ts';
import { de } from '../../web/texts.de.ts';
import { en } from '../../web/texts.en.ts';
import { deOnPages } from '../../web/texts.pages.de.ts';
import { enOnPages } from '../../web/texts.pages.en.ts';

const MOST_WORDS = 15;

/** Every sentence by its path; functions are called with numbers and words that make every part appear. */
function sentences(texts: object, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]): [string, string][] => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'object') return sentences(value as object, here);
    if (typeof value !== 'function' || key === 'day') return [];
    const samples = /\bday\(/.test(String(value)) ? ['2021-05-27', '2022-05-27', '2023-05-27'] : ['2', '1', '1'];
    return [[here, String((value as (...args: unknown[]) => unknown)(...samples))]];
  });
}

const tables = [
  ['chat and widget', de, en],
  ['pages in the browser', deOnPages, enOnPages],
  ['pages from the server', pagesDe, pagesEn],
] as const;

describe.each(tables)('%s', (_, german, english) => {
  test('the same keys exist in both languages', () => {
    expect(sentences(english).map(([path]) => path)).toEqual(sentences(german).map(([path]) => path));
  });

  test.each([...sentences(german), ...sentences(english)])('%s is short: %s', (_path, text) => {
    for (const sentence of text.split(/[.!?:](?:\s|$)/)) {
      expect(sentence.split(/\s+/).filter(Boolean).length, sentence).toBeLessThanOrEqual(MOST_WORDS);
    }
  });

  test('German addresses readers as Sie', () => {
    for (const [, text] of sentences(german)) expect(text).not.toMatch(/\b(du|dein\w*|dich|dir|euch|euer)\b/i);
  });
});
