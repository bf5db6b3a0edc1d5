// What a page draws, in its order → its rules, and which of its letters nobody sees: white on white, of no size, outside
// of the page, in a layer that is switched off, under an opaque box. A page on which all are seen says so with null, and
// costs no more than its rules.
import {
  apply,
  type Matrix,
  multiply,
  type Operators,
  type Point,
  type Rule,
  rulesOfShape,
  subpaths,
} from './pdf-rules.ts';

/** A stretch of letters as drawn; like an item, with the direction it runs in. */
export interface Seen {
  str: string;
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
}

export interface Drawn {
  rules: Rule[];
  /** Only what is seen, with ████ in the place of blackened words; null where nothing is hidden. */
  seen: Seen[] | null;
  /** Words stand under an opaque box: the file still has what somebody wanted to take out. */
  isCovered: boolean;
}

export interface Sheet {
  ops: Record<string, number>;
  view: Matrix;
  /** Left, bottom, right, top of what is shown, in our places. */
  box: Area;
  isLayerOn: (layer: unknown) => boolean;
  /** Places of redactions that were marked and not carried out. */
  covers: readonly Area[];
}

export type Area = readonly [left: number, bottom: number, right: number, top: number];
type Color = readonly [number, number, number];

interface Fill {
  area: Area;
  color: Color | null;
  /** Lets nothing through, and is a box. */
  isOpaque: boolean;
  at: number;
}

/** One showing of letters. */
interface Run {
  glyphs: readonly (Glyph | number)[];
  /** From the letters' places to ours. */
  matrix: Matrix;
  state: Pick<State, 'size' | 'scale' | 'charSpacing' | 'wordSpacing' | 'rise'>;
  /** In the letters' own units. */
  length: number;
  height: number;
  color: Color | null;
  isUnseen: boolean;
  isInvisible: boolean;
  at: number;
}

interface Letter {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
  turn: number;
  run: Run;
}

interface State {
  matrix: Matrix;
  color: Color | null;
  alpha: number;
  isBlended: boolean;
  clip: Area | null;
  isClipOdd: boolean;
  size: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
}

interface Glyph {
  unicode?: string;
  width?: number;
  isSpace?: boolean;
}

const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
const WHITE: Color = [255, 255, 255];
/** In points. */
const NO_SIZE = 1.2;
const LEAST_BOX = 3;
/** Sum of differences of red, green and blue. */
const NO_CONTRAST = 36;
/** A gap as wide as this part of the letters is a blank. */
const WORD_GAP = 0.17;
const MOST_RUNS = 30_000;

