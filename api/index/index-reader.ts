// The search index in D1 → what one version of it holds: briefs, vocabulary, passages and documents.
import type { D1Database } from '@cloudflare/workers-types';
import type { Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import type { Filters } from '../events.ts';
import { conditionsOf } from '../search/filters.ts';
import { BEGINNING, MOST_ERRORS } from '../search/spelling.ts';
import type { DocumentHead } from '../search/types.ts';
import { type Briefs, openBriefs } from './briefs.ts';
import { type TermEntry, tables } from './index-tables.ts';
import type { LexiconRow } from './lexicon-rows.ts';
import type { Postings } from './postings.ts';
import { type DocumentColumns, type PlacedText, readDocument, readPair } from './stored-documents.ts';
import { readVector } from './stored-vectors.ts';

/** A passage as it is shown. */
export interface PassageText {
  document: DocumentHead;
  passage: Passage & { text: string };
  pair: Pair;
}

/** How a stem of the lexicon is told from a term of the vocabulary, where either is asked for. */
const STEM = '~';
export const asStem = (stem: string): string => STEM + stem;

export type IndexReader = ReturnType<typeof indexReader>;

export function indexReader(db: D1Database, version: string) {
  const t = tables(version);
  const frequent = frequentTerms();
  const vectors = new Map<number, string>();
  const all = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> =>
    (
      await db
        .prepare(sql)
        .bind(...parameters)
        .all<T>()
    ).results;
  /** @param isAgain a document that was changed between two queries has its passages under another number */
  async function documents(
    key: 'id' | 'n',
    keys: unknown[],
    more: '' | ', inquiry',
    isAgain = false,
  ): Promise<{ n: number; document: ReplyDocument }[]> {
    const wanted = JSON.stringify(keys);
    const where = `where ${key} in (select value from json_each(?))`;
    const [rows, texts] = await Promise.all([
      all<DocumentRow>(`select n, head, pairs, content${more} from ${t.documents} ${where}`, wanted),
      all<PlacedText & { doc: number }>(
        `select doc, start, "end", text from ${t.passages} where doc in (select n from ${t.documents} ${where}) order by n`,
        wanted,
      ),
    ]);
    const ofDocument = Map.groupBy(texts, ({ doc }) => doc);
    const read = rows.map((row) => ({ n: row.n, document: readDocument(row, ofDocument.get(row.n) ?? []) }));
    if (!isAgain && read.some(({ document }) => document === null)) return documents(key, keys, more, true);
    return read.flatMap(({ n, document }) => (document ? [{ n, document }] : []));
  }

  const lexicon = (stems: string[]): Promise<LexiconLines[]> =>
    all(`select stem, lines from ${t.lexicon} where stem in (select value from json_each(?))`, JSON.stringify(stems));

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
    /** What is asked of every candidate; read once, when the index is opened. */
    async briefs(): Promise<Briefs> {
      const [rows, resources] = await Promise.all([
        all<{ n: number; brief: string }>(`select n, brief from ${t.briefs} order by n`),
        all<{ name: string; value: string }>(
          `select name, value from ${t.resources} where name in ('names', 'order') order by name, part`,
        ),
      ]);
      const list = (wanted: string) =>
        JSON.parse(resources.flatMap(({ name, value }) => (name === wanted ? value : [])).join('') || '[]');
      return openBriefs(rows, list('names'), list('order'));
    },
    /**
     * @param keys terms of the vocabulary, and stems of the lexicon as `asStem` writes them
     * @returns entries of the vocabulary by their terms, those of the lexicon's terms among them and others that are kept,
     *   and lines of the lexicon by the keys of their stems; what is not there is left out
     */
    async words(keys: string[]): Promise<Map<string, TermEntry | string>> {
      const stems = keys.flatMap((key) => (key.startsWith(STEM) ? key.slice(STEM.length) : []));
      const kept = frequent.entries;
      const terms = keys.filter((key) => !key.startsWith(STEM) && !kept.has(key));
      const asked = JSON.stringify(stems);
      // Of entries that begin with one of the stems, those of which all further ones are asked for, too.
      const byLexicon = `select t.value from ${t.lexicon} l, json_each(l.terms) e, json_each(e.value, '$[1]') t
        where l.stem in (select value from json_each(?2)) and not exists (select 1 from json_each(e.value, '$[0]') s
          where s.value not in (select value from json_each(?2)))`;
      const [rows, lines] = await Promise.all([
        all<TermRow>(
          `select * from ${t.vocabulary} where term in (select value from json_each(?1) union ${byLexicon})
            and term not in (select value from json_each(?3))`,
          ...[JSON.stringify(terms), asked, JSON.stringify([...kept.keys()])],
        ),
        stems.length === 0 ? [] : lexicon(stems),
      ]);
      const read = new Map(rows.map((row) => [row.term, entryOf(row)]));
      const known = [...kept];
      frequent.keep(read);
      return new Map<string, TermEntry | string>([
        ...known,
        ...read,
        ...lines.map(({ stem, lines }) => [STEM + stem, lines] as const),
      ]);
    },
    /** Compiled, see lexicon.ts. @param stems with which the entries begin; null: all */
    async lexicon(stems: string[] | null): Promise<string> {
      const rows =
        stems === null
          ? await all<LexiconLines>(`select stem, lines from ${t.lexicon} order by stem`)
          : await lexicon(stems);
      return rows.map(({ lines }) => lines).join('\n');
    },
    /** How many passages have each term; terms that none has are not in it. */
    async frequencies(terms: string[]): Promise<Map<string, number>> {
      const sql = `select term, df from ${t.vocabulary} where term in (select value from json_each(?))`;
      return new Map(
        (await all<Pick<TermRow, 'term' | 'df'>>(sql, JSON.stringify(terms))).map(({ term, df }) => [term, df]),
      );
    },
    /** For spelling: for each stem terms of passages with the same beginning and about the same length, in their order. */
    async similar(stems: string[]): Promise<Map<string, { term: string; df: number }[]>> {
      const sql = `select q.value as stem, v.term, v.df from json_each(?1) q join ${t.vocabulary} v
        on v.term >= substr(q.value, 1, ?2) and v.term < substr(q.value, 1, ?2) || char(1114111)
        where abs(length(v.term) - length(q.value)) <= ?3 and v.df > 0 order by q.key, v.term`;
      const rows = await all<SimilarRow>(sql, JSON.stringify(stems), BEGINNING, MOST_ERRORS);
      return Map.groupBy(rows, ({ stem }) => stem);
    },
    /** Numbers of the documents that names let through; null: all. */
    async documentsNamed(filters: Filters): Promise<Set<number> | null> {
      const { sql, parameters } = conditionsOf(filters);
      if (sql === '') return null;
      const rows = await all<{ n: number }>(`select d.n from ${t.documents} d where ${sql}`, ...parameters);
      return new Set(rows.map(({ n }) => n));
    },
    /** Stored vectors of passages that have one, by their numbers. */
    async vectors(numbers: number[]): Promise<Map<number, string>> {
      const missing = numbers.filter((n) => !vectors.has(n));
      const sql = `select n, vector from ${t.passages} where n in (select value from json_each(?))`;
      const rows = missing.length === 0 ? [] : await all<VectorRow>(sql, JSON.stringify(missing));
      if (vectors.size > MAX_VECTORS) vectors.clear();
      for (const { n, vector } of rows) vectors.set(n, vector);
      return new Map(numbers.flatMap((n) => (vectors.has(n) ? [[n, vectors.get(n)!]] : [])));
    },
    /** Lists of all terms by their numbers; only measuring reads them. */
    async allPostings(): Promise<Map<number, Postings>> {
      const rows = await all<TermRow>(`select id, passages, inquiries from ${t.vocabulary}`);
      return new Map(rows.map(({ id, passages, inquiries }) => [id, { passages, inquiries }]));
    },
    async passages(numbers: number[]): Promise<Map<number, PassageText>> {
      if (numbers.length === 0) return new Map();
      const wanted = JSON.stringify(numbers);
      const some = `${t.passages} p where p.n in (select value from json_each(?))`;
      const [rows, documents] = await Promise.all([
        all<Passage & { n: number; doc: number; text: string; whole: string }>(
          `select p.n, p.doc, p.id, p.pair, p.start, p."end", p.page, p.text,
            (select d.pairs -> ('$[' || p.pair || ']') from ${t.documents} d where d.n = p.doc) as whole from ${some}`,
          wanted,
        ),
        all<{ n: number; head: string }>(
          `select n, head from ${t.documents} where n in (select p.doc from ${some})`,
          wanted,
        ),
      ]);
      const heads = new Map(documents.map(({ n, head }): [number, DocumentHead] => [n, JSON.parse(head)]));
      return new Map(
        rows.flatMap(({ n, doc, whole, ...passage }) => {
          const document = heads.get(doc);
          return document && whole ? [[n, { passage, document, pair: readPair(JSON.parse(whole)) }]] : [];
        }),
      );
    },
    async passagesOf(documentId: string): Promise<Passage[]> {
      const sql = `select p.id, p.pair, p.start, p."end", p.page from ${t.passages} p join ${t.documents} d on d.n = p.doc where d.id = ? order by p.n`;
      return all(sql, documentId);
    },
    async document(id: string): Promise<ReplyDocument | null> {
      return (await documents('id', [id], ', inquiry'))[0]?.document ?? null;
    },
    /** By id, without their inquiries; what is not there is left out. */
    async documents(ids: string[]): Promise<Map<string, ReplyDocument>> {
      return new Map((await documents('id', ids, '')).map(({ document }) => [document.id, document]));
    },
    /** The same by number. */
    async documentsNumbered(numbers: number[]): Promise<Map<number, ReplyDocument>> {
      return new Map((await documents('n', numbers, '')).map(({ n, document }) => [n, document]));
    },
    async heads(offset: number, limit: number): Promise<DocumentHead[]> {
      const sql = `select head from ${t.documents} order by date desc, id limit ? offset ?`;
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
  };
}

/** Passages that a term has from which on its entry is kept: they are few, and every other question has some. */
const FREQUENT_FROM = 200;
/** Characters of lists that are kept; opened, they take five times as many bytes. */
const MAX_KEPT = 1_500_000;

/** Vectors of passages that are kept, some 100 bytes each. */
const MAX_VECTORS = 20_000;

/** Entries of frequent terms, which an isolate reads once for each version of the index. */
function frequentTerms() {
  const entries = new Map<string, TermEntry>();
  let size = 0;
  return {
    /** By their terms. */
    entries: entries as ReadonlyMap<string, TermEntry>,
    keep(read: ReadonlyMap<string, TermEntry>): void {
      for (const [term, entry] of read) {
        if (entry.df < FREQUENT_FROM || entries.has(term)) continue;
        size += entry.postings.passages.length + entry.postings.inquiries.length;
        if (size > MAX_KEPT) return;
        entries.set(term, entry);
      }
    },
  };
}

type SimilarRow = { stem: string; term: string; df: number };
type VectorRow = { n: number; vector: string };
type LexiconLines = Pick<LexiconRow, 'stem' | 'lines'>;

type DocumentRow = Omit<DocumentColumns, 'inquiry'> & { n: number; inquiry?: string };

interface TermRow extends Postings {
  term: string;
  id: number;
  df: number;
  vector: string | null;
  noun_share: number;
}

const entryOf = ({ id, df, vector, noun_share: nounShare, passages, inquiries }: TermRow): TermEntry => ({
  id,
  df,
  nounShare,
  vector: vector === null ? null : readVector(vector),
  postings: { passages, inquiries },
});
