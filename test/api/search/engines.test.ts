// The same cases as in workerd, over SQLite on Node, and what a document that goes in the middle of a search does.
import { beforeAll, expect, test } from 'vitest';
import { pointTo } from '../../../api/index/pointer.ts';
import { removeDocuments } from '../../../api/index/remove-documents.ts';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { liveIndex } from '../../../api/search/live-index.ts';
import { checkEngines, type Engines, fillEngines, requestOf } from './engines.check.ts';

const engines: Engines = {};

beforeAll(async () => {
  await fillEngines(openSqliteD1(':memory:').db, engines);
});

checkEngines(engines);

test('a document that is hidden between being ranked and being read is no hit, and the others are', async () => {
  const { db } = openSqliteD1(':memory:');
  const { info, opened } = await fillEngines(db, {});
  await pointTo(db, info);
  const hidesFirst = async (numbers: number[]) => {
    await removeDocuments(db, ['freibad-neu']);
    return opened.reader.passages(numbers);
  };
  const index = liveIndex(info, { ...opened, reader: { ...opened.reader, passages: hidesFirst } }, null);
  const { hits } = await index.search(requestOf({ query: 'Wann öffnet das Freibad?' }));
  expect(hits.map(({ document }) => document.id)).toEqual(['freibad-alt']);
});
