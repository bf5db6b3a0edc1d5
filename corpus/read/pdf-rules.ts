// A shape that a page draws → its horizontal and vertical rules, of which tables are made: stroked lines and boxes, and the
// thin filled boxes that Word draws in the place of lines.

/** A rule from `from` to `to`, at `at` on the other axis; points. */
export interface Rule {
  axis: 'horizontal' | 'vertical';
  at: number;
  from: number;
  to: number;
}

export interface Operators {
  fnArray: number[];
  argsArray: unknown[];
}

/** As in a PDF: x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [number, number, number, number, number, number];

const THICKEST = 3;
const SHORTEST = 6;
/** pdf.js writes a path as numbers: a command and its points. */
const POINTS: Record<number, number> = { 0: 1, 1: 1, 2: 3, 3: 2, 4: 0 };

export type Point = [x: number, y: number];

/** The shapes of a path, in our places. */
export function subpaths(path: ArrayLike<number>, matrix: Matrix): Point[][] {
  const shapes: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const command = path[i++] ?? 4;
    const points = POINTS[command];
    if (points === undefined) return shapes;
    if (command === 0) shapes.push([]);
    const shape = shapes.at(-1);
    for (let n = 0; n < points; n++, i += 2) shape?.push(apply(matrix, path[i] ?? 0, path[i + 1] ?? 0));
    if (command === 4 && shape?.[0]) shape.push(shape[0]);
  }
  return shapes;
}

export function rulesOfShape(points: Point[], isStroked: boolean): Rule[] {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const horizontal = (y: number): Rule => ({ axis: 'horizontal', at: y, from: left, to: right });
  const vertical = (x: number): Rule => ({ axis: 'vertical', at: x, from: bottom, to: top });
  if (top - bottom <= THICKEST) return right - left >= SHORTEST ? [horizontal((top + bottom) / 2)] : [];
  if (right - left <= THICKEST) return top - bottom >= SHORTEST ? [vertical((left + right) / 2)] : [];
  // A box that is only filled is a background, and a curve is no rule.
  const isBox = points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top)));
  return isStroked && isBox ? [horizontal(bottom), horizontal(top), vertical(left), vertical(right)] : [];
}

const near = (a: number, b: number) => Math.abs(a - b) < 0.5;

export const apply = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

export function multiply([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
