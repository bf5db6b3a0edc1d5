// A pair and what is looked for → the one contiguous part of its answer that is quoted: all of it where it is short,
// else the run of whole blocks that says most of what was asked. Null: nothing of it stands by itself.
import { isUnquotable } from '../../../corpus/parse/unquotable.ts';
import type { ReplyDocument, Span } from '../../../corpus/types.ts';
import type { Query } from '../question/analysis.ts';
import { fitsType } from '../question/question-type.ts';
import type { FoundPair } from '../reply.ts';
import { type Block, blocksOf } from './blocks.ts';

/** What a citizen reads in one go. */
const MAX_WORDS = 120;
/** A table or list is whole or not quoted at all. */
const MAX_SERIES_WORDS = 400;

const TYPE_WEIGHT = 0.35;
const POSITION_WEIGHT = 0.15;
const IN_PASSAGE = 0.1;

export function spanOf({ hit, document }: FoundPair, query: Query): Span | null {
  const blocks = blocksOf(document.text, hit.pair.answer);
  const runs = runsOf(blocks, (block) => isUnquotable(document, block));
  const worth = blocks.map((block, i) => worthOf(block, i, document, hit.passage, query));
  let best: { span: Span; worth: number } | null = null;
  for (const { from, to } of runs) {
    const sum = sumOf(worth.slice(from, to + 1), query);
    if (best === null || sum > best.worth)
      best = { span: { start: blocks[from]!.start, end: blocks[to]!.end }, worth: sum };
  }
  return best?.span ?? null;
}

/** Every longest run of blocks that fits, stands by itself and holds nothing that is never quoted. */
function runsOf(blocks: Block[], isBarred: (block: Block) => boolean): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [from, first] of blocks.entries()) {
    if (first.pointsBack) continue;
    let words = 0;
    let to = -1;
    for (let i = from; i < blocks.length && !isBarred(blocks[i]!); i++) {
      words += blocks[i]!.words;
      const most =
        blocks.slice(from, i + 1).some(({ isSeries }) => isSeries) && i === from ? MAX_SERIES_WORDS : MAX_WORDS;
      if (words > most) break;
      if (!blocks[i]!.isOpen) to = i;
    }
    if (to >= 0) runs.push({ from, to });
  }
  return runs;
}

interface Worth {
  matches: Map<string, number>;
  bonus: number;
}

function worthOf(block: Block, i: number, document: ReplyDocument, passage: Span, query: Query): Worth {
  const matches = new Map<string, number>();
  let fits = 0;
  for (const { start, end } of block.sentences) {
    const says = document.text.slice(start, end);
    for (const [term, share] of query.matches(says)) matches.set(term, Math.max(share, matches.get(term) ?? 0));
    fits = Math.max(fits, fitsType(says, query.type));
  }
  const inPassage = block.start >= passage.start && block.start < passage.end;
  return { matches, bonus: TYPE_WEIGHT * fits + POSITION_WEIGHT / (1 + i) + (inPassage ? IN_PASSAGE : 0) };
}

function sumOf(run: Worth[], { weights }: Query): number {
  const covered = new Map<string, number>();
  for (const { matches } of run) {
    for (const [term, share] of matches) covered.set(term, Math.max(share, covered.get(term) ?? 0));
  }
  let all = 0;
  let sum = 0;
  for (const [term, weight] of weights) {
    all += weight;
    sum += weight * (covered.get(term) ?? 0);
  }
  return (all === 0 ? 0 : sum / all) + Math.max(0, ...run.map(({ bonus }) => bonus));
}
