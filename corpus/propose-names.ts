// Printed names with how often they are printed → which rare ones may be another's spelling: a slip of the pen, or
// initials ("TBA" of "Tiefbauamt"). Only proposed: the city confirms them in its file.
import { german } from './german/letters.ts';
import { foldedName } from './names.ts';

export interface Proposal {
  name: string;
  spelling: string;
  why: 'slip' | 'initials';
}

/** A slip is this much rarer than the right name. */
const RARER = 5;
const SHORTEST_SLIP = 6;
const LONGEST_INITIALS = 6;

/**
 * Each spelling once, where just one name comes into question.
 * @param withInitials offices go by them; of factions and persons they would join anybody
 */
export function proposeNames(printed: ReadonlyMap<string, number>, withInitials: boolean): Proposal[] {
  const entities = new Map<string, { name: string; count: number }>();
  for (const [name, count] of [...printed].sort(([, n], [, m]) => m - n)) {
    const known = entities.get(foldedName(name));
    if (known) known.count += count;
    else entities.set(foldedName(name), { name, count });
  }
  const all = [...entities];
  return all.flatMap(([folded, { name: spelling, count }]): Proposal[] => {
    const slips = all.filter(
      ([other, { count: more }]) =>
        more >= RARER * count && folded.length >= SHORTEST_SLIP && folded !== other && isSlip(folded, other),
    );
    if (slips.length === 1) return [{ name: slips[0]![1].name, spelling, why: 'slip' }];
    const isInitials =
      withInitials && spelling.length <= LONGEST_INITIALS && /^\p{Lu}\p{L}*\p{Lu}$|^\p{Lu}{2,}/u.test(spelling);
    const whole = isInitials ? all.filter(([other, { name }]) => other.length > 8 && hasInitials(name, spelling)) : [];
    return whole.length === 1 ? [{ name: whole[0]![1].name, spelling, why: 'initials' }] : [];
  });
}

/** One letter more, less, other or exchanged; never a figure: "Dezernat 4" and "Dezernat 5" are two. */
function isSlip(a: string, b: string): boolean {
  if (a.replace(/\P{N}/gu, '') !== b.replace(/\P{N}/gu, '') || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [own, other] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const isExchanged = own.length === 2 && other === `${own[1]}${own[0]}`;
  return isExchanged || Math.max(own.length, other.length) <= 1;
}

/** The first letter begins the name, each other begins a word or stands in order within one, the last in its last part. */
function hasInitials(name: string, initials: string): boolean {
  const letters = initials.toLowerCase();
  const text = name.toLowerCase();
  if (text[0] !== letters[0]) return false;
  let at = 0;
  for (const letter of letters.slice(1)) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return false;
  }
  // "amt" is the A of nearly every office.
  return !letters.endsWith('a') || german(/amt\b/).test(text);
}
