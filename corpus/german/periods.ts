// "seit 2020", "im Mai 2023", "in den letzten sechs Jahren" → the first and last day of the period, and the rest of the
// text without it. German and English.
import { german } from './letters.ts';
import { MONTH, monthOf } from './months.ts';
import { numberOf } from './number-words.ts';

/** Dates are YYYY-MM-DD, both ends included; null where the period is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

export function takePeriod(text: string, now: Date): Period & { rest: string } {
  for (const [pattern, read] of PERIODS) {
    const match = pattern.exec(text);
    const period = match && read([...match] as string[], now);
    if (!period) continue;
    const { from = null, to = null } = period;
    return { rest: text.replace(pattern, ' ').replace(/\s+/gu, ' ').trim(), from, to };
  }
  return { rest: text, from: null, to: null };
}

const YEAR = '((?:19|20)\\d{2})';
/** Any word here: whether it is a number is seen when it is read. */
const COUNT = '(\\d{1,3}|\\p{L}{3,20})';
const LAST = '(?:letzten|letzte|vergangenen|vergangene|zurückliegenden|last|past)';
const UNIT = '(jahr(?:en?)?|monat(?:en?)?|wochen?|years?|months?|weeks?)';

type Read = (groups: string[], now: Date) => { from?: string; to?: string } | null;

/** Each takes its words out of the text; null: it was no period. */
const PERIODS = (
  [
    [
      `\\b(?:seit|ab|since|from) ${MONTH}\\.? ${YEAR}\\b`,
      ([, name, y]) => ({ from: wholeMonth(name!, Number(y)).from }),
    ],
    [`\\b(?:(?:im|in) )?(?:monat )?${MONTH}\\.? ${YEAR}\\b`, ([, name, y]) => wholeMonth(name!, Number(y))],
    [`\\b(?:zwischen|von|between|from)(?: den jahren)? ${YEAR} (?:und|bis|and|to|until) ${YEAR}`, years],
    [`(?<![\\p{L}\\d])(?:in )?${YEAR} ?(?:und|and|bis|to|-|–) ?${YEAR}(?![\\d/])`, years],
    [
      `\\b(?:seit|ab|since|from)(?: (?:dem jahr|anfang|beginn|the year))? ${YEAR}\\b`,
      ([, y]) => ({ from: `${y}-01-01` }),
    ],
    [`\\b(?:nach|after) ${YEAR}\\b`, ([, y]) => ({ from: `${Number(y) + 1}-01-01` })],
    [`\\b(?:vor|before) ${YEAR}\\b`, ([, y]) => ({ to: `${Number(y) - 1}-12-31` })],
    [`\\b(?:bis|until)(?: (?:ende|zum jahr))? ${YEAR}\\b`, ([, y]) => ({ to: `${y}-12-31` })],
    [
      `\\b(?:im jahre?|aus dem jahre?|vom jahre?|in(?: the year)?|from|of|during|aus|für) ${YEAR}\\b`,
      ([, y]) => wholeYear(Number(y)),
    ],
    [
      `\\b(?:(?:in|während|innerhalb) (?:den|der)|die|der|den|(?:in|over|during|within|for) the|the) ${LAST} ${COUNT} ${UNIT}\\b`,
      ([, count, unit], now) => since(count!, unit!, now),
    ],
    [`\\b(?:seit|for|for the) ${COUNT} ${UNIT}\\b`, ([, count, unit], now) => since(count!, unit!, now)],
    [
      '\\b(?:im|in den|in the) (?:letzten|vergangenen|last|past) (?:jahrzehnt|decade)\\b',
      (_, now) => since('10', 'jahre', now),
    ],
    [
      '\\b(?:im )?(?:letzten|vergangenen|letztes|voriges|vorigen) jahr(?:es)?\\b|\\blast year\\b',
      (_, now) => wholeYear(now.getUTCFullYear() - 1),
    ],
    ['\\b(?:in )?(?:diesem|dieses) jahre?\\b|\\bthis year\\b', (_, now) => wholeYear(now.getUTCFullYear())],
    [`(?<![\\p{L}\\d])${YEAR}(?![\\d/])`, ([, y]) => wholeYear(Number(y))],
  ] satisfies [string, Read][]
).map(([source, read]): [RegExp, Read] => [german(new RegExp(source, 'iu')), read]);

function years([, a, b]: string[]): { from: string; to: string } {
  return { from: `${a}-01-01`, to: `${b}-12-31` };
}

function wholeYear(year: number): { from: string; to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function wholeMonth(name: string, year: number): { from: string; to: string } {
  const month = monthOf(name) ?? 1;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${start}-01`, to: `${start}-${days}` };
}

function since(count: string, unit: string, now: Date): { from: string } | null {
  const number = numberOf(count);
  if (number === null) return null;
  const day = new Date(now);
  if (/^[jy]/iu.test(unit)) day.setUTCFullYear(day.getUTCFullYear() - number);
  else if (/^m/iu.test(unit)) day.setUTCMonth(day.getUTCMonth() - number);
  else day.setUTCDate(day.getUTCDate() - 7 * number);
  return { from: day.toISOString().slice(0, 10) };
}
