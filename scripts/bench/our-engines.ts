// Our own search in the process of its peers: all of it, from the question to hits with snippets, over an index that
// the builder's own code has filled. Only D1 is replaced, by the SQLite of Node.
import { readBundle } from '../../api/index/bundle.ts';
import { fillIndex } from '../../api/index/fill-index.ts';
import { openSqliteD1 } from '../../api/node/sqlite-d1.ts';
import { liveIndex } from '../../api/search/live-index.ts';
import { openTables } from '../../api/search/opened.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { readLexicon } from '../build-index.ts';
import type { BuiltEngine } from './engines.ts';

/** MiniSearch is measured even where an isolate could not hold it. */
export async function buildOurs(
  engine: 'minisearch' | 'd1',
  documents: () => AsyncIterable<ReplyDocument>,
): Promise<BuiltEngine> {
  const { db, bytes } = openSqliteD1(':memory:');
  const maxBundlePassages = engine === 'minisearch' ? Number.POSITIVE_INFINITY : 0;
  const target = {
    version: 'bench',
    builtAt: new Date().toISOString(),
    lexicon: await readLexicon(),
    maxBundlePassages,
  };
  const { info, bundle } = await fillIndex(db, target, documents);
  const opened = await openTables(db, target.version);
  const index = liveIndex({ ...info, engine }, opened, bundle === null ? null : readBundle(bundle));
  return {
    async search(query, limit) {
      const all = { filters: {}, history: [], rewrite: null, sort: 'relevance' as const, offset: 0 };
      return (await index.search({ query, limit, ...all })).hits.map((hit) => hit.passage.id);
    },
    bytes: () => bytes() + (bundle?.length ?? 0),
  };
}
