// The twelve months in every spelling that is met: German, Austrian, English, shortened, umlauts written out.

/** As German writes them. */
export const MONTHS: readonly string[] =
  'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');

const SPELLINGS = [
  'jan(?:uary?|uar)?|jänner|jaenner',
  'feb(?:ruary|ruar|er)?',
  'märz|maerz|mrz|mär|march|mar',
  'apr(?:il)?',
  'mai|may',
  'june?|juni?|jun',
  'july|juli?|jul',
  'aug(?:ust)?',
  'sept?(?:ember)?',
  'o[kc]t(?:ober)?',
  'nov(?:ember)?',
  'de[zc](?:ember)?',
];

/** Source of a pattern for the flags i and u, one group; what stands around it is the caller's. */
export const MONTH = `(${SPELLINGS.join('|')})`;

const EXACT = SPELLINGS.map((spelling) => new RegExp(`^(?:${spelling})$`, 'iu'));

/** 1 to 12; null for every other word. */
export function monthOf(name: string): number | null {
  const at = EXACT.findIndex((spelling) => spelling.test(name));
  return at < 0 ? null : at + 1;
}
