// `#z=10-20,40-60` → spans of the document's text, in order, overlapping ones joined.
import type { Span } from '../../corpus/types.ts';

/** Everything that is not a span with start < end is passed over. */
export function spansOf(hash: string): Span[] {
  const list = new URLSearchParams(hash.replace(/^#/, '')).get('z') ?? '';
  const spans = list
    .split(',')
    .flatMap((part) => {
      const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(part.trim()) ?? [];
      return start !== undefined && Number(start) < Number(end) ? [{ start: Number(start), end: Number(end) }] : [];
    })
    .sort((a, b) => a.start - b.start);
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end);
    else joined.push(span);
  }
  return joined;
}

/** From the first span that the address names to the end of its last; null when it names none. */
export function markedSpan(hash: string): Span | null {
  const spans = spansOf(hash);
  const [first, last] = [spans[0], spans.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
