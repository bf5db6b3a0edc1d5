// A store → search indexes in memory, of all its papers or of some, and the documents by which answers are judged.
import { fillIndex } from '../../api/index/fill-index.ts';
import { openSqliteD1 } from '../../api/node/sqlite-d1.ts';
import { openTables } from '../../api/search/opened.ts';
import type { Parts } from '../../api/search/search.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { readLexicon } from '../build-index.ts';
import { openStore } from '../store.ts';
import type { CorpusDocument } from './collect.ts';

export interface Corpus {
  parts: Parts;
  documents: CorpusDocument[];
  close(): void;
}

export async function storedDocuments(storeDir: string): Promise<ReplyDocument[]> {
  const papers: ReplyDocument[] = [];
  for await (const paper of (await openStore(storeDir)).documents()) papers.push(paper);
  return papers;
}

export async function openCorpus(papers: ReplyDocument[]): Promise<Corpus> {
  const { db, close } = openSqliteD1(':memory:');
  const target = { version: 'fit', builtAt: '', lexicon: await readLexicon(), maxBundlePassages: 0 };
  const { info } = await fillIndex(db, target, async function* () {
    yield* papers;
  });
  const documents = papers.map(({ file, text, pairs }, n): CorpusDocument => {
    return { n, file: file.split('/').at(-1) ?? file, document: { text, pairs } };
  });
  const opened = await openTables(db, target.version);
  return { parts: { info: { ...info, engine: 'd1' }, ...opened, bundle: null }, documents, close };
}
