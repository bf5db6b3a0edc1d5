// Invented replies → their passages: whole answers, long ones cut at the ends of sentences, nothing left out.
import { expect, test } from 'vitest';
import { passagesOf } from '../../corpus/passages.ts';
import { documentOf, HEADER } from './parse/reply.ts';

const SENTENCE = 'Im Stadtgarten stehen vierzig Bänke aus Holz, die jedes Jahr gestrichen werden. ';
const documentWith = (answer: string) =>
  documentOf(`${HEADER}\n1. Wie viele Bänke gibt es?\n\n${answer}\n\n2. Was kosten sie?\n\nWenig.\n`);
const lengths = (answer: string) =>
  passagesOf(documentWith(answer))
    .filter(({ pair }) => pair === 0)
    .map(({ start, end }) => end - start);

test('a short answer is one passage, and each answer has its own', () => {
  const document = documentWith('Es gibt 40 Bänke.');
  expect(passagesOf(document).map(({ start, end, pair }) => [pair, document.text.slice(start, end)])).toEqual([
    [0, 'Es gibt 40 Bänke.'],
    [1, 'Wenig.'],
  ]);
});

test('an answer for several questions is cut once', () => {
  const document = documentOf(`${HEADER}\n1. Wie viele?\n2. Wo denn?\n\nZu 1 und 2:\nVierzig im Stadtgarten.\n`);
  expect(document.pairs).toHaveLength(2);
  expect(passagesOf(document)).toHaveLength(1);
});

test.each([8, 13, 14, 15, 16, 17, 30, 47])('%i sentences are cut at their ends, and none of them is lost', (count) => {
  const document = documentWith(SENTENCE.repeat(count));
  const own = passagesOf(document).filter(({ pair }) => pair === 0);
  expect(own.map(({ start, end }) => document.text.slice(start, end)).join(' ')).toBe(SENTENCE.repeat(count).trim());
  for (const { start, end } of own) expect(document.text.slice(start, end)).toMatch(/werden\.$/);
});

test('no passage is longer than can be read at a glance', () => {
  for (let count = 1; count < 60; count++)
    expect(Math.max(...lengths(SENTENCE.repeat(count)))).toBeLessThanOrEqual(1_100);
});

test('ids count passages in their order, and pages are those on which they begin', () => {
  const document = documentOf([`${HEADER}\n1. Wie viele Bänke gibt es?\n\nVierzig.`, '2. Was kosten sie?\n\nWenig.']);
  expect(passagesOf(document).map(({ id, page }) => [id, page])).toEqual([
    ['invented.0', 1],
    ['invented.1', 2],
  ]);
});
