// All papers of a source → their files fetched, told apart and read; likely answers first, new ones before old ones.

import { inParallel } from '../../../api/parallel.ts';
import type { FileRecord } from '../../store/records.ts';
import type { Source } from '../../store.ts';
import { oparlDocumentId } from '../document-id.ts';
import type { IngestReport } from '../events.ts';
import type { IdsInUse } from '../ids-in-use.ts';
import { readScans } from '../scan/read-scans.ts';
import { type SettleOptions, settle } from '../settle.ts';
import { createGuard, type Guard } from './deletions.ts';
import { type FileRun, fetchFile, needsFetch, withText } from './files.ts';
import { findInquiries } from './inquiries.ts';
import { likelihood } from './likely.ts';
import { metaOf } from './meta.ts';
import type { LinkedRow, PaperFile, PaperRow } from './objects.ts';
import { type Owners, withOwnFiles } from './owners.ts';
import type { BodyRun } from './run.ts';

export interface PaperFilesRun extends BodyRun {
  source: Source;
  body: string | null;
  license: string | null;
  ids: IdsInUse;
  recheckBefore: string | null;
  /** Papers of which the server must not be believed that their files are gone. */
  doubted: ReadonlySet<string>;
}

type OwnedRun = PaperFilesRun & { owners: Owners };

export interface ReadPapers {
  complete: boolean;
  /** Could not be fetched anew; what we have of them stays. */
  kept: IngestReport['failed'];
}

