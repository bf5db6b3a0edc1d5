// Scanned pages through the front door: an invented paper that is nothing but pictures (scans/README.md) is read with
// --ocr, kept with its pictures, and stays when a later run does not ask for it.
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { IngestEvent, IngestReport } from '../../scripts/ingest/events.ts';
import { ingestFolder, ingestOparl } from '../../scripts/ingest.ts';
import { openStore } from '../../scripts/store.ts';
import { scan } from '../invented-files.ts';
import { inquiryPaper, startOparlServer } from './oparl-server.ts';

let base: string;
let events: IngestEvent[] = [];
const [dir, storeDir] = [() => join(base, 'corpus'), () => join(base, 'store')];

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'ra-scans-'));
  await mkdir(dir());
  await cp(join(import.meta.dirname, 'ingest/scans/baenke.pdf'), join(dir(), 'baenke.pdf'));
  await writeFile(join(dir(), 'leer.pdf'), await scan());
});
afterAll(() => rm(base, { recursive: true, force: true }));

async function ingest(ocr: boolean): Promise<IngestReport> {
  events = [];
  const result = await ingestFolder({
    dir: dir(),
    storeDir: storeDir(),
    ocr,
    reporter: (event) => void events.push(event),
  });
  if (!result.ok) throw new Error(result.error.text.en);
  return result.value;
}

async function documents(): Promise<ReplyDocument[]> {
  const all = [];
  for await (const document of (await openStore(storeDir())).documents()) all.push(document);
  return all;
}

describe('a paper that is nothing but pictures', () => {
  it('is named in the report of a run that does not read scans', async () => {
    const { skipped } = await ingest(false);
    // Two are read at a time, and the quicker one comes first.
    const inOrder = skipped.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    expect(inOrder).toEqual(['baenke.pdf', 'leer.pdf'].map((name) => ({ name, reason: 'scan-without-text' })));
    expect(await documents()).toEqual([]);
  });

  it('is read with --ocr into questions and answers, and says of each page that it was and how sure that is', async () => {
    const report = await ingest(true);
    expect(report.new).toEqual(['baenke.pdf']);
    expect(report.remarks).toEqual([{ name: 'baenke.pdf', remark: { what: 'scanned-pages', pages: [1, 2] } }]);
    const [document] = await documents();
    expect(document).toMatchObject({ reference: '2013/0417', date: '2013-03-12', committee: 'Gemeinderat' });
    expect(document?.pairs.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
    const { start, end } = document!.pairs[2]!.answer;
    expect(document?.text.slice(start, end)).toBe(
      'Neue Bänke werden im Frühjahr 2014 aufgestellt. Dafür sind im Haushalt 15.000 Euro vorgesehen.',
    );
    expect(document?.scans?.map(({ number }) => number)).toEqual([1, 2]);
    for (const { confidence } of document?.scans ?? []) expect(confidence).toBeGreaterThan(0.85);
  });

  it('says while it reads how many of the pages are done', () => {
    const stage = events.findIndex((event) => event.type === 'stage' && event.stage === 'scans');
    const steps = events.slice(stage).filter((event) => event.type === 'progress' || event.type === 'stage');
    expect(steps[0]).toEqual({ type: 'stage', stage: 'scans', total: 3 });
    expect(steps.at(-1)).toEqual({ type: 'progress', done: 3, total: 3 });
  });

  it('keeps the pictures as WebP, with private data as black as in the text', async () => {
    const [document] = await documents();
    expect(document?.text).not.toMatch(/gmx|0171/);
    const { loadImage, createCanvas } = await import('@napi-rs/canvas');
    const store = await openStore(storeDir());
    const bytes = Buffer.from(await store.scans.get(document!.scans![0]!.image));
    expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
    const picture = await loadImage(bytes);
    expect(picture.width).toBeGreaterThan(2_400);
    const context = createCanvas(picture.width, picture.height).getContext('2d');
    context.drawImage(picture, 0, 0);
    // The whole of a mail address: no print is as black over 400 pixels of a line.
    const line = (y: number) => context.getImageData(0, y, picture.width, 1).data;
    const longestBlack = (y: number) => {
      let run = 0;
      let longest = 0;
      for (const [i, value] of line(y).entries()) {
        if (i % 4 !== 0) continue;
        run = value < 60 ? run + 1 : 0;
        longest = Math.max(longest, run);
      }
      return longest;
    };
    const rows = Array.from({ length: 60 }, (_, i) => 1_330 + 2 * i);
    expect(Math.max(...rows.map(longestBlack))).toBeGreaterThan(400);
  });

  it('is not recognised again by the next run, and stays in one that does not ask for scans', async () => {
    expect(await ingest(true)).toMatchObject({ unchanged: 1, new: [], changed: [] });
    expect(events.some((event) => event.type === 'stage' && event.stage === 'scans')).toBe(false);
    expect(await ingest(false)).toMatchObject({ unchanged: 1, gone: [] });
    // Its facts have changed, its pictures have not.
    await writeFile(join(dir(), 'baenke.meta.json'), '{"title":"Bänke"}');
    expect(await ingest(false)).toMatchObject({ changed: ['baenke.pdf'] });
    expect((await documents())[0]).toMatchObject({ title: 'Bänke', scans: [{ number: 1 }, { number: 2 }] });
  });
});

describe('scans of an OParl server', () => {
  it('are read where they are answers; of an annex the first page is enough', async () => {
    const server = await startOparlServer();
    const paper = inquiryPaper(1);
    const [inquiry, answer] = paper.files;
    server.papers = [{ ...paper, files: [inquiry!, answer!, { id: '19', name: 'Anlage: Plan', text: '' }] }];
    const pdf = await readFile(join(import.meta.dirname, 'ingest/scans/baenke.pdf'));
    // The annex is the second page alone, twice: neither a head nor a name of an answer.
    const annex = await PDFDocument.create();
    const pages = await annex.copyPages(await PDFDocument.load(pdf), [1, 1]);
    for (const page of pages) annex.addPage(page);
    const send = (bytes: Uint8Array) => (_req: unknown, res: ServerResponse) => {
      res.setHeader('content-type', 'application/pdf').end(bytes);
      return true;
    };
    const path = (id: string) => `/download/${id}.txt`;
    server.overrides.set(path(answer!.id), send(pdf));
    server.overrides.set(path('19'), send(await annex.save()));
    const events: IngestEvent[] = [];
    const oparlStore = join(base, 'oparl');
    const run = async (ocr: boolean) => {
      const reporter = (event: IngestEvent) => void events.push(event);
      const result = await ingestOparl({ url: server.system, delayMs: 0, storeDir: oparlStore, reporter, ocr });
      if (!result.ok) throw new Error(result.error.text.en);
      return result.value;
    };
    try {
      expect((await run(false)).skipped.map(({ reason }) => reason)).toEqual([
        'scan-without-text',
        'scan-without-text',
      ]);
      const read = await run(true);
      expect(read).toMatchObject({ complete: true, skipped: [] });
      expect(read.new).toHaveLength(1);
      const documents = [];
      for await (const document of (await openStore(oparlStore)).documents()) documents.push(document);
      expect(documents.map(({ scans }) => scans?.length)).toEqual([2]);
      expect(await run(false)).toMatchObject({ unchanged: 1, gone: [], skipped: [] });
    } finally {
      await server.close();
    }
  });
});
