// An OParl server of our own with invented papers, read by the real ingest: what a run keeps, changes and removes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { IngestEvent, IngestReport } from '../../scripts/ingest/events.ts';
import { ingestOparl, type OparlOptions } from '../../scripts/ingest.ts';
import { openStore } from '../../scripts/store.ts';
import { answerText, BODY, inquiryPaper, json, startOparlServer, type TestServer } from './oparl-server.ts';

// Runs that wait out a server's trouble take seconds, more on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

let server: TestServer;
let storeDir: string;
let events: IngestEvent[];

beforeEach(async () => {
  server = await startOparlServer();
  storeDir = await mkdtemp(join(tmpdir(), 'ra-oparl-'));
  events = [];
});
afterEach(async () => {
  await server.close();
  await rm(storeDir, { recursive: true, force: true });
});

async function ingest(options: Partial<OparlOptions> = {}): Promise<IngestReport> {
  server.requests.length = 0;
  const reporter = (event: IngestEvent) => void events.push(event);
  const result = await ingestOparl({ url: server.system, delayMs: 0, storeDir, reporter, ...options });
  if (!result.ok) throw new Error(result.error.text.en);
  return result.value;
}

async function documents(): Promise<ReplyDocument[]> {
  const all: ReplyDocument[] = [];
  for await (const document of (await openStore(storeDir)).documents()) all.push(document);
  return all;
}

const ids = async () => (await documents()).map((document) => document.id);
const downloads = () => server.requests.filter((path) => path.startsWith('/download/'));
const warnings = () => events.flatMap((e) => (e.type === 'note' && e.level === 'warning' ? [e.text.en] : []));
const now = () => new Date().toISOString();