export function drawnOf({ fnArray, argsArray }: Operators, sheet: Sheet): Drawn {
  const { ops } = sheet;
  const stroked = new Set([ops.stroke, ops.closeStroke, ops.fillStroke, ops.eoFillStroke, ops.closeFillStroke]);
  const filled = new Set([
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]);
  const rules: Rule[] = [];
  const fills: Fill[] = [];
  const runs: Run[] = [];
  const layers: boolean[] = [];
  const stack: State[] = [];
  let state: State = {
    ...{ matrix: sheet.view, color: [0, 0, 0], alpha: 1, isBlended: false, clip: null, isClipOdd: false },
    ...{ size: 0, charSpacing: 0, wordSpacing: 0, scale: 1, leading: 0, rise: 0, mode: 0 },
  };
  let text: Matrix = UNIT;
  let line: Matrix = UNIT;
  let isClipping = false;
  const save = () => stack.push({ ...state });
  const restore = () => {
    state = stack.pop() ?? state;
  };
  const moveText = (x: number, y: number) => {
    line = multiply(line, [1, 0, 0, 1, x, y]);
    text = line;
  };
  for (const [at, fn] of fnArray.entries()) {
    const args = (argsArray[at] ?? []) as never[];
    switch (fn) {
      case ops.save:
        save();
        break;
      case ops.restore:
        restore();
        break;
      case ops.transform:
        state.matrix = multiply(state.matrix, args as unknown as Matrix);
        break;
      case ops.paintFormXObjectBegin: {
        save();
        const [matrix] = args as unknown as [Matrix | null];
        if (matrix) state.matrix = multiply(state.matrix, [...matrix] as unknown as Matrix);
        break;
      }
      case ops.paintFormXObjectEnd:
        restore();
        break;
      case ops.beginMarkedContent:
        layers.push(layers.at(-1) ?? true);
        break;
      case ops.beginMarkedContentProps: {
        const [tag, layer] = args as unknown as [string, unknown];
        layers.push((layers.at(-1) ?? true) && (tag !== 'OC' || sheet.isLayerOn(layer)));
        break;
      }
      case ops.endMarkedContent:
        layers.pop();
        break;
      case ops.setFillRGBColor:
        state.color = colorOf(args as unknown[]);
        break;
      case ops.setFillColorN:
      case ops.setFillTransparent:
        state.color = null;
        break;
      case ops.setGState:
        for (const [name, value] of (args as unknown as [[string, unknown][]])[0] ?? []) {
          if (name === 'ca') state.alpha = Number(value);
          else if (name === 'BM') state.isBlended = !/^(?:normal|source-over)$/i.test(String(value));
          else if (name === 'SMask') state.isBlended ||= Boolean(value);
          else if (name === 'Font') state.size = Number((value as unknown[])[1] ?? state.size);
        }
        break;
      case ops.clip:
      case ops.eoClip:
        isClipping = true;
        break;
      case ops.constructPath: {
        const [paint, [path] = []] = args as unknown as [number, [ArrayLike<number> | null]?];
        const shapes = path ? subpaths(path, state.matrix) : [];
        const isFilled = filled.has(paint);
        for (const points of shapes) {
          if (stroked.has(paint) || paint === ops.fill || paint === ops.eoFill)
            rules.push(...rulesOfShape(points, stroked.has(paint)));
          if (isFilled && (layers.at(-1) ?? true)) {
            const area = within(areaOf(points), state.clip);
            const isOpaque =
              state.alpha > 0.95 && !state.isBlended && !state.isClipOdd && state.color !== null && isBox(points);
            if (area && area[2] - area[0] > LEAST_BOX && area[3] - area[1] > LEAST_BOX)
              fills.push({ area, color: state.color, isOpaque, at });
          }
        }
        if (isClipping) {
          const [only] = shapes;
          if (shapes.length === 1 && only && isBox(only)) state.clip = within(areaOf(only), state.clip) ?? [0, 0, 0, 0];
          else state.isClipOdd = true;
          isClipping = false;
        }
        break;
      }
      case ops.beginText:
        text = line = UNIT;
        break;
      case ops.setFont:
        state.size = Number((args as unknown[])[1] ?? 0);
        break;
      case ops.setCharSpacing:
        state.charSpacing = Number(args[0]);
        break;
      case ops.setWordSpacing:
        state.wordSpacing = Number(args[0]);
        break;
      case ops.setHScale:
        state.scale = Number(args[0]) / 100;
        break;
      case ops.setLeading:
        state.leading = -Number(args[0]);
        break;
      case ops.setTextRise:
        state.rise = Number(args[0]);
        break;
      case ops.setTextRenderingMode:
        state.mode = Number(args[0]);
        break;
      case ops.setTextMatrix: {
        const [first] = args as unknown as [unknown];
        text = line = (typeof first === 'number'
          ? args
          : [...(first as ArrayLike<number> as number[])]) as unknown as Matrix;
        break;
      }
      case ops.moveText:
        moveText(Number(args[0]), Number(args[1]));
        break;
      case ops.setLeadingMoveText:
        state.leading = Number(args[1]);
        moveText(Number(args[0]), Number(args[1]));
        break;
      case ops.nextLine:
        moveText(0, state.leading);
        break;
      case ops.showText: {
        const [glyphs] = args as unknown as [(Glyph | number)[]];
        const run = runOf(glyphs, state, text, layers.at(-1) ?? true, at);
        if (runs.length < MOST_RUNS) runs.push(run);
        text = multiply(text, [1, 0, 0, 1, run.length, 0]);
        break;
      }
      default:
    }
  }
  return { rules, ...seenAmong(runs, fills, sheet) };
}

function runOf(glyphs: readonly (Glyph | number)[], state: State, text: Matrix, isLayerOn: boolean, at: number): Run {
  const { size, scale, charSpacing, wordSpacing, rise, color, alpha, mode } = state;
  let length = 0;
  for (const glyph of glyphs) length += advance(glyph, state);
  const matrix = multiply(state.matrix, text);
  return {
    ...{ glyphs, matrix, state: { size, scale, charSpacing, wordSpacing, rise }, length, at },
    height: Math.abs(size) * Math.hypot(matrix[2], matrix[3]),
    color: mode === 1 ? null : color,
    isUnseen: !isLayerOn || alpha < 0.04,
    isInvisible: mode === 3,
  };
}

function advance(glyph: Glyph | number, { size, scale, charSpacing, wordSpacing }: Run['state']): number {
  if (typeof glyph === 'number') return (-glyph / 1000) * size * scale;
  const direction = size < 0 ? -1 : 1;
  return (((glyph.width ?? 0) / 1000) * size + direction * (charSpacing + (glyph.isSpace ? wordSpacing : 0))) * scale;
}

