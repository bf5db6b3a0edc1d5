// A document store with given documents, as an ingest would leave it.
import type { ReplyDocument } from '../../corpus/types.ts';
import { openStore } from '../../scripts/store.ts';

export async function putDocuments(storeDir: string, documents: ReplyDocument[]): Promise<void> {
  const store = await openStore(storeDir);
  const source = await store.openSource('folder-x');
  for (const document of documents) {
    const { id, file, title, date, reference, text } = document;
    const reply = await store.replies.put(JSON.stringify(document));
    const state = { kind: 'reply' as const, reply, text, title, date };
    const meta = { reference: reference ?? id };
    source.files.put({ key: id, id, name: id, file, paper: null, meta, stamp: '', state });
  }
  await source.close();
}
