// The beginnings of all lines → their markers, with numbers and capitals that have no point: "A Welche Kosten …" counts
// where several lines ask so, one after the other.
import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';
import { markerOf } from './markers.ts';
import { beginsAsQuestion } from './questions.ts';

const KNOWN = new WeakMap<readonly Pick<Line, 'text'>[], (Marker | null)[]>();

/** The same body is asked for its markers by the rules and by the segmenter. */
export function markersIn(body: readonly Pick<Line, 'text'>[]): (Marker | null)[] {
  const known = KNOWN.get(body) ?? markersOf(body.map(({ text }) => text));
  KNOWN.set(body, known);
  return known;
}

function markersOf(lines: readonly string[]): (Marker | null)[] {
  const markers = lines.map(markerOf);
  for (const pattern of [BARE_CAPITAL, BARE_NUMBER]) {
    const bare = lines.flatMap((line, at) => {
      const found = markers[at] === null ? pattern.exec(line) : null;
      return found
        ? [{ at, number: found[1]!, length: found[0].length, asks: beginsAsQuestion(line.slice(found[0].length)) }]
        : [];
    });
    const style = pattern === BARE_NUMBER ? 'number' : 'capital';
    const rank = (number: string) => (style === 'number' ? Number(number) : number.charCodeAt(0) - 64);
    const run: typeof bare = [];
    for (const one of bare) if (rank(one.number) === run.length + 1) run.push(one);
    if (run.length < 2 || run.filter(({ asks }) => asks).length * 2 <= run.length) continue;
    for (const { at, number, length } of run)
      markers[at] = { style, numbers: [number], letter: null, says: null, length };
  }
  return markers;
}

const BARE_CAPITAL = /^([A-H])\s+(?=\p{Lu}\p{L})/u;
const BARE_NUMBER = /^(\d{1,2})\s+(?=\p{Lu}\p{Ll}{2})/u;
