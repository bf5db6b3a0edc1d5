// An OParl server with the quirks of several vendors, all papers invented: bare arrays as lists, files as URLs, kinds in
// `Type`, agenda items in small letters, meetings that only the agenda item knows. Nothing is dropped in silence.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ReplyDocument } from '../../../corpus/types.ts';
import type { IngestReport } from '../../../scripts/ingest/events.ts';
import { reportText } from '../../../scripts/ingest/report-text.ts';
import { ingestOparl } from '../../../scripts/ingest.ts';
import { openStore } from '../../../scripts/store.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const LICENCE = 'https://www.govdata.de/dl-de/by-2-0';
const reply = (matter: string, answer: string) =>
  `Stadt Musterstadt\n\nStellungnahme der Verwaltung zur Anfrage der Fraktion Grüne Mitte: ${matter}\n\n1. Was gilt?\n\n${answer}\n`;

let server: Server;
let storeDir: string;
let report: IngestReport;
const documents = new Map<string, ReplyDocument>();

beforeAll(async () => {
  server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const { pathname } = new URL(request.url ?? '/', origin);
    const found = answers(origin)[pathname];
    response.writeHead(found === undefined ? 404 : 200, {
      'content-type': typeof found === 'string' ? 'text/rtf' : 'application/json',
    });
    response.end(typeof found === 'string' ? found : JSON.stringify(found ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  storeDir = await mkdtemp(join(tmpdir(), 'ra-quirks-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/system`;
  const result = await ingestOparl({ url, delayMs: 0, storeDir, reporter: () => {} });
  if (!result.ok) throw new Error(result.error.text.en);
  report = result.value;
  for await (const document of (await openStore(storeDir)).documents()) documents.set(document.file, document);
});
afterAll(async () => {
  server.close();
  await rm(storeDir, { recursive: true, force: true });
});

function answers(o: string): Record<string, unknown> {
  const type = (name: string) => `https://schema.oparl.org/1.1/${name}`;
  const file = (n: string, more = {}) => ({
    id: `${o}/file/${n}`,
    type: type('File'),
    name: 'Antwort',
    mimeType: 'text/plain',
    fileName: `${n}.txt`,
    downloadUrl: `${o}/dl/${n}.txt`,
    ...more,
  });
  const paper = (n: string, more: object) => ({
    id: `${o}/paper/${n}`,
    type: type('Paper'),
    reference: `2024/${n}`,
    name: `Anfrage: ${n}`,
    date: '2024-05-02',
    ...more,
  });
  const consulted = (n: string, more: object) => [
    { id: `${o}/consultation/${n}`, type: type('Consultation'), ...more },
  ];
  return {
    '/system': { id: `${o}/system`, type: type('System'), body: `${o}/bodies` },
    '/bodies': {
      data: [
        {
          id: `${o}/body/1`,
          type: type('Body'),
          name: 'Stadt Musterstadt',
          paper: `${o}/papers`,
          meeting: `${o}/meetings`,
          organization: `${o}/organizations`,
          license: LICENCE,
        },
      ],
      links: {},
    },
    '/papers': [
      paper('link', { mainFile: `${o}/file/link` }),
      paper('lost', { mainFile: `${o}/file/lost` }),
      paper('small', { mainFile: file('small'), consultation: consulted('small', { agendaitem: `${o}/item/closed` }) }),
      paper('session', {
        mainFile: file('session'),
        consultation: consulted('session', { meeting: `${o}/meeting/closed` }),
      }),
      paper('file', { mainFile: file('file', { public: false }) }),
      paper('paper', { mainFile: file('paper'), public: 'false' }),
      paper('meeting', {
        mainFile: file('meeting', { license: 'CC0' }),
        consultation: consulted('meeting', { agendaItem: `${o}/item/open` }),
      }),
      paper('vendor', {
        mainFile: file('vendor'),
        consultation: consulted('vendor', { organization: [`${o}/gremium/17`] }),
      }),
      paper('rtf', { mainFile: file('rtf', { mimeType: 'text/rtf', fileName: 'rtf' }) }),
      paper('other', {
        mainFile: file('other', {
          mimeType: 'application/x-iwork-pages',
          fileName: 'a.pages',
          derivativeFile: [`${o}/file/derived`],
        }),
      }),
      paper('gone', { mainFile: file('gone', { downloadUrl: `${o}/dl//a/long/way/gone.txt` }) }),
    ],
    '/meetings': [
      {
        id: `${o}/meeting/open`,
        type: type('Meeting'),
        name: 'Sozialausschuss',
        start: '2024-06-20T16:00:00+02:00',
        organization: [`${o}/organization/sa`],
      },
      {
        id: `${o}/meeting/closed`,
        type: type('Meeting'),
        name: 'Rat',
        start: '2024-06-21T16:00:00+02:00',
        public: false,
      },
    ],
    '/organizations': [
      { id: `${o}/organization/sa`, type: type('Organization'), name: 'Sozialausschuss' },
      { id: `${o}/gremium/17`, type: 'gr', Type: type('Organization'), name: 'Kulturausschuss' },
    ],
    '/item/closed': { id: `${o}/item/closed`, type: type('AgendaItem'), number: 'N 7', public: false },
    '/item/open': {
      id: `${o}/item/open`,
      type: type('AgendaItem'),
      number: 'Ö 12',
      public: true,
      meeting: `${o}/meeting/open`,
    },
    '/file/link': file('link'),
    '/file/derived': file('derived'),
    ...Object.fromEntries(
      ['link', 'small', 'session', 'file', 'paper', 'meeting', 'vendor', 'derived'].map((n) => [
        `/dl/${n}.txt`,
        reply(`Bänke ${n}`, `Es gilt ${n}.`),
      ]),
    ),
    '/dl/meeting.txt': reply('Bänke', 'Es gilt meeting.').replace('\n\n1.', '\n\nöffentlich   nichtöffentlich\n\n1.'),
    '/dl/rtf.txt': `{\\rtf1\\ansi ${reply('Rasen', 'Es gilt Rasen.').replaceAll('ü', "\\'fc").replaceAll('ä', "\\'e4").replaceAll('\n\n', '\\par ')}}`,
  };
}

it.each([
  ['link', 'a file that the paper only points to'],
  ['rtf', 'Rich Text, by its first bytes'],
  ['other', 'a format that nobody reads, from the file that was made of it'],
])('%s is read: %s', (name) => {
  expect([...documents.keys()]).toContain(name);
  expect(documents.get(name)?.text).not.toMatch(/[\\{}]/);
});

it.each(['small', 'session', 'file', 'paper'])(
  '%s is kept out: something on the way to it says that it is closed',
  (name) => {
    expect(report.skipped.find((one) => one.name.includes(`2024/${name}`))?.reason).toBe('not-public');
    expect(documents.has(name)).toBe(false);
  },
);

it('a header that offers both without a mark is read where the agenda item is public', () => {
  expect(documents.get('meeting')?.text).toContain('öffentlich nichtöffentlich');
});

describe('the facts of a paper', () => {
  it('come from the meeting of its agenda item', () => {
    expect(documents.get('meeting')).toMatchObject({
      committee: 'Sozialausschuss',
      date: '2024-06-20',
      agendaItem: 'Ö 12',
    });
  });
  it('come from an organization of a kind of the vendor’s own', () => {
    expect(documents.get('vendor')?.committee).toBe('Kulturausschuss');
  });
  it('have the licence of the file, else of the body', () => {
    expect([documents.get('meeting')?.license, documents.get('vendor')?.license]).toEqual(['CC0', LICENCE]);
  });
});

it('names what was not to be had, with its whole address', () => {
  const text = reportText(report);
  expect(text).toContain('/dl//a/long/way/gone.txt');
  expect(text).toContain('/file/lost');
});
