// A document store → a copy in which chosen answers no longer repeat their questions, for measuring how far the
// answers' own words lead.
import { cp } from 'node:fs/promises';
import type { ReplyDocument } from '../../corpus/types.ts';
import { openStore } from '../store.ts';

/** The copy has no index yet; its originals are those of the first store, which is only read. */
export async function copyWithoutQuestions(from: string, to: string, ids: ReadonlySet<string>): Promise<void> {
  await cp(from, to, { recursive: true, filter: (path) => !/(cloudflare|originals|\.lock)$/.test(path) });
  const store = await openStore(to);
  const lock = await store.lock();
  if (!lock.ok) throw new Error('Die Kopie des Speichers ist gesperrt. (The copy of the store is locked.)');
  for (const { key } of await store.sources()) {
    const source = await store.openSource(key);
    for (const record of [...source.files.rows.values()]) {
      if (record.state.kind !== 'reply' || !ids.has(record.id)) continue;
      const text = Buffer.from(await store.replies.get(record.state.reply)).toString('utf8');
      const document = JSON.parse(text) as ReplyDocument;
      const pairs = document.pairs.map((pair) => ({ ...pair, question: null, questionText: null, questionFrom: null }));
      const reply = await store.replies.put(JSON.stringify({ ...document, pairs }));
      source.files.put({ ...record, state: { ...record.state, reply } });
    }
    await source.close();
  }
  lock.value.release();
}
