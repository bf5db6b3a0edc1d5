// Papers as cities file them, all invented: which of their files is the answer, what belongs together, what stays out.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReplyDocument } from '../../../corpus/types.ts';
import type { IngestReport } from '../../../scripts/ingest/events.ts';
import { ingestOparl } from '../../../scripts/ingest.ts';
import { openStore } from '../../../scripts/store.ts';
import { startOparlServer, type TestFile, type TestPaper, type TestServer } from '../oparl-server.ts';

vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
let storeDir: string;
beforeEach(async () => {
  server = await startOparlServer({ perPage: 50 });
  storeDir = await mkdtemp(join(tmpdir(), 'ra-papers-'));
});
afterEach(async () => {
  await server.close();
  await rm(storeDir, { recursive: true, force: true });
});

async function ingest(papers: TestPaper[], full = false): Promise<IngestReport> {
  server.papers = papers;
  const result = await ingestOparl({ url: server.system, delayMs: 0, storeDir, full, reporter: () => {} });
  if (!result.ok) throw new Error(result.error.text.en);
  return result.value;
}
async function documents(): Promise<ReplyDocument[]> {
  const all: ReplyDocument[] = [];
  for await (const document of (await openStore(storeDir)).documents()) all.push(document);
  return all;
}
const ids = async () => (await documents()).map((document) => document.id);

const paper = (id: string, reference: string, name: string, files: TestFile[], more: Partial<TestPaper> = {}) => ({
  id,
  reference,
  name,
  files,
  ...more,
});
const INQUIRY = `Anfrage der erfundenen Fraktion\n\n1. Wie viele erfundene Bänke gibt es im Stadtpark?\n\n2. Was kostet eine Bank?\n`;
const ANSWER = `Stellungnahme zur Anfrage der erfundenen Fraktion

1. Wie viele erfundene Bänke gibt es im Stadtpark?

Im Stadtpark gibt es zwölf Bänke, alle erfunden.

2. Was kostet eine Bank?

Eine Bank kostet 900 Euro, frei erfunden.
`;

describe('which file of a paper is the answer', () => {
  it('is told by the first page, whatever the files are called and however many there are', async () => {
    await ingest([
      paper('1', '1/2024', 'Bänke im Stadtpark', [
        { id: '10', name: 'Dokument 1', text: INQUIRY },
        { id: '11', name: 'Dokument 2', text: ANSWER },
        {
          id: '12',
          name: 'Dokument 3',
          text: 'Niederschrift über die erfundene Sitzung\n\nDie Anfrage wurde beantwortet.',
        },
        { id: '13', name: 'Dokument 4', text: 'Anlage 1 zur Stellungnahme\n\nLageplan der Bänke' },
        { id: '14', name: 'Dokument 5', text: 'Lageplan ohne weitere Worte' },
      ]),
    ]);
    expect(await ids()).toEqual(['musterstadt-11']);
    const [document] = await documents();
    expect(document?.related.map((related) => related.name)).toEqual([
      'Dokument 1',
      'Dokument 3',
      'Dokument 4',
      'Dokument 5',
    ]);
    expect(document?.pairs.map((pair) => pair.number)).toEqual(['1', '2']);
  });

  it('may be more than one', async () => {
    const second = ANSWER.replace('zwölf Bänke', 'dreizehn Bänke').replace('zur Anfrage', 'zur ergänzenden Anfrage');
    await ingest([
      paper('1', '1/2024', 'Bänke', [
        { id: '11', name: 'Stellungnahme', text: ANSWER },
        { id: '12', name: 'Ergänzung', text: second },
      ]),
    ]);
    expect(await ids()).toEqual(['musterstadt-11', 'musterstadt-12']);
  });
});

