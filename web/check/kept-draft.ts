// A clerk's draft in this browser, only after "Entwurf behalten": written at each change, gone after 30 days or by
// "Alles löschen". Nothing of it is ever sent.
import type { Entry } from './entry.ts';
import type { Facts } from './facts-form.ts';

export interface KeptDraft {
  /** What was pasted, so that a draft is shown beside its own inquiry only. */
  questions: string[];
  facts: Facts;
  entries: Entry[];
}

const KEPT_DAYS = 30;
const NAME = 'ratsauskunft-entwurf';
const VERSION = 1;
const DAY_MS = 86_400_000;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** False where the browser keeps nothing (full, or forbidden). */
export function keepDraft(draft: KeptDraft, storage: Storage, now: number): boolean {
  try {
    storage.setItem(NAME, JSON.stringify({ version: VERSION, at: now, draft }));
    return true;
  } catch {
    return false;
  }
}

/** Null when nothing is kept, it is too old (then it is deleted) or was written by another version. */
export function keptDraft(storage: Storage, now: number): KeptDraft | null {
  try {
    const kept = JSON.parse(storage.getItem(NAME) ?? 'null');
    if (kept?.version === VERSION && now - kept.at <= KEPT_DAYS * DAY_MS) return kept.draft;
  } catch {}
  deleteDraft(storage);
  return null;
}

export function deleteDraft(storage: Storage): void {
  try {
    storage.removeItem(NAME);
  } catch {}
}
