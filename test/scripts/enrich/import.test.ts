import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importFile } from '../../../scripts/enrich/import.ts';
import {
  type EnrichmentTables,
  openEnrichment,
  pairOfAnchor,
  readEnrichment,
  surveyOf,
} from '../../../scripts/store/enrichment.ts';
import { DOCUMENTS } from '../../api/search/engines.cases.ts';

const BAUM = DOCUMENTS.find((document) => document.id === 'baum')!;
const OTHER = DOCUMENTS.find((document) => document.id === 'schule')!;
const QUESTIONS = ['Wie viele Bäume wurden im Stadtpark gefällt?'];

let dir: string;
let tables: EnrichmentTables;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'enrich-'));
  tables = openEnrichment(dir);
});

afterEach(async () => {
  await tables.close();
  await rm(dir, { recursive: true });
});

async function imported(lines: unknown[]) {
  const path = join(dir, 'made-elsewhere.jsonl');
  await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
  async function* documents() {
    yield* DOCUMENTS;
  }
  return importFile(path, documents(), tables);
}

const line = (anchor: string, part: number | string = 1) => ({
  ...{ file: 'baum.txt', part, anchor, questions: QUESTIONS, words: ['Kettensäge'] },
});

test.each([
  ['as it stands', 'Im Herbst werden zwölf Linden', 1],
  ['with other white space', 'ImHerbst  werden\nzwölf Lin', 1],
  ['with a hyphen at a line end', 'Die Bäume waren nicht mehr stand-\nsicher', 0],
  ['with a soft hyphen', 'Die Bäu\u00adme waren nicht', 0],
  ['with decomposed umlauts', 'Im Herbst werden zwölf'.normalize('NFD'), 1],
  ['in the middle of an answer', 'drei Eichen', 1],
  ['in none', 'Das steht hier nirgends', null],
  ['empty', ' - ', null],
])('an anchor %s leads to its pair', (_, anchor, pair) => {
  expect(pairOfAnchor(BAUM, anchor)).toBe(pair);
});

test('each line helps its pair, else its document, and no other', async () => {
  const ofDocument = ['Wurden Bäume gefällt?'];
  const lines = [line('Im Herbst werden'), { ...line('Das steht hier nirgends', 2), questions: ofDocument }];
  expect(await imported(lines)).toMatchObject({ lines: 2, toPairs: 1, toDocuments: 1, dropped: [] });
  const reader = readEnrichment(dir);
  const text = `${QUESTIONS[0]}\nKettensäge`;
  expect(reader.of(BAUM)).toEqual({ pairs: new Map([[1, text]]), document: `${ofDocument[0]}\nKettensäge` });
  expect(reader.of(OTHER)).toEqual({ pairs: new Map(), document: '' });
});

test('bad lines and unknown documents are listed, the others kept', async () => {
  const result = await imported([
    'no json',
    { file: 'baum.txt', part: 1 },
    { ...line('Im Herbst'), file: 'unknown.txt' },
    { ...line('Im Herbst'), questions: ['How many trees were cut down?'] },
    line('Im Herbst'),
    '',
  ]);
  expect(result).toMatchObject({ lines: 5, toPairs: 1, toDocuments: 0 });
  expect(result.dropped.map(({ where, reason }) => `${where}: ${reason}`)).toEqual([
    expect.stringMatching(/^Zeile 1: kein JSON/),
    expect.stringMatching(/^Zeile 2: falsche Form: anchor/),
    expect.stringMatching(/^Zeile 4 .*not German/),
    expect.stringMatching(/^Zeile 3 .*no such document/),
  ]);
});

test('a question that lines of two pairs have helps neither; parts of one pair may repeat it', async () => {
  const own = 'Wann werden die Linden gepflanzt?';
  const lines = [
    { ...line('Im Herbst werden'), questions: [...QUESTIONS, own] },
    line('Die Bäume waren nicht', 2),
    { ...line('drei Eichen', 3), questions: [own] },
  ];
  expect(await imported(lines)).toMatchObject({ toPairs: 2 });
  expect(readEnrichment(dir).of(BAUM).pairs).toEqual(new Map([[1, [own, 'Kettensäge', own, 'Kettensäge'].join('\n')]]));
});

test('an import outlives another parser and goes with a changed answer', async () => {
  await imported([line('Im Herbst werden zwölf Linden')]);
  const reader = readEnrichment(dir);
  const asOnePair = { ...BAUM, pairs: [{ ...BAUM.pairs[0]!, answer: { start: 0, end: BAUM.text.length } }] };
  expect([...reader.of(asOnePair).pairs.keys()]).toEqual([0]);
  const changed = { ...BAUM, text: BAUM.text.replace('Im Herbst', 'Im Winter') };
  expect(reader.of(changed)).toEqual({ pairs: new Map(), document: '' });
  async function* only(document: typeof BAUM) {
    yield document;
  }
  expect((await surveyOf(only(asOnePair), tables)).orphans).toEqual([]);
  expect((await surveyOf(only(changed), tables)).orphans).toEqual(['baum.txt/1']);
});

test('importing the same file again changes nothing', async () => {
  await imported([line('Im Herbst werden')]);
  const before = readEnrichment(dir).fingerprint;
  await imported([line('Im Herbst werden')]);
  expect(readEnrichment(dir).fingerprint).toBe(before);
  await imported([{ ...line('Im Herbst werden'), words: ['Motorsäge'] }]);
  expect(readEnrichment(dir).fingerprint).not.toBe(before);
});
