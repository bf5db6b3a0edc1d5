// A text → its numbers, dates and amounts with where they stand and every reading of them: 1.860.000 and 1,86 Mio.,
// 27.05.2021 and 27 May 2021, fünf and 5, 16 Uhr and 4 pm, "zwei Drittel" and 67 %. German and English words; digits of
// any language.
import { german } from '../../../corpus/german/letters.ts';
import { MONTH, monthOf } from '../../../corpus/german/months.ts';
import { englishNumber, wordNumber } from '../../../corpus/german/number-words.ts';

export interface FoundNumber {
  /** `1.500` is 1500 and 1.5, months are `m5`, times `t960`. */
  readings: string[];
  /** Into the text normalized by NFKC. */
  start: number;
  end: number;
}

/** In order of their places. */
export function numbersOf(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let rest = text.normalize('NFKC').replace(NO_NUMBERS, blank);
  for (const [pattern, read] of PATTERNS) {
    rest = rest.replace(pattern, (...args: unknown[]) => {
      const groups = args as string[];
      const start = args.find((arg) => typeof arg === 'number') as number;
      const all = read(groups);
      if (all.length === 0) return groups[0]!;
      for (const readings of all) found.push({ readings, start, end: start + groups[0]!.length });
      return blank(groups[0]!);
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

function blank(text: string): string {
  return ' '.repeat(text.length);
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
/** "zwei Drittel", "drei Viertel", "two thirds". */
const FRACTION =
  /(?<!\p{L})(ein(?:em|es)?|zwei|drei|vier|one|a|two|three|four) (drittel|viertel|fünftel|zehntel|thirds?|quarters?|fifths?|tenths?)(?!\p{L})/giu;
const COUNTS: [RegExp, number][] = [
  [/^(?:ein|one$|a$)/u, 1],
  [/^(?:zwei|two)/u, 2],
  [/^(?:drei|three)/u, 3],
  [/^(?:vier|four)/u, 4],
];
const PARTS: [RegExp, number][] = [
  [/^(?:drittel|third)/u, 3],
  [/^(?:viertel|quarter)/u, 4],
  [/^(?:fünftel|fifth)/u, 5],
  [/^(?:zehntel|tenth)/u, 10],
];

/** In this order, each takes its matches out of the text. */
const PATTERNS: [RegExp, (groups: string[]) => string[][]][] = [
  [german(/\b(\d{4})-(\d{2})-(\d{2})\b/gu), ([, y, m, d]) => [[int(y)], [`m${int(m)}`], [int(d)]]],
  [
    german(/\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})\b/gu),
    ([, d, m, y]) => [[int(d)], [`m${int(m)}`], [y!.length === 2 ? int(`20${y}`) : int(y)]],
  ],
  [german(/\b(\d{1,2})\.(\d{1,2})\.(?!\d)/gu), ([, d, m]) => [[int(d)], [`m${int(m)}`]]],
  // A school year, a season.
  [
    /(?<!\d)(20\d{2})\/(\d{2}|20\d{2})(?![/\d])/gu,
    ([, year, next]) => [[int(year)], [next!.length === 2 ? int(`${year!.slice(0, 2)}${next}`) : int(next), int(next)]],
  ],
  [german(new RegExp(`(?<![\\p{L}\\p{N}])${MONTH}(?![\\p{L}\\p{N}])\\.?`, 'giu')), ([, name]) => monthRead(name!)],
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
  [
    /(?<!\p{L})(\p{L}{3,20}) (Millionen|Milliarden|million|billion)(?!\p{L})/gu,
    ([, word, unit]) => wordNumber(word!).map((readings) => readings.flatMap((reading) => scaled(reading, unit!))),
  ],
  [new RegExp(NUMBER, 'gu'), ([number]) => [readingsOf(number!)]],
  [
    /(?<!\p{L})(\p{L}{3,9}ty)[- ](one|two|three|four|five|six|seven|eight|nine)(?!\p{L})/giu,
    ([, tens, unit]) => englishNumber(tens!, unit!),
  ],
  [FRACTION, ([, count, part]) => [fraction(count!, part!)]],
  [/(?<!\p{L})\p{L}{3,50}(?!\p{L})/gu, ([word]) => wordOrOrdinal(word!)],
];

/** As percent, and as the fraction itself. */
function fraction(count: string, part: string): string[] {
  const above = COUNTS.find(([name]) => name.test(count.toLowerCase()))![1];
  const below = PARTS.find(([name]) => name.test(part.toLowerCase()))![1];
  const percent = Math.round((100 * above) / below);
  return [`${above}/${below}`, String(percent), ...(below === 3 && above === 1 ? ['third'] : [])];
}

/** "zehnten", "zwanzigsten", "zweimal"; "ersten" is rarely a number. */
function wordOrOrdinal(word: string): string[][] {
  const found = wordNumber(word.replace(/(?<=\p{L}{3})mal(?:ig\p{L}*)?$/u, ''));
  if (found.length > 0 || !/te[nrsm]?$/iu.test(word)) return found;
  const stem = word.toLowerCase().replace(/(?:(?<=zig|ßig|hundert|tausend)s)?te[nrsm]?$/u, '');
  return /^(?:zweit|dritt)$/u.test(`${stem}t`)
    ? [[stem === 'zwei' ? '2' : '3']]
    : stem.length < 4
      ? []
      : wordNumber(stem);
}

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
