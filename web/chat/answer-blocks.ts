// The answer's plain text and its citations → paragraphs, lists and tables of text and markers (CONTRACT.md, `answer`).
// Works on an unfinished text, too: a marker shows when it is whole, at the place where it stays.
import type { Citation } from '../../api/events.ts';
import { rowsIn } from './rows.ts';

export type Segment =
  | { type: 'text'; text: string }
  | { type: 'verbatim'; text: string }
  | { type: 'marker'; citation: Citation };

export type Block =
  | { type: 'paragraph'; segments: Segment[] }
  | { type: 'list'; items: Segment[][] }
  | { type: 'table'; caption: string | null; rows: string[][] };

interface Piece {
  start: number;
  end: number;
}

export function answerBlocks(answer: string, citations: readonly Citation[]): Block[] {
  const text = withoutTornEnd(answer, citations);
  const quotes = citations.flatMap((citation) => quoteBefore(text, citation) ?? []);
  const line = (start: number, end: number) => segments(text, { start, end }, citations, quotes);
  const blocks: Block[] = [];
  for (const paragraph of pieces(text, 0, text.length, /\n{2,}/g)) {
    const lines = pieces(text, paragraph.start, paragraph.end, /\n/g);
    const tables = rowsIn(lines.map((piece) => shownText(text, piece, citations)));
    let continues = false;
    for (let i = 0; i < lines.length; i++) {
      const { start, end } = lines[i]!;
      const table = tables.find(({ from, caption }) => from - (caption === null ? 0 : 1) === i);
      if (table) {
        blocks.push({ type: 'table', caption: table.caption, rows: table.cells });
        i = table.to - 1;
        // What closes the quotation and proves it stands behind the last row.
        const closing = line(lines[i]!.start, lines[i]!.end).filter((segment) => segment.type === 'marker');
        if (closing.length > 0) blocks.push({ type: 'paragraph', segments: closing });
        continues = false;
        continue;
      }
      const isItem = text.startsWith('- ', start);
      const content = line(isItem ? start + 2 : start, end);
      const last = blocks.at(-1);
      if (isItem && last?.type === 'list' && continues) last.items.push(content);
      else if (isItem) blocks.push({ type: 'list', items: [content] });
      else if (last?.type === 'paragraph' && continues) last.segments.push({ type: 'text', text: '\n' }, ...content);
      else blocks.push({ type: 'paragraph', segments: content });
      continues = true;
    }
  }
  return blocks;
}

/** What has come of a marker (`[1`) or of a list item (`-`) shows when it is whole. */
function withoutTornEnd(text: string, citations: readonly Citation[]): string {
  const last = citations.at(-1);
  const torn = last && last.at < text.length && last.at + marker(last).length > text.length;
  return (torn ? text.slice(0, last.at) : text).replace(/\n-?$/, '');
}

function marker({ n }: Citation): string {
  return `[${n}]`;
}

/** A line without its markers. */
function shownText(text: string, { start, end }: Piece, citations: readonly Citation[]): string {
  return citations
    .filter(({ at }) => at >= start && at < end)
    .reduceRight(
      (line, c) => line.slice(0, c.at - start) + line.slice(c.at - start + marker(c).length),
      text.slice(start, end),
    )
    .trim();
}

/** Not-empty pieces of `text.slice(start, end)` between separators, as offsets into `text`. */
function pieces(text: string, start: number, end: number, separator: RegExp): Piece[] {
  const found = [...text.slice(start, end).matchAll(separator)];
  const starts = [start, ...found.map((match) => start + match.index + match[0].length)];
  const ends = [...found.map((match) => start + match.index), end];
  return starts.map((from, i) => ({ start: from, end: ends[i] ?? end })).filter((piece) => piece.end > piece.start);
}

function segments(text: string, piece: Piece, citations: readonly Citation[], quotes: readonly Piece[]): Segment[] {
  const result: Segment[] = [];
  let from = piece.start;
  for (const citation of citations) {
    if (citation.at < from || citation.at >= piece.end) continue;
    result.push(...told(text, { start: from, end: citation.at }, quotes), { type: 'marker', citation });
    from = citation.at + marker(citation).length;
  }
  return [...result, ...told(text, { start: from, end: piece.end }, quotes)];
}

/** The administration's own words are told apart from ours. */
function told(text: string, { start, end }: Piece, quotes: readonly Piece[]): Segment[] {
  const result: Segment[] = [];
  const add = (type: 'text' | 'verbatim', from: number, to: number) => {
    if (from < to) result.push({ type, text: text.slice(from, to) });
  };
  let from = start;
  for (const quote of quotes) {
    const [begin, stop] = [Math.max(from, quote.start), Math.min(end, quote.end)];
    if (begin >= stop) continue;
    add('text', from, begin);
    add('verbatim', begin, stop);
    from = stop;
  }
  add('text', from, end);
  return result;
}

/** White space, marks of list items and brackets of numbers are shown in a form of ours. */
const SHOWN_ANEW = /[\s()[\]\-•▪◦●■–]/u;

/** The quotation's place in the answer: right before its marker, letter by letter. Null while it is not there. */
function quoteBefore(text: string, { at, quote }: Citation): Piece | null {
  if (at > text.length) return null;
  const end = text.slice(0, at).replace(/[\s“”"’]+$/u, '').length;
  let start = end;
  for (let i = quote.length - 1; i >= 0; i--) {
    if (SHOWN_ANEW.test(quote[i]!)) continue;
    while (start > 0 && SHOWN_ANEW.test(text[start - 1]!)) start--;
    if (text[start - 1] !== quote[i]) {
      // A closing mark of the quote itself was taken for ours.
      if (start === end && /[“”"’]/u.test(quote[i]!)) continue;
      return null;
    }
    start--;
  }
  return { start, end };
}