describe('a first run', () => {
  it('reads all pages of the list and keeps the answers only', async () => {
    server.papers = [1, 2, 3, 4, 5].map((n) => inquiryPaper(n));
    const report = await ingest();
    expect(report).toMatchObject({ complete: true, unchanged: 0, otherFiles: 5, failed: [], skipped: [] });
    expect(report.new).toHaveLength(5);
    expect(await ids()).toEqual([
      'musterstadt-12',
      'musterstadt-22',
      'musterstadt-32',
      'musterstadt-42',
      'musterstadt-52',
    ]);
  });

  it('gives ids and texts that a document keeps when the server moves to another port', async () => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    const moved = await startOparlServer();
    moved.papers = server.papers;
    const report = await ingest({ url: moved.system });
    await moved.close();
    expect(await ids()).toEqual(['musterstadt-12']);
    expect(report.new).toEqual([]);
    expect(moved.requests.filter((path) => path.startsWith('/download/'))).toEqual([]);
  });

  it('takes committee, date and agenda item from the meeting', async () => {
    server.organizations = [
      {
        id: server.url(`${BODY}/organizations/7`),
        type: 'https://schema.oparl.org/1.1/Organization',
        name: 'Erfundener Ausschuss',
      },
    ];
    server.meetings = [
      {
        id: server.url(`${BODY}/meetings/3`),
        type: 'https://schema.oparl.org/1.1/Meeting',
        start: '2024-02-01T16:00:00+01:00',
        organization: [server.url(`${BODY}/organizations/7`)],
        agendaItem: [
          {
            id: server.url(`${BODY}/agendaitems/9`),
            number: '12.1',
            public: true,
            type: 'https://schema.oparl.org/1.1/AgendaItem',
          },
        ],
      },
    ];
    const consultation = [
      { meeting: server.url(`${BODY}/meetings/3`), agendaItem: server.url(`${BODY}/agendaitems/9`) },
    ];
    server.papers = [inquiryPaper(1, { more: { consultation } })];
    await ingest();
    expect((await documents())[0]).toMatchObject({
      committee: 'Erfundener Ausschuss',
      date: '2024-02-01',
      agendaItem: '12.1',
      reference: '1/2024',
    });
    expect(server.requests.filter((path) => /organizations\/|meetings\/|agendaitems\//.test(path))).toEqual([]);
  });

  it('does without a linked object that is not there, and asks for it once', async () => {
    server.papers = [inquiryPaper(1, { more: { consultation: [{ meeting: server.url(`${BODY}/meetings/404`) }] } })];
    await ingest();
    expect(server.requests.filter((path) => path.endsWith('/meetings/404'))).toHaveLength(1);
    await ingest();
    expect(server.requests.filter((path) => path.endsWith('/meetings/404'))).toHaveLength(0);
    expect(await ids()).toHaveLength(1);
  });

  it('keeps a paper out whose only consultation is not public, and one in that has a public one, too', async () => {
    const item = (id: string, open: boolean) => ({
      id: server.url(`${BODY}/agendaitems/${id}`),
      public: open,
      type: 'https://schema.oparl.org/1.1/AgendaItem',
    });
    server.papers = [
      inquiryPaper(1, { more: { consultation: [{ agendaItem: item('1', false) }] } }),
      inquiryPaper(2, { more: { consultation: [{ agendaItem: item('2', false) }, { agendaItem: item('3', true) }] } }),
    ];
    const report = await ingest();
    expect(await ids()).toEqual(['musterstadt-22']);
    expect(report.skipped.map((s) => s.reason)).toEqual(['not-public']);
  });

  it.each([
    [
      'one object where a list is meant',
      (paper: Record<string, unknown>) => ({ ...paper, auxiliaryFile: (paper.auxiliaryFile as unknown[])[1] }),
    ],
    ['files without a type', (paper: Record<string, unknown>) => ({ ...paper, type: undefined })],
    [
      'the answer as main file',
      (paper: Record<string, unknown>) => ({
        ...paper,
        mainFile: (paper.auxiliaryFile as unknown[])[1],
        auxiliaryFile: undefined,
      }),
    ],
    [
      '"N/A" and control characters',
      (paper: Record<string, unknown>) => ({ ...paper, reference: 'N/A', name: 'Anfrage\u0007 zu\u0000 Bänken' }),
    ],
    [
      'ids with the other scheme',
      (paper: Record<string, unknown>) => JSON.parse(JSON.stringify(paper).replaceAll('http://', 'https://')),
    ],
  ])('understands %s', async (_name, change) => {
    server.papers = [inquiryPaper(1)];
    server.overrides.set(`${BODY}/papers`, (req, res) => {
      const files = server.papers[0]?.files.map((f) => ({
        id: server.url(`${BODY}/files/${f.id}`),
        name: f.name,
        downloadUrl: server.url(`/download/${f.id}.txt`),
        mimeType: 'text/plain',
      }));
      json(req, res, {
        data: [change({ id: server.url(`${BODY}/papers/1`), name: 'Anfrage', auxiliaryFile: files })],
        links: {},
      });
      return true;
    });
    await ingest();
    expect(await ids()).toEqual(['musterstadt-12']);
  });

  it('links an answer that is a paper of its own to the inquiry it names', async () => {
    const inquiry = inquiryPaper(1, { reference: 'AN/1285/2024' });
    inquiry.files.pop();
    const answer = inquiryPaper(2, {
      reference: '3008/2024',
      name: 'Beantwortung der Anfrage AN/1285/2024',
      paperType: 'Mitteilung',
    });
    answer.files.shift();
    server.papers = [inquiry, answer];
    await ingest();
    const related = (await documents())[0]?.related.map((r) => r.url);
    expect(related).toEqual([server.url('/download/11.txt')]);
    expect((await ingest()).unchanged).toBe(1);
  });

  it('keeps a file that two papers have once, with both references', async () => {
    const [first, second] = [inquiryPaper(1), inquiryPaper(2)];
    second.files = first.files;
    server.papers = [first, second];
    await ingest();
    expect((await documents()).map((d) => [d.reference, d.aliases])).toEqual([
      ['1/2024', [{ reference: '2/2024', file: '12' }]],
    ]);
    expect((await ingest()).unchanged).toBe(1);
  });
});

describe('a later run', () => {
  it('asks for what has changed since the day before the last run, with "+" as %2B, and fetches nothing again', async () => {
    server.papers = [1, 2, 3].map((n) => inquiryPaper(n));
    await ingest();
    const report = await ingest();
    expect(report).toMatchObject({ unchanged: 3, new: [], changed: [], gone: [], complete: true });
    expect(downloads()).toEqual([]);
    const asked = server.requests.find((path) => path.startsWith(`${BODY}/papers`)) ?? '';
    const since = new URL(asked, server.origin).searchParams.get('modified_since') ?? '';
    expect(asked).toContain('%2B00%3A00');
    expect(Date.now() - Date.parse(since)).toBeGreaterThanOrEqual(24 * 3600_000);
    expect(Date.now() - Date.parse(since)).toBeLessThan(25 * 3600_000);
  });

  it('takes a 404 on an empty filter for "nothing has changed"', async () => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    server.overrides.set(`${BODY}/papers`, (_req, res) => {
      res.writeHead(404).end('{}');
      return true;
    });
    expect(await ingest()).toMatchObject({ complete: true, unchanged: 1 });
  });

  it('reads a changed file again, and it alone', async () => {
    server.papers = [inquiryPaper(1), inquiryPaper(2)];
    await ingest();
    const file = server.papers[1]?.files[1];
    if (file) Object.assign(file, { text: answerText('Inzwischen sind es mehr.'), modified: now() });
    Object.assign(server.papers[1] ?? {}, { modified: now() });
    const report = await ingest();
    expect(report.changed).toHaveLength(1);
    expect(downloads()).toEqual(['/download/22.txt']);
    expect((await documents())[1]?.text).toContain('Inzwischen sind es mehr.');
  });

  it('asks with the ETag when only the date has changed, and reads nothing again', async () => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    const file = server.papers[0]?.files[1];
    if (file) file.modified = now();
    Object.assign(server.papers[0] ?? {}, { modified: now() });
    expect(await ingest()).toMatchObject({ changed: [], unchanged: 1 });
    expect(downloads()).toEqual(['/download/12.txt']);
  });

  it('takes a paper out that the server calls deleted', async () => {
    server.papers = [1, 2].map((n) => inquiryPaper(n));
    await ingest();
    Object.assign(server.papers[0] ?? {}, { deleted: true, modified: now() });
    const report = await ingest();
    expect(report.gone).toHaveLength(1);
    expect(await ids()).toEqual(['musterstadt-22']);
  });

  it.each([401, 403, 404, 410])(
    'takes a file out that answers %i, and brings it back when it comes back',
    async (status) => {
      server.papers = [1, 2].map((n) => inquiryPaper(n));
      await ingest();
      server.overrides.set('/download/12.txt', (_req, res) => {
        res.writeHead(status).end('weg');
        return true;
      });
      const report = await ingest({ full: true });
      expect(report.gone).toHaveLength(1);
      expect(await ids()).toEqual(['musterstadt-22']);
      server.overrides.clear();
      expect((await ingest()).new).toHaveLength(1);
      expect(await ids()).toEqual(['musterstadt-12', 'musterstadt-22']);
    },
  );

  it('takes out what a full list no longer has', async () => {
    server.papers = [1, 2, 3, 4, 5, 6].map((n) => inquiryPaper(n));
    await ingest();
    server.papers.splice(0, 1);
    expect((await ingest({ full: true })).gone).toHaveLength(1);
  });

  it('refuses to take out more than a fifth, says so, and does it when told to', async () => {
    server.papers = Array.from({ length: 10 }, (_, i) => inquiryPaper(i + 1));
    await ingest();
    server.papers.splice(0, 5);
    const report = await ingest({ full: true });
    expect(report).toMatchObject({ complete: false, gone: [] });
    expect(warnings().join()).toContain('5 of 10 documents');
    expect((await ingest({ full: true, confirmDeletions: true })).gone).toHaveLength(5);
  });

  it('does not take an empty list for a city that has deleted everything', async () => {
    server.papers = [1, 2].map((n) => inquiryPaper(n));
    await ingest();
    server.papers = [];
    expect(await ingest({ full: true })).toMatchObject({ complete: false, gone: [], unchanged: 2 });
  });

  it('reads with --since only what has changed since', async () => {
    server.papers = [inquiryPaper(1), inquiryPaper(2)];
    await ingest();
    server.papers.push(inquiryPaper(3, { modified: '2024-06-01T00:00:00+02:00' }));
    expect((await ingest({ since: '2024-05-01' })).new).toHaveLength(1);
    expect(server.requests.some((path) => path.includes('modified_since=2024-05-01T00%3A00%3A00%2B00%3A00'))).toBe(
      true,
    );
  });
});

