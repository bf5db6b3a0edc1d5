// Takes a document out for good, whatever the sources say, or lists and undoes that. It leaves the live index at once,
// here and, with --env, on Cloudflare.
// Run with: npm run hide -- ID [--env NAME] | --list | --undo ID   (--json for machines)
import { parseArgs } from 'node:util';
import { removeDocuments } from '../api/index/remove-documents.ts';
import { openLocal } from '../api/node/local.ts';
import { storageFault } from './store/fault.ts';
import type { HiddenEntry } from './store/records.ts';
import { openStore, type Store } from './store.ts';

const STORE_DIR = process.env.STORE_DIR || '.store';
const USAGE =
  'Aufruf: npm run hide -- KENNUNG [--env NAME] | --list | --undo KENNUNG (Usage: npm run hide -- ID [--env NAME] | --list | --undo ID)';
const REBUILD =
  'Wirksam wird das mit dem nächsten „npm run index“ oder „npm start“. (Takes effect with the next "npm run index" or "npm start".)';

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      env: { type: 'string' },
      undo: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
      json: { type: 'boolean', default: false },
    },
  });

/** 0 done · 1 no such document · 2 not understood. */
async function main(args: string[]): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    console.error(USAGE);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  const asked = positionals.length + (values.list ? 1 : 0) + (values.undo === undefined ? 0 : 1);
  if (asked !== 1) {
    console.error(USAGE);
    return 2;
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
  if (entries.length === 0 && !json) console.log('Kein Dokument ist ausgeblendet. (No document is hidden.)');
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
    await removeDocuments(remote.env.INDEX_DB, ids).finally(() => remote.dispose());
  }
  if (json) console.log(JSON.stringify({ type: 'hidden', id: entry.id, title: entry.title, since: entry.since }));
  else
    console.log(
      `Ausgeblendet: ${entry.id} „${entry.title}“; der Dienst zeigt es nicht mehr. (Hidden; the service no longer shows it.)`,
    );
  return 0;
}

async function undo(store: Store, id: string, json: boolean): Promise<number> {
  const entry = await store.unhide(id);
  if (!entry) return unknown(`„${id}“ ist nicht ausgeblendet. ("${id}" is not hidden.)`, json);
  if (json) console.log(JSON.stringify({ type: 'shown', id: entry.id, title: entry.title }));
  else console.log(`Wieder eingeblendet: ${entry.id} „${entry.title}“. (Shown again.)\n${REBUILD}`);
  return 0;
}

function unknown(sentence: string, json: boolean): number {
  if (json) console.log(JSON.stringify({ type: 'error', kind: 'unknown-document', text: sentence }));
  console.error(sentence);
  return 1;
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2)).catch((error: Error) => {
    console.error(storageFault(error, STORE_DIR) ?? error.message);
    return 1;
  });
}
