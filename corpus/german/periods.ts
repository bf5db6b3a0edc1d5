// "seit 2020", "im Mai 2023", "in den letzten drei Jahren" → the first and last day of the period, and the rest of the
// text without it. German and English.

/** Dates are YYYY-MM-DD, both ends included; null where the period is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

export function takePeriod(text: string, now: Date): Period & { rest: string } {
  for (const [pattern, read] of PERIODS) {
    const match = pattern.exec(text);
    if (!match) continue;
    const { from = null, to = null } = read([...match] as string[], now);
    return { rest: text.replace(pattern, ' ').replace(/\s+/gu, ' ').trim(), from, to };
  }
  return { rest: text, from: null, to: null };
}

const YEAR = '((?:19|20)\\d{2})';
const MONTHS = [
  'jan(?:uar|uary)?',
  'feb(?:ruar|ruary)?',
  'märz|march',
  'apr(?:il)?',
  'mai|may',
  'juni|june',
  'juli|july',
  'aug(?:ust)?',
  'sep(?:tember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'de[zc](?:ember)?',
];
const MONTH = `(${MONTHS.join('|')})`;
const AGO = '(\\d{1,2}|zwei|drei|vier|fünf|zehn|two|three|four|five|ten)';

/** Each takes its words out of the text. */
const PERIODS: [RegExp, (groups: string[], now: Date) => { from?: string; to?: string }][] = [
  [
    new RegExp(`\\b(?:seit|ab|since|from) ${MONTH} ${YEAR}\\b`, 'iu'),
    ([, month, y]) => ({ from: wholeMonth(month!, Number(y)).from }),
  ],
  [
    new RegExp(`\\b(?:(?:im|in) )?(?:monat )?${MONTH} ${YEAR}\\b`, 'iu'),
    ([, month, y]) => wholeMonth(month!, Number(y)),
  ],
  [
    new RegExp(`\\b(?:zwischen|von|between|from)(?: den jahren)? ${YEAR} (?:und|bis|and|to|until) ${YEAR}`, 'iu'),
    ([, a, b]) => ({ from: `${a}-01-01`, to: `${b}-12-31` }),
  ],
  [
    new RegExp(`(?<![\\p{L}\\d])(?:in )?${YEAR} ?(?:und|and|bis|to|-|–) ?${YEAR}(?![\\d/])`, 'iu'),
    ([, a, b]) => ({ from: `${a}-01-01`, to: `${b}-12-31` }),
  ],
  [
    new RegExp(`\\b(?:seit|ab|since|from)(?: (?:dem jahr|anfang|beginn|the year))? ${YEAR}\\b`, 'iu'),
    ([, y]) => ({ from: `${y}-01-01` }),
  ],
  [new RegExp(`\\b(?:nach|after) ${YEAR}\\b`, 'iu'), ([, y]) => ({ from: `${Number(y) + 1}-01-01` })],
  [new RegExp(`\\b(?:vor|before) ${YEAR}\\b`, 'iu'), ([, y]) => ({ to: `${Number(y) - 1}-12-31` })],
  [new RegExp(`\\b(?:bis|until)(?: (?:ende|zum jahr))? ${YEAR}\\b`, 'iu'), ([, y]) => ({ to: `${y}-12-31` })],
  [
    new RegExp(`\\b(?:im jahre?|aus dem jahre?|vom jahre?|in(?: the year)?|from|of|during|aus|für) ${YEAR}\\b`, 'iu'),
    ([, y]) => ({ from: `${y}-01-01`, to: `${y}-12-31` }),
  ],
  [
    new RegExp(`\\b(?:in den|der|in the) (?:letzten|vergangenen|last|past) ${AGO} (?:jahren?|years)\\b`, 'iu'),
    ([, n], now) => ({ from: yearsBefore(now, wordNumber(n!)) }),
  ],
  [
    /\b(?:im )?(?:letzten|vergangenen|letztes|voriges) jahre?\b|\blast year\b/iu,
    (_, now) => wholeYear(now.getUTCFullYear() - 1),
  ],
  [/\b(?:in )?(?:diesem|dieses) jahre?\b|\bthis year\b/iu, (_, now) => wholeYear(now.getUTCFullYear())],
  [new RegExp(`(?<![\\p{L}\\d])${YEAR}(?![\\d/])`, 'u'), ([, y]) => wholeYear(Number(y))],
];

function wholeYear(year: number): { from: string; to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` };
}

function wholeMonth(name: string, year: number): { from: string; to: string } {
  const month = MONTHS.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(name)) + 1;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return { from: `${start}-01`, to: `${start}-${days}` };
}

function yearsBefore(now: Date, years: number): string {
  return `${now.getUTCFullYear() - years}${now.toISOString().slice(4, 10)}`;
}

function wordNumber(word: string): number {
  const words: Record<string, number> = {
    zwei: 2,
    drei: 3,
    vier: 4,
    fünf: 5,
    zehn: 10,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    ten: 10,
  };
  return words[word.toLowerCase()] ?? Number(word);
}
