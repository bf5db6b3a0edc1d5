// Whether every number, date and amount of a sentence stands in the text that it cites, or follows from it: rounded
// where the sentence says so, as a sum where it says "zusammen", as a share of two numbers, in another unit.
import { german } from '../../../corpus/german/letters.ts';
import { type FoundNumber, numbersOf } from './numbers.ts';

export interface NumberProof {
  /** Numbers that neither quote nor context have. */
  unproven: number;
  /** Numbers that only the context has: the reply's own date, the question. */
  fromContext: number;
  /** Numbers that only follow from the quote's. */
  derived: number;
  /** Of how many. */
  all: number;
}

/** True when `sentence` has no number that `quote` or `context` lack. */
export function numbersProven(sentence: string, quote: string, context = ''): boolean {
  return numberProof(sentence, quote, context).unproven === 0;
}

/** @param context what stands beside the quote: the reply's date, the question that it answers */
export function numberProof(sentence: string, quote: string, context: string): NumberProof {
  const said = numbersOf(sentence);
  const there = numbersOf(quote);
  const known = new Set(there.flatMap((number) => number.readings));
  const beside = new Set(numbersOf(context).flatMap((number) => number.readings));
  const proof: NumberProof = { unproven: 0, fromContext: 0, derived: 0, all: said.length };
  const text = sentence.normalize('NFKC');
  const values = valuesOf(there);
  for (const number of said) {
    if (number.readings.some((reading) => known.has(reading))) continue;
    if (follows(number, text, values, quote)) proof.derived++;
    else if (number.readings.some((reading) => beside.has(reading))) proof.fromContext++;
    else proof.unproven++;
  }
  if (SAYS_PERCENT.test(sentence) && !PERCENT.test(quote) && proof.derived === 0) proof.unproven++;
  return proof;
}

const SAYS_PERCENT = german(/%|\b(?:Prozent|percent)\b/u);
const PERCENT = /%|Prozent|percent|v\.\s?H\.|Anteil|[Qq]uote|[Rr]ate|[Dd]rittel|[Vv]iertel|[Hh]älfte/u;

function follows(number: FoundNumber, text: string, values: number[], quote: string): boolean {
  const before = text.slice(Math.max(0, number.start - 28), number.start).toLowerCase();
  const after = text.slice(number.end, number.end + 14).toLowerCase();
  const own = number.readings.map(amountOf).filter((value) => value !== null);
  return own.some(
    (value) =>
      (ABOUT.test(before) && values.some((v) => near(value, v, 0.05))) ||
      (/[mM]io|[mM]illi|[mM]rd/u.test(text.slice(number.start, number.end)) &&
        values.some((v) => near(value, v, 0.02))) ||
      (ABOVE.test(before) && values.some((v) => v > value && v < value * 2)) ||
      (BELOW.test(before) && values.some((v) => v < value && v > value / 2)) ||
      (TOGETHER.test(text) && sumOf(value, values)) ||
      shareOf(value, number, values, text) ||
      (/^\s*(?:jahre?|years?)(?!\p{L})/u.test(after) && yearsBetween(value, values)) ||
      inOtherUnit(value, after, values, quote) ||
      (value === 0 && /(?<!\p{L})kein\p{L}*(?!\p{L})/iu.test(quote)) ||
      (/^\s*cent/u.test(after) && values.some((v) => Math.round((v % 1) * 100) === value)) ||
      (/^\s*euro und/u.test(after) && values.some((v) => Math.floor(v) === value)),
  );
}

const ABOUT =
  /(?:rund|etwa|circa|ca\.?|ungefähr|knapp|gut|fast|annähernd|nahezu|zirka|about|around|some|roughly|almost|nearly|approximately|yaklaşık|близько|майже)\s+(?:\p{L}+\s+)?$/u;
const ABOVE = /(?:mehr als|über|mindestens|gut|more than|over|at least|better than)\s+(?:\p{L}+\s+)?$/u;
const BELOW =
  /(?:weniger als|unter|höchstens|knapp|fast|less than|under|below|almost|nearly|at most)\s+(?:\p{L}+\s+)?$/u;
const TOGETHER = /(?<!\p{L})(?:zusammen|insgesamt|beide|summe|gesamt|together|total|altogether|combined)/iu;

function near(value: number, other: number, tolerance: number): boolean {
  // Years are not rounded.
  if (value >= 1900 && value <= 2100 && Number.isInteger(other) && other >= 1900 && other <= 2100) return false;
  return other !== 0 && Math.abs(value - other) <= tolerance * Math.abs(other);
}

function sumOf(value: number, values: number[]): boolean {
  for (const [i, a] of values.entries())
    for (const [j, b] of values.entries()) {
      if (j <= i) continue;
      if (a + b === value) return true;
      for (const c of values.slice(j + 1)) if (a + b + c === value) return true;
    }
  return false;
}

/** "zwei Jahre zuvor". */
function yearsBetween(value: number, values: number[]): boolean {
  const years = values.filter((v) => v >= 1900 && v <= 2100);
  return years.some((a) => years.some((b) => a - b === value));
}

/** "etwa ein Drittel" of 58 and 172, "rund 67 Prozent" of "zwei Drittel". */
function shareOf(percent: number, number: FoundNumber, values: number[], text: string): boolean {
  const isShare =
    number.readings.some((reading) => reading.includes('/') || reading === 'half') ||
    /^\s*(?:%|prozent|percent)/iu.test(text.slice(number.end, number.end + 9));
  if (!isShare || percent <= 1 || percent > 100) return false;
  if (values.some((v) => v > 1 && v <= 100 && Math.abs(v - percent) <= 3 && v !== percent)) {
    return ABOUT.test(text.slice(Math.max(0, number.start - 28), number.start).toLowerCase());
  }
  return values.some((a) => values.some((b) => a < b && Math.abs((100 * a) / b - percent) <= 1.5));
}

const UNITS: [RegExp, RegExp, number][] = [
  [/^\s*monat|^\s*month/u, /[Jj]ahr|year/u, 12],
  [/^\s*kilowattstunden|^\s*kwh/u, /MWh|Megawattstunden/u, 1000],
  [german(/^\s*meter|^\s*m\b/u), german(/km\b|Kilometer/u), 1000],
  [/^\s*kilometer|^\s*km/u, german(/\bm\b|[Mm]eter/u), 0.001],
  [/^\s*minuten|^\s*minutes/u, /[Ss]tunde|hour/u, 60],
  [/^\s*wochen|^\s*weeks/u, /[Tt]ag|day/u, 1 / 7],
  [/^\s*kilo|^\s*kg/u, german(/[Tt]onne|\bt\b/u), 1000],
  [german(/^\s*hektar|^\s*ha\b/u), /m²|m2|Quadratmeter/u, 0.0001],
];

function inOtherUnit(value: number, after: string, values: number[], quote: string): boolean {
  return UNITS.some(
    ([unit, from, factor]) =>
      unit.test(after) &&
      from.test(quote) &&
      values.some((v) => Math.abs(v * factor - value) < 1e-6 * Math.max(1, value)),
  );
}

function valuesOf(numbers: FoundNumber[]): number[] {
  return [...new Set(numbers.flatMap((number) => number.readings.map(amountOf)).filter((value) => value !== null))];
}

function amountOf(reading: string): number | null {
  const value = Number(reading);
  return Number.isNaN(value) ? null : value;
}
