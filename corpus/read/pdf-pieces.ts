// The pieces of text of a page → the same ones without what is no text of it: printed twice to look bold, numbers of
// lines in the margin, a watermark across the page; and turned ones turned upright.
import type { Item } from './pdf-lines.ts';
import type { Rule } from './pdf-rules.ts';

export type Turned = Item & { turn: number };

/** In heights of the letters, and in points. */
const SAME_PLACE = 0.12;
const LEAST_SAME = 0.8;
const FEWEST_LINE_NUMBERS = 5;
const MARGIN = 3;
/** In points. */
const LARGE = 30;

export function withoutDoubles(items: readonly Turned[]): Turned[] {
  const byText = new Map<string, Turned[]>();
  return items.filter((item) => {
    if (item.str.trim() === '') return true;
    const same = byText.get(item.str) ?? [];
    byText.set(item.str, same);
    const near = Math.max(LEAST_SAME, SAME_PLACE * item.height);
    const isDouble = same.some((one) => Math.abs(one.x - item.x) <= near && Math.abs(one.y - item.y) <= near);
    if (!isDouble) same.push(item);
    return !isDouble;
  });
}

/** Numbers left of everything else that count up down the page. */
export function withoutLineNumbers(items: readonly Turned[]): Turned[] {
  const isNumber = ({ str }: Turned) => /^\s*\d{1,4}\s*$/.test(str);
  const others = items.filter((item) => item.str.trim() !== '' && !isNumber(item) && item.turn === 0);
  const left = Math.min(...others.map(({ x }) => x));
  const margin = items.filter((item) => isNumber(item) && item.turn === 0 && item.x + item.width < left - MARGIN);
  if (margin.length < FEWEST_LINE_NUMBERS) return [...items];
  const counted = margin.toSorted((a, b) => b.y - a.y).map(({ str }) => Number(str));
  const steps = new Set(counted.slice(1).map((n, i) => n - (counted[i] ?? 0)));
  const [step = 0] = steps;
  return steps.size === 1 && step > 0 ? items.filter((item) => !margin.includes(item)) : [...items];
}

export interface Upright {
  /** As the page stands, then what is turned on it by a quarter, upright. */
  groups: { items: Item[]; rules: Rule[] }[];
  /** Words across the page that say that it is closed. */
  closed: string | null;
}

export function upright(items: readonly Turned[], rules: readonly Rule[]): Upright {
  const groups: Upright['groups'] = [];
  for (const turn of [0, 90, -90, 180]) {
    const own = items.filter((item) => quarter(item.turn) === turn && !isWatermark(item));
    if (own.some(({ str }) => str.trim() !== '') || turn === 0)
      groups.push({
        items: own.map((item) => turnedBack(item, turn)),
        rules: rules.map((rule) => ruleTurnedBack(rule, turn)),
      });
  }
  const across = items
    .filter((item) => quarter(item.turn) === null || isWatermark(item))
    .map(({ str }) => str)
    .join('');
  return { groups, closed: /nicht[\s-]*öffentlich|vertraulich/i.exec(across)?.[0] ?? null };
}

/** To the next quarter; null for what stands across. */
function quarter(turn: number): 0 | 90 | -90 | 180 | null {
  for (const one of [0, 90, -90] as const) if (Math.abs(turn - one) <= 3) return one;
  return Math.abs(Math.abs(turn) - 180) <= 3 ? 180 : null;
}

const isWatermark = ({ str, height }: Item): boolean =>
  height > LARGE &&
  /^\s*(?:entwurf|muster|kopie|copy|draft|archiv|vorabzug|nicht[\s-]*öffentlich|vertraulich)\s*$/i.test(str);

function turnedBack(item: Turned, turn: number): Item {
  const { turn: _, ...rest } = item;
  const { x, y } = item;
  if (turn === 90) return { ...rest, x: y, y: -x };
  if (turn === -90) return { ...rest, x: -y, y: x };
  return turn === 180 ? { ...rest, x: -x, y: -y } : rest;
}

function ruleTurnedBack(rule: Rule, turn: number): Rule {
  const other = rule.axis === 'horizontal' ? 'vertical' : 'horizontal';
  const back = { axis: rule.axis, at: -rule.at, from: -rule.to, to: -rule.from };
  // A vertical rule is at x, from y to y.
  if (turn === 90)
    return rule.axis === 'vertical'
      ? { ...rule, axis: other, at: -rule.at }
      : { axis: other, at: rule.at, from: -rule.to, to: -rule.from };
  if (turn === -90)
    return rule.axis === 'vertical'
      ? { axis: other, at: rule.at, from: -rule.to, to: -rule.from }
      : { ...rule, axis: other, at: -rule.at };
  return turn === 180 ? back : rule;
}
