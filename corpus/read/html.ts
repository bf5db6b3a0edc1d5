// HTML → lines of text: blocks end lines, a row of a table is one line, scripts and navigation are left out.
import { parseDocument } from 'htmlparser2';
import { dialogueOf } from './dialogue-table.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { attribs: unknown }>;

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'nav', 'svg', 'head', 'button', 'form']);
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
 * Paragraphs are separated by an empty line, cells by a tab. Entities are resolved, white space is folded.
 * @returns null for a page whose elements stand too deep within each other
 */
export function textOfHtml(html: string): string | null {
  const { children } = parseDocument(html);
  return isDeep(children) ? null : tidy(textOf(children, () => ''));
}

function isDeep(top: readonly Node[]): boolean {
  let level = top;
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/** @param marker gives what stands before the next item of the list that these nodes are in */
function textOf(nodes: readonly Node[], marker: (item: Tag) => string): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.data.replace(/\s+/g, ' ') : textOfTag(node, marker)))
    .join('');
}

function textOfTag(node: Node, marker: (item: Tag) => string): string {
  if (node.type !== 'tag' || LEFT_OUT.has(node.name)) return '';
  const { name, children, attribs } = node;
  // Word's footnotes have a link back to where they belong.
  if (attribs.href?.startsWith('#footnote-ref')) return '';
  if (name === 'br') return '\n';
  if (name === 'input') return boxOf(attribs);
  if (name === 'table') return PARAGRAPH + textOfTable(partsOf(node, marker)) + PARAGRAPH;
  if (name === 'tr') return textOfRow(cellsOf(children));
  if (name === 'li') return LINE + marker(node) + tidy(textOf(children, marker)) + LINE;
  if (LISTS.has(name)) {
    const isInItem = node.parent?.type === 'tag' && node.parent.name === 'li';
    const edge = isInItem ? LINE : PARAGRAPH;
    return edge + textOf(children, markers(node)) + edge;
  }
  const inner = textOf(children, marker);
  if (PARAGRAPHS.has(name) || HEADINGS.has(name)) return PARAGRAPH + inner + PARAGRAPH;
  return LINES.has(name) ? LINE + inner + LINE : inner;
}

/** Of a form what is ticked and what is not; a program that reads it out gives the sign a blank on each side. */
function boxOf({ type, checked }: Tag['attribs']): string {
  if (!/^(?:checkbox|radio)$/i.test(type ?? '')) return '';
  return checked === undefined ? ' ☐ ' : ' ☒ ';
}

/** A footnote is marked as the text refers to it, so that nobody takes it for the answer to question 1. */
function markers({ name, attribs }: Tag): (item: Tag) => string {
  let next = Number(attribs.start) || 1;
  return (item) => {
    if (name === 'ul') return '• ';
    const number = next++;
    return /^(?:foot|end)note-/.test(item.attribs.id ?? '') ? `[${number}] ` : `${number}. `;
  };
}

/** Rows as cells, anything else as text; each is read once, for tables may stand in tables. */
function partsOf({ children }: Tag, marker: (item: Tag) => string): (string | string[])[] {
  return children.flatMap((child): (string | string[])[] => {
    if (child.type === 'tag' && ['thead', 'tbody', 'tfoot'].includes(child.name)) return partsOf(child, marker);
    if (child.type === 'tag' && child.name === 'tr') return [cellsOf(child.children)];
    return [textOf([child], marker)];
  });
}

function textOfTable(parts: (string | string[])[]): string {
  const dialogue = dialogueOf(parts.filter((part) => Array.isArray(part)));
  if (!dialogue) return parts.map((part) => (Array.isArray(part) ? textOfRow(part) : part)).join('');
  return [...parts.filter((part) => !Array.isArray(part)), ...dialogue].join(PARAGRAPH);
}

const cellsOf = (children: readonly Node[]): string[] =>
  children.flatMap((cell) =>
    cell.type === 'tag' && CELLS.has(cell.name) ? [tidy(textOf(cell.children, () => ''))] : [],
  );

function textOfRow(cells: string[]): string {
  const filled = cells.filter((cell) => cell !== '');
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
