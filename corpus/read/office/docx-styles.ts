// styles.xml of a Word file → what its styles say of lists and of what is not shown.
import { attribute, child, childrenOf, type Element, nameOf } from './package.ts';

export interface Styles {
  /** The id of the style that paragraphs without one have. */
  normal: string | undefined;
  numberingOf(style: string): { list: string | undefined; level: number } | null;
  isBasedOn(style: string | undefined, other: string): boolean;
  /** Properties of characters that the style sets, its own before those that it is based on. */
  charactersOf(style: string | undefined): Element[];
  paragraphsOf(style: string | undefined): Element[];
}

export function stylesOf(root: Element | null): Styles {
  const all = (root ? childrenOf(root) : []).filter((one) => nameOf(one) === 'style');
  const byId = new Map(all.map((style) => [attribute(style, 'styleId') ?? '', style]));
  const normal = all.find(
    (style) => attribute(style, 'type') === 'paragraph' && isOn(attribute(style, 'default') ?? '0'),
  );
  const chain = (id: string | undefined): Element[] => {
    const found: Element[] = [];
    for (let at = id; at !== undefined; ) {
      const style = byId.get(at);
      if (!style || found.includes(style)) break;
      found.push(style);
      at = attribute(child(style, 'basedOn'), 'val');
    }
    return found;
  };
  const inChain = (id: string | undefined, name: string) => chain(id).flatMap((style) => child(style, name) ?? []);
  return {
    normal: normal && attribute(normal, 'styleId'),
    numberingOf(id) {
      const found = inChain(id, 'pPr').flatMap((properties) => child(properties, 'numPr') ?? []);
      const list = found.map((one) => attribute(child(one, 'numId'), 'val')).find((one) => one !== undefined);
      const level = found.map((one) => attribute(child(one, 'ilvl'), 'val')).find((one) => one !== undefined);
      return list === undefined ? null : { list, level: Number(level ?? 0) };
    },
    isBasedOn: (id, other) => chain(id).some((style) => attribute(style, 'styleId') === other),
    charactersOf: (id) => inChain(id, 'rPr'),
    paragraphsOf: (id) => inChain(id, 'pPr'),
  };
}

/** On unless it says off; null where nothing is said. */
export function toggle(properties: readonly (Element | null)[], name: string): boolean | null {
  for (const one of properties) {
    const found = child(one, name);
    if (found) return isOn(attribute(found, 'val') ?? '1');
  }
  return null;
}

export const isOn = (value: string): boolean => !/^(?:0|false|off|none)$/i.test(value);
