// A worker thread of the reading pool: groups in, what their files are out; null ends it.
import { parentPort, workerData } from 'node:worker_threads';
import { openBlobs } from '../../store/blobs.ts';
import { isStorageFault } from '../../store/fault.ts';
import { type Group, readGroup } from './group.ts';

const { originals, replies } = workerData as { originals: string; replies: string };
const [originalBlobs, replyBlobs] = [openBlobs(originals), openBlobs(replies)];

parentPort?.on('message', async (group: Group | null) => {
  if (group === null) {
    parentPort?.close();
    return;
  }
  try {
    parentPort?.postMessage({ ok: true, value: await readGroup(group, originalBlobs, replyBlobs) });
  } catch (error) {
    const { code, stack } = error as NodeJS.ErrnoException;
    parentPort?.postMessage({ ok: false, error: String(stack ?? error), ...(isStorageFault(error) ? { code } : {}) });
  }
});
