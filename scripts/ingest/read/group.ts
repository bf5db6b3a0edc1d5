// The files of one paper, as they are kept → what each of them is, and the parsed reply of each answer.
// Runs in worker threads: reading a PDF takes the time that fetching it does.
import { type FileFacts, type FileRole, fileRole } from '../../../corpus/parse/classify.ts';
import { parseReply } from '../../../corpus/parse/parse.ts';
import { isOle, readDoc } from '../../../corpus/read/doc.ts';
import { textOfHtml } from '../../../corpus/read/html.ts';
import { readPages } from '../../../corpus/read/read.ts';
import type { PageText, Remark, ReplyDocument, Result, SkipReason, SourceMeta } from '../../../corpus/types.ts';
import { type Blobs, sha256 } from '../../store/blobs.ts';
import type { Content, FileState } from '../../store/records.ts';
import { mayBeClosed } from '../scan/closed-words.ts';
import { type ReadContent, readingIn, withReading } from '../scan/reading.ts';

export interface Group {
  files: GroupFile[];
  /** The inquiry's file where it belongs to another paper. */
  inquiry?: Content;
  /** A folder holds answers only; a paper holds anything. */
  answersOnly: boolean;
}

export interface GroupFile {
  key: string;
  id: string;
  file: string;
  /** What the source calls the file, for `fileRole`. */
  title: string;
  paperTitle: string;
  paperType: string;
  meta: SourceMeta;
  content?: Content;
  /** The SHA-256 of the text that the source gives beside the file. */
  textBlob?: string;
  /** The first page alone, in the place of an original that was not kept. */
  head?: string;
  /** The SHA-256 of what was recognised in the pictures of its pages. */
  reading?: string;
}

/** Where the bytes lie that groups name. */
export interface GroupBlobs {
  originals: Blobs;
  replies: Blobs;
  scans: Blobs;
}

export interface ReadFile {
  key: string;
  state: FileState;
  /** The key of the inquiry in this group, for an answer that was read with it. */
  inquiry?: string;
  mentions: string[];
  remarks?: Remark[];
  /** The SHA-256 of the first page of a file that is no answer, kept in the place of its original. */
  head?: string;
}

/** Lost: somebody removed what we kept, so it has to be fetched again. */
type Pages = Result<ReadContent, SkipReason> | 'lost';

export async function readGroup(group: Group, blobs: GroupBlobs): Promise<ReadFile[]> {
  const { originals, replies } = blobs;
  const read = await Promise.all(group.files.map(async (file) => ({ file, pages: await pagesOf(file, blobs) })));
  const roles = new Map<GroupFile, FileRole>();
  for (const { file, pages } of read)
    if (pages !== 'lost' && pages.ok) roles.set(file, group.answersOnly ? 'answer' : roleOf(file, pages.value.pages));

  const own = read.find(({ file }) => roles.get(file) === 'inquiry');
  const inquiry = own?.pages ?? (group.inquiry ? await pagesOf({ content: group.inquiry }, blobs) : null);
  const inquiryText =
    inquiry && inquiry !== 'lost' && inquiry.ok ? inquiry.value.pages.map((page) => page.text).join('\n\n') : null;

  const results: ReadFile[] = [];
  for (const { file, pages } of read) {
    if (pages === 'lost') {
      results.push({ key: file.key, state: { kind: 'pending' }, mentions: [] });
      continue;
    }
    if (!pages.ok) {
      results.push({ key: file.key, state: { kind: 'skipped', reason: pages.error }, mentions: [] });
      continue;
    }
    const role = roles.get(file);
    if (file.head && role && READABLE.has(role)) {
      results.push({ key: file.key, state: { kind: 'pending' }, mentions: [] });
      continue;
    }
    if (role !== 'answer') {
      const head =
        role === 'inquiry'
          ? {}
          : { head: await originals.put((pages.value.pages[0]?.text ?? '').slice(0, HEAD_CHARS)) };
      results.push({ key: file.key, state: { kind: role === 'inquiry' ? 'inquiry' : 'other' }, mentions: [], ...head });
      continue;
    }
    const meta = inquiryText ? { ...file.meta, inquiryText } : file.meta;
    const reply = parsed(file, pages.value, meta);
    results.push({
      key: file.key,
      state: reply.ok ? await keep(reply.value, replies) : { kind: 'skipped', reason: reply.error },
      mentions: mentionsOf(file, pages.value.pages),
      ...(reply.ok && pages.value.remarks.length > 0 ? { remarks: pages.value.remarks } : {}),
      ...(own ? { inquiry: own.file.key } : {}),
    });
  }
  return results;
}

