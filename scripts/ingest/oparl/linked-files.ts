// Files that a paper only points to, and files in a format that we do not read but that stand there in another one →
// the paper's row with their objects. One that cannot be had stays in the row, so that the report names it.
import type { Journal } from '../../store/journal.ts';
import type { Client } from '../http/client.ts';
import { getJson } from './json.ts';
import { keyOf, type PaperFile, type PaperRow, readFileObject } from './objects.ts';

/** Formats of offices that nothing here reads; their PDF says the same. */
const UNREAD = /\.(?:pages|wpd|wps|sxw|odg|tiff?|xps|pub)$|tiff|wordperfect|x-iwork/i;

export async function readLinkedFiles(client: Client, papers: Journal<PaperRow>, signal: AbortSignal): Promise<void> {
  for (const paper of [...papers.rows.values()]) {
    if (signal.aborted || client.isDown()) return;
    const files = [...paper.files];
    for (const link of paper.fileLinks ?? []) {
      const at = files.findIndex(({ key }) => key === keyOf(link));
      if (at >= 0 && files[at]?.downloadUrl) continue;
      const file = (await fileAt(client, link)) ?? unknownFile(link);
      if (at >= 0) files[at] = file;
      else files.push(file);
    }
    for (const [i, file] of files.entries()) {
      const other =
        UNREAD.test(`${file.fileName ?? file.name} ${file.mediaType ?? ''}`) && (await readableAmong(client, file));
      if (other) files[i] = { ...other, key: file.key, name: file.name };
    }
    const row = { ...paper, files: files.map(withoutText) };
    if (JSON.stringify(row) !== JSON.stringify(paper)) papers.put(row);
  }
}

async function readableAmong(client: Client, { derivatives = [] }: PaperFile): Promise<PaperFile | null> {
  for (const link of derivatives) {
    const file = await fileAt(client, link);
    if (file && !UNREAD.test(`${file.fileName ?? file.name} ${file.mediaType ?? ''}`)) return file;
  }
  return null;
}

async function fileAt(client: Client, link: string): Promise<PaperFile | null> {
  const fetched = await getJson(client, link);
  return fetched.kind === 'ok' ? readFileObject(fetched.value) : null;
}

const withoutText = ({ text: _, ...file }: PaperFile): PaperFile => file;

/** Without an address, which is what the report says of it. */
const unknownFile = (link: string): PaperFile => ({
  ...{ key: keyOf(link) ?? link, name: link, fileName: null, mediaType: null, date: null, modified: null },
  ...{ downloadUrl: null, accessUrl: null },
});
