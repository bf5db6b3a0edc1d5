// A vector ↔ the text that is stored for it, one character a dimension: characters that JSON leaves as they are. What
// is kept is the direction, to about one in forty.
import { normalise } from './vector-math.ts';

const LEVELS = 42;
/** From ( to }, the backslash left out. */
const FIRST = 40;
const BACKSLASH = 92;

export function storeVector(vector: Float64Array): string {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
  let stored = '';
  for (const value of vector) {
    const code = FIRST + LEVELS + Math.round((value / largest) * LEVELS);
    stored += String.fromCharCode(code < BACKSLASH ? code : code + 1);
  }
  return stored;
}

/** Of length 1, as far as it is not nothing. */
export function readVector(stored: string): Float64Array {
  const vector = Float64Array.from(stored, (_, i) => level(stored, i));
  normalise(vector);
  return vector;
}

/** Cosine of the angle between both; 0 where one of them is nothing. */
export function nearness(query: Float64Array, stored: string): number {
  let product = 0;
  let square = 0;
  for (let i = 0; i < stored.length; i++) {
    const value = level(stored, i);
    product += value * query[i]!;
    square += value * value;
  }
  return square === 0 ? 0 : product / Math.sqrt(square);
}

function level(stored: string, i: number): number {
  const code = stored.charCodeAt(i);
  return (code > BACKSLASH ? code - 1 : code) - FIRST - LEVELS;
}
