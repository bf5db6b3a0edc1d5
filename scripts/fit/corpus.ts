// A store → its search index in memory, and the documents by which answers are judged.
import { fillIndex } from '../../api/index/fill-index.ts';
import { openSqliteD1 } from '../../api/node/sqlite-d1.ts';
import { openTables } from '../../api/search/opened.ts';
import type { Parts } from '../../api/search/search.ts';
import { readLexicon } from '../build-index.ts';
import { openStore } from '../store.ts';
import type { CorpusDocument } from './collect.ts';

export async function openCorpus(storeDir: string): Promise<{ parts: Parts; documents: CorpusDocument[] }> {
  const store = await openStore(storeDir);
  const { db } = openSqliteD1(':memory:');
  const target = { version: 'fit', builtAt: '', lexicon: await readLexicon(), maxBundlePassages: 0 };
  const { info } = await fillIndex(db, target, () => store.documents());
  const opened = await openTables(db, target.version);
  const documents: CorpusDocument[] = [];
  for await (const { file, text, pairs } of store.documents()) {
    documents.push({ n: documents.length, file: file.split('/').at(-1) ?? file, document: { text, pairs } });
  }
  return { parts: { info: { ...info, engine: 'd1' }, ...opened, bundle: null }, documents };
}
