// The index after any series of additions, changes and removals is the index that a build of all documents at once makes,
// but for its numbers; and until an update is through nothing of it is there. All texts are invented.
import type { D1Database } from '@cloudflare/workers-types';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Enrichment } from '../../../api/index/document-rows.ts';
import { fillIndex } from '../../../api/index/fill-index.ts';
import { type Learnt, learn } from '../../../api/index/learn.ts';
import { type PointerInfo, pointTo, readPointer } from '../../../api/index/pointer.ts';
import { removeDocuments, removeFromUnseen } from '../../../api/index/remove-documents.ts';
import { updateIndex } from '../../../api/index/update-index.ts';
import { openSqliteD1 } from '../../../api/node/sqlite-d1.ts';
import { liveIndex } from '../../../api/search/live-index.ts';
import { openTables } from '../../../api/search/opened.ts';
import type { ReplyDocument } from '../../../corpus/types.ts';
import { requestOf } from '../search/engines.check.ts';
import { contentsOf } from './index-contents.ts';
import { inventedPaper, randomOf } from './invented-papers.ts';

const LEXICON = 'Blitzer => Geschwindigkeitsmessanlage';
const NAMES = { committee: { Hauptausschuss: ['HA'] } };
const PAPERS = 60;

type Papers = Map<string, ReplyDocument>;

