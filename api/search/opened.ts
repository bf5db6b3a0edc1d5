// The tables of one version of the index → what an isolate reads of them once: how words are analysed, and the briefs.
import type { D1Database } from '@cloudflare/workers-types';
import type { Briefs } from '../index/briefs.ts';
import { type IndexReader, indexReader } from '../index/index-reader.ts';
import { openLexicon } from '../index/lexicon.ts';
import type { Analysis } from './query.ts';

export interface Opened {
  reader: IndexReader;
  briefs: Briefs;
  analysis: Analysis;
}

export async function openTables(db: D1Database, version: string): Promise<Opened> {
  const reader = indexReader(db, version);
  const [words, lexicon, briefs] = await Promise.all([
    reader.resource('words'),
    reader.resource('lexicon'),
    reader.briefs(),
  ]);
  const known = new Set(words.split('\n'));
  return { reader, briefs, analysis: { known: (word) => known.has(word), lexicon: openLexicon(lexicon) } };
}