describe('a new version of the parser', () => {
  /** As an older version would have left them: made of something else. */
  async function forgetWhatRecordsWereMadeOf() {
    const store = await openStore(storeDir);
    const [info] = await store.sources();
    const source = await store.openSource(info?.key ?? '');
    for (const record of [...source.files.rows.values()]) source.files.put({ ...record, madeOf: 'older' });
    await source.close();
    return store;
  }

  it('reads all again from what was kept, without fetching anything', async () => {
    const minutes = { id: '13', name: 'Protokoll', text: 'Niederschrift der erfundenen Sitzung' };
    const paper = inquiryPaper(1);
    server.papers = [{ ...paper, files: [...paper.files, minutes] }];
    await ingest();
    await forgetWhatRecordsWereMadeOf();
    expect(await ingest()).toMatchObject({ unchanged: 1, changed: [], otherFiles: 2, failed: [] });
    expect(server.requests.filter((path) => /download|files/.test(path))).toEqual([]);
    const store = await openStore(storeDir);
    for (const { record } of await store.records()) expect(record.madeOf).not.toBe('older');
  });

  it('fetches at once the original of a file that it tells apart otherwise than the older one, and it alone', async () => {
    const paper = inquiryPaper(1);
    const map = { id: '13', name: 'Plan', text: 'Lageplan der erfundenen Bänke' };
    server.papers = [{ ...paper, files: [...paper.files, map] }];
    await ingest();
    const store = await forgetWhatRecordsWereMadeOf();
    // As if the older version had taken the second file for none of our business and kept its first page only.
    const [info] = await store.sources();
    const source = await store.openSource(info?.key ?? '');
    const [key, answer] = [...source.files.rows].find(([, record]) => record.id === 'musterstadt-12') ?? [];
    if (!key || !answer) throw new Error('no answer in the store');
    const head = await store.originals.put(paper.files[1]?.text ?? '');
    const { mentions: _m, inquiry: _i, ...rest } = answer;
    source.files.put({ ...rest, head, state: { kind: 'other' } });
    await source.close();
    await rm(store.originals.path(answer.content?.sha256 ?? ''), { force: true });

    expect(await ingest()).toMatchObject({ complete: true, new: [answer.name], failed: [], otherFiles: 2 });
    expect(downloads()).toEqual(['/download/12.txt']);
    expect(await ids()).toEqual(['musterstadt-12']);
  });

  it('fetches again what somebody has removed from the store', async () => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    const store = await forgetWhatRecordsWereMadeOf();
    await rm(join(storeDir, 'originals'), { recursive: true });
    expect(await ingest()).toMatchObject({ complete: true, failed: [], skipped: [] });
    expect(await ids()).toEqual(['musterstadt-12']);
    for (const { record } of await store.records()) {
      if (record.content && !record.head) expect(await store.originals.has(record.content.sha256)).toBe(true);
    }
  });
});

