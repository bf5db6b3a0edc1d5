// The styles of an OpenDocument text → what they say of letters that nobody sees, raised figures, and lists.
import { attribute, child, type Element, isElement, nameOf } from './package.ts';

export interface OdtStyles {
  /** Of text within these styles, the innermost first. */
  look(
    styles: (string | undefined)[],
    isGround: boolean,
  ): { isHidden: boolean; isStruck: boolean; position: 'raised' | 'lowered' | null; font: string | undefined };
  listOf(style: string | undefined): string | undefined;
  isShaded(style: string | undefined): boolean;
}

export function odtStyles(roots: readonly Element[]): OdtStyles {
  const byName = new Map<string, Element>();
  for (const root of roots)
    for (const style of stylesIn(root))
      if (!byName.has(attribute(style, 'name') ?? '')) byName.set(attribute(style, 'name') ?? '', style);
  const chain = (name: string | undefined): Element[] => {
    const found: Element[] = [];
    for (let at = name; at !== undefined; ) {
      const style = byName.get(at);
      if (!style || found.includes(style)) break;
      found.push(style);
      at = attribute(style, 'parent-style-name');
    }
    return found;
  };
  const first = (styles: readonly Element[], part: string, name: string) =>
    styles.map((style) => attribute(child(style, part), name)).find((value) => value !== undefined);
  const hasGround = (value: string | undefined) => value !== undefined && !/^(?:transparent|#ffffff)$/i.test(value);
  return {
    look(names, isGround) {
      const styles = names.flatMap(chain);
      const text = (name: string) => first(styles, 'text-properties', name);
      const size = text('font-size') ?? '';
      const hasBack =
        hasGround(text('background-color')) || hasGround(first(styles, 'paragraph-properties', 'background-color'));
      const isWhite =
        text('color')?.toLowerCase() === '#ffffff' && !isGround && !hasBack && text('use-window-font-color') !== 'true';
      const isTiny = /pt$/.test(size) && Number.parseFloat(size) <= 1.5;
      const raise = text('text-position') ?? '';
      return {
        isHidden: /^(?:none|condition)$/.test(text('display') ?? '') || isWhite || isTiny,
        isStruck: /^(?!none)./.test(text('text-line-through-style') ?? text('text-line-through-type') ?? ''),
        position: /^(?:super|[1-9])/.test(raise) ? 'raised' : /^(?:sub|-)/.test(raise) ? 'lowered' : null,
        font: text('font-name') ?? text('font-family'),
      };
    },
    listOf: (name) =>
      chain(name)
        .map((style) => attribute(style, 'list-style-name'))
        .find((one) => one !== undefined),
    isShaded: (name) => hasGround(first(chain(name), 'table-cell-properties', 'background-color')),
  };
}

const stylesIn = (element: Element): Element[] =>
  element.children.filter(isElement).flatMap((one) => {
    if (nameOf(one) === 'style') return [one];
    return /^(?:styles|automatic-styles|document-content|document-styles)$/.test(nameOf(one)) ? stylesIn(one) : [];
  });
