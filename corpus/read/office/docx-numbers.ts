// numbering.xml and styles.xml of a Word file → what stands before each paragraph of a list, as Word shows it
// (ECMA-376, part 1, 17.9). Lists that share an abstract list count on together, unless one says where it begins.
import { type Counter, count, written } from './counting.ts';
import type { Styles } from './docx-styles.ts';
import { attribute, child, childrenOf, type Element, nameOf } from './package.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** "1" where the levels above say "I". */
  isLegal: boolean;
  restarts: boolean;
  style: string | undefined;
}

interface List {
  abstract: string;
  levels: Map<number, Level>;
  /** Levels that begin anew with the first paragraph of this list. */
  starts: Map<number, number>;
}

export interface Numbers {
  /** What stands before this paragraph ("Frage 1:", "•"), and counts it; '' outside of lists. */
  next(properties: Element | null): string;
}

export function numbersOf(numbering: Element | null, styles: Styles): Numbers {
  const lists = numbering ? listsOf(numbering, styles) : new Map<string, List>();
  const counters = new Map<string, Counter>();
  const begun = new Set<string>();
  return {
    next(properties) {
      const place = placeOf(properties, styles, lists);
      const list = place && lists.get(place.list);
      const level = list?.levels.get(place?.level ?? 0);
      if (!place || !list || !level) return '';
      const counter = counters.get(list.abstract) ?? [];
      counters.set(list.abstract, counter);
      if (!begun.has(place.list)) {
        begun.add(place.list);
        for (const at of list.starts.keys()) for (let i = at; i < counter.length; i++) counter[i] = undefined;
      }
      const startOf = (at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1;
      count(counter, place.level, startOf, (at) => list.levels.get(at)?.restarts ?? true);
      if (level.format === 'bullet') return '•';
      return level.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const format = list.levels.get(at)?.format ?? 'decimal';
        return written(counter[at] ?? startOf(at), level.isLegal ? 'decimal' : format);
      });
    },
  };
}

/** The paragraph's own list, else its style's; number 0 takes a paragraph out of the list of its style. */
function placeOf(properties: Element | null, styles: Styles, lists: ReadonlyMap<string, List>) {
  const own = child(properties, 'numPr');
  const style = attribute(child(properties, 'pStyle'), 'val') ?? styles.normal;
  const ofStyle = style ? styles.numberingOf(style) : null;
  const list = attribute(child(own, 'numId'), 'val') ?? ofStyle?.list;
  if (!list || list === '0') return null;
  const named = attribute(child(own, 'ilvl'), 'val');
  const byStyle = [...(lists.get(list)?.levels ?? [])].find(
    ([, level]) => level.style !== undefined && styles.isBasedOn(style, level.style),
  )?.[0];
  const level = named === undefined ? (own ? 0 : (byStyle ?? ofStyle?.level ?? 0)) : Number(named);
  return { list, level: Math.min(Math.max(level, 0), 8) };
}

function listsOf(numbering: Element, styles: Styles): Map<string, List> {
  const parts = childrenOf(numbering);
  const abstracts = new Map(
    parts.filter((one) => nameOf(one) === 'abstractNum').map((one) => [attribute(one, 'abstractNumId') ?? '', one]),
  );
  const nums = new Map(parts.filter((one) => nameOf(one) === 'num').map((one) => [attribute(one, 'numId') ?? '', one]));
  const abstractOf = (id: string, depth = 0): string => {
    const element = abstracts.get(id);
    // A list may be defined by a style of lists, and that by a list of its own.
    const linked = attribute(child(element, 'numStyleLink'), 'val');
    const num = linked && depth < 5 ? nums.get(styles.numberingOf(linked)?.list ?? '') : undefined;
    return num ? abstractOf(attribute(child(num, 'abstractNumId'), 'val') ?? id, depth + 1) : id;
  };
  return new Map(
    [...nums].map(([id, num]): [string, List] => {
      const abstract = abstractOf(attribute(child(num, 'abstractNumId'), 'val') ?? '');
      const levels = levelsOf(abstracts.get(abstract) ?? null);
      const starts = new Map<number, number>();
      for (const change of childrenOf(num).filter((one) => nameOf(one) === 'lvlOverride')) {
        const at = Number(attribute(change, 'ilvl') ?? 0);
        const start = attribute(child(change, 'startOverride'), 'val');
        const own = child(change, 'lvl');
        if (own) levels.set(at, levelOf(own));
        if (start !== undefined) starts.set(at, Number(start));
      }
      return [id, { abstract, levels, starts }];
    }),
  );
}

const levelsOf = (abstract: Element | null): Map<number, Level> =>
  new Map(
    (abstract ? childrenOf(abstract) : [])
      .filter((one) => nameOf(one) === 'lvl')
      .map((one) => [Number(attribute(one, 'ilvl') ?? 0), levelOf(one)]),
  );

function levelOf(element: Element): Level {
  const value = (name: string) => attribute(child(element, name), 'val');
  // Word keeps formats that older versions do not know behind a choice.
  const format =
    value('numFmt') ?? attribute(child(element, 'AlternateContent', 'Choice', 'numFmt'), 'format') ?? 'decimal';
  return {
    start: Number(value('start') ?? 0),
    format,
    text: value('lvlText') ?? '',
    isLegal: child(element, 'isLgl') !== null,
    restarts: value('lvlRestart') !== '0',
    style: value('pStyle'),
  };
}
