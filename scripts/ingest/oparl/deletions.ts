// How much may go at once. An empty list, a server behind a log-in page or a body that was moved look like deletions,
// too; what looks like more than an editor's work waits for a person's word.

import type { Sentence } from '../../language.ts';
import type { FileRecord } from '../../store/records.ts';

/** Of a full list against what we have: a fifth, but a few always may. */
const UNLISTED_SHARE = 0.2;
const UNLISTED_FEW = 3;
/** Of single files that the server says are gone. It says so of each, so more is believed. */
const GONE_SHARE = 0.5;
const GONE_FEW = 20;

export function mayRemoveUnlisted(removed: number, all: number): boolean {
  return removed <= Math.max(UNLISTED_FEW, all * UNLISTED_SHARE) && !(removed === all && all > 1);
}

export interface Guard {
  hold(record: FileRecord): void;
  /** The records to put, or why they stay as they were. */
  decide(): { records: FileRecord[]; refusal: Sentence | null };
}

/** Holds the documents that the server calls gone, one by one, until their number is known. */
export function createGuard(documents: number, confirmed: boolean): Guard {
  const held = new Map<string, FileRecord>();
  return {
    hold: (record) => void held.set(record.key, record),
    decide() {
      const plausible = held.size <= Math.max(GONE_FEW, documents * GONE_SHARE);
      if (confirmed || plausible) return { records: [...held.values()], refusal: null };
      return { records: [], refusal: refusal(held.size, documents) };
    },
  };
}

export const refusal = (removed: number, all: number): Sentence => ({
  de: `Der Server nennt ${removed} von ${all} Dokumenten nicht mehr. Das sieht nach einer Störung aus, darum bleiben sie. Wenn es stimmt: noch einmal mit --confirm-deletions.`,
  en: `The server no longer has ${removed} of ${all} documents. That looks like a fault, so they stay. If it is right: run again with --confirm-deletions.`,
});
