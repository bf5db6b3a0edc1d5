// What was recognised in the pages of one file: as it is kept, and as it fills the pages that have no words of their own.
import { tidied } from '../../../corpus/read/read.ts';
import type { PageText, Remark, Result, ScannedPage, SkipReason } from '../../../corpus/types.ts';
import type { Blobs } from '../../store/blobs.ts';

export interface ScanReading {
  format: 1;
  pages: PageReading[];
}

export interface PageReading {
  number: number;
  text: string;
  /** 0 to 1. */
  confidence: number;
  /** The SHA-256 of its picture; null where the page could not be drawn. */
  image: string | null;
}

export interface ReadContent {
  pages: PageText[];
  remarks: Remark[];
  scans: ScannedPage[];
}

/** Below it a page is named in the report, not searched: of handwriting and photographs hardly a word is right. */
const SURE_PAGE = 0.6;

export const keepReading = (pages: PageReading[], scans: Blobs): Promise<string> =>
  scans.put(JSON.stringify({ format: 1, pages } satisfies ScanReading));

export const readingIn = async (hash: string, scans: Blobs): Promise<ScanReading> =>
  JSON.parse(Buffer.from(await scans.get(hash)).toString('utf8'));

/** What a reading can help; a file that is protected or no PDF stays what it is. */
export const READING_HELPS: ReadonlySet<SkipReason> = new Set(['scan-without-text', 'unreadable']);

/** The file's own words win; a page without any has those of its picture. */
export function withReading(
  own: Result<Omit<ReadContent, 'scans'>, SkipReason>,
  { pages: recognised }: ScanReading,
): Result<ReadContent, SkipReason> {
  if (!own.ok && (!READING_HELPS.has(own.error) || recognised.length === 0)) return own;
  const byNumber = new Map(recognised.map((page) => [page.number, page]));
  const written: PageText[] = own.ok ? own.value.pages : recognised.map(({ number }) => ({ number, text: '' }));
  const isBare = ({ text }: PageText) => text.trim() === '';
  const sure = new Map(
    recognised
      .filter(({ text, confidence, image }) => text !== '' && image !== null && confidence >= SURE_PAGE)
      .map((page) => [page.number, page]),
  );
  const pages = written.map((page) =>
    isBare(page) ? { ...page, text: tidied(sure.get(page.number)?.text ?? '') } : page,
  );
  const filled = written.filter((page) => isBare(page) && sure.has(page.number)).map(({ number }) => number);
  if (pages.every(isBare)) {
    const hasWords = recognised.some(({ text }) => text !== '');
    return { ok: false, error: hasWords ? 'unsure-scan' : own.ok ? 'scan-without-text' : own.error };
  }
  const isUnsure = (page: PageReading) => !sure.has(page.number) && (page.text !== '' || page.image === null);
  const unsure = written.filter((page) => isBare(page) && isUnsure(byNumber.get(page.number) ?? BLANK));
  const unread = written.filter((page) => isBare(page) && !byNumber.has(page.number));
  const remarks: Remark[] = (own.ok ? own.value.remarks : []).filter(({ what }) => what !== 'pages-without-text');
  for (const [what, list] of [
    ['scanned-pages', filled],
    ['unsure-pages', unsure.map(({ number }) => number)],
    ['pages-without-text', unread.map(({ number }) => number)],
  ] as const)
    if (list.length > 0) remarks.push({ what, pages: list });
  const scans = filled.map((number): ScannedPage => {
    const { image, confidence } = sure.get(number)!;
    return { number, image: image!, confidence: Math.round(confidence * 100) / 100 };
  });
  return { ok: true, value: { pages, remarks, scans } };
}

const BLANK: PageReading = { number: 0, text: '', confidence: 0, image: 'none' };
