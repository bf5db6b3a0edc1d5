// What a page says about how it is shown → what nobody sees, and what stands in rows and cells without being a table.
// Rules of a style sheet count where they name one class, id or element; what is behind a media query does not.

import type { parseDocument } from 'htmlparser2';
import { german } from '../german/letters.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { attribs: unknown }>;

/** Declarations by the selector that they stand behind: ".geheim", "#x", "td". */
export type StyleRules = ReadonlyMap<string, string>;

const SIMPLE = german(/^[a-z][\w-]*$|^(?:[a-z][\w-]*)?[.#][\w-]+$/i);

export function styleRules(sheets: readonly string[]): StyleRules {
  const rules = new Map<string, string>();
  for (const sheet of sheets) {
    const plain = sheet
      .slice(0, 200_000)
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@media\s+(?!screen\s*\{|all\s*\{)[^{}]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gi, '');
    for (const [, selectors = '', declarations = ''] of plain.matchAll(/([^{}]{1,500})\{([^{}]{0,2000})\}/g))
      for (const selector of selectors.split(',').map((one) => one.trim()))
        if (SIMPLE.test(selector)) rules.set(selector, `${rules.get(selector) ?? ''};${declarations}`);
  }
  return rules;
}

/** All declarations that are about this element, its own last. */
export function styleOf({ name, attribs }: Tag, rules: StyleRules): string {
  const own = attribs.style ?? '';
  if (rules.size === 0) return own;
  const classes = (attribs.class ?? '').split(/\s+/).filter(Boolean);
  const keys = [name, ...classes.flatMap((one) => [`.${one}`, `${name}.${one}`])];
  if (attribs.id) keys.push(`#${attribs.id}`, `${name}#${attribs.id}`);
  return [...keys.map((key) => rules.get(key) ?? ''), own].join(';');
}

/** Not shown, or in white or without a size: hidden from people and meant to be. */
export function isHidden(tag: Tag, style: string): boolean {
  if (tag.attribs.hidden !== undefined) return true;
  const value = (name: string) =>
    new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;!]+)[^;]*(?:;|$)(?![\\s\\S]*;\\s*${name}\\s*:)`, 'i')
      .exec(style)?.[1]
      ?.trim()
      .toLowerCase();
  if (style === '') return /^(?:#?f{3}(?:f{3})?|white)$/i.test(tag.attribs.color ?? '');
  if (/line-through/.test(`${value('text-decoration')} ${value('text-decoration-line')}`)) return true;
  if (value('display') === 'none' || /^(?:hidden|collapse)$/.test(value('visibility') ?? '')) return true;
  if (/^0*(?:\.0+)?(?:px|pt|em|rem|%)?$/.test(value('font-size') ?? '1') || Number(value('opacity') ?? 1) === 0)
    return true;
  if (/^-\d{3,}/.test(value('text-indent') ?? value('left') ?? '')) return true;
  const isWhite = /^(?:#f{3}(?:f{3})?|white|transparent|rgba?\(255,\s*255,\s*255.*\)|rgba\(.*,\s*0\))$/.test(
    value('color') ?? '',
  );
  // A colour behind the letters makes white ones readable.
  return isWhite && !/background/i.test(style);
}

/** Rows and cells that are made by style, role or the usual names of classes. */
export function tablePart({ attribs }: Tag, style: string): 'table' | 'row' | 'cell' | null {
  const display = /(?:^|;)\s*display\s*:\s*table(-row|-cell)?\s*(?:;|$)/i.exec(style);
  if (display) return display[1] === '-row' ? 'row' : display[1] === '-cell' ? 'cell' : 'table';
  switch (attribs.role?.toLowerCase()) {
    case 'table':
    case 'grid':
      return 'table';
    case 'row':
      return 'row';
    case 'cell':
    case 'gridcell':
    case 'columnheader':
    case 'rowheader':
      return 'cell';
    default:
  }
  const named = /(?:^|\s)(?:div-?)?(?:table-?(row|cell|head)|(tr|td|th))(?:\s|$)/i.exec(attribs.class ?? '');
  if (!named) return null;
  return /row|tr/i.test(named[1] ?? named[2] ?? '') ? 'row' : 'cell';
}
