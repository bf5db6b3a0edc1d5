// The list styles of an OpenDocument text → what stands before each item (OpenDocument 1.3, part 3, 5.3 and 16.30).
// A list begins anew unless it says that it goes on with another one.
import { type Counter, count, written } from './counting.ts';
import { attribute, childrenOf, type Element, isElement, nameOf } from './package.ts';

export interface ListPlace {
  style: string | undefined;
  list: string | undefined;
  /** From 0. */
  level: number;
  start: string | undefined;
}

export interface OdtLists {
  /** A list that stands in no other one. */
  begin(list: Element, style: string | undefined): void;
  item(place: ListPlace): string;
  heading(level: number): string;
}

interface Level {
  isBullet: boolean;
  format: string;
  prefix: string;
  suffix: string;
  shown: number;
  start: number;
  /** "%1%.%2%", of newer programs. */
  pattern: string | undefined;
}

const FORMATS: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '': 'none',
};

export function odtLists(roots: readonly Element[]): OdtLists {
  const styles = new Map<string, Level[]>();
  let outline: Level[] = [];
  for (const element of roots.flatMap((root) => listStylesIn(root))) {
    const levels: Level[] = [];
    for (const level of childrenOf(element)) {
      const at = Number(attribute(level, 'level') ?? 0) - 1;
      if (at >= 0 && at < 10) levels[at] = levelOf(level);
    }
    if (nameOf(element) === 'outline-style') outline = levels;
    else if (!styles.has(attribute(element, 'name') ?? '')) styles.set(attribute(element, 'name') ?? '', levels);
  }
  const byId = new Map<string, Counter>();
  const byStyle = new Map<string, Counter>();
  let current: Counter = [];
  const headings: Counter = [];
  return {
    begin(list, style) {
      const before = attribute(list, 'continue-list');
      const goesOn = attribute(list, 'continue-numbering') === 'true';
      current = (before && byId.get(before)) || (goesOn && byStyle.get(style ?? '')) || [];
      const id = attribute(list, 'id');
      if (id) byId.set(id, current);
      byStyle.set(style ?? '', current);
    },
    item({ style, list, level, start }) {
      const levels = styles.get(style ?? '') ?? [];
      let counter = current;
      if (list !== undefined) {
        counter = byId.get(list) ?? [];
        byId.set(list, counter);
      }
      return next(levels, counter, level, start === undefined ? undefined : Number(start));
    },
    heading: (level) =>
      outline[level - 1]?.format && outline[level - 1]?.format !== 'none' ? next(outline, headings, level - 1) : '',
  };
}

function next(levels: readonly Level[], counter: Counter, level: number, start?: number): string {
  const own = levels[level];
  if (!own) return '';
  count(counter, level, (at) => levels[at]?.start ?? 1);
  if (start !== undefined) counter[level] = start;
  if (own.isBullet) return '•';
  const at = (i: number) => written(counter[i] ?? 1, levels[i]?.format ?? 'decimal');
  if (own.pattern !== undefined) return own.pattern.replace(/%(\d+)%/g, (_, n: string) => at(Number(n) - 1)).trim();
  if (own.format === 'none') return (own.prefix + own.suffix).trim();
  const from = Math.max(0, level - own.shown + 1);
  const numbers = Array.from({ length: level - from + 1 }, (_, i) => at(from + i)).filter(Boolean);
  return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim();
}

function levelOf(element: Element): Level {
  return {
    isBullet: /bullet|image/.test(nameOf(element)),
    format: FORMATS[attribute(element, 'num-format') ?? ''] ?? 'decimal',
    prefix: attribute(element, 'num-prefix') ?? '',
    suffix: attribute(element, 'num-suffix') ?? '',
    shown: Number(attribute(element, 'display-levels') ?? 1),
    start: Number(attribute(element, 'start-value') ?? 1),
    pattern: attribute(element, 'num-list-format'),
  };
}

const listStylesIn = (element: Element): Element[] =>
  element.children.filter(isElement).flatMap((one) => {
    if (/^(?:list-style|outline-style)$/.test(nameOf(one))) return [one];
    return /^(?:styles|automatic-styles)$/.test(nameOf(one)) ? listStylesIn(one) : [];
  });
