// Takes a document out for good, whatever the sources say, or lists and undoes that. It leaves the live index at once,
// here and, with --env, on Cloudflare.
// Run with: npm run hide -- ID [--env NAME] | --list | --undo ID   (--json for machines)
import { removeDocuments } from '../api/index/remove-documents.ts';
import { openLocal } from '../api/node/local.ts';
import { argumentsOf, misunderstood } from './arguments.ts';
import { fail } from './fault.ts';
import { spoken, told } from './language.ts';
import type { HiddenEntry } from './store/records.ts';
import { openStore, type Store } from './store.ts';

const STORE_DIR = process.env.STORE_DIR || '.store';
const USAGE = 'npm run hide -- ID [--env NAME] | --list | --undo ID   [--json]';
const REBUILD =
  'Wirksam wird das mit dem nächsten „npm run index“ oder „npm start“. (Takes effect with the next "npm run index" or "npm start".)';

/** 0 done · 1 no such document. */
async function main(): Promise<number> {
  const { values, positionals } = argumentsOf(
    {
      allowPositionals: true,
      options: {
        list: { type: 'boolean', default: false },
        env: { type: 'string' },
        undo: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    },
    USAGE,
  );
  const asked = positionals.length + (values.list ? 1 : 0) + (values.undo === undefined ? 0 : 1);
  if (asked === 0) {
    return misunderstood(
      { de: 'Es fehlt die Kennung eines Dokuments.', en: 'The id of a document is missing.' },
      USAGE,
    );
  }
  if (asked > 1) {
    const words = [...positionals, ...(values.list ? ['--list'] : []), ...(values.undo ? ['--undo'] : [])].join(', ');
    return misunderstood({ de: `Nur eines geht auf einmal: ${words}.`, en: `Only one at a time: ${words}.` }, USAGE);
  }
  const store = await openStore(STORE_DIR);
  if (values.list) return list(await store.hidden(), values.json);
  return values.undo === undefined
    ? hide(store, positionals[0] ?? '', values.env ?? null, values.json)
    : undo(store, values.undo, values.json);
}

function list(entries: readonly HiddenEntry[], json: boolean): number {
  for (const { id, title, since } of entries) {
    console.log(json ? JSON.stringify({ type: 'hidden', id, title, since }) : `${since.slice(0, 10)}  ${id}  ${title}`);
  }
  if (entries.length === 0 && !json) console.log(told('Kein Dokument ist ausgeblendet. (No document is hidden.)'));
  return 0;
}

async function hide(store: Store, id: string, env: string | null, json: boolean): Promise<number> {
  const before = await store.ids();
  const entry = await store.hide(id);
  if (!entry)
    return unknown(`Im Dokumentspeicher gibt es kein Dokument „${id}“. (The store holds no document "${id}".)`, json);
  // Exact copies go with it, and it may be known under the id of one of them.
  const after = await store.ids();
  const ids = [...new Set([id, ...[...before].filter((one) => !after.has(one))])];
  const local = openLocal(STORE_DIR);
  await removeDocuments(local.env.INDEX_DB, ids).finally(() => local.close());
  if (env !== null) {
    const { openRemote } = await import('./publish/remote.ts');
    const remote = await openRemote(env);
    const { dropPictures } = await import('./publish/pictures.ts');
    await removeDocuments(remote.env.INDEX_DB, ids)
      .then(() => dropPictures(remote.env))
      .finally(() => remote.dispose());
  }
  if (json) console.log(JSON.stringify({ type: 'hidden', id: entry.id, title: entry.title, since: entry.since }));
  else
    console.log(
      spoken(
        `Ausgeblendet: ${entry.id} „${entry.title}“; der Dienst zeigt es nicht mehr.`,
        `Hidden: ${entry.id} "${entry.title}"; the service no longer shows it.`,
      ),
    );
  return 0;
}

async function undo(store: Store, id: string, json: boolean): Promise<number> {
  const entry = await store.unhide(id);
  if (!entry) return unknown(`„${id}“ ist nicht ausgeblendet. ("${id}" is not hidden.)`, json);
  if (json) console.log(JSON.stringify({ type: 'shown', id: entry.id, title: entry.title }));
  else {
    console.log(
      spoken(`Wieder eingeblendet: ${entry.id} „${entry.title}“.`, `Shown again: ${entry.id} "${entry.title}".`),
    );
    console.log(told(REBUILD));
  }
  return 0;
}

function unknown(sentence: string, json: boolean): number {
  if (json) console.log(JSON.stringify({ type: 'error', kind: 'unknown-document', text: sentence }));
  console.error(told(sentence));
  return 1;
}

if (import.meta.main) {
  await main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: Error) => fail(error, STORE_DIR),
  );
}