describe('an answer that is a paper of its own', () => {
  const inquiry = () =>
    paper('1', 'AN/1285/2024', 'Anfrage: Bänke im Stadtpark', [{ id: '10', name: 'Anfrage', text: INQUIRY }]);
  const bare = (reference: string) => `Beantwortung einer Anfrage nach § 4 der Geschäftsordnung
${reference}

Die Verwaltung antwortet wie folgt:

Zu 1.: Im Stadtpark gibt es zwölf Bänke, alle erfunden.

Zu 2.: Eine Bank kostet 900 Euro, frei erfunden.
`;
  const reply = (name: string, text: string, more: Partial<TestPaper> = {}) =>
    paper('2', '3008/2024', name, [{ id: '20', name: 'Beantwortung', text }], more);

  it.each([
    ['its title', () => reply('Beantwortung der Anfrage AN/1285/2024', bare(''))],
    ['its text', () => reply('Bänke im Stadtpark', bare('betreffend die Anfrage AN/1285/2024 vom 3. Mai 2024'))],
    ['its text, with blanks', () => reply('Bänke im Stadtpark', bare('Anfrage AN / 1285 / 2024'))],
    [
      'a link between the papers',
      () => reply('Bänke im Stadtpark', bare(''), { more: { relatedPaper: [server.url('/oparl/bodies/1/papers/1')] } }),
    ],
  ])('is joined with its inquiry by %s, and takes the questions from there', async (_by, answer) => {
    await ingest([inquiry(), answer()]);
    const [document, ...others] = await documents();
    expect(others).toEqual([]);
    expect(document?.id).toBe('musterstadt-20');
    expect(document?.reference).toBe('3008/2024');
    expect(document?.related.map((related) => related.url)).toContain(server.url('/download/10.txt'));
    expect(document?.pairs.map((pair) => [pair.number, pair.questionText, pair.questionFrom])).toEqual([
      ['1', 'Wie viele erfundene Bänke gibt es im Stadtpark?', 'inquiry'],
      ['2', 'Was kostet eine Bank?', 'inquiry'],
    ]);
  });

  it('is joined when the inquiry is listed after it, or comes with a later run', async () => {
    await ingest([reply('Beantwortung der Anfrage AN/1285/2024', bare(''))]);
    expect((await documents())[0]?.pairs[0]?.questionText ?? null).toBeNull();
    const later = { ...inquiry(), modified: new Date().toISOString() };
    const report = await ingest([server.papers[0] as TestPaper, later]);
    expect(report.changed).toHaveLength(1);
    expect((await documents())[0]?.pairs[0]?.questionFrom).toBe('inquiry');
  });

  it('is not joined with a paper whose reference it does not name', async () => {
    await ingest([inquiry(), reply('Beantwortung der Anfrage AN/1286/2024', bare(''))]);
    expect((await documents())[0]?.related).toEqual([]);
  });
});

describe('the same answer twice', () => {
  it('is one document with the references of both, whatever white space the copies have', async () => {
    const file = (id: string, text: string) => [{ id, name: 'Stellungnahme', text }];
    await ingest([
      paper('1', '1/2024', 'Bänke', file('11', ANSWER), { date: '2024-01-09' }),
      paper('2', '2/2024', 'Bänke noch einmal', file('21', ANSWER.replaceAll(' ', '  ')), { date: '2024-02-09' }),
      paper('3', '3/2024', 'Bäume', file('31', ANSWER.replaceAll('Bänke', 'Bäume'))),
    ]);
    expect((await documents()).map(({ id, aliases }) => [id, aliases])).toEqual([
      ['musterstadt-11', [{ reference: '2/2024', file: '21' }]],
      ['musterstadt-31', []],
    ]);
  });
});

describe('public or not', () => {
  const answerWith = (line: string) => `${line}\n${ANSWER}`;
  it.each([
    ['a header that calls the paper nichtöffentlich', answerWith('Nichtöffentliche Vorlage'), false],
    [
      'a table with one closed consultation',
      answerWith('Hauptausschuss 01.02.2024 nichtöffentlich\nGemeinderat 08.02.2024 öffentlich'),
      true,
    ],
    ['a sentence that mentions the word', ANSWER.replace('alle erfunden', 'was nichtöffentlich beraten wurde'), true],
  ])('%s', async (_what, text, isPublic) => {
    const report = await ingest([paper('1', '1/2024', 'Bänke', [{ id: '11', name: 'Stellungnahme', text }])]);
    expect(await ids()).toEqual(isPublic ? ['musterstadt-11'] : []);
    expect(report.skipped.map((file) => file.reason)).toEqual(isPublic ? [] : ['not-public']);
  });
});

describe('a hidden document', () => {
  const withText = (text: string, modified?: string): TestPaper =>
    paper('1', '1/2024', 'Bänke', [{ id: '11', name: 'Stellungnahme', text, ...(modified ? { modified } : {}) }], {
      ...(modified ? { modified } : {}),
    });

  it('stays hidden when the source changes it, drops it and brings it back', async () => {
    await ingest([withText(ANSWER)]);
    const store = await openStore(storeDir);
    expect(await store.hide('musterstadt-11')).toMatchObject({ id: 'musterstadt-11' });
    expect(await ids()).toEqual([]);
    await ingest([withText(ANSWER.replace('zwölf', 'elf'), new Date().toISOString())]);
    expect(await ids()).toEqual([]);
    await ingest([{ ...withText(ANSWER), deleted: true, modified: new Date().toISOString() }]);
    await ingest([withText(ANSWER, new Date().toISOString())]);
    expect(await ids()).toEqual([]);
    await store.unhide('musterstadt-11');
    expect(await ids()).toEqual(['musterstadt-11']);
  });

  it('takes its copies in other papers with it', async () => {
    await ingest([
      withText(ANSWER),
      paper('2', '2/2024', 'Bänke', [{ id: '21', name: 'Stellungnahme', text: ANSWER }]),
    ]);
    await (await openStore(storeDir)).hide('musterstadt-11');
    expect(await ids()).toEqual([]);
  });
});
