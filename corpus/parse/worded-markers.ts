// The beginning of a line → the number of a question or an answer that is said in words, or the other way round:
// "Frage eins:", "Zur zweiten Frage:", "3. Frage", "4. Antwort:".
import { CARDINALS, ORDINALS } from '../german/number-words.ts';
import type { Marker } from './marker.ts';

const TO = String.raw`(?<to>(?:(?:Die\s+)?(?:Antwort|Stellungnahme)\s+)?(?:[Zz]u[rm]?|[Aa]uf)\s+(?:(?:der|die|Ihrer?|den)\s+)?)?`;
/** What follows must part it from the sentence; else "Frage eins ist offen" would be a marker. */
const END = String.raw`\s*(?:[.:)]+(?=\s|$)|$|(?=[„"(]))`;
const CARDINAL = new RegExp(`^${TO}Frage\\s+(?<number>${CARDINALS.join('|')})${END}`, 'iu');
const ORDINAL = new RegExp(`^${TO}(?<number>${ORDINALS.join('|')})[nr]?\\s+(?:Teil)?Frage${END}`, 'iu');
const BEHIND = /^(?<number>\d{1,2})\.\s?(?<what>Frage|Antwort)(?:\s*[.:]+(?=\s|$)|$)/;

export function wordedMarker(line: string): Marker | null {
  const worded = CARDINAL.exec(line) ?? ORDINAL.exec(line);
  if (worded) {
    const { to, number } = worded.groups as { to?: string; number: string };
    const word = number.toLowerCase();
    const rank = Math.max(CARDINALS.indexOf(word), ORDINALS.indexOf(word)) + 1;
    return { ...plain(String(rank), worded[0]), says: to === undefined ? 'question' : 'answer' };
  }
  const behind = BEHIND.exec(line);
  if (!behind) return null;
  return { ...plain(behind.groups!.number!, behind[0]), says: behind.groups!.what === 'Frage' ? 'question' : 'answer' };
}

const plain = (number: string, { length }: string) => ({
  style: 'number' as const,
  numbers: [number],
  letter: null,
  length,
});
