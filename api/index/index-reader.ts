// The search index in D1 → what one version of it holds: vocabulary, candidates, passages and documents.
import type { D1Database } from '@cloudflare/workers-types';
import type { AnswerKind, Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import type { Filters } from '../events.ts';
import { conditionsOf } from '../search/filters.ts';
import type { Candidate } from '../search/rank.ts';
import type { DocumentHead } from '../search/types.ts';
import { ftsToken, type TermEntry, tables } from './index-tables.ts';
import { readVector } from './stored-vectors.ts';

/** What ranking and facets need of a passage; its text is read only for those that are shown. */
export interface CandidateRow extends Candidate {
  kind: AnswerKind;
  date: string | null;
  /** Index of the pair that it belongs to; of pairs that are answered together, the first. */
  pair: number;
  committee: string | null;
  department: string | null;
  /** JSON array of names. */
  askedBy: string;
}

/** A passage as it is shown. */
export interface PassageText {
  document: DocumentHead;
  passage: Passage & { text: string };
  pair: Pair;
}

export type IndexReader = ReturnType<typeof indexReader>;

export function indexReader(db: D1Database, version: string) {
  const t = tables(version);
  const joined = `${t.passages} p join ${t.documents} d on d.n = p.doc`;
  const candidateColumns =
    'p.n, p.doc, p.pair, p.kind, p.terms, p.vector, d.date, d.committee, d.department, d.asked_by as askedBy';
  const all = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    (
      await db
        .prepare(sql)
        .bind(...parameters)
        .all<T>()
    ).results;
  const whole = (row: { head: string; content: string }): ReplyDocument => ({
    ...JSON.parse(row.head),
    ...JSON.parse(row.content),
  });
  return {
    async resource(name: string): Promise<string> {
      const rows = await all<{ value: string }>(`select value from ${t.resources} where name = ? order by part`, name);
      return rows.map((row) => row.value).join('');
    },
    /** As `findExamples` left them (examples.ts), without those whose document was hidden since. */
    async examples(): Promise<string[]> {
      const sql = `select e.value ->> 'question' as question from ${t.resources} r, json_each(r.value) e
        where r.name = 'examples' and exists (select 1 from ${t.documents} where id = e.value ->> 'documentId') order by e.key`;
      return (await all<{ question: string }>(sql)).map(({ question }) => question);
    },
    /** Terms that neither a passage nor an inquiry has are not in it. */
    async vocabulary(terms: string[]): Promise<Map<string, TermEntry>> {
      const sql = `select * from ${t.vocabulary} where term in (select value from json_each(?))`;
      return new Map((await all<TermRow>(sql, JSON.stringify(terms))).map((row) => [row.term, entryOf(row)]));
    },
    /** How many passages have each term; terms that none has are not in it. */
    async frequencies(terms: string[]): Promise<Map<string, number>> {
      const sql = `select term, df from ${t.vocabulary} where term in (select value from json_each(?))`;
      return new Map(
        (await all<Pick<TermRow, 'term' | 'df'>>(sql, JSON.stringify(terms))).map(({ term, df }) => [term, df]),
      );
    },
    /** Terms of passages with the same beginning and about the same length, for spelling. */
    async similar(beginning: string, shortest: number, longest: number): Promise<(TermEntry & { term: string })[]> {
      const sql = `select * from ${t.vocabulary} where term >= ?1 and term < ?2 and length(term) between ?3 and ?4 and df > 0`;
      const rows = await all<TermRow>(sql, beginning, `${beginning}\u{10ffff}`, shortest, longest);
      return rows.map((row) => ({ term: row.term, ...entryOf(row) }));
    },
    /**
     * Candidates by FTS5: those that are worth most, all terms added up. FTS5's own `rank` would take twice as long.
     * @param worth of a passage that has the term, by the term's number
     * @param joint numbers of terms that must all occur
     * @param isNewestFirst what is taken of equals
     */
    async matching(
      worth: Map<number, number>,
      joint: number[],
      filters: Filters,
      limit: number,
      isNewestFirst: boolean,
    ): Promise<CandidateRow[]> {
      const together = joint.map((id) => `"${ftsToken(id)}"`);
      const queries = Array.from(worth, ([id, worth]) => [[...together, `"${ftsToken(id)}"`].join(' AND '), worth]);
      if (joint.length > 0) queries.push([together.join(' AND '), 1]);
      if (queries.length === 0) return [];
      const { sql, parameters } = conditionsOf(filters);
      const filtered = sql === '' ? '' : `where f.rowid in (select p.n from ${joined} where ${sql})`;
      const dated = isNewestFirst ? `join ${t.passages} p on p.n = f.rowid join ${t.documents} d on d.n = p.doc` : '';
      const found = `select f.rowid as n from json_each(?) q join ${t.fts} f on f.${t.fts} match q.key ${dated} ${filtered}
        group by f.rowid order by sum(q.value) desc, ${isNewestFirst ? 'd.date desc,' : ''} f.rowid limit ?`;
      const select = `select ${candidateColumns} from (${found}) f join ${t.passages} p on p.n = f.n
        join ${t.documents} d on d.n = p.doc order by p.n`;
      return all(select, JSON.stringify(Object.fromEntries(queries)), ...parameters, limit);
    },
    /** Numbers of the passages that the filters let through; null: all. */
    async allowed(filters: Filters): Promise<Set<number> | null> {
      const { sql, parameters } = conditionsOf(filters);
      if (sql === '') return null;
      const rows = await all<{ n: number }>(`select p.n from ${joined} where ${sql}`, ...parameters);
      return new Set(rows.map((row) => row.n));
    },
    async candidates(numbers: number[]): Promise<CandidateRow[]> {
      const sql = `select ${candidateColumns} from ${joined} where p.n in (select value from json_each(?)) order by p.n`;
      return all(sql, JSON.stringify(numbers));
    },
    /** All passages of a pair, by the document's number and the pair's index. */
    async passagesOfPair(document: number, pair: number): Promise<CandidateRow[]> {
      return all(
        `select ${candidateColumns} from ${joined} where p.doc = ? and p.pair = ? order by p.n`,
        document,
        pair,
      );
    },
    /** Stored terms of the inquiries that documents answer, by the document's number, where they are known. */
    async inquiries(documents: number[]): Promise<Map<number, string>> {
      const sql = `select n, inquiry from ${t.documents} where n in (select value from json_each(?)) and inquiry <> ''`;
      const rows = await all<{ n: number; inquiry: string }>(sql, JSON.stringify(documents));
      return new Map(rows.map(({ n, inquiry }) => [n, inquiry]));
    },
    async passages(numbers: number[]): Promise<Map<number, PassageText>> {
      const sql = `select p.n, p.id, p.pair, p.start, p."end", p.page, p.text, d.head,
        d.content -> ('$.pairs[' || p.pair || ']') as whole from ${joined} where p.n in (select value from json_each(?))`;
      const rows = await all<Passage & { n: number; text: string; head: string; whole: string }>(
        sql,
        JSON.stringify(numbers),
      );
      return new Map(
        rows.map(({ n, head, whole, ...passage }) => [
          n,
          { passage, document: JSON.parse(head), pair: JSON.parse(whole) },
        ]),
      );
    },
    async passagesOf(documentId: string): Promise<Passage[]> {
      const sql = `select p.id, p.pair, p.start, p."end", p.page from ${joined} where d.id = ? order by p.n`;
      return all(sql, documentId);
    },
    async document(id: string): Promise<ReplyDocument | null> {
      const [row] = await all<{ head: string; content: string }>(
        `select head, content from ${t.documents} where id = ?`,
        id,
      );
      return row ? whole(row) : null;
    },
    async heads(offset: number, limit: number): Promise<DocumentHead[]> {
      const sql = `select head from ${t.documents} order by date desc, n limit ? offset ?`;
      return (await all<{ head: string }>(sql, limit, offset)).map((row) => JSON.parse(row.head));
    },
    /** By id; what is not there is left out. */
    async headsOf(ids: string[]): Promise<Map<string, DocumentHead>> {
      const sql = `select head from ${t.documents} where id in (select value from json_each(?))`;
      const heads = (await all<{ head: string }>(sql, JSON.stringify(ids))).map(
        ({ head }): DocumentHead => JSON.parse(head),
      );
      return new Map(heads.map((head) => [head.id, head]));
    },
    /** One passage a document, newest document first. */
    async browse(filters: Filters): Promise<CandidateRow[]> {
      const { sql, parameters } = conditionsOf(filters);
      const columns = `min(p.n) as n, p.doc, p.pair, p.kind, '' as terms, '' as vector, d.date, d.committee, d.department, d.asked_by as askedBy`;
      const where = sql === '' ? '' : `where ${sql}`;
      return all(`select ${columns} from ${joined} ${where} group by p.doc order by d.date desc, p.doc`, ...parameters);
    },
  };
}

interface TermRow {
  term: string;
  id: number;
  df: number;
  vector: string | null;
  noun_share: number;
}

const entryOf = ({ id, df, vector, noun_share: nounShare }: TermRow): TermEntry => ({
  id,
  df,
  nounShare,
  vector: vector === null ? null : readVector(vector),
});
