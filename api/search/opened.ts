// The tables of one version of the index → what an isolate reads of them once: how words are analysed, and the briefs.
import type { D1Database } from '@cloudflare/workers-types';
import type { Briefs } from '../index/briefs.ts';
import { type IndexReader, indexReader } from '../index/index-reader.ts';
import { readWords } from '../index/stored-words.ts';

export interface Opened {
  reader: IndexReader;
  briefs: Briefs;
  /** Whether the corpus has this word (lower case) as a word of its own. */
  known(word: string): boolean;
}

export async function openTables(db: D1Database, version: string): Promise<Opened> {
  const reader = indexReader(db, version);
  const [words, briefs] = await Promise.all([reader.resource('words'), reader.briefs()]);
  const set = readWords(words);
  return { reader, briefs, known: (word) => set.has(word) };
}
