// HTML → lines of text: blocks end lines, a row of a table is one line, scripts and navigation are left out.
import { parseDocument } from 'htmlparser2';
import { dialogueOf } from './dialogue-table.ts';

type Node = ReturnType<typeof parseDocument>['children'][number];
type Tag = Extract<Node, { attribs: unknown }>;

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'nav', 'svg', 'head', 'button', 'form']);
const PARAGRAPHS = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'table', 'dl', 'figure']);
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

/** Paragraphs are separated by an empty line, cells by a tab. Entities are resolved, white space is folded. */
export function textOfHtml(html: string): string {
  return tidy(textOf(parseDocument(html).children, () => ''));
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
  const dialogue = name === 'table' ? dialogueOf(rowsIn(node)) : null;
  if (dialogue) return PARAGRAPH + dialogue.join(PARAGRAPH) + PARAGRAPH;
  if (name === 'tr') return LINE + textOfRow(children) + LINE;
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

/** A footnote is marked as the text refers to it, so that nobody takes it for the answer to question 1. */
function markers({ name, attribs }: Tag): (item: Tag) => string {
  let next = Number(attribs.start) || 1;
  return (item) => {
    if (name === 'ul') return '• ';
    const number = next++;
    return /^(?:foot|end)note-/.test(item.attribs.id ?? '') ? `[${number}] ` : `${number}. `;
  };
}

/** Not of tables within. */
function rowsIn({ children }: Tag): string[][] {
  return children.flatMap((child): string[][] => {
    if (child.type !== 'tag') return [];
    if (child.name === 'tr') return [cellsOf(child.children)];
    return ['thead', 'tbody', 'tfoot'].includes(child.name) ? rowsIn(child) : [];
  });
}

const cellsOf = (children: readonly Node[]): string[] =>
  children.flatMap((cell) =>
    cell.type === 'tag' && CELLS.has(cell.name) ? [tidy(textOf(cell.children, () => ''))] : [],
  );

function textOfRow(children: readonly Node[]): string {
  const cells = cellsOf(children);
  const filled = cells.filter((cell) => cell !== '');
  if (filled.length === 1 || filled.some((cell) => cell.length > LONG_CELL))
    return PARAGRAPH + filled.join(PARAGRAPH) + PARAGRAPH;
  // Without a mark an empty cell would vanish, and the figures behind it stand below the wrong heads.
  const [first, last] = [cells.findIndex(Boolean), cells.findLastIndex(Boolean)];
  return cells.map((cell, i) => (cell === '' && i > first && i < last ? EMPTY : cell.replace(/\s+/g, ' '))).join('\t');
}

function tidy(text: string): string {
  return text
    .replace(/\s*[\n\u0001\u0002][\s\u0001\u0002]*/g, (edge) => (/\u0002|\n[^\n]*\n/.test(edge) ? '\n\n' : '\n'))
    .replace(/\t+(?=\n|$)/g, '')
    .trim();
}
