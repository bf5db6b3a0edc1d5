// Times of questions → figures. Processor time beside the clock's: a busy machine lengthens the one, hardly the other.
interface Spread {
  medianMs: number;
  p95Ms: number;
}

export interface Figures extends Spread {
  /** Processor time a question, all threads, mean. */
  cpuMs: number;
}

/** Asked before the clock runs: compilers warm up, caches fill. */
const WARM_UP = 10;

/** @param cpuMs processor time that the one who answers has used so far */
export async function measure(
  questions: string[],
  ask: (question: string) => Promise<unknown> | unknown,
  cpuMs: () => number = ownCpuMs,
): Promise<Figures> {
  for (const question of questions.slice(0, WARM_UP)) await ask(question);
  const before = cpuMs();
  const times: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await ask(question);
    times.push(performance.now() - asked);
  }
  return { ...spread(times), cpuMs: round((cpuMs() - before) / questions.length) };
}

function spread(times: number[]): Spread {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { medianMs: at(0.5), p95Ms: at(0.95) };
}

function ownCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const round = (ms: number) => Math.round(ms * 10) / 10;
