// What a file system refuses or has spoilt, for people: no room, no right to write, no folder, a damaged file.

const SENTENCES: Record<string, (dir: string) => string> = {
  ENOSPC: (dir) =>
    `Für den Dokumentspeicher ${dir} ist auf dem Datenträger kein Platz mehr. Was eingelesen ist, bleibt. (No space left for the store; what was read stays.)`,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  EEXIST: noFolder,
  ENOTDIR: noFolder,
};
SENTENCES.EDQUOT = SENTENCES.ENOSPC as (dir: string) => string;

/** One sentence in both languages; null when something else went wrong. */
export function storageFault(error: unknown, dir: string): string | null {
  return SENTENCES[codeOf(error)]?.(dir) ?? null;
}

/** Says of an error that no file is to blame for it, because nothing can be written. */
export const isStorageFault = (error: unknown) => codeOf(error) in SENTENCES;

/** What was read from the sources can be read again; what was hidden by hand stands apart and stays. */
export const damagedReplies = (path: string) =>
  new Error(
    `${path} fehlt oder ist beschädigt. Bitte aus einer Sicherung zurückholen, oder im Dokumentspeicher die Ordner „sources“ und „replies“ löschen und neu einlesen; Ausgeblendetes bleibt ausgeblendet. (Missing or damaged: restore it from a backup, or delete the store's folders "sources" and "replies" and ingest again; what is hidden stays hidden.)`,
  );

function codeOf(error: unknown): string {
  const { code, syscall } = (error ?? {}) as NodeJS.ErrnoException;
  // Node's answer to a folder that it cannot make on a read-only disk.
  return code === 'ENOENT' && syscall === 'mkdir' ? 'EROFS' : String(code);
}

function notWritable(dir: string): string {
  return `Der Dokumentspeicher ${dir} ist nicht beschreibbar. (The store cannot be written.)`;
}

function noFolder(dir: string): string {
  return `${dir} kann kein Dokumentspeicher sein, denn dort liegt eine Datei dieses Namens. (A file of that name is in the way of the store.)`;
}
