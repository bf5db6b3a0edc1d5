// What holds for every reader, whatever it reads: one form of letters, no control characters, every page in its turn,
// and a megabyte in two seconds of processor time.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPages } from '../../../corpus/read/read.ts';
import { docx, p } from './office/docx-file.ts';

const CASES = join(import.meta.dirname, 'cases');

test.each(readdirSync(CASES))('the text of %s is NFC, without control characters, and has every page', async (file) => {
  const read = await readPages(new Uint8Array(readFileSync(join(CASES, file))), file);
  if (!read.ok) return expect(['unreadable', 'unknown-format']).toContain(read.error);
  const { pages } = read.value;
  expect(pages.map(({ number }) => number)).toEqual(pages.map((_, i) => i + 1));
  for (const { text } of pages) {
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/);
  }
});

const SENTENCE = 'Die Stadt Musterstadt betreibt vierzig Ba\u0308nke, alle erfunden. ';
const MANY = Array.from({ length: 16_000 }, () => SENTENCE);

test.each<[format: string, bytes: () => Uint8Array]>([
  ['txt', () => new TextEncoder().encode(MANY.join('\n\n'))],
  ['html', () => new TextEncoder().encode(`<html><body>${MANY.map((one) => `<p>${one}</p>`).join('')}</body></html>`)],
  [
    'rtf',
    () =>
      new TextEncoder().encode(
        `{\\rtf1\\ansi ${MANY.map((one) => `${one.replace('\u0308', "\\'e4")}\\par `).join('')}}`,
      ),
  ],
  ['docx', () => docx({ body: MANY.map((one) => p(one)).join('') })],
])('a megabyte of %s takes less than two seconds', async (format, bytes) => {
  const file = bytes();
  const before = process.cpuUsage();
  const read = await readPages(file, `a.${format}`);
  const { user, system } = process.cpuUsage(before);
  expect(read.ok && read.value.pages[0]?.text.length).toBeGreaterThan(900_000);
  expect((user + system) / 1e6).toBeLessThan(2);
});
