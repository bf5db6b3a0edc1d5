// Words that no family knows and that are one slip of the finger away from one that some family does: "nciht", "dnake",
// "hllo". Another letter in its place is no slip here: "wegen" is not "Wehen".
import { foldLetters } from './fold.ts';
import { FAMILIES } from './words.ts';

/** @param text folded (fold.ts) */
export function respelt(text: string): string {
  return text.replace(/\p{L}{4,}/gu, (word) => {
    if (isKnown(word)) return word;
    for (const near of BY_LENGTH) if (isOneSlipFrom(word, near)) return near;
    return word;
  });
}

const SHORTEST = 4;
/** What nobody should be taken to have said by a slip. */
const UNGUESSED: ReadonlySet<string> = new Set(['abuse', 'mean', 'slur', 'goAway', 'contempt']);

const entries = Object.entries(FAMILIES)
  .flatMap(([family, words]) => (UNGUESSED.has(family) ? [] : words.split(' ')))
  .filter((word) => !word.includes('_'))
  .map(foldLetters);
const WHOLE = new Set(entries.filter((word) => !word.includes('*')));
const STEMS = entries.filter((word) => word.endsWith('*')).map((word) => word.replaceAll('*', ''));
/** Longer ones say more. */
const BY_LENGTH = [...new Set([...WHOLE, ...STEMS])]
  .filter((word) => word.length >= 4)
  .sort((a, b) => b.length - a.length);

const isKnown = (word: string): boolean =>
  WHOLE.has(word) || STEMS.some((stem) => stem !== '' && word.startsWith(stem));

/** One letter too many or too few, or two neighbours changed. */
function isOneSlipFrom(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length === 2 && restB.length === 2) return restA[0] === restB[1] && restA[1] === restB[0];
  return start > 0 && restA.length + restB.length === 1 && Math.min(a.length, b.length) >= SHORTEST;
}
