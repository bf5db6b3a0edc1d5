// Terms by passage and by term are the same, for all passages and for those of a question.
import { describe, expect, test } from 'vitest';
import { openBriefs } from '../../../api/index/briefs.ts';
import { joinLists, openList, postingsWriter } from '../../../api/index/postings.ts';
import { type Brief, readBrief, storeBrief } from '../../../api/index/stored-briefs.ts';
import { type FieldTerms, readTerms, SLOTS, storeTerms } from '../../../api/index/stored-terms.ts';
import { candidatesIn, termsOfInquiries, termsOfPassages } from '../../../api/search/found-terms.ts';

const NONE: FieldTerms = { answer: [], question: [], title: [], enrichment: [] };
const store = (fields: Partial<FieldTerms>) => storeTerms({ ...NONE, ...fields }, Number);

const PASSAGES = [
  store({ title: ['7', '8'], answer: ['9', '9', '+10'], question: ['7'] }),
  store({ answer: ['10', '300', '300', '300'] }),
  store({ title: ['8'], question: ['8'], answer: ['8'], enrichment: ['8', '+8'] }),
];
const PLAIN: Brief = {
  ...{ date: null, committee: null, department: null, askedBy: [], titleLength: 0, inquiryLength: 0, first: 0 },
  passages: [],
};
const briefs = openBriefs(
  [
    { n: 0, first: 0, count: 2 },
    { n: 5, first: 2, count: 1 },
  ].map(({ n, first, count }) => {
    const passages = PASSAGES.slice(first, first + count).map((stored) => {
      const lengths = readTerms(stored, [], () => {});
      return { pair: 0, kind: 'answered' as const, signs: 0, ...lengths };
    });
    return { n, brief: storeBrief({ ...PLAIN, first, passages, inquiryLength: n === 5 ? 2 : 0 }) };
  }),
  [],
  [],
);

function writer() {
  const postings = postingsWriter();
  for (const [n, stored] of PASSAGES.entries()) postings.addPassage(n, stored);
  postings.addInquiry(5, store({ answer: ['7', '300'] }));
  return postings;
}
const found = (...ids: number[]) => new Map(ids.map((id) => [id, writer().of(id)]));

function occurrences(stored: string) {
  const all: [number, string, number][] = [];
  const lengths = readTerms(stored, null, (id, slot, count) => {
    const { field, isPart } = SLOTS[slot]!;
    all.push([id, isPart ? `+${field}` : field, count]);
  });
  return { lengths, all };
}

describe('lists of terms', () => {
  test('give back every passage as it was stored', () => {
    expect(termsOfPassages(found(7, 8, 9, 10, 300), [0, 1, 2], briefs)).toEqual(PASSAGES);
  });

  test('give a question its own terms of a passage, and the lengths of the whole', () => {
    const [first] = termsOfPassages(found(7, 300), [0], briefs);
    expect(occurrences(first!)).toEqual({
      lengths: { answer: 2, question: 1 },
      all: [
        [7, 'question', 1],
        [7, 'title', 1],
      ],
    });
  });

  test('know the inquiries of documents, and which documents have none', () => {
    const inquiries = termsOfInquiries(found(7), [0, 5], briefs);
    expect([...inquiries.keys()]).toEqual([5]);
    expect(occurrences(inquiries.get(5)!).all).toEqual([[7, 'answer', 1]]);
  });

  test('are read one behind the other as one list', () => {
    const more = postingsWriter();
    more.addPassage(40, store({ answer: ['8'] }));
    const { numbers } = openList(joinLists([writer().of(8).passages, '', more.of(8).passages]));
    expect([...numbers]).toEqual([0, 2, 40]);
  });
});

describe('candidates', () => {
  const all = () => true;
  test('are those that are worth most, of equals the first', () => {
    const worth = new Map([
      [7, 5],
      [8, 3],
      [10, 5],
    ]);
    expect(candidatesIn(found(7, 8, 10), worth, [], briefs, all, 2, false)).toEqual([0, 1]);
    const equal = new Map([
      [300, 1],
      [8, 1],
    ]);
    expect(candidatesIn(found(8, 300), equal, [], briefs, all, 2, false)).toEqual([0, 1]);
  });

  test('have all joint terms, and need no other', () => {
    expect(candidatesIn(found(8, 9, 10), new Map([[10, 9]]), [8], briefs, all, 9, false)).toEqual([0, 2]);
    expect(candidatesIn(found(8, 9), new Map(), [8, 9, 8], briefs, all, 9, false)).toEqual([0]);
  });

  test('are none of what is not allowed', () => {
    expect(candidatesIn(found(8), new Map([[8, 1]]), [], briefs, (n) => n === 2, 9, false)).toEqual([2]);
  });
});

describe('briefs', () => {
  test('know the order of the corpus, whatever numbers its documents have', () => {
    const passages = [0, 1].map((pair) => ({ pair, kind: 'answered' as const, signs: 0, answer: 1, question: 1 }));
    const rows = [3, 8].map((n) => ({ n, brief: storeBrief({ ...PLAIN, first: 10 * n, passages }) }));
    const placesBy = (order: number[]) => [30, 31, 80, 81].map(openBriefs(rows, [], order).placeOf);
    expect(placesBy([])).toEqual([0, 1, 2, 3]);
    expect(placesBy([8, 3])).toEqual([2, 3, 0, 1]);
  });

  test('keep what they are given', () => {
    const brief: Brief = {
      ...{
        date: '2024-02-29',
        committee: 0,
        department: 70,
        askedBy: [3, 1_000],
        titleLength: 9,
        inquiryLength: 180,
        first: 211_524,
      },
      passages: [
        { pair: 0, kind: 'answered', signs: 0, answer: 51, question: 12 },
        { pair: 40, kind: 'announced', signs: 0b11_111111_111111, answer: 0, question: 900 },
      ],
    };
    expect(readBrief(storeBrief(brief))).toEqual(brief);
    expect(readBrief(storeBrief(PLAIN))).toEqual(PLAIN);
  });

  test.each(['1999-12-31', '2000-01-01', '2023-12-01', '0987-06-05'])('keep the day %s', (date) => {
    expect(readBrief(storeBrief({ ...PLAIN, date })).date).toBe(date);
  });

  test('know no passage of a document that is gone', () => {
    expect([0, 1, 2, 3].map(briefs.has)).toEqual([true, true, true, false]);
    const gone = openBriefs([{ n: 5, brief: storeBrief({ ...PLAIN, first: 2, passages: [] }) }], [], []);
    expect(gone.has(0)).toBe(false);
  });
});
