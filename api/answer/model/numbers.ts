// Whether every number, date and amount of a sentence stands in the text that it cites, however each of them is
// written: 1.860.000 and 1,86 Mio., 27.05.2021 and 27 May 2021, fünf and 5, 16 Uhr and 4 pm.
import { german } from '../../../corpus/german/letters.ts';
import { MONTH, monthOf } from '../../../corpus/german/months.ts';
import { englishNumber, wordNumber } from '../../../corpus/german/number-words.ts';

/** True when `sentence` has no number that `quote` lacks. German and English. */
export function numbersProven(sentence: string, quote: string): boolean {
  const known = new Set(readNumbers(quote).flat());
  if (SAYS_PERCENT.test(sentence) && !PERCENT.test(quote)) return false;
  return readNumbers(sentence).every((readings) => readings.some((reading) => known.has(reading)));
}

const SAYS_PERCENT = german(/%|\b(?:Prozent|percent)\b/u);
const PERCENT = /%|Prozent|percent|v\.\s?H\.|Anteil|[Qq]uote|[Rr]ate/u;

/** Every number of a text with its possible readings: `1.500` is 1500 and 1.5, months are `m5`, times `t960`. */
function readNumbers(text: string): string[][] {
  const found: string[][] = [];
  let rest = text.normalize('NFKC').replace(NO_NUMBERS, ' ');
  for (const [pattern, read] of PATTERNS) {
    rest = rest.replace(pattern, (...groups: string[]) => {
      found.push(...read(groups));
      return ' ';
    });
  }
  return found;
}

/** Digits that belong to a unit or a substance. NFKC has made m2 of m². */
const NO_NUMBERS = german(/\bCO2?2\b|\b[kcm]?m ?[23](?![\d.,])/gu);

/** Beginnings, in small letters. */
const MAGNITUDES: [string[], number][] = [
  [['mio', 'million', 'mn'], 1e6],
  [['mrd', 'milliarde', 'billion', 'bn'], 1e9],
  [['tsd', 'tausend', 'thousand', 't€', 'teur', 'k€'], 1e3],
];

const NUMBER = "\\d{1,3}(?:[ .,'’]\\d{3})+(?:[.,]\\d+)?(?!\\d)|\\d+(?:[.,]\\d+)?";
/** In this order, each takes its matches out of the text. */
const PATTERNS: [RegExp, (groups: string[]) => string[][]][] = [
  [german(/\b(\d{4})-(\d{2})-(\d{2})\b/gu), ([, y, m, d]) => [[int(y)], [`m${int(m)}`], [int(d)]]],
  [
    german(/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b/gu),
    ([, d, m, y]) => [[int(d)], [`m${int(m)}`], [y!.length === 2 ? int(`20${y}`) : int(y)]],
  ],
  [german(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/gu), ([, d, m]) => [[int(d)], [`m${int(m)}`]]],
  [new RegExp(`(?<![\\p{L}\\p{N}])${MONTH}(?![\\p{L}\\p{N}])\\.?`, 'giu'), ([, name]) => monthRead(name!)],
  [
    german(/\b(\d{1,2})(?:[:.](\d{2}))?\s?(a\.?m\.?|p\.?m\.?|Uhr)(?!\p{L})(?:\s?(\d{2})\b)?/giu),
    ([, hour, minute, half, after]) => [[time(hour!, minute ?? after, half!)]],
  ],
  [german(/\b(\d{1,2}):(\d{2})\b/gu), ([, hour, minute]) => [[time(hour!, minute, '')]]],
  [
    german(
      new RegExp(
        `(${NUMBER})[\\s-]?(Mio|Million|Mrd|Milliarde|Tsd|Tausend|billion|thousand|T€|TEUR|k€|bn\\b|mn\\b)`,
        'giu',
      ),
    ),
    ([, number, unit]) => [scaled(number!, unit!)],
  ],
  [new RegExp(NUMBER, 'gu'), ([number]) => [readingsOf(number!)]],
  [
    /(?<!\p{L})(\p{L}{3,9}ty)[- ](one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/giu,
    ([, tens, unit]) => englishNumber(tens!, unit!),
  ],
  [/(?<!\p{L})\p{L}{3,50}(?!\p{L})/gu, ([word]) => wordNumber(word!)],
];

function int(digits: string | undefined): string {
  return String(Number(digits));
}

/** `may` and `mar` are months only with a capital; `May` at the start of a question is rare enough. */
function monthRead(name: string): string[][] {
  const month = name[0] === name[0]!.toUpperCase() ? monthOf(name) : null;
  return month === null ? [] : [[`m${month}`]];
}

function time(hour: string, minute: string | undefined, half: string): string {
  const afternoon = /^p/iu.test(half) && Number(hour) < 12 ? 12 : 0;
  return `t${(Number(hour) + afternoon) * 60 + Number(minute ?? 0)}`;
}

function scaled(number: string, unit: string): string[] {
  const small = unit.toLowerCase();
  const factor = MAGNITUDES.find(([names]) => names.some((name) => small.startsWith(name)))![1];
  return readingsOf(number).map((reading) => String(round(Number(reading) * factor)));
}

/** German and English disagree about points and commas, so both readings count. */
function readingsOf(number: string): string[] {
  const readings = new Set<number>();
  const grouped = /^\d{1,3}(?:[ .,'’]\d{3})+(?:[.,]\d+)?$/u.test(number);
  if (grouped) {
    const [, whole, fraction] = /^(\d{1,3}(?:[ .,'’]\d{3})+)(?:[.,](\d+))?$/u.exec(number)!;
    readings.add(Number(`${whole!.replace(/\D/gu, '')}.${fraction ?? 0}`));
    // Two columns of a table beside each other look like thousands.
    if (whole!.includes(' ')) for (const part of whole!.split(' ')) readings.add(Number(part));
  }
  if (/^\d+(?:[.,]\d+)?$/u.test(number)) readings.add(Number(number.replace(',', '.')));
  return [...readings].map((value) => String(round(value)));
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
