// A process of the reading pool: groups in, what their files are out; a page in, what stands in its picture out. It ends
// with the process that started it.
// Started by pool.ts with the folders of originals, replies and scans.
import { openBlobs } from '../../store/blobs.ts';
import { isStorageFault } from '../../store/fault.ts';
import type { PageReading } from '../scan/reading.ts';
import { readGroup } from './group.ts';
import type { Task } from './pool.ts';

const [originals = '', replies = '', scans = ''] = process.argv.slice(2);
const blobs = { originals: openBlobs(originals), replies: openBlobs(replies), scans: openBlobs(scans) };

process.on('disconnect', () => process.exit());
process.on('message', async (task: Task) => {
  try {
    process.send?.({ ok: true, value: await done(task) });
  } catch (error) {
    const { code, stack } = error as NodeJS.ErrnoException;
    process.send?.({ ok: false, error: String(stack ?? error), ...(isStorageFault(error) ? { code } : {}) });
  }
});

async function done(task: Task): Promise<unknown> {
  if (task.kind === 'group') return readGroup(task.group, blobs);
  const bytes = await blobs.originals.get(task.sha256);
  // Only who wants scans read loads what that takes.
  if (task.kind === 'count') return (await import('../scan/render.ts')).countPages(bytes);
  return recognise(bytes, task.number);
}

async function recognise(bytes: Uint8Array, number: number): Promise<PageReading> {
  const { readPage } = await import('../scan/read-page.ts');
  const { text, confidence, webp } = await readPage(bytes, number);
  return { number, text, confidence, image: await blobs.scans.put(webp) };
}
