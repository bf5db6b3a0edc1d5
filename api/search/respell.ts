// A question's text → the same text as the corpus writes it: compounds that were written apart, umlauts written out,
// references and dates in another spelling. What the corpus does not know stays as it is.
import { cistem } from '../../corpus/german/cistem.ts';
import { MONTH, MONTHS, monthOf } from '../../corpus/german/months.ts';
import { isStopWord } from '../../corpus/german/stop-words.ts';
import { wholeStreets } from '../../corpus/german/streets.ts';
import { unitsRespelled } from '../../corpus/german/units.ts';
import { splitCompound } from '../index/terms.ts';

type Known = (word: string) => boolean;
type Compound = (first: string, second: string) => boolean;

/**
 * @param known whether the corpus has this word (lower case) as a word of its own
 * @param isCompound whether two words (lower case) are written as one
 */
export function respelled(text: string, known: Known, isCompound: Compound): string {
  const whole = unitsRespelled(wholeStreets(text.normalize('NFKC')));
  const written = numbersRespelled(whole).replace(/\p{L}+/gu, (word) => withUmlauts(word, known));
  return joined(joined(written, HYPHENATED, isCompound), APART, isCompound);
}

/** "Kita-Gebühren", "Kita/Gebühren"; not "Rad- und Fußwege". */
const HYPHENATED = /(?<![\p{L}\p{N}])(\p{L}+) ?[-‐‑–/] ?(\p{L}+)(?![\p{L}\p{N}])/gu;
/** "Kita Gebühren"; the second word may begin another pair. */
const APART = /(?<![\p{L}\p{N}-])(\p{L}{3,}) (\p{L}{4,})(?![\p{L}\p{N}-])/gu;

function joined(text: string, apart: RegExp, isCompound: Compound): string {
  return text.replace(apart, (all, first: string, second: string) => {
    if (isStopWord(first) || isStopWord(second)) return all;
    return isCompound(first.toLowerCase(), second.toLowerCase()) ? first + second.toLowerCase() : all;
  });
}

const WRITTEN_OUT = { ae: 'ä', oe: 'ö', ue: 'ü', ss: 'ß' } as const;
/** Two to the power of these many spellings are tried. */
const MAX_WRITTEN_OUT = 4;

/** "Buergerbuero" is "Bürgerbüro", but "neue" and "Wasser" stay what they are. */
function withUmlauts(word: string, known: Known): string {
  const isWord = (spelling: string): boolean => known(spelling) || splitCompound(spelling, known).length > 0;
  const lower = word.toLowerCase();
  const pieces = lower.split(/(ae|oe|ue|ss)/);
  const places = pieces.flatMap((piece, i) => (piece in WRITTEN_OUT ? i : []));
  if (places.length === 0 || places.length > MAX_WRITTEN_OUT || isWord(lower)) return word;
  for (let chosen = 2 ** places.length - 1; chosen > 0; chosen--) {
    const spelling = pieces.map((piece, i) => {
      const isChosen = (chosen >> places.indexOf(i)) & 1 && places.includes(i);
      return isChosen ? WRITTEN_OUT[piece as keyof typeof WRITTEN_OUT] : piece;
    });
    const whole = spelling.join('');
    if (isWord(whole)) return /^\p{Lu}/u.test(word) ? whole[0]!.toUpperCase() + whole.slice(1) : whole;
  }
  return word;
}

const DAY_MONTH = new RegExp(`(?<!\\p{N})(\\d{1,2})\\. ?${MONTH}\\.? (\\d{4})`, 'giu');
const ISO_DATE = /(?<![\p{N}/-])((?:19|20)\d\d)-(\d\d)-(\d\d)(?![\p{N}-])/gu;

/** A date is "15.03.2022"; references are taken out before (corpus/german/references.ts). */
function numbersRespelled(text: string): string {
  return text.replace(ISO_DATE, '$3.$2.$1').replace(DAY_MONTH, (all, day: string, month: string, year: string) => {
    const number = monthOf(month);
    return number === null ? all : `${day.padStart(2, '0')}.${String(number).padStart(2, '0')}.${year}`;
  });
}

const DATE = /^(\d{1,2})\.(\d{1,2})\.(\d{2}|\d{4})$/;
const AMOUNT = /^(\d{1,3}(?:\.\d{3})+|\d{4,})(?:,00|,--?)?$/;
const MONTH_STEMS = MONTHS.map((month) => cistem(month.toLowerCase()));

/** Other ways in which a number may stand in the corpus, each as the terms that must all occur. */
export function numberSpellings(number: string): string[][] {
  const date = DATE.exec(number);
  if (date) {
    const [, day = '', month = '', short = ''] = date.map((part) => part.padStart(2, '0'));
    const year = short.length === 2 ? `20${short}` : short;
    const [d, m] = [String(Number(day)), String(Number(month))];
    const name = MONTH_STEMS[Number(month) - 1];
    const whole = [`${day}.${month}.${year}`, `${d}.${m}.${year}`, `${day}.${month}.${year.slice(2)}`];
    return [...whole.map((spelling) => [spelling]), ...(name ? [[d, name, year]] : [])].filter(
      ([spelling]) => spelling !== number,
    );
  }
  const digits = AMOUNT.exec(number)?.[1]?.replaceAll('.', '');
  if (digits === undefined || (digits.length === 4 && digits === number)) return [];
  const grouped = digits.replace(/\B(?=(\d{3})+$)/g, '.');
  return [grouped, `${grouped},00`, digits].filter((spelling) => spelling !== number).map((spelling) => [spelling]);
}
