// The reference of a paper in all its spellings → the same keys, when the index is built and when it is asked:
// "2025/0016", "2025-16", "2025.0016" and "0016/2025"; "AN/1285/2024" and "1285/24"; "18/14087"; "VI-F-08253".

/** A reference as it stands in a question, with what it is searched by. */
export interface Reference {
  /** As written. */
  text: string;
  /** Most exact first: with its letters, without. */
  keys: string[];
}

/** Words before or in a reference that say only that it is one. */
const KIND = /^(?:vorlagen?|drucksachen?|drs|nr|nummer|az|aktenzeichen)$/u;
const YEAR = /^(?:19|20)\d\d$/;

/** Keys begin with `#`, so that they are never numbers or words of the text. Empty: not a number in it. */
export function referenceKeys(reference: string): string[] {
  const groups =
    reference
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? [];
  const numbers = groups.filter((group) => /^\p{N}/u.test(group));
  const letters = groups.filter((group) => /^\p{L}/u.test(group) && !KIND.test(group)).join('');
  if (numbers.length === 0) return [];
  const number = numberKey(numbers);
  return letters === '' ? [`#${number}`] : [`#${letters}${number}`, `#${number}`];
}

/**
 * Year and number in whichever order, the year by its last two digits: "0815/24" is "24/815", as is "2024/0815". What
 * has no year keeps its order; leading zeros count nowhere.
 */
function numberKey(numbers: string[]): string {
  const [first = '', second = ''] = numbers;
  const plain = (digits: string) => digits.replace(/^0+(?=.)/, '');
  if (numbers.length !== 2) return numbers.map(plain).join('/');
  const [year, number] = isYear(second, first) && !isYear(first, second) ? [second, first] : [first, second];
  return `${YEAR.test(year) ? year.slice(2) : plain(year)}/${plain(number)}`;
}

/** Four digits that are one; or two beside a longer number. */
const isYear = (digits: string, other: string): boolean =>
  YEAR.test(digits) || (digits.length === 2 && other.length > 2 && !YEAR.test(other));

const LETTERS = String.raw`(?:\p{Lu}{1,5}(?:\s?[/-]\s?|\s(?=\d)|(?=\d)))`;
const NUMBERS = String.raw`\d{1,6}(?:(?:\s?[/-]\s?|\.(?=\d{3,6}(?!\d)))\d{1,6}(?![.,:]\d)){1,2}`;
const WRITTEN = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,:§-]|§ )(?:${LETTERS}{0,3}${NUMBERS}(?:[/-]\p{Lu}{1,4})?|${LETTERS}{2,3}\d{3,6}(?:-\p{Lu}{1,4}(?:-\d{1,3})?)?|\d{5,6})(?![\p{L}\p{N}/-])`,
  'gu',
);

/** What may be a reference in a question; whether it is one, only the index knows. Dates and amounts are none. */
export function referencesIn(text: string): Reference[] {
  const whole = text.normalize('NFKC').trim();
  return [...whole.matchAll(WRITTEN)].flatMap(({ 0: written }): Reference[] =>
    isOther(written) || (written !== whole && isTime(written)) ? [] : [{ text: written, keys: referenceKeys(written) }],
  );
}

/** Years from to, a day, an amount with a point before its thousands. */
function isOther(written: string): boolean {
  if (/\p{L}/u.test(written)) return false;
  const numbers = written.split(/\D+/);
  if (numbers.length === 2 && numbers.every((number) => YEAR.test(number))) return true;
  if (/^(?:19|20)\d\d-\d\d-\d\d$/.test(written)) return true;
  return written.includes('.') && !numbers.some((number) => YEAR.test(number));
}

/** "10/2023" is a month, "2020/21" a school year, unless nothing else is asked for. */
function isTime(written: string): boolean {
  if (/^(?:0?[1-9]|1[0-2])\/(?:19|20)\d\d$/.test(written)) return true;
  const years = /^(?:19|20)(\d\d)[/-](\d\d)$/.exec(written);
  return years !== null && Number(years[2]) === (Number(years[1]) + 1) % 100;
}

/** Whether a text is nothing but a reference. */
export const isReference = (text: string): boolean => referencesIn(text)[0]?.text === text.normalize('NFKC').trim();
