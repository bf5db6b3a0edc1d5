// Reads groups of files, and pictures of pages, in processes of their own. A file that crashes, hangs or exhausts its process costs that file
// only: the process is replaced and the rest of the group is read without it. Not threads: one that was torn down while
// it loaded WebAssembly was seen to take all of Node along.
import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Store } from '../../store.ts';
import type { PageReading } from '../scan/reading.ts';
import type { Group, ReadFile } from './group.ts';

export interface ReadingPool {
  read(group: Group): Promise<ReadFile[]>;
  /** Of a kept PDF; 0 when it cannot be opened. */
  countPages(sha256: string): Promise<number>;
  /** What stands in the picture of a page, which is kept. Without a picture when that page crashes, hangs or is broken. */
  recognise(sha256: string, number: number): Promise<PageReading>;
  close(): Promise<void>;
}

/** What a reading process is asked for. */
export type Task =
  | { kind: 'group'; group: Group }
  | { kind: 'count'; sha256: string }
  | { kind: 'recognise'; sha256: string; number: number };

const BASE_MS = 30_000;
const FILE_MS = 20_000;
/** Some 5 s on a free core; a page that lies on its side is read four times. */
const PAGE_MS = 240_000;
const HEAP_MB = 768;

/** `code` of a file system that takes nothing more: no file is to blame, so the run ends. */
type Answer<T> = { ok: true; value: T } | { ok: false; error: string; code?: string };

/** Processes start when they are needed. */
export function createReadingPool(store: Pick<Store, 'originals' | 'replies' | 'scans'>): ReadingPool {
  const size = Math.max(1, Math.min(4, availableParallelism()));
  const idle: ChildProcess[] = [];
  const all = new Set<ChildProcess>();
  const waiting: ((worker: ChildProcess) => void)[] = [];

  function start(): ChildProcess {
    const { originals, replies, scans } = store;
    const worker = fork(
      join(import.meta.dirname, 'worker.ts'),
      [originals.path(''), replies.path(''), scans.path('')].map((path) => path.replace(/\/+$/, '')),
      {
        execArgv: [`--max-old-space-size=${HEAP_MB}`],
        serialization: 'advanced',
        // What a library prints about a broken PDF would tear the progress bar; the report names the file.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    worker.setMaxListeners(0);
    all.add(worker);
    return worker;
  }
  async function take(): Promise<ChildProcess> {
    const free = idle.pop();
    if (free) return free;
    if (all.size < size) return start();
    return new Promise((resolve) => waiting.push(resolve));
  }
  function give(worker: ChildProcess): void {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  }
  function replace(worker: ChildProcess): void {
    all.delete(worker);
    worker.kill('SIGKILL');
    if (waiting.length > 0) give(start());
  }

  const attempt = (group: Group) => run<ReadFile[]>({ kind: 'group', group }, BASE_MS + FILE_MS * group.files.length);

  async function run<T>(task: Task, patienceMs: number): Promise<Answer<T>> {
    const worker = await take();
    const answer = await ask<T>(worker, task, patienceMs);
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
    async countPages(sha256) {
      const answer = await run<number>({ kind: 'count', sha256 }, BASE_MS);
      return answer.ok ? answer.value : 0;
    },
    async recognise(sha256, number) {
      const answer = await run<PageReading>({ kind: 'recognise', sha256, number }, PAGE_MS);
      return answer.ok ? answer.value : { number, text: '', confidence: 0, image: null };
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };

  async function oneByOne(group: Group): Promise<Answer<ReadFile[]>> {
    const value: ReadFile[] = [];
    for (const file of group.files) {
      const answer = await attempt({ ...group, files: [file] });
      if (!answer.ok) return answer;
      value.push(...answer.value);
    }
    return { ok: true, value };
  }
}

function end(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) resolve();
    worker.once('exit', () => resolve());
    worker.kill('SIGKILL');
  });
}

function ask<T>(worker: ChildProcess, task: Task, patienceMs: number): Promise<Answer<T> | 'lost'> {
  return new Promise((resolve) => {
    const done = (result: Answer<T> | 'lost') => {
      clearTimeout(timer);
      worker.off('message', done);
      worker.off('error', lost);
      worker.off('exit', lost);
      resolve(result);
    };
    const lost = () => done('lost');
    const timer = setTimeout(lost, patienceMs);
    worker.on('message', done);
    worker.on('error', lost);
    worker.on('exit', lost);
    worker.send(task, (error) => error && lost());
  });
}
