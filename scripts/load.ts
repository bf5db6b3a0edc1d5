// How a running service behaves: questions one at a time, then many streams at once of which a third is broken off.
// Run with: npm run load -- --url http://localhost:8787 --questions FILE.jsonl [--single 50] [--streams 200] [--seconds 60] [--pid PID] [--same-as URL] [--json]
//   --same-as URL   instead: the same questions to two services, and how many answers are equal
//   --pid   the process that was started; its whole tree is measured: memory and processor time
// The service needs RATE_LIMIT=off.
import { readFile } from 'node:fs/promises';
import { optionsOf } from './arguments.ts';
import { treeUsage } from './bench/processes.ts';
import { sameAnswers } from './bench/same-answers.ts';
import { fail } from './fault.ts';

const values = optionsOf(
  {
    url: { type: 'string', default: 'http://localhost:8787' },
    questions: { type: 'string' },
    single: { type: 'string', default: '50' },
    streams: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '60' },
    pid: { type: 'string' },
    'same-as': { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  'npm run load -- --questions FILE.jsonl [--url URL] [--single 50] [--streams 200] [--seconds 60] [--pid PID] [--same-as URL] [--json]',
);
const url = values.url.replace(/\/$/, '');
const pid = values.pid ? Number(values.pid) : null;

/** After so many bytes of its stream a reader that breaks off is gone. */
const BROKEN_OFF_AFTER_BYTES = 200;

async function main(): Promise<void> {
  const { questions: path } = values;
  if (!path) throw new Error('Es fehlt --questions FILE.jsonl. (--questions is missing.)');
  const health = await fetch(`${url}/api/health`).catch(() => null);
  if (!health?.ok) throw new Error(`${url} antwortet nicht. (There is no service at ${url}.)`);
  const questions = await questionsIn(path);
  if (values['same-as']) {
    const compared = await sameAnswers([url, values['same-as'].replace(/\/$/, '')], questions);
    if (compared.same < compared.questions) process.exitCode = 1;
    return console.log(JSON.stringify(compared));
  }
  const single = await oneAtATime(questions, Number(values.single));
  if (!values.json) console.table([single]);
  const many = await streams(questions, Number(values.streams), Number(values.seconds));
  if (!values.json) console.table([many]);
  const memoryMB = pid === null ? null : Math.round(treeUsage(pid).residentMB);
  console.log(JSON.stringify({ url, single, many, memoryMB }));
}

async function questionsIn(path: string): Promise<string[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => (JSON.parse(line) as { question: string }).question);
}

const ask = (question: string, accept: string, signal: AbortSignal | null = null): Promise<Response> =>
  fetch(`${url}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify({ messages: [{ role: 'user', content: question }], mode: 'extractive' }),
    signal,
  });

/** The first few warm up. */
async function oneAtATime(questions: string[], count: number) {
  const times: number[] = [];
  let cpuMs = 0;
  for (let i = -5; i < count; i++) {
    if (i === 0 && pid !== null) cpuMs = -treeUsage(pid).cpuMs;
    const started = performance.now();
    const response = await ask(questions[(i + 5) % questions.length]!, 'application/json');
    const { kind } = (await response.json()) as { kind?: string };
    if (!response.ok || !kind) throw new Error(`/api/chat: ${response.status}`);
    if (i >= 0) times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(times[Math.min(times.length - 1, Math.floor(share * times.length))]! * 10) / 10;
  if (pid !== null) cpuMs = Math.round(((cpuMs + treeUsage(pid).cpuMs) / count) * 10) / 10;
  return { questions: count, medianMs: at(0.5), p95Ms: at(0.95), cpuMsEach: pid === null ? null : cpuMs };
}

async function streams(questions: string[], count: number, seconds: number) {
  const until = performance.now() + seconds * 1000;
  const told = { whole: 0, broken: 0, errors: 0, firstError: null as string | null };
  let peakMB = 0;
  let n = 0;
  const watch = setInterval(() => {
    if (pid !== null) peakMB = Math.max(peakMB, treeUsage(pid).residentMB);
  }, 1000);
  const started = performance.now();
  async function reader(i: number): Promise<void> {
    while (performance.now() < until) {
      const breaksOff = n % 3 === 2;
      const question = questions[n++ % questions.length]!;
      try {
        if (await readStream(question, breaksOff)) told[breaksOff ? 'broken' : 'whole']++;
        else throw new Error('incomplete');
      } catch (error) {
        told.errors++;
        told.firstError ??= `${i}: ${(error as Error).message}`;
      }
    }
  }
  await Promise.all(Array.from({ length: count }, (_, i) => reader(i)));
  clearInterval(watch);
  const took = (performance.now() - started) / 1000;
  const perSecond = Math.round((told.whole / took) * 10) / 10;
  return { streams: count, seconds: Math.round(took), ...told, wholePerSecond: perSecond, peakMB: Math.round(peakMB) };
}

/** True when it was as it should be: whole to its end, or broken off by us. */
async function readStream(question: string, breaksOff: boolean): Promise<boolean> {
  const abort = new AbortController();
  const response = await ask(question, 'text/event-stream', abort.signal);
  if (!response.ok || !response.body) throw new Error(`/api/chat: ${response.status}`);
  let bytes = 0;
  let end = '';
  const reader = response.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (breaksOff && bytes > BROKEN_OFF_AFTER_BYTES) {
      abort.abort();
      return true;
    }
    end = (end + Buffer.from(value).toString()).slice(-2_000);
  }
  return breaksOff || (end.includes('"type":"finish"') && end.trimEnd().endsWith('data: [DONE]'));
}

await main().catch(fail);
