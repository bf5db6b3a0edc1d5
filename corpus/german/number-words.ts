// Numbers written in words, German and English, with what else each may be written as.

const GERMAN_FROM_2 =
  'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn';
const ENGLISH_FROM_2 =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';

/** `ein`, `eine` and `one` say too little to be counted. */
const BELOW_20: Record<string, number> = Object.fromEntries(
  [GERMAN_FROM_2, ENGLISH_FROM_2].flatMap((words) => words.split(' ').map((word, i) => [word, i + 2])),
);
const TENS: Record<string, number> = {
  zwanzig: 20,
  dreißig: 30,
  vierzig: 40,
  fünfzig: 50,
  sechzig: 60,
  siebzig: 70,
  achtzig: 80,
  neunzig: 90,
  hundert: 100,
  tausend: 1000,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};

/** Shares and multiples, and what else the same may be written as. */
const SHARES: [RegExp, string[]][] = [
  [/^(?:hälfte|halb(?:e[nrs]?)?|half)$/u, ['half', '50', '0.5']],
  [/^(?:drittels?|thirds)$/u, ['third', '33', '33.3']],
  [/^(?:doppelt\p{L}*|verdoppel\p{L}*|doubled?|twice)$/u, ['double', '2', '100', '200']],
  [/^(?:dutzend|dozens?)$/u, ['12']],
];

/** "sechs", "siebenundneunzig", "six", "12"; null for every other word, and for "ein", which is mostly an article. */
export function numberOf(word: string): number | null {
  const small = word
    .toLowerCase()
    .normalize('NFKC')
    .replace('fuenf', 'fünf')
    .replace('zwoelf', 'zwölf')
    .replace('dreissig', 'dreißig');
  return /^\d+$/.test(small) ? Number(small) : (BELOW_20[small] ?? TENS[small] ?? germanNumber(small));
}

/** 0 to 12 in words, as a sentence of ours says them; higher ones stand in figures. */
export const GERMAN_NUMBERS: readonly string[] = ['null', 'eins', ...GERMAN_FROM_2.split(' ').slice(0, 11)];
export const ENGLISH_NUMBERS: readonly string[] = ['zero', 'one', ...ENGLISH_FROM_2.split(' ').slice(0, 11)];

/** "eins", "zwei" … "zwölf" and "erste" … "zwölfte", as the numbers of questions are said. */
export const CARDINALS: readonly string[] = GERMAN_NUMBERS.slice(1);
export const ORDINALS: readonly string[] =
  'erste|zweite|dritte|vierte|fünfte|sechste|siebte|achte|neunte|zehnte|elfte|zwölfte'.split('|');

/** The readings of a word, none where it is no number. */
export function wordNumber(word: string): string[][] {
  const small = word.toLowerCase();
  const value = numberOf(small);
  if (value !== null) return [[String(value)]];
  const share = SHARES.find(([pattern]) => pattern.test(small));
  return share ? [share[1]] : [];
}

/** "ninety-seven" */
export function englishNumber(tens: string, unit: string): string[][] {
  const value = TENS[tens.toLowerCase()];
  return value === undefined ? wordNumber(unit) : [[String(value + (BELOW_20[unit.toLowerCase()] ?? 1))]];
}

const UNITS = '(ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)';
const GERMAN_TENS = '(zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)';
const GERMAN_NUMBER = new RegExp(
  `^(?:(?:${UNITS})?(tausend))?(?:(?:${UNITS})?(hundert))?(?:und)?(?:(?:${UNITS}und)?${GERMAN_TENS}|(eins?|${GERMAN_FROM_2.replaceAll(' ', '|')}))?$`,
  'u',
);

/** "siebenundneunzig", "zweihundertfünf"; null for every other word. */
function germanNumber(word: string): number | null {
  const match = GERMAN_NUMBER.exec(word);
  if (!match || word === 'und' || /^eins?$/u.test(word)) return null;
  const [, thousands, thousand, hundreds, hundred, ones, tens, below] = match;
  const unit = (name: string | undefined) => (name === undefined ? 0 : (BELOW_20[name] ?? 1));
  return (
    (thousand ? (unit(thousands) || 1) * 1000 : 0) +
    (hundred ? (unit(hundreds) || 1) * 100 : 0) +
    unit(ones) +
    (tens ? TENS[tens]! : 0) +
    unit(below)
  );
}
