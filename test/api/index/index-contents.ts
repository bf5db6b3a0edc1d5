// Everything that an index says, without the numbers that only its own tables know: two indexes of the same contents
// answer the same.
import type { D1Database } from '@cloudflare/workers-types';
import { tables } from '../../../api/index/index-tables.ts';
import type { PointerInfo } from '../../../api/index/pointer.ts';
import { openList } from '../../../api/index/postings.ts';
import { readBrief } from '../../../api/index/stored-briefs.ts';

type Row = Record<string, string | number | null>;

export async function contentsOf(db: D1Database, info: PointerInfo) {
  const t = tables(info.version);
  const all = async (table: string) => (await db.prepare(`select * from ${table}`).all<Row>()).results;
  const resources = Object.fromEntries((await all(t.resources)).map(({ name, value }) => [name, value as string]));
  const { names = '[]', order: _order, examples: _examples, ...others } = resources;
  const nameOf = (n: number | null) => (n === null ? null : (JSON.parse(names) as string[])[n]);
  const documents = new Map((await all(t.documents)).map((row) => [row.n, row]));
  const passages = new Map((await all(t.passages)).map((row) => [row.n, row]));
  const idOf = (rows: typeof documents, n: number) => (rows.get(n)?.id as string) ?? `missing ${n}`;
  const postings = (list: string, rows: typeof documents) => {
    const found: string[] = [];
    const { numbers, from, lengths } = openList(list);
    for (const [i, n] of numbers.entries()) {
      found.push(`${idOf(rows, n)} ${list.slice(from[i]!, from[i]! + lengths[i]!)}`);
    }
    return found.sort();
  };
  const { documents: count, averageLength, averageInquiryLength, newest, oldest, sums } = info;
  return {
    info: { count, passages: info.passages, averageLength, averageInquiryLength, newest, oldest, sums },
    resources: others,
    documents: sortedBy(
      'id',
      [...documents.values()].map(({ n: _n, ...row }) => row),
    ),
    passages: sortedBy(
      'id',
      [...passages.values()].map(({ n: _n, doc, ...row }) => ({ ...row, document: idOf(documents, doc as number) })),
    ),
    briefs: sortedBy(
      'id',
      (await all(t.briefs)).map(({ n, brief }) => {
        const { first, committee, department, askedBy, passages: own, ...rest } = readBrief(brief as string);
        return {
          ...{ id: idOf(documents, n as number), ...rest },
          ...{ committee: nameOf(committee), department: nameOf(department), askedBy: askedBy.map(nameOf) },
          passages: own.map((one, i) => ({ ...one, id: idOf(passages, first + i) })),
        };
      }),
    ),
    vocabulary: sortedBy(
      'term',
      (await all(t.vocabulary)).map(({ id: _id, passages: list, inquiries, ...row }) => ({
        ...{ ...row, passages: postings(list as string, passages) },
        inquiries: postings(inquiries as string, documents),
      })),
    ),
  };
}

const sortedBy = <T extends object>(key: string, rows: T[]): T[] => {
  const keyOf = (row: T) => String((row as Record<string, unknown>)[key]);
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};
