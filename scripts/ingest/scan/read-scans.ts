// Files whose pages have no words → read from the pictures of their pages, one page after the other, each in a process
// that may crash. Of a paper's file the first page with words says whether the rest is worth it: an annex is not read.
import { inParallel } from '../../../api/parallel.ts';
import type { FileRecord } from '../../store/records.ts';
import type { Source, Store } from '../../store.ts';
import type { Reporter } from '../events.ts';
import type { ReadingPool } from '../read/pool.ts';
import { groupOf, isReadable, type SettleOptions, settle } from '../settle.ts';
import { keepReading, type PageReading, READING_HELPS } from './reading.ts';
import { RECOGNISER_VERSION } from './recognise.ts';

/** Records that are read together, as in `settle`. */
export interface ScanGroup {
  records: FileRecord[];
  options: SettleOptions;
}

export interface ScansRun {
  source: Source;
  store: Pick<Store, 'scans'>;
  pool: ReadingPool;
  reporter: Reporter;
  signal: AbortSignal;
}

const AT_ONCE = 4;
const MAX_PAGES = 400;
/** So many pages at the beginning may be covers. */
const COVERS = 3;

export async function readScans(groups: readonly ScanGroup[], run: ScansRun): Promise<void> {
  const wanted = groups.filter(({ records }) => records.some(wantsReading));
  if (wanted.length === 0) return;
  const files = wanted.flatMap(({ records }) => records.filter(wantsReading));
  const counts = new Map(
    await inParallel(files, AT_ONCE, async (record) => [record.key, await bareCount(record, run.pool)] as const),
  );
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  run.reporter({ type: 'stage', stage: 'scans', total });
  let done = 0;
  const onPages = (count: number) => {
    done += count;
    run.reporter({ type: 'progress', done, total });
  };
  await inParallel(wanted, AT_ONCE, async (group) => {
    let { records } = group;
    for (const { key } of records.filter(wantsReading)) {
      if (run.signal.aborted) return;
      records = await readOne({ ...group, records }, key, counts.get(key) ?? 0, run, onPages);
    }
  });
}

/** Where the file itself has no words, or some of its pages have none, and nobody has looked at their pictures yet. */
function wantsReading({ state, content, textBlob, scan, remarks = [] }: FileRecord): boolean {
  if (!content || textBlob) return false;
  if (scan && scan.of === content.sha256 && scan.recogniser === RECOGNISER_VERSION) return false;
  if (state.kind === 'skipped') return READING_HELPS.has(state.reason);
  return state.kind === 'reply' && remarks.some(({ what }) => what === 'pages-without-text');
}

const barePages = ({ remarks = [] }: FileRecord): number[] =>
  remarks.flatMap((remark) => (remark.what === 'pages-without-text' ? remark.pages : []));

async function bareCount(record: FileRecord, pool: ReadingPool): Promise<number> {
  if (record.state.kind === 'reply') return barePages(record).length;
  return Math.min(MAX_PAGES, await pool.countPages(record.content!.sha256));
}

async function readOne(
  { records, options }: ScanGroup,
  key: string,
  count: number,
  run: ScansRun,
  onPages: (count: number) => void,
): Promise<FileRecord[]> {
  const record = records.find((one) => one.key === key)!;
  const { sha256 } = record.content!;
  const numbers = record.state.kind === 'reply' ? barePages(record) : Array.from({ length: count }, (_, i) => i + 1);
  const pages: PageReading[] = [];
  const read = async (number: number) => {
    if (run.signal.aborted) return;
    pages.push(await run.pool.recognise(sha256, number));
    onPages(1);
  };
  const withPages = async (): Promise<FileRecord> => {
    const sorted = [...pages].sort((a, b) => a.number - b.number);
    const images = sorted.flatMap(({ image }) => image ?? []);
    const reading = await keepReading(sorted, run.store.scans);
    return { ...record, scan: { of: sha256, recogniser: RECOGNISER_VERSION, reading, images } };
  };
  const rest = [...numbers];
  while (rest.length > 0 && pages.length < COVERS && !pages.some(({ text }) => text !== '')) await read(rest.shift()!);
  if (rest.length > 0 && (await isWanted(await withPages(), records, options, run.pool)))
    await inParallel(rest.splice(0), AT_ONCE, read);
  onPages(rest.length);
  // What is half read is no document: the next run begins the file anew.
  if (run.signal.aborted) return records;
  const settled = await withPages();
  return settle(
    run.source,
    run.pool,
    records.map((one) => (one.key === key ? settled : one)),
    options,
  );
}

/** Whether this beginning is one of an answer or of an inquiry. */
async function isWanted(
  record: FileRecord,
  records: readonly FileRecord[],
  options: SettleOptions,
  pool: ReadingPool,
): Promise<boolean> {
  if (record.state.kind === 'reply') return true;
  const readable = records.map((one) => (one.key === record.key ? record : one)).filter(isReadable);
  const read = await pool.read(groupOf(readable, options));
  const kind = read.find(({ key }) => key === record.key)?.state;
  return (
    kind?.kind === 'reply' || kind?.kind === 'inquiry' || (kind?.kind === 'skipped' && kind.reason === 'unsure-scan')
  );
}
