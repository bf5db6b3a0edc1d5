// HTML → lines of text: blocks end lines, a row of a table is one line, scripts and navigation are left out.

import { parseDocument } from 'htmlparser2';
import { german } from '../german/letters.ts';
import { isDeeperThan } from './depth.ts';
import { dialogueOf } from './dialogue-table.ts';
import { isHidden, type StyleRules, styleOf, styleRules, tablePart } from './html-style.ts';
import { written } from './office/counting.ts';
import { raised } from './office/signs.ts';
import { spacedWords } from './spaced-words.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { attribs: unknown }>;

const LEFT_OUT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'nav',
  'svg',
  'head',
  'button',
  'del',
  's',
  'strike',
  'datalist',
]);
const PARAGRAPHS = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'dl', 'figure']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'address']);
const LINES = new Set(['li', 'dt', 'dd', 'caption', 'hr']);
/** Where a line or a paragraph begins or ends; several in a row are one. */
const LINE = '\u0001';
const PARAGRAPH = '\u0002';
const LISTS = new Set(['ul', 'ol']);
const CELLS = new Set(['td', 'th']);
const EMPTY = '–';
/** In characters: with a longer cell the cells of a row are paragraphs, for no one could read it as a line. */
const LONG_CELL = 240;

/** More elements within each other than any program writes that means well; thousands are more than the stack holds. */
const MAX_DEPTH = 500;

/**
 * Paragraphs are separated by an empty line, cells by a tab. Entities are resolved, white space is folded. What a page
 * does not show is left out.
 * @returns null for a page whose elements stand too deep within each other
 */
export function textOfHtml(html: string): string | null {
  const { children } = parseDocument(html);
  if (isDeeperThan(MAX_DEPTH, children)) return null;
  const rules = styleRules(/<style/i.test(html) ? sheetsIn(children) : []);
  return tidy(textOf(children, { marker: () => '', rules }));
}

interface Around {
  /** What stands before the next item of the list that these nodes are in. */
  marker: (item: Tag) => string;
  rules: StyleRules;
}

const sheetsIn = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node) => {
    if (!('children' in node)) return [];
    if (node.type !== 'style') return sheetsIn(node.children as Node[]);
    return node.children.map((one) => ('data' in one ? String(one.data) : ''));
  });

function textOf(nodes: readonly Node[], around: Around): string {
  return nodes
    .map((node) => (node.type === 'text' ? spacedWords(node.data).replace(/\s+/g, ' ') : textOfTag(node, around)))
    .join('');
}

function textOfTag(node: Node, around: Around): string {
  if (node.type !== 'tag' || LEFT_OUT.has(node.name)) return '';
  const { name, children, attribs } = node;
  const style = styleOf(node, around.rules);
  if (isHidden(node, style)) return '';
  // A page of an information system may be one form; one for searching is none of its text.
  if (name === 'form' && isSearch(node)) return '';
  if (name === 'br') return '\n';
  if (name === 'input') return fieldText(attribs);
  if (name === 'select') return chosenIn(children);
  if (name === 'table' || tablePart(node, style) === 'table')
    return PARAGRAPH + textOfTable(partsOf(node, around)) + PARAGRAPH;
  if (name === 'tr' || tablePart(node, style) === 'row')
    return textOfRow(cellsOf(node, around).map((cell) => cell ?? ''));
  if (name === 'li') return LINE + around.marker(node) + tidy(textOf(children, around)) + LINE;
  if (LISTS.has(name)) {
    const isInItem = node.parent?.type === 'tag' && node.parent.name === 'li';
    const edge = isInItem ? LINE : PARAGRAPH;
    return edge + textOf(children, { ...around, marker: markers(node, style) }) + edge;
  }
  if (name === 'sup' || name === 'sub') return raisedText(node, around);
  const inner = textOf(children, around);
  if (PARAGRAPHS.has(name) || HEADINGS.has(name)) return PARAGRAPH + inner + PARAGRAPH;
  return LINES.has(name) ? LINE + inner + LINE : inner;
}

function isSearch({ attribs, children }: Tag): boolean {
  const length = children.map(plainText).join('').trim().length;
  return (
    length < 30 ||
    (length < 400 && /search|suche/i.test(`${attribs.role} ${attribs.class} ${attribs.id} ${attribs.action}`))
  );
}

const plainText = (node: Node): string =>
  node.type === 'text' ? node.data : 'children' in node ? (node.children as Node[]).map(plainText).join('') : '';

/** Of a form what is ticked and what is not, and what was written into it. */
function fieldText({ type, checked, value }: Tag['attribs']): string {
  if (/^(?:checkbox|radio)$/i.test(type ?? '')) return checked === undefined ? ' ☐ ' : ' ☒ ';
  return !type || /^(?:text|number|date|email|tel|url)$/i.test(type) ? ` ${value ?? ''} ` : '';
}

/** The chosen entry; a browser shows the first where none is. */
function chosenIn(children: readonly Node[]): string {
  const options = children.filter((node): node is Tag => node.type === 'tag' && node.name === 'option');
  const chosen = options.find(({ attribs }) => attribs.selected !== undefined) ?? options[0];
  return chosen ? plainText(chosen).trim() : '';
}

