// What went wrong → one JSON line of the log, without a visitor's words. The message of an error may hold them (a database
// quotes what it stumbled over, a parser what it read), so that only a reason of a closed list is written, with where in
// our code it happened.
import { UnreadableIndex } from './index/index-format.ts';

export type Reason = 'unreadable-index' | 'database' | 'aborted' | 'network' | 'bug';

export interface Logged {
  event: 'error' | 'answer-failed' | 'index-unreadable' | 'mcp-failed';
  requestId?: string;
}

export function logError(logged: Logged, error: unknown): void {
  console.error(JSON.stringify({ ...logged, ...described(error) }));
}

/** Fit for a log; `at` are the innermost calls, `detail` is a sentence of our own. */
export function described(error: unknown): { reason: Reason; code?: string; detail?: string; at?: string[] } {
  const reason = reasonOf(error);
  if (error instanceof UnreadableIndex) return { reason, detail: error.message };
  const code = codeOf(error);
  return { reason, ...(code === null ? {} : { code }), at: framesOf(error) };
}

export function reasonOf(error: unknown): Reason {
  if (error instanceof UnreadableIndex) return 'unreadable-index';
  if (!(error instanceof Error)) return 'bug';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'aborted';
  if (/^(D1_|SQLITE_)/.test(error.message) || codeOf(error) === 'ERR_SQLITE_ERROR') return 'database';
  if (/^(E[A-Z]{3,}|UND_ERR_[A-Z_]+)$/.test(codeOf(error) ?? '') || /^fetch failed$/i.test(error.message))
    return 'network';
  return 'bug';
}

const CODE = /^[A-Z][A-Z\d_]{2,40}$/;
const MOST_FRAMES = 8;

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && CODE.test(code) ? code : null;
}

/** A stack begins with the message; where it does not, nobody knows where the message ends. */
function framesOf(error: unknown): string[] {
  if (!(error instanceof Error) || !error.stack) return [];
  const head = [`${error.name}: ${error.message}`, error.message === '' ? error.name : null].find(
    (begin) => begin !== null && error.stack!.startsWith(`${begin}\n`),
  );
  if (head === undefined || head === null) return [];
  return error.stack
    .slice(head.length + 1)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, MOST_FRAMES);
}
