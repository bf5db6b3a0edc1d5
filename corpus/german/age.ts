// How old an answer is, and from when on it says so. The one place for both.

/** From this age on, in full years, an answer carries its age wherever it is shown. */
const OLD_FROM_YEARS = 2;

/** Full years from a date (YYYY-MM-DD) to now; 0 for dates to come. */
function yearsSince(date: string, now: Date): number {
  const today = now.toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(date.slice(0, 4));
  return Math.max(0, today.slice(5) < date.slice(5) ? years - 1 : years);
}

/** The age of an old answer in full years; null when it is too recent to matter, or not known. */
export function ageOf(date: string | null, now: Date): number | null {
  const years = date === null ? 0 : yearsSince(date, now);
  return years >= OLD_FROM_YEARS ? years : null;
}
