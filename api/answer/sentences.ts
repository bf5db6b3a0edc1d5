// Temporary: until corpus/sentences.ts is there.
import type { Span } from '../../corpus/types.ts';

export function sentencesOf(text: string, span: Span): Span[] {
  const part = text.slice(span.start, span.end);
  return [...new Intl.Segmenter('de', { granularity: 'sentence' }).segment(part)]
    .map(({ segment, index }) => {
      const start = span.start + index + (segment.length - segment.trimStart().length);
      return { start, end: start + segment.trim().length };
    })
    .filter((s) => s.end > s.start);
}
