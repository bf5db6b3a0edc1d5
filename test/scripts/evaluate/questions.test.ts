// Question files as others write them: what is read, and what a wrong line is answered with.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readQuestions } from '../../../scripts/evaluate/questions.ts';

const QUESTION = { id: 'q1', style: 'citizen', lang: 'de', question: 'Wo ist das erfundene Bad?', gold: [] };
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'ra-questions-'));
});
afterAll(() => rm(dir, { recursive: true }));

async function read(content: string, rewrites: string | null = null) {
  const [path, second] = [join(dir, 'questions.jsonl'), join(dir, 'rewrites.jsonl')];
  await writeFile(path, content);
  if (rewrites !== null) await writeFile(second, rewrites);
  return readQuestions(path, rewrites === null ? null : second);
}

test.each([
  ['styles and languages that nobody knows here', { style: 'neuartig', lang: 'tr' }, { style: 'neuartig', lang: 'tr' }],
  ['no id, style or language', { id: undefined, style: undefined, lang: undefined }, { id: '1', lang: 'de' }],
  ['numbers for names', { id: 7, gold: [{ file: 12 }] }, { id: '7', gold: [{ file: '12', quote: '' }] }],
  ['a history that is null', { history: null }, { history: [] }],
  ['fields of others', { answer: 5, more: {} }, { question: QUESTION.question }],
])('%s are taken', async (_, change, expected) => {
  expect(await read(JSON.stringify({ ...QUESTION, ...change }))).toMatchObject([expected]);
});

test('a byte order mark, Windows line ends and empty lines do not matter', async () => {
  const line = JSON.stringify(QUESTION);
  expect(await read(`\uFEFF${line}\r\n\r\n${line}\r\n`)).toHaveLength(2);
});

test('a line may hold the questions that were written for one pair, in full, short and English', async () => {
  const written = { id: 't1', file: 7890, anchor: 'Das Bad öffnet', questions: ['Wann öffnet das Bad?', 'Bad wann'] };
  const questions = await read(JSON.stringify({ ...written, en: 'When does the pool open?' }));
  expect(questions.map(({ style, lang, question }) => [style, lang, question])).toEqual([
    ['train-full', 'de', 'Wann öffnet das Bad?'],
    ['train-short', 'de', 'Bad wann'],
    ['train', 'en', 'When does the pool open?'],
  ]);
  expect(new Set(questions.map(({ id }) => id)).size).toBe(3);
  expect(questions[0]!.gold).toEqual([{ file: '7890', quote: 'Das Bad öffnet' }]);
});

test('a rewriting goes to the question of its id', async () => {
  const rewrite = { standalone: 'Bad', terms: ['Freibad'] };
  const [first, second] = await read(
    `${JSON.stringify(QUESTION)}\n${JSON.stringify({ ...QUESTION, id: 'q2' })}`,
    JSON.stringify({ id: 'q2', ...rewrite }),
  );
  expect([first!.rewrite, second!.rewrite]).toEqual([null, rewrite]);
});

test.each([
  ['no JSON', '{"id":', /questions.jsonl, Zeile 2: kein JSON/],
  ['no object', '[]', /questions.jsonl, Zeile 2 ist nicht/],
  ['no question', JSON.stringify({ ...QUESTION, question: ' ' }), /questions.jsonl, Zeile 2: question ist nicht/],
  ['no gold', JSON.stringify({ ...QUESTION, gold: undefined }), /questions.jsonl, Zeile 2: gold ist nicht/],
])('%s is named with its line', async (_, line, sentence) => {
  await expect(read(`${JSON.stringify(QUESTION)}\n${line}`)).rejects.toThrow(sentence);
});

test('a file without questions measures nothing and says so', async () => {
  await expect(read('\n')).rejects.toThrow(/keine Frage/);
});
