// The pairs that the search found → those that the model reads: them, and beside them in the same papers the neighbours
// and what the title is about. A question found in the right paper is often answered one pair further on.
import type { Pair, ReplyDocument } from '../../../corpus/types.ts';
import type { FoundPair } from '../reply.ts';

export interface GatherOptions {
  /** Papers whose other pairs are read, too. */
  papers: number;
  /** Pairs added of one paper, nearest to a found one first. */
  each: number;
}

const OPTIONS = { papers: 3, each: 6 } satisfies GatherOptions;

/** @param pairs best first. What is added stands behind them: where the room ends it is left out first. */
export function gather(pairs: FoundPair[], { papers, each }: GatherOptions = OPTIONS): FoundPair[] {
  const taken = new Set(pairs.map(({ hit, document }) => keyOf(document, hit.pair)));
  const documents = [...new Map(pairs.map(({ document }) => [document.id, document])).values()].slice(0, papers);
  const added = documents.flatMap((document) => {
    const found = pairs.filter((pair) => pair.document.id === document.id);
    const places = found.map(({ hit }) => placeOf(document, hit.pair));
    const distance = (i: number) => Math.min(...places.map((place) => Math.abs(place - i)));
    return document.pairs
      .map((pair, i) => ({ pair, i }))
      .filter(({ pair }) => !taken.has(keyOf(document, pair)) && pair.see === null)
      .sort((a, b) => distance(a.i) - distance(b.i) || a.i - b.i)
      .slice(0, each)
      .flatMap(({ pair, i }): FoundPair[] => {
        // Questions that are answered together share an answer.
        const key = keyOf(document, pair);
        if (taken.has(key)) return [];
        taken.add(key);
        return [{ document, hit: asHit(document, pair, i, found[0]!) }];
      });
  });
  return [...pairs, ...added];
}

function keyOf(document: ReplyDocument, pair: Pair): string {
  return `${document.id}#${pair.answer.start}`;
}

function placeOf(document: ReplyDocument, pair: Pair): number {
  return document.pairs.findIndex(({ answer }) => answer.start === pair.answer.start);
}

function asHit(document: ReplyDocument, pair: Pair, i: number, { hit }: FoundPair): FoundPair['hit'] {
  const { start, end } = pair.answer;
  const text = document.text.slice(start, end);
  const passage = { ...hit.passage, id: `${document.id}.pair-${i}`, pair: i, start, end, text };
  return { ...hit, document, pair, passage, score: 0, matched: [] };
}
