// What ended a command → one sentence for the person at the terminal, never a raw message of the system.
import { told } from './language.ts';
import { storageFault } from './store/fault.ts';

/** @param storeDir whose faults are told as the store's */
export function faultSentence(error: unknown, storeDir: string | null = null): string {
  const { message } = error as Error;
  return told((storeDir !== null && storageFault(error, storeDir)) || fileFault(error) || lineFault(error) || message);
}

/** To be handed to `catch` of a command's whole work. Ends with 1 when everything else has come to its end. */
export function fail(error: unknown, storeDir: string | null = null): void {
  console.error(faultSentence(error, storeDir));
  process.exitCode = 1;
}

const OF_FILES: Record<string, (path: string) => string> = {
  ENOENT: (path) => `${path} gibt es nicht. (${path}: no such file.)`,
  ENOTDIR: (path) => `${path} gibt es nicht. (${path}: no such file.)`,
  EISDIR: (path) => `${path} ist ein Ordner und keine Datei. (${path}: a folder, not a file.)`,
  EACCES: (path) => `${path} lässt sich nicht lesen. (${path}: cannot be read.)`,
};

function fileFault(error: unknown): string | null {
  const { code, path, syscall } = error as NodeJS.ErrnoException;
  if (syscall === 'mkdir') return `${path} lässt sich nicht anlegen. (${path} cannot be made.)`;
  // Reading a folder fails without saying which.
  return code === undefined ? null : (OF_FILES[code]?.(path ?? 'Die angegebene Datei') ?? null);
}

/** `fetch` says "fetch failed" and hides why in its cause. */
function lineFault(error: unknown): string | null {
  const { cause } = error as { cause?: NodeJS.ErrnoException };
  if (!(error instanceof TypeError) || cause === undefined) return null;
  return `Der Dienst ist nicht erreichbar (${cause.code ?? cause.message}). (The service cannot be reached.)`;
}
