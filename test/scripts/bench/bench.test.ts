// What the speed comparison stands on: its figures.
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
