// What the speed comparison stands on: its figures, and what it says when it cannot begin.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { measure } from '../../../scripts/bench/measure.ts';
import { usageOf } from '../../../scripts/bench/processes.ts';

describe('measuring', () => {
  test('asks some questions to warm up, then each once', async () => {
    const asked: string[] = [];
    await measure(['a', 'b', 'c'], (question) => asked.push(question));
    expect(asked).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  test('gives median and 95th percentile by the clock and processor time by who answers', async () => {
    let used = 1_000;
    const waits = new Map(Array.from({ length: 20 }, (_, i) => [`${i}`, i < 18 ? 1 : 1_000]));
    const figures = await measure(
      [...waits.keys()],
      async (question) => {
        used += 3;
        await new Promise((resolve) => setTimeout(resolve, waits.get(question)));
      },
      () => used,
    );
    expect(figures.cpuMs).toBe(3);
    expect(figures.medianMs).toBeLessThan(900);
    expect(figures.p95Ms).toBeGreaterThan(950);
  });
});

test.runIf(process.platform === 'linux')('a process of this machine says what it has used', () => {
  const before = usageOf(process.pid);
  for (const end = performance.now() + 100; performance.now() < end; );
  const after = usageOf(process.pid);
  expect(after.cpuMs).toBeGreaterThan(before.cpuMs);
  expect(after.residentMB).toBeGreaterThan(20);
  expect(after.peakMB).toBeGreaterThanOrEqual(after.residentMB * 0.9);
});

const bench = (...args: string[]) =>
  promisify(execFile)(process.execPath, [join(import.meta.dirname, '../../../scripts/bench.ts'), ...args]).then(
    () => ({ code: 0, stderr: '' }),
    ({ code, stderr }: { code: number; stderr: string }) => ({ code, stderr }),
  );

test.each([
  [['--worker', '--fast'], 2, '--fast wird nicht verstanden. (--fast is not understood.)'],
  [['Fragen.jsonl'], 2, 'Fragen.jsonl wird nicht verstanden. (Fragen.jsonl is not understood.)'],
  [['--questions', '/gibt/es/nicht.jsonl'], 1, '/gibt/es/nicht.jsonl ist nicht zu lesen. (Cannot be read.)'],
])('%j ends with %i and a sentence', async (args, code, sentence) => {
  const ended = await bench(...args);
  expect(ended.code).toBe(code);
  expect(ended.stderr.split('\n')[0]).toBe(sentence);
});
