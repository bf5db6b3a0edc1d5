// A parsed reply → the same, with the parts of its answers in which an invariant is broken after all. They are searched,
// for somebody may look for these words; nothing of them is quoted as the administration's.
import type { Pair, ReplyDocument, Span } from '../types.ts';
import { insideAnswers } from './invariants.ts';

/** @param asked where questions of the inquiry stand */
export function withUnquotable(document: ReplyDocument, asked: readonly Span[]): ReplyDocument {
  const { asksInside, askersInside, nothing } = insideAnswers(document);
  const broken = joined([...asked, ...asksInside, ...askersInside, ...nothing]);
  if (broken.length === 0) return document;
  const pairs = document.pairs.map((pair) => {
    const unquotable = broken.flatMap((span) => commonPart(span, pair.answer) ?? []);
    return unquotable.length === 0 ? pair : { ...pair, unquotable };
  });
  return { ...document, pairs };
}

/** Whether a span holds anything that is not to be quoted. */
export const isUnquotable = ({ pairs }: Pick<ReplyDocument, 'pairs'>, span: Span): boolean =>
  pairs.some(({ unquotable = [] }) => unquotable.some((part) => commonPart(part, span) !== null));

/** The longest part of an answer that may be quoted; null where there is none. */
export function quotablePart({ answer, unquotable = [] }: Pair): Span | null {
  const starts = [answer.start, ...unquotable.map(({ end }) => end)];
  const ends = [...unquotable.map(({ start }) => start), answer.end];
  const parts = starts.map((start, i) => ({ start, end: ends[i]! }));
  const longest = parts.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0]!;
  return longest.end > longest.start ? longest : null;
}

function commonPart(one: Span, other: Span): Span | null {
  const start = Math.max(one.start, other.start);
  const end = Math.min(one.end, other.end);
  return start < end ? { start, end } : null;
}

/** In order; those that overlap are one. */
function joined(spans: Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else out.push({ ...span });
  }
  return out;
}
