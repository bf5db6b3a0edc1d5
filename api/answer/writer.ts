// The one place where an answer's text is put together: counts offsets, numbers the cited documents, sets the
// markers, and makes sure that nothing but our own markers looks like one (CONTRACT.md, `answer`).

import { BULLETS } from '../../corpus/german/list-marks.ts';
import { linesIn } from '../../corpus/german/sentences.ts';
import type { ReplyDocument, Span } from '../../corpus/types.ts';
import type { AnswerEvent, Citation, Source } from '../events.ts';
import { documentUrl } from './source.ts';

export interface AnswerWriter {
  /** Our own words, or a model's: shown as plain text, never as a marker. */
  say(text: string): AnswerEvent[];
  /** A blank line before what comes next; nothing at the beginning. */
  paragraph(): AnswerEvent[];
  /** A new line that begins a list item. */
  item(): AnswerEvent[];
  /** Shows a span of a document, what closes it, and its marker. */
  quote(document: ReplyDocument, span: Span, closing: string): AnswerEvent[];
  /** Only the marker, for words said before. */
  cite(document: ReplyDocument, span: Span): AnswerEvent[];
  /** How many citations there are so far. */
  cited(): number;
  /** The documents cited so far, in order of their numbers. */
  documents(): string[];
}

/**
 * @param sources the answer's sources; documents that are quoted must be among them
 * @throws when a document is not among the sources or a span is not inside of its text: a bug of the caller
 */
export function openWriter(sources: Source[], origin: string): AnswerWriter {
  const numbers = new Map<string, number>();
  let length = 0;
  let citations = 0;

  const text = (delta: string): AnswerEvent[] => {
    length += delta.length;
    return delta === '' ? [] : [{ type: 'text', delta }];
  };
  const say = (words: string) => text(withoutMarkers(words));
  const cite = (document: ReplyDocument, span: Span): AnswerEvent[] => {
    const source = sourceOf(document, span, sources);
    if (source < 0) throw new Error(`cited document ${document.id} is not among the sources`);
    if (span.start < 0 || span.start >= span.end || span.end > document.text.length) {
      throw new Error(`span ${span.start}-${span.end} is not inside of ${document.id}`);
    }
    const n = numbers.get(document.id) ?? numbers.size + 1;
    numbers.set(document.id, n);
    const space = length === 0 ? '' : ' ';
    const citation: Citation = {
      n,
      at: length + space.length,
      source,
      start: span.start,
      end: span.end,
      quote: document.text.slice(span.start, span.end),
      page: pageOf(document, span.start, sources[source]!),
      url: documentUrl(origin, document.id, span),
    };
    citations += 1;
    return [{ type: 'citation', citation }, ...text(`${space}[${n}]`)];
  };

  return {
    say,
    paragraph: () => (length === 0 ? [] : text('\n\n')),
    item: () => text(length === 0 ? '- ' : '\n- '),
    quote: (document, span, closing) => [
      ...say(`${shownLines(document.text.slice(span.start, span.end))}${closing}`),
      ...cite(document, span),
    ],
    cite,
    cited: () => citations,
    documents: () => [...numbers.keys()],
  };
}

/** The one whose pair the span stands in, else the document's first. */
function sourceOf(document: ReplyDocument, span: Span, sources: Source[]): number {
  const isAround = ({ pair }: Source) => {
    const answer = document.pairs[pair]?.answer;
    return answer !== undefined && span.start >= answer.start && span.end <= answer.end;
  };
  const own = sources.findIndex((source) => source.documentId === document.id && isAround(source));
  return own >= 0 ? own : sources.findIndex((source) => source.documentId === document.id);
}

/**
 * A quotation with its lines: rows and items stay lines of their own, every list mark is `- `, and nothing in it starts
 * a paragraph. A line that was only broken for want of room goes on.
 */
function shownLines(quote: string): string {
  return linesIn(quote)
    .map((line) => line.replace(LIST_MARK, '- '))
    .join('\n');
}

const LIST_MARK = new RegExp(`^[${BULLETS}]\\s*`, 'u');

/**
 * `[3]`, `[3, 4]`, `[2-5]` → round brackets of the same length: square ones with numbers are ours alone. Also one that
 * opens at the very end, which the next piece of text could close.
 */
export function withoutMarkers(text: string): string {
  return text.replace(/\[(\s*\d[\d\s,;.–-]*)\]/gu, '($1)').replace(/\[(\s*\d*\s*)$/u, '($1');
}

/** Formats without pages have one page span, and passages without a page. */
function pageOf(document: ReplyDocument, offset: number, source: Source): number | null {
  if (source.page === null) return null;
  return document.pages.find((p) => p.start <= offset && offset < p.end)?.number ?? source.page;
}
