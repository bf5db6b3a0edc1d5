// A source text of the demo corpus → what is known of the document and its blocks. "key: value" lines, then "---", then
// blocks separated by an empty line: "# " to "### " headings, "| a | b |" table rows (the first is the head), paragraphs.
// `**bold**` marks parts of a paragraph.
import type { SourceMeta } from '../../corpus/types.ts';

export const FORMATS = ['pdf', 'docx', 'html', 'txt'] as const;
export type DemoFormat = (typeof FORMATS)[number];

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; lines: string[] }
  | { kind: 'table'; rows: string[][] };

export interface DemoSource {
  format: DemoFormat;
  /** What the document's NAME.meta.json says. */
  meta: SourceMeta;
  blocks: Block[];
}

/** Stands on every page. */
export const NOTICE = 'Erfundenes Beispiel – Musterstadt gibt es nicht';
/** In every meta file, so that every answer from this corpus names its source as invented. */
const BODY = 'Musterstadt (erfunden)';

const KEYS = ['title', 'reference', 'date', 'committee', 'department'] as const;

/** @throws Error when a source is malformed */
export function parseSource(text: string): DemoSource {
  const cut = text.indexOf('\n---\n');
  if (cut < 0) throw new Error('no --- between facts and text');
  const facts = new Map(text.slice(0, cut).split('\n').map(fact));
  const format = FORMATS.find((one) => one === facts.get('format'));
  if (!format) throw new Error(`unknown format ${facts.get('format')}`);
  const meta: SourceMeta = { body: BODY };
  for (const [key, value] of facts) {
    const known = KEYS.find((one) => one === key);
    if (known) meta[known] = value;
    else if (key === 'inquiryText') meta.inquiryText = value.replaceAll('\\n', '\n');
    else if (key === 'askedBy') meta.askedBy = [value];
    else if (key !== 'format') throw new Error(`unknown field ${key}`);
  }
  return {
    format,
    meta,
    blocks: text
      .slice(cut + 5)
      .trim()
      .split(/\n{2,}/)
      .map(blockOf),
  };
}

/** `**bold** rest` → its parts in order. */
export function runsOf(line: string): { text: string; bold: boolean }[] {
  return line
    .split('**')
    .map((text, i) => ({ text, bold: i % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** Without `**`. */
export const plain = (line: string): string => line.replaceAll('**', '');

function fact(line: string): [string, string] {
  const [, key, value] = /^([A-Za-z]+):\s*(.+)$/.exec(line) ?? [];
  if (!key || !value) throw new Error(`no fact: ${line}`);
  return [key, value];
}

function blockOf(text: string): Block {
  const heading = /^(#{1,3}) (.+)$/.exec(text);
  if (heading) return { kind: 'heading', level: heading[1]!.length as 1 | 2 | 3, text: heading[2]! };
  const lines = text.split('\n');
  if (lines.every((line) => line.startsWith('|'))) return { kind: 'table', rows: lines.map(cellsOf) };
  return { kind: 'paragraph', lines };
}

const cellsOf = (line: string): string[] =>
  line
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map((cell) => cell.trim());
