// Whether the papers are older than the city lets stand without a word: STALE_AFTER_DAYS against the time when the index
// was last built, which is when papers last came or changed.

const DAY_MS = 86_400_000;

/** The time of the last change when it lies longer back than allowed; null: nothing to say, or no days are set. */
export function staleSince(builtAt: string | undefined, days: string | undefined, now: Date): string | null {
  const allowed = Number(days || Number.NaN);
  if (builtAt === undefined || !(allowed > 0)) return null;
  return now.getTime() - Date.parse(builtAt) > allowed * DAY_MS ? builtAt : null;
}
