// What a process of this machine has used so far, by /proc. Zeros where there is none.
import { readdirSync, readFileSync } from 'node:fs';

export interface Usage {
  residentMB: number;
  peakMB: number;
  cpuMs: number;
}

/** Linux counts processor time in these. */
const TICKS_PER_SECOND = 100;

/** Null: no process that descends from this one has the name. The largest, when several have. */
export function descendant(name: string): number | null {
  const found = pids().filter((pid) => nameOf(pid) === name && descends(pid));
  return found.sort((a, b) => usageOf(b).residentMB - usageOf(a).residentMB)[0] ?? null;
}

export function usageOf(pid: number): Usage {
  const status = read(`/proc/${pid}/status`);
  const megabytes = (field: string) => Number(new RegExp(`${field}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  // The name in brackets may hold spaces; user and system time are the 14th and 15th field.
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1)!.split(' ');
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { residentMB: megabytes('VmRSS'), peakMB: megabytes('VmHWM'), cpuMs: (ticks * 1000) / TICKS_PER_SECOND };
}

/** Of a process and all that descend from it. */
export function treeUsage(root: number): Usage {
  const all = pids()
    .filter((pid) => descends(pid, root))
    .map(usageOf);
  const sum = (field: keyof Usage) => all.reduce((total, usage) => total + usage[field], 0);
  return { residentMB: sum('residentMB'), peakMB: sum('peakMB'), cpuMs: sum('cpuMs') };
}

function pids(): number[] {
  try {
    return readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return [];
  }
}

function descends(pid: number, from = process.pid): boolean {
  for (let at = pid; at > 1; at = Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${at}/status`))?.[1] ?? 0)) {
    if (at === from) return true;
  }
  return false;
}

const nameOf = (pid: number): string => /^Name:\s+(.+)$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? '';

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
