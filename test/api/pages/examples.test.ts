// Example questions must be understood by someone who has not read the paper, and be answered by this very index.
import { expect, test } from 'vitest';
import { indexReader } from '../../../api/index/index-reader.ts';
import { insertResource } from '../../../api/index/index-tables.ts';
import { pointTo } from '../../../api/index/pointer.ts';
import { removeDocuments } from '../../../api/index/remove-documents.ts';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { candidatesOf, exampleQuestions, findExamples } from '../../../api/pages/examples.ts';
import type { Pair } from '../../../corpus/types.ts';
import { documentOf, smallIndex } from '../answer/small-index.ts';
import { fillEngines } from '../search/engines.check.ts';

const document = (id: string, ...questions: string[]) => ({
  id,
  title: 'Bänke',
  pairs: questions.map((text) => pair(text)),
});

function pair(questionText: string, kind: Pair['kind'] = 'answered'): Pair {
  const answer = { start: 0, end: 1 };
  return { number: null, question: null, questionText, questionFrom: 'document', answer, kind, see: null };
}

test.each([
  [
    '1. Wie viele Fahrräder wurden gestohlen?',
    'a number in front is taken off',
    'Wie viele Fahrräder wurden gestohlen?',
  ],
  ['Wie viele davon wurden aufgeklärt?', 'points to the question before', null],
  ['Welche Kosten entstehen dadurch?', 'points to the question before', null],
  ['Was kostet die oben genannte Maßnahme?', 'points upwards', null],
  ['Wie steht die Verwaltung zu diesem Vorschlag?', 'points to the inquiry', null],
  ['Warum?', 'says too little', null],
  ['Wie viele Bänke gibt es? Und wo stehen sie?', 'is two questions', null],
  ['wie viele Bänke stehen im Stadtgarten?', 'is a part of a sentence', null],
  ['Bericht zum Zustand der Bänke im Stadtgarten', 'is no question', null],
])('%s: %s', (question, _reason, expected) => {
  const questions = candidatesOf([document('a', question)]).map((candidate) => candidate.question);
  expect(questions).toEqual(expected === null ? [] : [expected]);
});

test('a question that the administration did not answer is no example', () => {
  expect(candidatesOf([{ ...document('a'), pairs: [pair('Wie viele Bänke stehen im Park?', 'refused')] }])).toEqual([]);
});

test('questions of a good length come first', () => {
  const short = 'Wie viele Bänke stehen im Park?';
  const good = 'Wie viele Bänke stehen im Stadtgarten, und wie viele sind kaputt?';
  const long = `${good.slice(0, -1)} ${'und wie viele sind kaputt '.repeat(2)}gewesen?`;
  const sorted = candidatesOf([document('a', long, short, good)]).map(({ question }) => question);
  expect(sorted).toEqual([good, short, long]);
});

const BENCHES = 'Wie viele Bänke stehen im Stadtgarten?';
const benches = documentOf('a', `${BENCHES}\n\nEs sind 40.`, [{ question: BENCHES, answer: 'Es sind' }], {
  title: 'Zustand der Bänke',
});

test('are those that the city names, if it names some', async () => {
  expect(await exampleQuestions(smallIndex([]), ['Wo gibt es freie Kitaplätze?'])).toEqual([
    'Wo gibt es freie Kitaplätze?',
  ]);
});

test.each([
  ['is shown when the search is sure of it', [benches], 0.95, [BENCHES]],
  ['is not shown when the search is unsure', [benches], 0.3, []],
  ['is not shown when it does not name what its paper is about', [{ ...benches, title: 'Radwege' }], 0.95, []],
  ['is shown once when two documents ask it', [benches, { ...benches, id: 'b' }], 0.95, [BENCHES]],
])('an example %s', async (_what, documents, confidence, expected) => {
  const examples = await findExamples(smallIndex(documents, confidence));
  expect(examples.map(({ question }) => question)).toEqual(expected);
});

test('an example whose answer is found in another document is not shown', async () => {
  const index = smallIndex([benches], 0.95);
  const asTheSecond = { ...index, list: async () => ({ total: 1, documents: [{ ...benches, id: 'b' }] }) };
  const alsoRead = { ...asTheSecond, document: async () => ({ ...benches, id: 'b' }) };
  expect(await findExamples(alsoRead)).toEqual([]);
});

test('at most three are shown, read once for each index', async () => {
  let reads = 0;
  const examples = async () => {
    reads++;
    return ['Wo?', 'Wann?', 'Wer?', 'Wie?'];
  };
  const index = { ...smallIndex([]), examples };
  expect([await exampleQuestions(index), await exampleQuestions(index)]).toEqual(
    Array(2).fill(['Wo?', 'Wann?', 'Wer?']),
  );
  expect(reads).toBe(1);
});

test('an example is gone with its document, before the next build', async () => {
  const { db } = openSqliteD1(':memory:');
  await pointTo(db, (await fillEngines(db, {})).info);
  const examples = ['baum', 'schule'].map((documentId) => ({ documentId, question: `Frage zu ${documentId}?` }));
  await insertResource(db, 'cases', 'examples', JSON.stringify(examples));
  const reader = indexReader(db, 'cases');
  expect(await reader.examples()).toEqual(['Frage zu baum?', 'Frage zu schule?']);
  await removeDocuments(db, ['baum']);
  expect(await reader.examples()).toEqual(['Frage zu schule?']);
});
