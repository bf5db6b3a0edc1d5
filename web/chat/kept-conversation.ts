// A conversation that its reader wants to find again in this tab: in the tab's own storage, from the tick on until it is
// taken away or the tab is closed. Nothing of it is ever sent, and the widget has no part in it.
import { isRunning, type Turn } from './turn.ts';

/** The page asks for the same name, so that it loads all this only where something is kept (main.ts). */
const KEPT = 'ratsauskunft-gespraech';
/** Counted up when a turn (turn.ts) is no longer what it was. */
const VERSION = 1;

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * An answer that is still coming is left out: its question stands in the address. Where the tab is full, the oldest
 * turns are.
 * @returns false where the browser keeps nothing (full, or forbidden)
 */
export function keepConversation(turns: readonly Turn[], storage: Storage): boolean {
  const whole = turns.filter((turn) => !isRunning(turn));
  for (let from = 0; from <= whole.length; from++) {
    try {
      storage.setItem(KEPT, JSON.stringify({ version: VERSION, turns: whole.slice(from) }));
      return from === 0 || from < whole.length;
    } catch {}
  }
  return false;
}

/** Null when nothing is kept, or nothing that this page can read; that is deleted. Kept and empty is an empty list. */
export function keptConversation(storage: Storage): Turn[] | null {
  try {
    const kept = JSON.parse(storage.getItem(KEPT) ?? 'null');
    if (kept?.version === VERSION && Array.isArray(kept.turns)) return kept.turns;
  } catch {}
  deleteConversation(storage);
  return null;
}

export function deleteConversation(storage: Storage): void {
  try {
    storage.removeItem(KEPT);
  } catch {}
}
