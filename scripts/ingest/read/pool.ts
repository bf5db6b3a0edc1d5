// Reads groups of files in worker threads. A file that crashes, hangs or exhausts its thread costs that file only:
// the thread is replaced and the rest of the group is read without it.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Store } from '../../store.ts';
import type { Group, ReadFile } from './group.ts';

export interface ReadingPool {
  read(group: Group): Promise<ReadFile[]>;
  close(): Promise<void>;
}

const BASE_MS = 30_000;
const FILE_MS = 20_000;
const HEAP_MB = 768;
const GOING_MS = 3_000;

/** `code` of a file system that takes nothing more: no file is to blame, so the run ends. */
type Answer = { ok: true; value: ReadFile[] } | { ok: false; error: string; code?: string };

/** Threads start when they are needed. */
export function createReadingPool(store: Pick<Store, 'originals' | 'replies'>): ReadingPool {
  const size = Math.max(1, Math.min(4, availableParallelism()));
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];

  function start(): Worker {
    const worker = new Worker(join(import.meta.dirname, 'worker.ts'), {
      workerData: {
        originals: store.originals.path('').replace(/\/+$/, ''),
        replies: store.replies.path('').replace(/\/+$/, ''),
      },
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
      // What a library prints about a broken PDF would tear the progress bar; the report names the file.
      stdout: true,
      stderr: true,
    });
    worker.setMaxListeners(0);
    worker.stdout.resume();
    worker.stderr.resume();
    all.add(worker);
    return worker;
  }
  async function take(): Promise<Worker> {
    const free = idle.pop();
    if (free) return free;
    if (all.size < size) return start();
    return new Promise((resolve) => waiting.push(resolve));
  }
  function give(worker: Worker): void {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  }
  function replace(worker: Worker): void {
    all.delete(worker);
    void worker.terminate();
    if (waiting.length > 0) give(start());
  }

  async function attempt(group: Group): Promise<Answer> {
    const worker = await take();
    const answer = await ask(worker, group);
    if (answer === 'lost') replace(worker);
    else give(worker);
    if (answer !== 'lost' && !answer.ok && answer.code)
      throw Object.assign(new Error(answer.error), { code: answer.code });
    return answer === 'lost' ? { ok: false, error: 'lost' } : answer;
  }

  return {
    async read(group) {
      const answer = await attempt(group);
      if (answer.ok) return answer.value;
      const bad = new Set<string>();
      for (const file of group.files) {
        const alone = await attempt({ ...group, files: [file] });
        if (!alone.ok) bad.add(file.key);
      }
      // No file alone is to blame: the group is too much at once, and each was read well by itself.
      const good = { ...group, files: group.files.filter((file) => !bad.has(file.key)) };
      const rest = bad.size > 0 || group.files.length === 1 ? await attempt(good) : await oneByOne(group);
      const unread = group.files.filter((f) => bad.has(f.key) || !rest.ok);
      return [
        ...(rest.ok ? rest.value : []),
        ...unread.map(({ key }) => ({ key, state: { kind: 'skipped', reason: 'unreadable' } as const, mentions: [] })),
      ];
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };

  async function oneByOne(group: Group): Promise<Answer> {
    const value: ReadFile[] = [];
    for (const file of group.files) {
      const answer = await attempt({ ...group, files: [file] });
      if (!answer.ok) return answer;
      value.push(...answer.value);
    }
    return { ok: true, value };
  }
}

/** Asked to go, then made to: a thread that is torn down while it loads its modules was seen to take the process along. */
function end(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => void worker.terminate().then(() => resolve()), GOING_MS);
    worker.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    worker.postMessage(null);
  });
}

function ask(worker: Worker, group: Group): Promise<Answer | 'lost'> {
  return new Promise((resolve) => {
    const done = (result: Answer | 'lost') => {
      clearTimeout(timer);
      worker.off('message', done);
      worker.off('error', lost);
      worker.off('exit', lost);
      resolve(result);
    };
    const lost = () => done('lost');
    const timer = setTimeout(lost, BASE_MS + FILE_MS * group.files.length);
    worker.on('message', done);
    worker.on('error', lost);
    worker.on('exit', lost);
    worker.postMessage(group);
  });
}
