// A document's pairs → the passages that are searched: whole answers, long ones cut at sentence ends.
import { sentencesOf } from './german/sentences.ts';
import type { Passage, ReplyDocument } from './types.ts';

const TARGET_CHARACTERS = 1_100;

/** Every word of every answer stands in a passage; answers shared by several pairs are cut once. */
export function passagesOf(document: ReplyDocument): Passage[] {
  const seen = new Set<number>();
  const spans = document.pairs.flatMap((pair, index) => {
    if (seen.has(pair.answer.start)) return [];
    seen.add(pair.answer.start);
    const parts: { start: number; end: number; pair: number }[] = [];
    for (const sentence of sentencesOf(document.text, pair.answer)) {
      const last = parts.at(-1);
      if (last && sentence.end - last.start <= TARGET_CHARACTERS) last.end = sentence.end;
      else parts.push({ ...sentence, pair: index });
    }
    return parts;
  });
  const pageOf = (offset: number) => document.pages.find((page) => offset < page.end)?.number ?? null;
  return spans.map((span, n) => ({ id: `${document.id}.${n}`, ...span, page: pageOf(span.start) }));
}
