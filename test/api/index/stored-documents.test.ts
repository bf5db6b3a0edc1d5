// A document comes out of its row and its passages as it went in.
import { expect, test } from 'vitest';
import { readDocument, storeDocument } from '../../../api/index/stored-documents.ts';
import { passagesOf } from '../../../corpus/passages.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { DOCUMENTS } from '../search/engines.cases.ts';

function wayThrough(document: ReplyDocument, spans = passagesOf(document)): ReplyDocument {
  const texts = spans.map(({ start, end }) => ({ start, end, text: document.text.slice(start, end) }));
  return readDocument(storeDocument(document, spans), texts)!;
}

test.each(DOCUMENTS)('$id is what it was', (document) => {
  expect(wayThrough(document)).toEqual(document);
});

test('passages that overlap, touch or say the same leave the text as it is', () => {
  const [document] = DOCUMENTS as [ReplyDocument];
  const spans = [
    [0, 10],
    [5, 20],
    [20, 30],
    [22, 25],
    [40, 50],
  ].map(([start = 0, end = 0], n) => ({ id: `x.${n}`, pair: 0, start, end, page: null }));
  expect(wayThrough(document, spans).text).toBe(document.text);
  expect(wayThrough(document, []).text).toBe(document.text);
});

test('a question of which some parts are not quoted, and one without a number or a place, stay so', () => {
  const [{ pairs, ...rest }] = DOCUMENTS as [ReplyDocument];
  const odd = [
    { ...pairs[0]!, unquotable: [{ start: 3, end: 9 }] },
    { ...pairs[1]!, number: null, question: null, questionText: null, questionFrom: null, see: '1' },
  ];
  expect(wayThrough({ ...rest, pairs: odd })).toEqual({ ...rest, pairs: odd });
});

test('an inquiry is packed with all its letters', () => {
  const [document] = DOCUMENTS as [ReplyDocument];
  const inquiry = {
    text: 'Straßenbäume – „wie viele“? 𝒳 '.repeat(300),
    questions: [{ number: '1', start: 0, end: 20 }],
  };
  const stored = storeDocument({ ...document, inquiry }, []);
  expect(stored.inquiry.length).toBeLessThan(1_000);
  expect(readDocument(stored, [])!.inquiry).toEqual(inquiry);
});

test('passages of another row make no document', () => {
  const [document] = DOCUMENTS as [ReplyDocument];
  expect(readDocument(storeDocument(document, passagesOf(document)), [])).toBeNull();
});