/** m² and CO₂, and the mark of a footnote apart from the number before it. */
function raisedText(node: Tag, around: Around): string {
  const before = node.prev?.type === 'text' ? node.prev.data : '';
  return raised(textOf(node.children, around), node.name === 'sup' ? 'raised' : 'lowered', before);
}

const FORMATS: Record<string, string> = {
  ...{ a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' },
  ...{
    'lower-alpha': 'lowerLetter',
    'lower-latin': 'lowerLetter',
    'upper-alpha': 'upperLetter',
    'upper-latin': 'upperLetter',
  },
  ...{ 'lower-roman': 'lowerRoman', 'upper-roman': 'upperRoman', none: 'none' },
};

/** As a browser numbers them: from `start`, in the list's own figures, on from an item's `value`. */
function markers({ name, attribs, children }: Tag, style: string): (item: Tag) => string {
  const items = children.filter((node) => node.type === 'tag' && node.name === 'li').length;
  const step = attribs.reversed === undefined ? 1 : -1;
  const styled = german(/list-style(?:-type)?\s*:\s*([\w-]+)/i)
    .exec(style)?.[1]
    ?.toLowerCase();
  const format = FORMATS[attribs.type ?? ''] ?? FORMATS[styled ?? ''] ?? 'decimal';
  let next = integer(attribs.start) ?? (step < 0 ? items : 1);
  return (item) => {
    if (name === 'ul') return styled === 'none' ? '' : '• ';
    const number = integer(item.attribs.value) ?? next;
    next = number + step;
    return format === 'none' ? '' : `${written(number, format)}. `;
  };
}

const integer = (text: string | undefined): number | null => (/^-?\d{1,6}$/.test(text ?? '') ? Number(text) : null);

type Cells = (string | undefined)[];

/** Rows as cells, anything else as text; each is read once, for tables may stand in tables. */
function partsOf(table: Tag, around: Around, spans: Spans = new Map()): (string | Cells)[] {
  return table.children.flatMap((child): (string | Cells)[] => {
    if (child.type !== 'tag') return [textOf([child], around)];
    const style = styleOf(child, around.rules);
    if (isHidden(child, style)) return [];
    if (['thead', 'tbody', 'tfoot'].includes(child.name)) return partsOf(child, around, spans);
    if (child.name === 'tr' || tablePart(child, style) === 'row') return [cellsOf(child, around, spans)];
    return [textOf([child], around)];
  });
}

function textOfTable(parts: (string | Cells)[]): string {
  const dialogue = dialogueOf(parts.filter((part) => Array.isArray(part)));
  if (!dialogue)
    return parts.map((part) => (Array.isArray(part) ? textOfRow(part.map((cell) => cell ?? '')) : part)).join('');
  return [...parts.filter((part) => !Array.isArray(part)), ...dialogue].join(PARAGRAPH);
}

/** Columns in which a cell of a row above goes on, and for how many rows. */
type Spans = Map<number, number>;

/** Undefined where a cell above goes on. */
function cellsOf(row: Tag, around: Around, spans: Spans = new Map()): Cells {
  const cells: Cells = [];
  const goOn = () => {
    for (let left = spans.get(cells.length) ?? 0; left > 0; left = spans.get(cells.length) ?? 0) {
      spans.set(cells.length, left - 1);
      cells.push(undefined);
    }
  };
  for (const child of row.children) {
    if (child.type !== 'tag') continue;
    const style = styleOf(child, around.rules);
    if (!CELLS.has(child.name) && tablePart(child, style) !== 'cell') continue;
    goOn();
    const rows = integer(child.attribs.rowspan) ?? 1;
    if (rows > 1) spans.set(cells.length, rows - 1);
    const isGoingOn = child.attribs['data-goes-on'] !== undefined;
    cells.push(
      isGoingOn
        ? undefined
        : isHidden(child, style)
          ? ''
          : tidy(textOf(child.children, { ...around, marker: () => '' })),
    );
  }
  goOn();
  return cells;
}

function textOfRow(cells: string[]): string {
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 0) return '';
  if (filled.length === 1 || filled.some((cell) => cell.length > LONG_CELL))
    return PARAGRAPH + filled.join(PARAGRAPH) + PARAGRAPH;
  // Without a mark an empty cell would vanish, and the figures behind it stand below the wrong heads.
  const [first, last] = [cells.findIndex(Boolean), cells.findLastIndex(Boolean)];
  const shown = cells.map((cell, i) => (cell === '' && i > first && i < last ? EMPTY : cell.replace(/\s+/g, ' ')));
  return LINE + shown.join('\t') + LINE;
}

function tidy(text: string): string {
  return text
    .replace(/\s*[\n\u0001\u0002][\s\u0001\u0002]*/g, (edge) => (/\u0002|\n[^\n]*\n/.test(edge) ? '\n\n' : '\n'))
    .replace(/\t+(?=\n|$)/g, '')
    .trim();
}
