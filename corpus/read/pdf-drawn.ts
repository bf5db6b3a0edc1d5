// What a page draws, in its order → its rules, its filled shapes and pictures, and its letters with all that says whether
// they are seen (pdf-seen.ts).
import { areaOf, type Color, colorOf, isBox, within } from './pdf-areas.ts';
import { type Glyph, type Paint, type Run, runOf } from './pdf-letters.ts';
import { apply, type Matrix, multiply, type Operators, type Rule, rulesOfShape, subpaths } from './pdf-rules.ts';
import { type Fill, type Limits, type SeenLetters, seenAmong } from './pdf-seen.ts';

export interface Drawn extends SeenLetters {
  rules: Rule[];
}

export interface Sheet extends Limits {
  ops: Record<string, number>;
  view: Matrix;
  isLayerOn: (layer: unknown) => boolean;
  /** Whether nothing can be seen through the picture of this name. */
  isPictureOpaque: (name: string) => boolean;
}

interface State extends Paint {
  isBlended: boolean;
  isClipOdd: boolean;
  leading: number;
}

/** Of the square on which a picture is painted. */
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;
const UNMARKED = { isOn: true, isArtifact: false };
const UNIT: Matrix = [1, 0, 0, 1, 0, 0];
/** In points. */
const LEAST_BOX = 3;
const BLACK: Color = [0, 0, 0];
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
  const marks: { isOn: boolean; isArtifact: boolean }[] = [];
  const stack: State[] = [];
  let state: State = {
    ...{ matrix: sheet.view, color: BLACK, alpha: 1, isBlended: false, clip: null, isClipOdd: false },
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
      case ops.beginMarkedContentProps: {
        const [mark, layer] = args as unknown as [string | { name: string } | null, unknown];
        const tag = typeof mark === 'string' ? mark : mark?.name;
        const { isOn, isArtifact } = marks.at(-1) ?? UNMARKED;
        marks.push({
          isOn: isOn && (tag !== 'OC' || sheet.isLayerOn(layer)),
          isArtifact: isArtifact || tag === 'Artifact',
        });
        break;
      }
      case ops.endMarkedContent:
        marks.pop();
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
          if (isFilled && (marks.at(-1) ?? UNMARKED).isOn) {
            const area = within(areaOf(points), state.clip);
            const isOpaque =
              state.alpha > 0.95 && !state.isBlended && !state.isClipOdd && state.color !== null && isBox(points);
            if (area && area[2] - area[0] > LEAST_BOX && area[3] - area[1] > LEAST_BOX)
              fills.push({ area, color: state.color, isOpaque, isPicture: false, at });
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
      case ops.paintImageXObject:
      case ops.paintInlineImageXObject: {
        const [name] = args as unknown as [unknown];
        const corners = CORNERS.map(([x, y]) => apply(state.matrix, x, y));
        const area = within(areaOf(corners), state.clip);
        const isOpaque =
          state.alpha > 0.95 &&
          !state.isBlended &&
          isBox(corners) &&
          typeof name === 'string' &&
          sheet.isPictureOpaque(name);
        if (area && (marks.at(-1) ?? UNMARKED).isOn) fills.push({ area, color: null, isOpaque, isPicture: true, at });
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
        const run = runOf(glyphs, state, text, marks.at(-1) ?? UNMARKED, at);
        if (runs.length < MOST_RUNS) runs.push(run);
        text = multiply(text, [1, 0, 0, 1, run.length, 0]);
        break;
      }
      default:
    }
  }
  return { rules, ...seenAmong(runs, fills, rules, sheet) };
}
