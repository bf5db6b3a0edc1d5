// The answer's plain text and its citations → paragraphs and lists of text and markers (CONTRACT.md, `answer`). Works
// on an unfinished text, too: a marker shows when it is whole, at the place where it stays.
import type { Citation } from '../../api/events.ts';

export type Segment =
  | { type: 'text'; text: string }
  | { type: 'verbatim'; text: string }
  | { type: 'marker'; citation: Citation };

export type Block = { type: 'paragraph'; segments: Segment[] } | { type: 'list'; items: Segment[][] };

export function answerBlocks(answer: string, citations: readonly Citation[]): Block[] {
  const text = withoutTornEnd(answer, citations);
  const blocks: Block[] = [];
  for (const paragraph of pieces(text, 0, text.length, /\n{2,}/g)) {
    for (const line of pieces(text, paragraph.start, paragraph.end, /\n/g)) {
      const isItem = text.startsWith('- ', line.start);
      const content = segments(text, isItem ? line.start + 2 : line.start, line.end, citations);
      const last = blocks.at(-1);
      const continues = line.start > paragraph.start;
      if (isItem && last?.type === 'list' && continues) last.items.push(content);
      else if (isItem) blocks.push({ type: 'list', items: [content] });
      else if (last?.type === 'paragraph' && continues) last.segments.push({ type: 'text', text: '\n' }, ...content);
      else blocks.push({ type: 'paragraph', segments: content });
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

/** Not-empty pieces of `text.slice(start, end)` between separators, as offsets into `text`. */
function pieces(text: string, start: number, end: number, separator: RegExp): { start: number; end: number }[] {
  const found = [...text.slice(start, end).matchAll(separator)];
  const starts = [start, ...found.map((match) => start + match.index + match[0].length)];
  const ends = [...found.map((match) => start + match.index), end];
  return starts.map((from, i) => ({ start: from, end: ends[i] ?? end })).filter((piece) => piece.end > piece.start);
}

function segments(text: string, start: number, end: number, citations: readonly Citation[]): Segment[] {
  const result: Segment[] = [];
  let from = start;
  for (const citation of citations) {
    if (citation.at < from || citation.at >= end) continue;
    result.push(...splitQuote(text.slice(from, citation.at), citation.quote), { type: 'marker', citation });
    from = citation.at + marker(citation).length;
  }
  if (from < end) result.push({ type: 'text', text: text.slice(from, end) });
  return result;
}

/** The administration's own words are told apart from ours: they stand right before their marker, in one line. */
function splitQuote(text: string, quote: string): Segment[] {
  const own = quote.replace(/\s+/g, ' ').trim();
  const start = text.lastIndexOf(own);
  if (start < 0) return [{ type: 'text', text }];
  return [
    { type: 'text', text: text.slice(0, start) },
    { type: 'verbatim', text: own },
    { type: 'text', text: text.slice(start + own.length) },
  ];
}
