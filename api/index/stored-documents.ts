// A document ↔ the columns of its row. Its text stands once in the index: the answers in the passages' rows, here only
// what lies between them. The inquiry, which nothing but the document's own page shows, is packed.
import type { Pair, Passage, ReplyDocument } from '../../corpus/types.ts';
import { packText, unpackText } from './stored-texts.ts';

export interface DocumentColumns {
  /** What lists, hits and sources show. */
  head: string;
  /** JSON array, see `storePair`. */
  pairs: string;
  content: string;
  /** Packed JSON; empty where it is not known. */
  inquiry: string;
}

export interface PlacedText {
  start: number;
  end: number;
  text: string;
}

type Content = Pick<ReplyDocument, 'pages' | 'aliases' | 'related'> & { gaps: string[] };

/** @param passages the document's, in the order of their numbers */
export function storeDocument(document: ReplyDocument, passages: readonly Passage[]): DocumentColumns {
  const { text, pages, pairs, aliases, related, inquiry, ...head } = document;
  const content: Content = { gaps: gapsOf(text, passages), pages, aliases, related };
  return {
    head: JSON.stringify(head),
    pairs: JSON.stringify(pairs.map(storePair)),
    content: JSON.stringify(content),
    inquiry: inquiry === undefined ? '' : packText(JSON.stringify(inquiry)),
  };
}

/**
 * Null: the passages are not those of this row.
 * @param passages the document's, in the order of their numbers
 * @param inquiry missing: it was not read
 */
export function readDocument(
  { head, pairs, content, inquiry = '' }: Omit<DocumentColumns, 'inquiry'> & { inquiry?: string },
  passages: readonly PlacedText[],
): ReplyDocument | null {
  const { gaps, ...rest } = JSON.parse(content) as Content;
  if (gaps.length !== passages.length + 1) return null;
  return {
    ...JSON.parse(head),
    ...rest,
    text: joined(gaps, passages),
    pairs: (JSON.parse(pairs) as StoredPair[]).map(readPair),
    ...(inquiry === '' ? {} : { inquiry: JSON.parse(unpackText(inquiry)) }),
  };
}

type StoredPair = [
  ...number: [Pair['number']],
  ...question: [start: number | null, end: number | null],
  ...asked: [Pair['questionText'], Pair['questionFrom']],
  ...answer: [start: number, end: number],
  ...rest: [Pair['kind'], Pair['see'], unquotable?: NonNullable<Pair['unquotable']>],
];

/** Without the names of its fields, which are half of it. */
const storePair = ({
  number,
  question,
  questionText,
  questionFrom,
  answer,
  kind,
  see,
  unquotable,
}: Pair): StoredPair => [
  ...([number, question?.start ?? null, question?.end ?? null, questionText, questionFrom] as const),
  ...([answer.start, answer.end, kind, see] as const),
  ...(unquotable ? ([unquotable] as const) : ([] as const)),
];

export function readPair(stored: StoredPair): Pair {
  const [number, from, to, questionText, questionFrom, start, end, kind, see, unquotable] = stored;
  const question = from === null || to === null ? null : { start: from, end: to };
  const pair = { number, question, questionText, questionFrom, answer: { start, end }, kind, see };
  return unquotable ? { ...pair, unquotable } : pair;
}

/** What lies before each passage, and behind the last; passages may overlap. */
function gapsOf(text: string, passages: readonly Passage[]): string[] {
  let at = 0;
  const gaps = passages.map(({ start, end }) => {
    const gap = text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
    return gap;
  });
  return [...gaps, text.slice(at)];
}

function joined(gaps: readonly string[], passages: readonly PlacedText[]): string {
  let text = gaps[0] ?? '';
  for (const [i, passage] of passages.entries()) {
    text += passage.text.slice(text.length - passage.start) + (gaps[i + 1] ?? '');
  }
  return text;
}
