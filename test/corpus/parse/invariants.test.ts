// What must not happen, whatever the layout: over invented replies of many cities, and each fault of its kind.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { brokenIn } from '../../../corpus/parse/invariants.ts';
import { isUnquotable, quotablePart, withUnquotable } from '../../../corpus/parse/unquotable.ts';
import { unmarked } from '../../../scripts/evaluate/marked.ts';
import { countSpans } from '../../../scripts/evaluate/spans.ts';
import { A1, A2, documentOf, HEADER, Q1, Q2 } from './reply.ts';

const FOLDER = 'test/evaluation/layouts';
const LAYOUTS = readdirSync(FOLDER).map((name) => ({ name, ...unmarked(readFileSync(`${FOLDER}/${name}`, 'utf8')) }));

describe('invented layouts of other cities', () => {
  test.each(LAYOUTS)('no answer of $name holds a link word alone or the words of who asks', ({ text }) => {
    const { askersInside, nothing } = brokenIn(documentOf(text));
    expect({ askersInside, nothing }).toEqual({ askersInside: [], nothing: [] });
  });

  test('nine answers of ten have both ends where a reader put them', () => {
    const counts = LAYOUTS.map(({ text, pairs }) => countSpans(documentOf(text), pairs));
    const strict = counts.reduce((n, count) => n + count.strict, 0);
    const truth = counts.reduce((n, count) => n + count.truth, 0);
    expect(strict / truth).toBeGreaterThan(0.9);
  });
});

const of = (body: string, inquiryText?: string) =>
  brokenIn(documentOf(`${HEADER}\n${body}`, inquiryText === undefined ? {} : { inquiryText }));

describe('a fault is noticed', () => {
  test('a paragraph of the inquiry in an answer', () => {
    const view =
      'Viele Menschen vermissen schattige Plätze in der Stadt und haben das der Fraktion mehrfach geschrieben.';
    const { askersInside } = brokenIn({
      ...documentOf(`${HEADER}\n${view}`),
      inquiry: { text: `${view}\n\n1. ${Q1}`, questions: [] },
    });
    expect(askersInside).toHaveLength(1);
  });

  test('and none where all is well', () => {
    const broken = of(`1. ${Q1}\n\n${A1}\n\n2. ${Q2}\n\n${A2}`, `Anfrage\n\n1. ${Q1}\n2. ${Q2}`);
    expect(Object.values(broken).flat()).toEqual([]);
  });
});

test('a lone "und" between two questions is no answer', () => {
  expect(of(`1. ${Q1}\n\nund\n\n2. ${Q2}\n\n${A2}`).nothing).toEqual([]);
});

describe('what is broken after all', () => {
  const view =
    'Viele Menschen vermissen schattige Plätze in der Stadt und haben das der Fraktion mehrfach geschrieben.';
  const parsed = documentOf(`${HEADER}\n${view}\n\n${A1}`);
  const document = withUnquotable({ ...parsed, inquiry: { text: `${view}\n\n1. ${Q1}`, questions: [] } }, []);
  const place = (words: string) => {
    const start = document.text.indexOf(words);
    return { start, end: start + words.length };
  };

  test('is marked in the pair, and its words stay in the answer', () => {
    const [pair] = document.pairs;
    expect(pair?.unquotable).toEqual([place(view)]);
    expect(document.text.slice(pair!.answer.start, pair!.answer.end)).toContain(view);
  });

  test('is not to be quoted, and what stands beside it is', () => {
    expect([isUnquotable(document, place(view)), isUnquotable(document, place(A1))]).toEqual([true, false]);
    const part = quotablePart(document.pairs[0]!)!;
    expect(document.text.slice(part.start, part.end).trim()).toBe(A1);
  });

  test('marks nothing where nothing is broken', () => {
    expect(parsed.pairs.some(({ unquotable }) => unquotable)).toBe(false);
  });
});
