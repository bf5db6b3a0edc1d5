// Before a home serves: the corpus is read, what changed is built, and each step says so.
import { join, resolve } from 'node:path';
import { buildWebIfStale } from '../../web/build/stale.ts';
import { buildIndex } from '../build-index.ts';
import { reporterFor } from '../ingest/reporter.ts';
import { both, spoken } from '../language.ts';
import { openStore } from '../store.ts';
import type { Say } from './say.ts';
import type { Settings } from './settings.ts';

const SHIPPED = join(import.meta.dirname, '../../corpus/documents');

/** Throws a sentence for the person at the terminal. */
export async function prepare({ storeDir, corpusDir, app }: Settings, say: Say, json: boolean): Promise<void> {
  const folder = corpusDir ?? ((await mirrorsShipped(storeDir)) ? SHIPPED : null);
  if (folder) {
    // Its readers of PDF and Word take longer to load than all the rest.
    const { ingestFolder } = await import('../ingest.ts');
    const ingested = await ingestFolder({ dir: folder, storeDir, reporter: reporterFor(process.stdout, { json }) });
    if (!ingested.ok) throw new Error(both(ingested.error.text));
  }
  say(spoken('Suchindex …', 'Search index …'));
  const built = await buildIndex({ storeDir, engine: (app.SEARCH_ENGINE ?? null) as 'minisearch' | 'd1' | null });
  if (!built.ok) throw new Error(built.error);
  const index = built.value;
  const size = spoken(
    `${index.documents} Antworten, ${index.passages} Abschnitte, Suche mit ${index.engine}`,
    `${index.documents} answers, ${index.passages} passages, search with ${index.engine}`,
  );
  const state = (isNew: boolean) => (isNew ? spoken('neu gebaut', 'built anew') : spoken('aktuell', 'up to date'));
  say(`  ${state(index.changed)}: ${size}`, { type: 'index', ...index });
  say(spoken('Seiten …', 'Pages …'));
  say(`  ${state(buildWebIfStale())}`);
  if (index.documents === 0) {
    say(
      spoken(
        'Es gibt noch keine Antworten. Legen Sie Dokumente in den Ordner und starten Sie neu.',
        'There are no answers yet. Put documents into the folder and start again.',
      ),
    );
  }
}

/** The shipped documents fill an empty store and are kept in step with their folder; other sources are left alone. */
async function mirrorsShipped(storeDir: string): Promise<boolean> {
  const store = await openStore(storeDir);
  const sources = await store.sources();
  return (
    sources.length === 0 || sources.some(({ info }) => info.kind === 'folder' && resolve(info.location) === SHIPPED)
  );
}