function lettersOf(run: Run): Letter[] {
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

function seenAmong(runs: readonly Run[], fills: readonly Fill[], sheet: Sheet): Omit<Drawn, 'rules'> {
  const visible = runs.filter(hasLetters);
  // What a scanner has read lies invisible over the whole picture: that is the text of the page.
  const isScan = visible.filter(({ isInvisible }) => isInvisible).length > 0.8 * visible.length;
  if (!visible.some((run) => isSuspect(run, fills, sheet, isScan))) return { seen: null, isCovered: false };
  const letters = visible.flatMap(lettersOf);
  const looks = letters.map((letter) => lookOf(letter, fills, sheet, isScan));
  const isCovered = looks.includes('covered');
  return { seen: isCovered || looks.includes('hidden') ? stretches(letters, looks) : null, isCovered };
}

const hasLetters = ({ glyphs }: Run): boolean =>
  glyphs.some((glyph) => typeof glyph !== 'number' && (glyph.unicode ?? '').trim() !== '');

/** Whether a letter of it may be unseen; most pages have none, and are not looked at letter by letter. */
function isSuspect(run: Run, fills: readonly Fill[], { box, covers }: Sheet, isScan: boolean): boolean {
  if (run.isUnseen || run.height < NO_SIZE || (run.isInvisible && !isScan)) return true;
  const [x0, y0] = apply(run.matrix, 0, 0);
  const [x1, y1] = apply(run.matrix, run.length, 0);
  const reach = run.height;
  const area: Area = [
    Math.min(x0, x1) - reach,
    Math.min(y0, y1) - reach,
    Math.max(x0, x1) + reach,
    Math.max(y0, y1) + reach,
  ];
  const [left, bottom, right, top] = area;
  if (left + reach < box[0] || bottom + reach < box[1] || right - reach > box[2] || top - reach > box[3]) return true;
  if (covers.some((cover) => within(cover, area) !== null)) return true;
  if (run.color && difference(run.color, WHITE) < NO_CONTRAST) return true;
  return fills.some(
    (fill) =>
      fill.isOpaque &&
      (fill.at > run.at || (run.color && fill.color && difference(run.color, fill.color) < NO_CONTRAST)) &&
      within(fill.area, area) !== null,
  );
}

function lookOf(
  letter: Letter,
  fills: readonly Fill[],
  { box, covers }: Sheet,
  isScan: boolean,
): 'seen' | 'hidden' | 'covered' {
  const { run } = letter;
  const [x, y] = middleOf(letter);
  const isIn = ([left, bottom, right, top]: Area) => x > left && x < right && y > bottom && y < top;
  if (covers.some(isIn) || fills.some((fill) => fill.isOpaque && fill.at > run.at && isIn(fill.area))) return 'covered';
  if (run.isUnseen || letter.height < NO_SIZE || !isIn(box) || (run.isInvisible && !isScan)) return 'hidden';
  const ground = run.color && !run.isInvisible ? groundAt(fills, run.at, isIn) : null;
  return run.color && ground && difference(run.color, ground) < NO_CONTRAST ? 'hidden' : 'seen';
}

/** Null where it is not known: a pattern or a shape with curves. */
function groundAt(fills: readonly Fill[], at: number, isIn: (area: Area) => boolean): Color | null {
  const below = fills.findLast((fill) => fill.at < at && isIn(fill.area));
  if (!below) return WHITE;
  return below.isOpaque ? below.color : null;
}

function stretches(letters: readonly Letter[], looks: readonly string[]): Seen[] {
  const found: Seen[] = [];
  let last: Letter | null = null;
  let lastLook = '';
  for (const [i, letter] of letters.entries()) {
    const look = looks[i] ?? '';
    if (look !== 'hidden') {
      const before = found.at(-1);
      const gap = last && last.turn === letter.turn ? gapBetween(last, letter) : Number.POSITIVE_INFINITY;
      const goesOn =
        before && look === lastLook && Math.abs(gap) < WORD_GAP * letter.height && last?.height === letter.height;
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

/** From the end of one to the beginning of the other, along their line; endless where they stand on different ones. */
function gapBetween(a: Letter, b: Letter): number {
  const angle = (a.turn * Math.PI) / 180;
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = dx * Math.cos(angle) + dy * Math.sin(angle);
  const across = dy * Math.cos(angle) - dx * Math.sin(angle);
  return Math.abs(across) > 0.1 * a.height ? Number.POSITIVE_INFINITY : along - a.width;
}

function middleOf({ x, y, width, height, turn }: Letter): Point {
  const angle = (turn * Math.PI) / 180;
  const [along, up] = [width / 2, height * 0.3];
  return [x + along * Math.cos(angle) - up * Math.sin(angle), y + along * Math.sin(angle) + up * Math.cos(angle)];
}

function areaOf(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

function isBox(points: readonly Point[]): boolean {
  const [left, bottom, right, top] = areaOf(points);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return (
    points.length >= 4 &&
    points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top)))
  );
}

function within(area: Area, clip: Area | null): Area | null {
  if (!clip) return area;
  const cut: Area = [
    Math.max(area[0], clip[0]),
    Math.max(area[1], clip[1]),
    Math.min(area[2], clip[2]),
    Math.min(area[3], clip[3]),
  ];
  return cut[0] < cut[2] && cut[1] < cut[3] ? cut : null;
}

function colorOf([first, second, third]: readonly unknown[]): Color | null {
  if (typeof first === 'number') return [first, Number(second), Number(third)];
  const hex = /^#([0-9a-f]{6})$/i.exec(String(first))?.[1];
  if (!hex) return null;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

const difference = (a: Color, b: Color): number => a.reduce((sum, part, i) => sum + Math.abs(part - (b[i] ?? 0)), 0);