describe('a server in trouble', () => {
  const secondPage = (answer: (res: import('node:http').ServerResponse) => void) => {
    server.overrides.set(`${BODY}/papers`, (req, res) => {
      if (!req.url?.includes('page=2')) return false;
      answer(res);
      return true;
    });
  };

  it.each([
    [
      'an HTML page with status 200',
      (res: import('node:http').ServerResponse) => void res.writeHead(200).end('<!doctype html><p>Wartung</p>'),
      'HTML instead of JSON',
    ],
    [
      'JSON that is cut off',
      (res: import('node:http').ServerResponse) => void res.writeHead(200).end('{"data":[{"id"'),
      'cut off',
    ],
    [
      'a redirect to another server',
      (res: import('node:http').ServerResponse) =>
        void res.writeHead(302, { location: 'http://127.66.66.66:9/x' }).end(),
      'another server',
    ],
    [
      'a gzip bomb',
      (res: import('node:http').ServerResponse) => void res.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB),
      'too large',
    ],
  ])('keeps what came before %s, says why, and goes on from there', async (_name, answer, why) => {
    server.papers = [1, 2, 3].map((n) => inquiryPaper(n));
    secondPage(answer);
    expect(await ingest()).toMatchObject({ complete: false, gone: [] });
    expect(warnings().join()).toContain(why);
    expect(await ids()).toHaveLength(2);
    server.overrides.clear();
    const report = await ingest();
    expect(report).toMatchObject({ complete: true, unchanged: 2 });
    expect(await ids()).toHaveLength(3);
    expect(downloads()).toEqual(['/download/31.txt', '/download/32.txt']);
  });

  it.each([
    ['points back to itself', (page: number) => (page === 1 ? `${BODY}/papers?page=2` : `${BODY}/papers?page=2`)],
    ['never ends', (page: number) => `${BODY}/papers?page=${page + 1}`],
    ['leads to another server', () => 'http://127.66.66.66:9/oparl'],
  ])('stops at a list that %s, and removes nothing', async (_name, next) => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    server.overrides.set(`${BODY}/papers`, (req, res) => {
      const page = Number(/page=(\d+)/.exec(req.url ?? '')?.[1] ?? 1);
      const target = next(page);
      json(req, res, { data: [], links: { next: target.startsWith('/') ? server.url(target) : target } });
      return true;
    });
    const report = await ingest({ full: true });
    expect(report).toMatchObject({ complete: false, gone: [], unchanged: 1 });
    expect(server.requests.length).toBeLessThan(20);
  });

  it('waits as long as Retry-After says and tries again', async () => {
    server.papers = [inquiryPaper(1)];
    let refusals = 1;
    server.overrides.set('/download/12.txt', (_req, res) => {
      if (refusals-- <= 0) return false;
      res.writeHead(503, { 'retry-after': '1' }).end();
      return true;
    });
    const started = Date.now();
    await ingest();
    expect(await ids()).toHaveLength(1);
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_000);
  });

  it('reads the text of the file object where the file leads elsewhere, and the file itself when it can', async () => {
    server.papers = [inquiryPaper(1)];
    const file = server.papers[0]?.files[1];
    if (file) file.ownText = answerText('Aus dem Text des Servers.');
    server.overrides.set('/download/12.txt', (_req, res) => {
      res.writeHead(302, { location: 'http://127.66.66.66:9/x.pdf' }).end();
      return true;
    });
    expect((await ingest()).fromText).toBe(1);
    expect((await documents())[0]?.text).toContain('Aus dem Text des Servers.');
    server.overrides.clear();
    expect((await ingest()).fromText).toBe(0);
    expect((await documents())[0]?.text).toContain('1 Bänke');
  });

  it('keeps the last version of a file that comes as an HTML error page', async () => {
    server.papers = [inquiryPaper(1)];
    await ingest();
    const file = server.papers[0]?.files[1];
    if (file) file.modified = now();
    Object.assign(server.papers[0] ?? {}, { modified: now() });
    server.overrides.set('/download/12.txt', (_req, res) => {
      res.writeHead(200).end('<html><body>Wartung</body></html>');
      return true;
    });
    const report = await ingest();
    expect(report).toMatchObject({ unchanged: 1, gone: [] });
    expect(report.failed).toHaveLength(1);
  });

  it('says in one sentence that a server is not OParl or not there', async () => {
    server.overrides.set('/oparl/system', (_req, res) => {
      res.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>');
      return true;
    });
    await expect(ingest()).rejects.toThrow(/is not OParl: HTML instead of JSON/);
    await expect(ingest({ url: server.url('/nirgends') })).rejects.toThrow(/cannot be read: HTTP 404/);
  });

  const BOMB = gzipSync(
    Buffer.concat([Buffer.from('{"data":['), Buffer.alloc(40 * 1024 * 1024, 32), Buffer.from(']}')]),
  );
});

it('goes on where an interrupted run has stopped, and fetches nothing twice', async () => {
  server.papers = Array.from({ length: 12 }, (_, i) => inquiryPaper(i + 1));
  const stop = new AbortController();
  const reporter = (event: IngestEvent) => {
    if (event.type === 'progress' && event.total === 24 && event.done >= 6) stop.abort(new Error('stop'));
  };
  const first = await ingestOparl({ url: server.system, delayMs: 0, storeDir, reporter, signal: stop.signal });
  expect(first).toMatchObject({ ok: false, error: { kind: 'interrupted' } });
  const fetched = new Set(downloads());
  const kept = await ids();
  expect(kept.length).toBeGreaterThan(0);
  const report = await ingest();
  expect(report.complete).toBe(true);
  expect(await ids()).toHaveLength(12);
  // What was on its way when the run was stopped may come again, nothing else.
  expect(downloads().filter((path) => fetched.has(path)).length).toBeLessThanOrEqual(6);
});