const inOrder = (papers: Papers) => [...papers.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
const stream = (papers: Papers) =>
  async function* documents() {
    yield* inOrder(papers);
  };

/** A paper's enrichment depends on it, so that a changed paper has another. */
const enrichmentOf = ({ id, pairs }: ReplyDocument): Enrichment => ({
  pairs: new Map(id.endsWith('3') ? [[0, `Wörter für ${pairs.length} Fragen`]] : []),
  document: id.endsWith('7') ? 'Stichwort Kita' : '',
});
const fingerprintOf = (document: ReplyDocument) => JSON.stringify([document, enrichmentOf(document).document]);
const target = (learnt: Learnt) => ({
  ...{ builtAt: '2026-01-01T00:00:00.000Z', lexicon: LEXICON, names: NAMES, enrichmentOf, fingerprintOf, learnt },
});

async function built(papers: Papers, learnt: Learnt): Promise<{ db: D1Database; info: PointerInfo }> {
  const { db } = openSqliteD1(':memory:');
  const { info } = await fillIndex(db, { ...target(learnt), version: 'v' }, stream(papers));
  await pointTo(db, info);
  return { db, info };
}

const searchIn = async (db: D1Database, info: PointerInfo) =>
  liveIndex({ ...info, engine: 'd1' }, await openTables(db, 'v'), null);

async function answersOf(db: D1Database, info: PointerInfo, queries: string[]): Promise<string[][]> {
  const index = await searchIn(db, info);
  const results = await index.searchAll(queries.map((query) => requestOf({ query, limit: 20 })));
  return results.map(({ hits }) => hits.map(({ score, passage }) => `${score} ${passage.id}`));
}

let papers: Papers;
let learnt: Learnt;

beforeEach(async () => {
  const random = randomOf(1);
  papers = new Map(Array.from({ length: PAPERS }, (_, i) => [`p${i}`, inventedPaper(`p${i}`, random)]));
  learnt = await learn(stream(papers));
});

describe.each([1, 2, 3, 4, 5, 6])('series %i of changes', (seed) => {
  test('leaves the same index as building it of all documents', { timeout: 60_000 }, async () => {
    const random = randomOf(100 + seed);
    const { db, info } = await built(papers, learnt);
    let live = info;
    let fresh = PAPERS;
    for (let step = 0; step < 8; step++) {
      const ids = [...papers.keys()];
      for (let i = 0; i < 1 + random(3); i++) {
        const id = ids[random(ids.length)]!;
        const kind = random(3);
        if (kind === 0) papers.set(`p${fresh}`, inventedPaper(`p${fresh++}`, random));
        else if (kind === 1 && papers.has(id)) papers.set(id, inventedPaper(id, random));
        else papers.delete(id);
      }
      const updated = await updateIndex(db, { ...live, changed: 0 }, target(learnt), stream(papers));
      live = updated!.info;
      expect(live.edition).toBe(step + 1);
      expect(await readPointer(db)).toEqual(live);
    }
    const anew = await built(papers, learnt);
    expect(await contentsOf(db, live)).toEqual(await contentsOf(anew.db, anew.info));
    const queries = inOrder(papers).map(({ pairs }) => pairs[0]!.questionText!);
    expect(await answersOf(db, live, queries)).toEqual(await answersOf(anew.db, anew.info, queries));
  });
});

test('a paper that is removed is gone from every list and every sum', async () => {
  const only = inventedPaper('einzeln', randomOf(7), 'Zwergflusspferd');
  const without = await built(papers, learnt);
  const { db, info } = await built(new Map([...papers, ['einzeln', only]]), learnt);
  const updated = await updateIndex(db, info, target(learnt), stream(papers));
  expect(await contentsOf(db, updated!.info)).toEqual(await contentsOf(without.db, without.info));
  expect(await openTables(db, 'v').then(({ reader }) => reader.frequencies(['zwergflusspferd']))).toEqual(new Map());
});

test('a removal that is taken back leaves no trace but the numbers', async () => {
  const { db, info } = await built(papers, learnt);
  const before = await contentsOf(db, info);
  const fewer = new Map([...papers].filter(([id]) => id !== 'p5'));
  const removed = await updateIndex(db, info, target(learnt), stream(fewer));
  const back = await updateIndex(db, removed!.info, target(learnt), stream(papers));
  expect(await contentsOf(db, back!.info)).toEqual(before);
});

test('numbers are never given twice', async () => {
  const { db, info } = await built(papers, learnt);
  const last = `p${PAPERS - 1}`;
  const fewer = new Map([...papers].filter(([id]) => id !== last && id !== 'p0'));
  const removed = await updateIndex(db, info, target(learnt), stream(fewer));
  const back = await updateIndex(db, removed!.info, target(learnt), stream(papers));
  const { results } = await db.prepare('select min(n) as n from documents_v where id in (?, ?)').bind(last, 'p0').all();
  expect(results).toEqual([{ n: info.next.document }]);
  expect(back!.info.next.document).toBe(info.next.document + 2);
});

test('nothing is written for documents that are as they were', async () => {
  const { db, info } = await built(papers, learnt);
  const updated = await updateIndex(db, info, target(learnt), stream(papers));
  expect(updated!.rows).toEqual({});
});

test('few rows are written for one paper among many', async () => {
  const { db, info } = await built(papers, learnt);
  const more = new Map([...papers, ['neu', inventedPaper('neu', randomOf(9))]]);
  const { rows } = (await updateIndex(db, info, target(learnt), stream(more)))!;
  expect(rows).toMatchObject({ briefs: expect.any(Number), passages: expect.any(Number) });
  const { results } = await db.prepare('select count(*) as n from vocabulary_v').all<{ n: number }>();
  expect(rows.vocabulary).toBeLessThan(results[0]!.n / 2);
});

describe('an update that cannot be through', () => {
  test('leaves the index as it was when the database breaks in the middle', async () => {
    const { db, info } = await built(papers, learnt);
    const before = await contentsOf(db, info);
    const fewer = new Map([...papers].filter(([id]) => id !== 'p1'));
    const batch: D1Database['batch'] = (statements) => db.batch([...statements, db.prepare('select broken')]);
    await expect(updateIndex({ ...db, batch } as D1Database, info, target(learnt), stream(fewer))).rejects.toThrow(
      'broken',
    );
    expect(await readPointer(db)).toEqual(info);
    expect(await contentsOf(db, info)).toEqual(before);
  });

  test('writes nothing when another has changed the index meanwhile', async () => {
    const { db, info } = await built(papers, learnt);
    const fewer = new Map([...papers].filter(([id]) => id !== 'p1'));
    const fewest = new Map([...fewer].filter(([id]) => id !== 'p2'));
    const first = await updateIndex(db, info, target(learnt), stream(fewer));
    const after = await contentsOf(db, first!.info);
    expect(await updateIndex(db, info, target(learnt), stream(fewest))).toBeNull();
    expect(await contentsOf(db, first!.info)).toEqual(after);
  });

  test('is left to a build of the whole when more than a fifth has changed, also little by little', async () => {
    const { db, info } = await built(papers, learnt);
    const third = new Map([...papers].filter((_, i) => i % 3 > 0));
    expect(await updateIndex(db, info, target(learnt), stream(third))).toBeNull();
    const few = new Map([...papers].filter((_, i) => i > 2));
    expect(await updateIndex(db, { ...info, changed: 8 }, target(learnt), stream(few))).not.toBeNull();
    const { db: other } = await built(papers, learnt);
    expect(await updateIndex(other, { ...info, changed: 10 }, target(learnt), stream(few))).toBeNull();
  });
});

describe('a paper that is hidden', () => {
  test('is gone at once from rows, lists, frequencies and sums, and the next update finds nothing of it to do', async () => {
    const { db, info } = await built(papers, learnt);
    expect(await removeDocuments(db, ['p4', 'p40', 'unknown'])).toBe(2);
    const hidden = (await readPointer(db))!;
    const left = new Map([...papers].filter(([id]) => id !== 'p4' && id !== 'p40'));
    const without = await built(left, learnt);
    const { resources: _counted, ...now } = await contentsOf(db, hidden);
    const { resources: _anew, ...anew } = await contentsOf(without.db, without.info);
    // Which papers belong together and how names are shown is seen by the next update.
    const shown = ({ documents, briefs: _, ...others }: typeof now) => [others, documents.map(({ id }) => id)];
    expect(shown(now)).toEqual(shown(anew));
    expect(hidden.edition).toBe(info.edition + 1);
    const updated = await updateIndex(db, hidden, target(learnt), stream(left));
    expect(updated!.rows).not.toHaveProperty('vocabulary');
    expect(await contentsOf(db, updated!.info)).toEqual(await contentsOf(without.db, without.info));
  });

  test('while an update is under way stops it', async () => {
    const { db, info } = await built(papers, learnt);
    const fewer = new Map([...papers].filter(([id]) => id !== 'p1'));
    const documents = async function* () {
      yield* inOrder(fewer);
      await removeDocuments(db, ['p2']);
    };
    expect(await updateIndex(db, info, target(learnt), documents)).toBeNull();
    expect(await db.prepare("select count(*) as n from documents_v where id = 'p1'").first('n')).toBe(1);
  });

  test('goes out of a version that is not live yet, too', async () => {
    const { db } = openSqliteD1(':memory:');
    const { info } = await fillIndex(db, { ...target(learnt), version: 'v' }, stream(papers));
    const left = await removeFromUnseen(db, info, ['p3']);
    await pointTo(db, left);
    const fewer = new Map([...papers].filter(([id]) => id !== 'p3'));
    const updated = await updateIndex(db, left, target(learnt), stream(fewer));
    const without = await built(fewer, learnt);
    expect(await contentsOf(db, updated!.info)).toEqual(await contentsOf(without.db, without.info));
  });
});