function parsed({ id, file }: GroupFile, { pages, scans }: ReadContent, meta: SourceMeta) {
  const reply = parseReply({ id, file, pages, meta });
  if (!reply.ok || scans.length === 0) return reply;
  const isFirstScanned = scans.some(({ number }) => number === pages[0]?.number);
  if (isFirstScanned && meta.public !== true && mayBeClosed(pages[0]?.text ?? ''))
    return { ok: false, error: 'unclear-public' } as const;
  return { ok: true, value: { ...reply.value, scans } } as const;
}

function roleOf(file: GroupFile, pages: PageText[]): FileRole {
  const facts: FileFacts = { fileName: file.title, paperName: file.paperTitle, paperType: file.paperType };
  if (file.content?.mediaType) facts.mimeType = file.content.mediaType;
  // A cover without text does not decide what the file is.
  return fileRole(facts, (pages.find(({ text }) => text.trim().length > 20) ?? pages[0])?.text ?? '');
}

const HEAD_CHARS = 4_000;
const READABLE: ReadonlySet<FileRole> = new Set(['answer', 'inquiry'] as const);

/** The file's own pages; where it yields nothing, the text that the source gives for it, as one page. */
async function pagesOf(
  file: Pick<GroupFile, 'content' | 'textBlob' | 'head' | 'reading'>,
  { originals, scans }: GroupBlobs,
): Promise<Pages> {
  const { content, textBlob, head, reading } = file;
  for (const hash of [head ?? content?.sha256, textBlob]) if (hash && !(await originals.has(hash))) return 'lost';
  if (head) return onePage(await textOf(head, originals));
  const written = content ? await readContent(content, originals) : ({ ok: false, error: 'empty' } as const);
  const own = reading && (await scans.has(reading)) ? withReading(written, await readingIn(reading, scans)) : written;
  if (own.ok || !textBlob) return own;
  return onePage(await textOf(textBlob, originals));
}

const onePage = (text: string): Result<ReadContent, SkipReason> => ({
  ok: true,
  value: { pages: [{ number: 1, text }], remarks: [], scans: [] },
});

const textOf = async (hash: string, originals: Blobs) => Buffer.from(await originals.get(hash)).toString('utf8');

async function readContent(
  { sha256: hash, name, mediaType }: Content,
  originals: Blobs,
): Promise<Result<ReadContent, SkipReason>> {
  const bytes = await originals.get(hash);
  const read = await readPages(bytes, name, mediaType);
  if (!read.ok && read.error === 'unknown-format' && isOle(bytes)) return readOldWord(bytes);
  return read.ok ? { ok: true, value: { ...read.value, scans: [] } } : read;
}

/** Only here: its library needs Node, and it reads in a process that may crash. */
async function readOldWord(bytes: Uint8Array): Promise<Result<ReadContent, SkipReason>> {
  const html = await readDoc(bytes);
  const text = html.ok ? textOfHtml(html.value) : null;
  if (!html.ok) return html;
  return text ? onePage(text) : { ok: false, error: 'empty' };
}

async function keep(document: ReplyDocument, replies: Blobs): Promise<FileState> {
  const reply = await replies.put(JSON.stringify(document));
  const text = sha256(document.text.replace(/\s+/g, ''));
  return { kind: 'reply', reply, text, title: document.title, date: document.date };
}

/** "AN/1285/2024", "3008/2024", "20-26 / F 00123": whatever may be a reference; who knows the papers decides. */
function mentionsOf(file: GroupFile, pages: PageText[]): string[] {
  const where = `${file.paperTitle}\n${file.title}\n${(pages[0]?.text ?? '').slice(0, HEAD_CHARS)}`;
  return [
    ...new Set(
      where.match(/[\p{L}\d][\p{L}\d.-]*(?: ?\/ ?[\p{L}\d][\p{L}\d.-]*)+/gu)?.map((m) => m.replace(/\s/g, '')),
    ),
  ];
}
