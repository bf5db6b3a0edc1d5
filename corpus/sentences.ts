// A span of German text → its sentences. Full stops of ordinals, dates and abbreviations end none.
import type { Span } from './types.ts';

const ABBREVIATION =
  /(?:^|[\s(„"])(?:\p{L}|bzw|ca|etc|ggf|inkl|evtl|max|min|Nr|Nrn|Abs|Art|Str|St|Dr|Prof|Hr|Fr|usw|vgl|zzgl|rd|Mio|Mrd|Tsd|Ziff|lfd|gem|lt|sog|u\.a|z\.B|d\.h|i\.d\.R|o\.g|u\.ä)\.$/iu;

/** Trimmed, in order, covering every word of the span. */
export function sentencesOf(text: string, span: Span): Span[] {
  const sentences: Span[] = [];
  let from = span.start;
  const ends = /[.!?][“"”)]*(?=\s)|\n{2,}|\n(?=[-•–] )/g;
  ends.lastIndex = span.start;
  for (let match = ends.exec(text); match && match.index < span.end; match = ends.exec(text)) {
    const end = match.index + match[0].length;
    const before = text.slice(from, match.index + 1);
    const after = text.slice(end, end + 3).trimStart();
    const isStop = match[0].startsWith('.');
    if (isStop && (ABBREVIATION.test(before) || /\d\.$/.test(before) || /^[a-zäöü]/.test(after))) continue;
    push(from, Math.min(end, span.end));
    from = Math.min(end, span.end);
  }
  push(from, span.end);
  return sentences;

  function push(start: number, end: number): void {
    const part = text.slice(start, end);
    const lead = part.length - part.trimStart().length;
    const trimmed = part.trim();
    if (trimmed !== '') sentences.push({ start: start + lead, end: start + lead + trimmed.length });
  }
}
