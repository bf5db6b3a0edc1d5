// One showing of letters in a PDF → its letters with their places, and letters → the stretches of text that they make.

import type { Area, Color } from './pdf-areas.ts';
import { apply, type Matrix, multiply, type Point } from './pdf-rules.ts';

/** A stretch of letters as drawn; like an item, with the direction it runs in. */
export interface Seen {
  str: string;
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
}

/** One showing of letters. */
export interface Run {
  glyphs: readonly (Glyph | number)[];
  /** From the letters' places to ours. */
  matrix: Matrix;
  state: Spacing;
  /** In the letters' own units. */
  length: number;
  height: number;
  color: Color | null;
  isUnseen: boolean;
  /** Marked as none of the text: a running head, the number of a line. */
  isArtifact: boolean;
  /** What of it is shown; null for all. */
  clip: Area | null;
  isInvisible: boolean;
  at: number;
}

export interface Letter {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
  run: Run;
}

export interface Spacing {
  size: number;
  scale: number;
  charSpacing: number;
  wordSpacing: number;
  rise: number;
}

/** How letters are painted. */
export interface Paint extends Spacing {
  matrix: Matrix;
  color: Color | null;
  alpha: number;
  clip: Area | null;
  mode: number;
}

export interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

/** A gap as wide as this part of the letters is a blank. */
const WORD_GAP = 0.17;

export function runOf(
  glyphs: readonly (Glyph | number)[],
  paint: Paint,
  text: Matrix,
  mark: { isOn: boolean; isArtifact: boolean },
  at: number,
): Run {
  const { size, scale, charSpacing, wordSpacing, rise, color, alpha, mode, clip } = paint;
  let length = 0;
  for (const glyph of glyphs) length += advance(glyph, paint);
  const matrix = multiply(paint.matrix, text);
  return {
    ...{ glyphs, matrix, state: { size, scale, charSpacing, wordSpacing, rise }, length, at },
    height: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    color: mode === 1 ? null : color,
    isUnseen: !mark.isOn || alpha < 0.04,
    isArtifact: mark.isArtifact,
    clip,
    isInvisible: mode === 3,
  };
}

function advance(glyph: Glyph | number, { size, scale, charSpacing, wordSpacing }: Run['state']): number {
  if (typeof glyph === 'number') return (-glyph / 1000) * size * scale;
  const direction = size < 0 ? -1 : 1;
  return (((glyph.width ?? 0) / 1000) * size + direction * (charSpacing + (glyph.isSpace ? wordSpacing : 0))) * scale;
}

export function lettersOf(run: Run): Letter[] {
  const letters: Letter[] = [];
  const { matrix, state, height } = run;
  const [a, b] = matrix;
  const direction = state.size < 0 ? -1 : 1;
  const turn = Math.round((Math.atan2(b * direction, a * direction) * 180) / Math.PI);
  const stretch = (Math.abs(state.size) / 1000) * state.scale * Math.hypot(a, b);
  let at = 0;
  for (const glyph of run.glyphs) {
    if (typeof glyph !== 'number' && (glyph.unicode ?? '').trim() !== '') {
      const [x, y] = apply(matrix, at, state.rise);
      letters.push({ text: glyph.unicode ?? '', x, y, width: (glyph.width ?? 0) * stretch, height, turn, run });
    }
    at += advance(glyph, state);
  }
  return letters;
}

export function stretches(letters: readonly Letter[], looks: readonly string[]): Seen[] {
  const found: Seen[] = [];
  const limits = wordGaps(letters);
  let last: Letter | null = null;
  let lastLook = '';
  for (const [i, letter] of letters.entries()) {
    const look = looks[i] ?? '';
    if (look !== 'hidden' && look !== 'struck') {
      const before = found.at(-1);
      const gap = last && last.turn === letter.turn ? gapBetween(last, letter) : Number.POSITIVE_INFINITY;
      const goesOn = before && look === lastLook && Math.abs(gap) < (limits[i] ?? 0) && last?.height === letter.height;
      const isBlank = before && look === 'covered' && lastLook === 'covered' && gap < letter.height;
      if (goesOn || isBlank) {
        if (look === 'seen') before.str += letter.text;
        before.width += letter.width + gap;
      } else {
        const { x, y, width, height, turn, text } = letter;
        found.push({ str: look === 'seen' ? text : '█████', x, y, width, height, turn });
      }
    }
    last = letter;
    lastLook = look;
  }
  return found;
}

/** How wide a gap before each letter ends a word: where letters are set apart, wider than the gaps between them. */
function wordGaps(letters: readonly Letter[]): number[] {
  const limits = letters.map(({ height }) => WORD_GAP * height);
  for (let from = 0; from < letters.length; ) {
    const gaps: number[] = [];
    let to = from + 1;
    for (; to < letters.length; to++) {
      const [last, next] = [letters[to - 1]!, letters[to]!];
      // Figures in a row are those of a table: "12 9 3 8 4" is no number.
      const areLetters = /^\p{L}+$/u.test(last.text + next.text);
      const isOneRow = areLetters && last.turn === next.turn && last.height === next.height;
      const gap = isOneRow ? gapBetween(last, next) : -1;
      if (gap < LEAST_SPACING * next.height || gap > MOST_SPACING * next.height) break;
      gaps.push(gap);
    }
    const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0;
    if (gaps.length >= LEAST_SPACED)
      for (let i = from + 1; i < to; i++) limits[i] = Math.max(limits[i]!, SPACED_WORD * usual);
    from = to;
  }
  return limits;
}

/** In heights of the letters. */
const LEAST_SPACING = 0.12;
const MOST_SPACING = 1.2;
/** Gaps in a row. */
const LEAST_SPACED = 4;
/** Times the usual gap. */
const SPACED_WORD = 1.6;

/** From the end of one to the beginning of the other, along their line; endless where they stand on different ones. */
function gapBetween(a: Letter, b: Letter): number {
  const angle = (a.turn * Math.PI) / 180;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const across = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.abs(across) > 0.1 * a.height ? Number.POSITIVE_INFINITY : along - a.width;
}

export function middleOf({ x, y, width, height, turn }: Letter): Point {
  const angle = (turn * Math.PI) / 180;
  const [along, up] = [width / 2, height * 0.3];
  return [x + along * Math.cos(angle) - up * Math.sin(angle), y + along * Math.sin(angle) + up * Math.cos(angle)];
}
