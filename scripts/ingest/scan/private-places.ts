// A page's text → which parts of it are private data, so that its picture shows them as little as its text does.
import { blackedOut } from '../../../corpus/parse/personal-data.ts';
import type { Span } from '../../../corpus/types.ts';

const BLACK = /█+/;
/** What stays between two blacked out parts and is shorter could be found at a wrong place: it goes with them. */
const FINDABLE = 8;

export function privatePlaces(text: string): Span[] {
  const black = blackedOut(text);
  if (black === text) return [];
  const [first = '', ...rest] = black.split(BLACK);
  const spans: Span[] = [];
  let start = first.length;
  for (const [i, piece] of rest.entries()) {
    const isLast = i === rest.length - 1;
    if (!isLast && piece.trim().length < FINDABLE) continue;
    const end = isLast ? text.length - piece.length : text.indexOf(piece, start);
    spans.push({ start, end });
    start = end + piece.length;
  }
  return spans;
}
