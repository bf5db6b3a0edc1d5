// Upright rectangles and colours of a page: what lies in what, and what can be told apart.
import type { Point } from './pdf-rules.ts';

export type Area = readonly [left: number, bottom: number, right: number, top: number];
export type Color = readonly [number, number, number];

export function areaOf(points: readonly Point[]): Area {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** A rectangle that stands upright. */
export function isBox(points: readonly Point[]): boolean {
  const [left, bottom, right, top] = areaOf(points);
  const near = (a: number, b: number) => Math.abs(a - b) < 0.5;
  return (
    points.length >= 4 &&
    points.every(([x, y]) => (near(x, left) || near(x, right)) && (near(y, bottom) || near(y, top)))
  );
}

export function within(area: Area, clip: Area | null): Area | null {
  if (!clip) return area;
  const cut: Area = [
    Math.max(area[0], clip[0]),
    Math.max(area[1], clip[1]),
    Math.min(area[2], clip[2]),
    Math.min(area[3], clip[3]),
  ];
  return cut[0] < cut[2] && cut[1] < cut[3] ? cut : null;
}

/** As pdf.js writes it: three numbers or a hexadecimal; null for anything else. */
export function colorOf([first, second, third]: readonly unknown[]): Color | null {
  if (typeof first === 'number') return [first, Number(second), Number(third)];
  const hex = /^#([0-9a-f]{6})$/i.exec(String(first))?.[1];
  if (!hex) return null;
  const value = Number.parseInt(hex, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Of red, green and blue, added up. */
export const difference = (a: Color, b: Color): number =>
  a.reduce((sum, part, i) => sum + Math.abs(part - (b[i] ?? 0)), 0);
