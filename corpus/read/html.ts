// HTML → lines of text: blocks end lines, table rows are one line each, scripts and navigation are left out.
import { parseDocument } from 'htmlparser2';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];

const LEFT_OUT = new Set(['script', 'style', 'noscript', 'template', 'nav', 'svg', 'head', 'button', 'form']);
const PARAGRAPHS = new Set(['p', 'div', 'section', 'article', 'header', 'footer', 'main', 'table', 'ul', 'ol', 'dl']);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'figure', 'address']);
const LINES = new Set(['br', 'tr', 'li', 'dt', 'dd', 'caption', 'hr']);
const CELLS = new Set(['td', 'th']);

/** Paragraphs are separated by an empty line, cells by a tab. Entities are resolved, white space is folded. */
export function textOfHtml(html: string): string {
  let text = '';
  const walk = (nodes: ChildNode[], listNumber: { next: number } | null): void => {
    for (const node of nodes) {
      if (node.type === 'text') text += node.data.replace(/\s+/g, ' ');
      if (node.type !== 'tag') continue;
      const { name, children, attribs } = node;
      if (LEFT_OUT.has(name)) continue;
      const isParagraph = PARAGRAPHS.has(name) || HEADINGS.has(name);
      if (isParagraph) text += '\n\n';
      else if (LINES.has(name)) text += '\n';
      if (name === 'li') text += listNumber ? `${listNumber.next++}. ` : '• ';
      const inner = name === 'ol' ? { next: Number(attribs.start) || 1 } : name === 'ul' ? null : listNumber;
      walk(children, inner);
      if (CELLS.has(name)) text += '\t';
      if (isParagraph) text += '\n\n';
    }
  };
  walk(parseDocument(html).children, null);
  return text
    .replace(/ *\n */g, '\n')
    .replace(/\t+(?=\n|$)/g, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
