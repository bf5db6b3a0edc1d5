// Passages and inquiries that come and go → which rows of the vocabulary change: lists, frequencies, terms that are new
// and terms that nobody has any more.
import type { D1Database } from '@cloudflare/workers-types';
import { type TermEntry, tables, termValues, type Value } from './index-tables.ts';
import type { IndexWrites } from './index-writes.ts';
import { changedList } from './postings.ts';
import type { Brief } from './stored-briefs.ts';
import { eachTerm } from './stored-terms.ts';

/** Rows of the vocabulary that are in memory at once. */
const ROWS_AT_ONCE = 5_000;
/** A value of D1 is at most 2 MB long. */
const TERMS_AT_ONCE = 30_000;

interface Row {
  term: string;
  id: number;
  df: number;
  noun_share: number;
  vector: string | null;
  passages: string;
  inquiries: string;
}

/** What is added to a term's lists, in ascending order. */
interface Additions {
  passages: [n: number, places: string][];
  inquiries: [n: number, places: string][];
}

export type ChangedTerms = Awaited<ReturnType<typeof changedTerms>>;

/** What is learnt of a term that the vocabulary did not have. */
export type Describe = (term: string) => Pick<TermEntry, 'vector' | 'nounShare'>;

/** @param nextTerm number of the first new term */
export async function changedTerms(db: D1Database, version: string, nextTerm: number) {
  const { vocabulary } = tables(version);
  const numbers = await numbersIn(db, vocabulary);
  const before = new Set(numbers.keys());
  const additions = new Map<number, Additions>();
  const gonePassages = new Set<number>();
  const goneDocuments = new Set<number>();
  let next = nextTerm;
  const additionsOf = (id: number): Additions => {
    const own = additions.get(id) ?? { passages: [], inquiries: [] };
    additions.set(id, own);
    return own;
  };
  return {
    numberOf(term: string): number {
      const number = numbers.get(term) ?? next++;
      numbers.set(term, number);
      return number;
    },
    addPassage(n: number, stored: string): void {
      eachTerm(stored, (id, places) => additionsOf(id).passages.push([n, places]));
    },
    addInquiry(document: number, stored: string): void {
      eachTerm(stored, (id, places) => additionsOf(id).inquiries.push([document, places]));
    },
    removeDocument(n: number, { first, passages }: Brief): void {
      goneDocuments.add(n);
      for (const i of passages.keys()) gonePassages.add(first + i);
    },
    /** @returns number of the next new term */
    async write(writes: IndexWrites, describe: Describe): Promise<number> {
      const terms = new Map(Array.from(numbers, ([term, id]) => [id, term]));
      const wanted = [...additions.keys()].map((id) => terms.get(id)!).filter((term) => before.has(term));
      const rows = goneDocuments.size > 0 ? allRows(db, vocabulary) : rowsOf(db, vocabulary, wanted);
      for await (const some of rows) {
        const changed: Value[][] = [];
        const gone: Value[][] = [];
        for (const row of some) {
          const own = additions.get(row.id) ?? { passages: [], inquiries: [] };
          const passages = changedList(row.passages, (n) => gonePassages.has(n), own.passages);
          const inquiries = changedList(row.inquiries, (n) => goneDocuments.has(n), own.inquiries);
          if (!passages.isChanged && !inquiries.isChanged) continue;
          const { term, id, noun_share: nounShare, vector } = row;
          if (passages.count + inquiries.count === 0) gone.push([term]);
          else changed.push([term, id, passages.count, nounShare, vector, passages.list, inquiries.list]);
        }
        writes.put('vocabulary', changed);
        writes.remove('vocabulary', gone);
      }
      const added = [...additions].filter(([id]) => id >= nextTerm);
      writes.put(
        'vocabulary',
        added.map(([id, own]) => {
          const term = terms.get(id)!;
          const passages = changedList('', () => false, own.passages);
          const { list: inquiries } = changedList('', () => false, own.inquiries);
          return termValues(term, {
            ...{ id, df: passages.count, ...describe(term) },
            postings: { passages: passages.list, inquiries },
          });
        }),
      );
      return next;
    },
  };
}

/** In lists, which take a tenth of the time that rows take. */
async function numbersIn(db: D1Database, vocabulary: string): Promise<Map<string, number>> {
  const numbers = new Map<string, number>();
  const some = `select term, id from ${vocabulary} where term > ? order by term limit ${TERMS_AT_ONCE}`;
  const sql = `select json_group_array(term) as terms, json_group_array(id) as ids from (${some})`;
  for (let last = ''; ; ) {
    const row = (await db.prepare(sql).bind(last).first<{ terms: string; ids: string }>())!;
    const [terms, ids] = [JSON.parse(row.terms) as string[], JSON.parse(row.ids) as number[]];
    for (const [i, term] of terms.entries()) numbers.set(term, ids[i]!);
    if (terms.length < TERMS_AT_ONCE) return numbers;
    last = terms.at(-1)!;
  }
}

async function* allRows(db: D1Database, vocabulary: string): AsyncGenerator<Row[]> {
  const sql = `select * from ${vocabulary} where term > ? order by term limit ${ROWS_AT_ONCE}`;
  for (let last = ''; ; ) {
    const { results } = await db.prepare(sql).bind(last).all<Row>();
    if (results.length > 0) yield results;
    if (results.length < ROWS_AT_ONCE) return;
    last = results.at(-1)!.term;
  }
}

async function* rowsOf(db: D1Database, vocabulary: string, terms: string[]): AsyncGenerator<Row[]> {
  const sql = `select * from ${vocabulary} where term in (select value from json_each(?))`;
  for (let at = 0; at < terms.length; at += ROWS_AT_ONCE) {
    const some = JSON.stringify(terms.slice(at, at + ROWS_AT_ONCE));
    yield (await db.prepare(sql).bind(some).all<Row>()).results;
  }
}
