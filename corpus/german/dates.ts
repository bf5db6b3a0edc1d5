// Dates as German papers write them → YYYY-MM-DD. What cannot be a session's date is dropped, not guessed.

import { MONTH, monthOf } from './months.ts';

/** Councils' information systems do not reach further back, and nobody answers ahead of time by more than a year or so. */
const FIRST_YEAR = 1990;
const LAST_YEAR = 2035;

const NUMERIC = /(?<![\p{L}\p{N}])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?![\p{L}\p{N}])/u;
const WRITTEN = new RegExp(`(?<![\\p{L}\\p{N}])(\\d{1,2})\\.\\s?${MONTH}\\.?\\s+(\\d{4})(?![\\p{L}\\p{N}])`, 'iu');

/** "Musterstadt, den 4. Oktober 2022" */
export const PLACE_AND_DATE = /^\p{Lu}[\p{L} .-]{2,40},\s+(?:den\s+|am\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{4}$/u;

/** A paper is not answered this much later than its source says. */
const MAX_DAYS_AFTER_SOURCE = 300;
const DAY_MS = 86_400_000;

/**
 * Of two dates YYYY-MM-DD the one that is a meeting's day where only one is; else the header's, unless it is missing or
 * its year is a slip of the pen; null when both are missing.
 */
export function sessionDate(
  header: string | null,
  source: string | null,
  meetings: readonly string[] = [],
): string | null {
  if (header === null || source === null) return header ?? source;
  if (meetings.includes(header) !== meetings.includes(source)) return meetings.includes(header) ? header : source;
  return Date.parse(header) - Date.parse(source) > MAX_DAYS_AFTER_SOURCE * DAY_MS ? source : header;
}

/** The first possible date in the text; null when there is none. */
export function dateIn(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  const written = WRITTEN.exec(text);
  const [first, second] = [numeric, written].sort((a, b) => (a?.index ?? Infinity) - (b?.index ?? Infinity));
  return (first && isoDate(first)) ?? (second && isoDate(second)) ?? null;
}

function isoDate([, day = '', month = '', year = '']: RegExpExecArray): string | null {
  const m = /^\d+$/.test(month) ? Number(month) : (monthOf(month) ?? 0);
  const y = year.length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(y, m - 1, Number(day)));
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== Number(day)) return null;
  return y >= FIRST_YEAR && y <= LAST_YEAR ? date.toISOString().slice(0, 10) : null;
}
