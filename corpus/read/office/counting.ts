// The numbers of automatic lists: a level's place → "a)", "IV.", "1.2", as word processors write them.

export function written(n: number, format: string): string {
  switch (format) {
    case 'lowerLetter':
      return letters(n);
    case 'upperLetter':
      return letters(n).toUpperCase();
    case 'lowerRoman':
      return roman(n).toLowerCase();
    case 'upperRoman':
      return roman(n);
    case 'decimalZero':
      return String(n).padStart(2, '0');
    case 'ordinal':
      return `${n}.`;
    case 'none':
    case 'bullet':
      return '';
    default:
      return String(n);
  }
}

/** Behind z comes aa, then bb: word processors double the letter. */
function letters(n: number): string {
  if (n < 1) return '';
  return String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(Math.ceil(n / 26), 10));
}

const ROMAN: [number, string][] = [
  ...([
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
  ] as [number, string][]),
  ...([
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as [number, string][]),
];

function roman(n: number): string {
  let rest = Math.min(Math.max(n, 0), 3_999);
  let text = '';
  for (const [value, sign] of ROMAN) for (; rest >= value; rest -= value) text += sign;
  return text;
}

/** Where a list stands in each of its levels. */
export type Counter = (number | undefined)[];

/** Counts on at this level; levels above that were never used begin, the ones below begin again.
 * @param startOf the first number of a level; `restarts` says whether a level begins again behind the one counted */
export function count(
  counter: Counter,
  level: number,
  startOf: (level: number) => number,
  restarts: (level: number) => boolean = () => true,
): void {
  for (let i = 0; i < level; i++) counter[i] ??= startOf(i);
  const last = counter[level];
  counter[level] = last === undefined ? startOf(level) : last + 1;
  for (let i = level + 1; i < counter.length; i++) if (restarts(i)) counter[i] = undefined;
}
