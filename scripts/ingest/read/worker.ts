// A process of the reading pool: groups in, what their files are out. It ends with the process that started it.
// Started by pool.ts with the folders of originals and replies.
import { openBlobs } from '../../store/blobs.ts';
import { isStorageFault } from '../../store/fault.ts';
import { type Group, readGroup } from './group.ts';

const [originals = '', replies = ''] = process.argv.slice(2);
const [originalBlobs, replyBlobs] = [openBlobs(originals), openBlobs(replies)];

process.on('disconnect', () => process.exit());
process.on('message', async (group: Group) => {
  try {
    process.send?.({ ok: true, value: await readGroup(group, originalBlobs, replyBlobs) });
  } catch (error) {
    const { code, stack } = error as NodeJS.ErrnoException;
    process.send?.({ ok: false, error: String(stack ?? error), ...(isStorageFault(error) ? { code } : {}) });
  }
});