export async function readPaperFiles(run: PaperFilesRun): Promise<ReadPapers> {
  const { source, client, reporter, signal } = run;
  const papers = source.table<PaperRow>('papers').rows;
  const inquiries = findInquiries(papers, source.files.rows.values());
  const owned = withOwnFiles(papers);
  // A file that no paper has any more is gone, and that is the server's word.
  for (const key of [...source.files.rows.keys()]) if (!owned.owners.has(key)) source.files.remove(key);
  const work = owned.papers.sort((a, b) => likelihood(b) - likelihood(a) || ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const documents = [...source.files.rows.values()].filter((r) => r.state.kind === 'reply').length;
  const guard = createGuard(documents, run.confirmDeletions);
  const kept: IngestReport['failed'] = [];

  const total = work.reduce((sum, paper) => sum + paper.files.length, 0);
  reporter({ type: 'stage', stage: 'files', total });
  let done = 0;
  await inParallel(work, run.parallel, async (paper) => {
    if (signal.aborted || client.isDown() || run.doubted.has(paper.key)) return;
    await readPaper(paper, inquiries.get(paper.key) ?? [], { ...run, ...owned }, guard, kept);
    done += paper.files.length;
    reporter({ type: 'progress', done, total });
  });
  let refused = false;
  if (!signal.aborted) {
    const { records, refusal } = guard.decide();
    for (const record of records) source.files.put(record);
    if (refusal) reporter({ type: 'note', level: 'warning', text: refusal });
    refused = refusal !== null;
    await readNewlyLinked({ ...run, ...owned }, inquiries, guard);
    if (run.ocr) await readScannedPapers(work, inquiries, run);
  }
  if (client.isDown()) reporter({ type: 'note', level: 'warning', text: DOWN });
  return { complete: !signal.aborted && !client.isDown() && !refused, kept };
}

async function readPaper(
  paper: PaperRow,
  inquiries: PaperRow[],
  run: OwnedRun,
  guard: Guard,
  kept: IngestReport['failed'],
): Promise<void> {
  const { source, store, client, recheckBefore } = run;
  const fileRun: FileRun = { client, originals: store.originals, recheckBefore, now: new Date().toISOString() };
  const fetchOne = async (file: PaperFile) => {
    const before = source.files.rows.get(file.key);
    const base = await baseRecord(file, paper, inquiries, before, run);
    if (!needsFetch(file, before, fileRun)) return base;
    const fetched = await fetchFile(file, base, fileRun);
    if (fetched === base && before?.state.kind === 'reply') kept.push({ name: base.name, detail: KEPT });
    // At once, so that a run that is killed while the paper's other files come fetches none twice.
    putChanged(fetched, source, guard);
    return fetched;
  };
  const fetchAll = () => inParallel(paper.files, paper.files.length, fetchOne);
  const settled = await settlePaper(paper, await fetchAll(), inquiries, run, guard);
  // Known by its first page only and now taken for an answer, or removed from the store: its original is needed.
  const again = settled.some((r) => r.state.kind === 'pending') && !client.isDown();
  const whole = again ? await settlePaper(paper, await fetchAll(), inquiries, run, guard) : settled;

  const wordless = whole.filter((r) => r.state.kind === 'skipped' && TEXT_MAY_HELP.has(r.state.reason));
  if (wordless.length === 0) return;
  const helped = await Promise.all(
    whole.map(async (record) => {
      const file = paper.files.find((one) => one.key === record.key);
      return file && wordless.includes(record) ? await withText(record, file, fileRun) : record;
    }),
  );
  await settlePaper(paper, helped, inquiries, run, guard);
}

const KEPT = 'bisherige Fassung bleibt (kept as it was)';
const TEXT_MAY_HELP: ReadonlySet<string> = new Set([
  'scan-without-text',
  'empty',
  'unreadable',
  'password-protected',
  'unknown-format',
]);

async function settlePaper(
  paper: PaperRow,
  records: FileRecord[],
  inquiries: PaperRow[],
  run: OwnedRun,
  guard: Guard,
): Promise<FileRecord[]> {
  const { source } = run;
  for (const record of records) putChanged(record, source, guard);
  return settle(source, run.pool, records, settleOptions(paper, inquiries, source));
}

const settleOptions = (paper: PaperRow, inquiries: readonly PaperRow[], source: Source): SettleOptions => ({
  paper: { title: paper.name, type: paper.type },
  titles: new Map(paper.files.map((file) => [file.key, file.name])),
  inquiry: inquiryContent(inquiries, source),
  answersOnly: false,
});

/** Last, when everything else is in the store: it takes seconds a page. */
function readScannedPapers(
  papers: readonly PaperRow[],
  inquiries: ReadonlyMap<string, PaperRow[]>,
  run: PaperFilesRun,
): Promise<void> {
  const { source } = run;
  const groups = papers.map((paper) => ({
    records: paper.files.flatMap((file) => source.files.rows.get(file.key) ?? []),
    options: settleOptions(paper, inquiries.get(paper.key) ?? [], source),
  }));
  return readScans(groups, run);
}

function putChanged(record: FileRecord, source: Source, guard: Guard): void {
  const before = source.files.rows.get(record.key);
  if (record.state.kind === 'missing' && before?.state.kind === 'reply') guard.hold(record);
  else if (JSON.stringify(before) !== JSON.stringify(record)) source.files.put(record);
}

function inquiryContent(inquiries: readonly PaperRow[], source: Source) {
  const records = inquiries.flatMap((paper) => paper.files.map((file) => source.files.rows.get(file.key)));
  return records.find((record) => record?.state.kind === 'inquiry' && record.content)?.content;
}

/** The record with today's facts; bytes and state of the last run, or none. */
async function baseRecord(
  file: PaperFile,
  paper: PaperRow,
  inquiries: PaperRow[],
  old: FileRecord | undefined,
  run: OwnedRun,
): Promise<FileRecord> {
  const linked = run.source.table<LinkedRow>('linked').rows;
  const meta = metaOf(file, {
    paper,
    linked,
    body: run.body,
    license: run.license,
    inquiries,
    host: run.client.start.hostname,
  });
  const id = run.ids.give(`${run.source.key} ${file.key}`, old?.id ?? oparlDocumentId(file.key, run.body));
  const name = [paper.reference, paper.name, file.name, `(${id})`].filter(Boolean).join(' · ');
  const isKept = (hash: string | undefined) => (hash ? run.store.originals.has(hash) : false);
  const textBlob = (await isKept(file.textBlob)) ? file.textBlob : (await isKept(old?.textBlob)) ? old?.textBlob : null;
  const alsoIn = (run.owners.get(file.key) ?? []).slice(1).map((other) => other.reference);
  const { alsoIn: _, textBlob: lost, ...known }: Partial<FileRecord> = old ?? {};
  if (lost && !textBlob) delete known.textAsked;
  return {
    stamp: '',
    state: { kind: 'pending' },
    ...known,
    key: file.key,
    id,
    name,
    file: file.key.split('/').at(-1) ?? file.key,
    paper: paper.key,
    meta,
    ...(textBlob ? { textBlob } : {}),
    ...(alsoIn.length > 0 ? { alsoIn } : {}),
  };
}

/** Answers whose inquiry was recognised in this run only are read once more, with its questions. */
async function readNewlyLinked(run: OwnedRun, known: Map<string, PaperRow[]>, guard: Guard): Promise<void> {
  const papers = run.source.table<PaperRow>('papers').rows;
  const recordsOf = groupByPaper(run.source);
  const keys = (rows: PaperRow[] | undefined) => rows?.map((row) => row.key).join(' ') ?? '';
  for (const [key, inquiries] of findInquiries(papers, run.source.files.rows.values())) {
    const paper = papers.get(key);
    if (!paper || keys(known.get(key)) === keys(inquiries)) continue;
    const files = paper.files.filter((file) => recordsOf.get(key)?.some((r) => r.key === file.key));
    const records = await Promise.all(
      files.map((file) => baseRecord(file, paper, inquiries, run.source.files.rows.get(file.key), run)),
    );
    await settlePaper(paper, records, inquiries, run, guard);
  }
}

function groupByPaper(source: Source): Map<string, FileRecord[]> {
  const groups = new Map<string, FileRecord[]>();
  for (const record of source.files.rows.values()) {
    if (record.paper === null) continue;
    const group = groups.get(record.paper);
    if (group) group.push(record);
    else groups.set(record.paper, [record]);
  }
  return groups;
}

const DOWN = {
  de: 'Der Server antwortet nicht mehr. Was gelesen ist, bleibt; der nächste Lauf macht hier weiter.',
  en: 'The server no longer answers. What was read stays; the next run goes on from here.',
};
