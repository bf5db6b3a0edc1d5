// The peers as a project would take them off the shelf, each over the same passages: build, search, size.
import { DatabaseSync } from 'node:sqlite';
import { create, insertMultiple, search as oramaSearch, save } from '@orama/orama';
import { stemmer } from '@orama/stemmers/german';
import FlexSearch from 'flexsearch';
import lunr from 'lunr';
import german from 'lunr-languages/lunr.de.js';
import stemmerSupport from 'lunr-languages/lunr.stemmer.support.js';
import MiniSearch from 'minisearch';

export interface BenchPassage {
  id: number;
  title: string;
  text: string;
}

export interface BuiltEngine {
  /** Ids of passages, best first. */
  search(query: string, limit: number): Promise<unknown[]> | unknown[];
  /** Serialized, as it would travel. */
  bytes(): number;
}

export interface Engine {
  name: string;
  build(passages: BenchPassage[]): Promise<BuiltEngine> | BuiltEngine;
}

export const ENGINES: Engine[] = [
  {
    name: 'MiniSearch 7.2 as it comes',
    build(passages) {
      const index = new MiniSearch<BenchPassage>({ fields: ['title', 'text'] });
      index.addAll(passages);
      return {
        search: (query, limit) =>
          index
            .search(query)
            .slice(0, limit)
            .map((hit) => hit.id as number),
        bytes: () => JSON.stringify(index).length,
      };
    },
  },
  {
    name: 'Orama 3.1, German stems',
    async build(passages) {
      const index = create({
        schema: { title: 'string', text: 'string' } as const,
        components: { tokenizer: { language: 'german', stemmer, stemming: true } },
      });
      await insertMultiple(
        index,
        passages.map(({ id, title, text }) => ({ id: String(id), title, text })),
        500,
      );
      return {
        async search(term, limit) {
          const { hits } = await oramaSearch(index, { term, limit });
          return hits.map((hit) => Number(hit.id));
        },
        bytes: () => JSON.stringify(save(index)).length,
      };
    },
  },
  {
    name: 'FlexSearch 0.8',
    build(passages) {
      const index = new FlexSearch.Index({ tokenize: 'strict', context: false });
      for (const { id, title, text } of passages) index.add(id, `${title} ${text}`);
      let bytes = 0;
      index.export((_key: string, data: string) => {
        bytes += data?.length ?? 0;
      });
      return {
        search: (query, limit) => index.search(query, { limit, suggest: true }) as number[],
        bytes: () => bytes,
      };
    },
  },
  {
    name: 'lunr 2.3, German pack',
    build(passages) {
      stemmerSupport(lunr);
      german(lunr);
      const index = lunr((builder) => {
        builder.use(lunr.de!);
        builder.ref('id');
        builder.field('title');
        builder.field('text');
        for (const passage of passages) builder.add(passage);
      });
      return {
        search(query, limit) {
          const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
          const found = index.query((q) => q.term(lunr.tokenizer(words.join(' ')), {}));
          return found.slice(0, limit).map((hit) => Number(hit.ref));
        },
        bytes: () => JSON.stringify(index).length,
      };
    },
  },
  {
    name: 'SQLite FTS5 as it comes',
    build(passages) {
      const db = new DatabaseSync(':memory:');
      db.exec('create virtual table fts using fts5 (title, text)');
      const insert = db.prepare('insert into fts (rowid, title, text) values (?, ?, ?)');
      db.exec('begin');
      for (const { id, title, text } of passages) insert.run(id, title, text);
      db.exec('commit');
      const select = db.prepare('select rowid as id from fts where fts match ? order by rank limit ?');
      const pages = db.prepare('select page_count * page_size as bytes from pragma_page_count, pragma_page_size');
      return {
        search(query, limit) {
          const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
          if (words.length === 0) return [];
          return (select.all(words.map((word) => `"${word}"`).join(' OR '), limit) as { id: number }[]).map(
            (r) => r.id,
          );
        },
        bytes: () => (pages.get() as { bytes: number }).bytes,
      };
    },
  },
];
