// A pair's answer → blocks that are quoted whole or not at all: a sentence with those that lean on it, a list with the
// line that announces it, a table with its head. Together they have every word of the answer, in order.
import { ITEM_MARK } from '../../../corpus/german/list-marks.ts';
import { sentencesOf } from '../../../corpus/german/sentences.ts';
import type { Span } from '../../../corpus/types.ts';
import { announces, pointsBack, turnsAround } from './stands-alone.ts';

export interface Block extends Span {
  words: number;
  sentences: Span[];
  /** Rows or items belong to it: a long one is still whole. */
  isSeries: boolean;
  /** Its first sentence points back to the block before, which could not be joined for its length. */
  pointsBack: boolean;
  /** What follows turns it around or is announced by it: no quotation ends here. */
  isOpen: boolean;
}

type Kind = 'sentence' | 'item' | 'row';

interface Unit extends Span {
  says: string;
  words: number;
  kind: Kind;
}

/** Sentences that lean on each other for longer than this are an argument: parts of it may be quoted. */
const MAX_LEANING_WORDS = 110;

export function blocksOf(text: string, answer: Span): Block[] {
  const units = sentencesOf(text, answer).map((span): Unit => unitOf(text, span));
  const blocks: Block[] = [];
  units.forEach((unit, i) => {
    const last = blocks.at(-1);
    const before = units[i - 1];
    const bond = before ? bondOf(text, before, unit, units[i + 1]) : 'none';
    const isTooLong = bond === 'leans' && last !== undefined && last.words + unit.words > MAX_LEANING_WORDS;
    if (last && bond !== 'none' && !isTooLong) {
      last.end = unit.end;
      last.words += unit.words;
      last.sentences.push({ start: unit.start, end: unit.end });
      last.isSeries ||= unit.kind !== 'sentence';
      return;
    }
    if (last && isTooLong) last.isOpen = turnsAround(unit.says);
    blocks.push({
      start: unit.start,
      end: unit.end,
      words: unit.words,
      sentences: [{ start: unit.start, end: unit.end }],
      isSeries: unit.kind !== 'sentence',
      pointsBack: isTooLong || (i === 0 ? false : pointsBack(unit.says)),
      isOpen: false,
    });
  });
  const end = blocks.at(-1);
  if (end && announces(text.slice(end.sentences.at(-1)!.start, end.end))) end.isOpen = true;
  return blocks;
}

/** `whole`: never apart. `leans`: together if that is not too long. */
function bondOf(text: string, before: Unit, unit: Unit, after: Unit | undefined): 'whole' | 'leans' | 'none' {
  if (announces(before.says)) return 'whole';
  if (unit.kind !== 'sentence' && before.kind !== 'sentence') return 'whole';
  // The line above a table is its head or says what it shows.
  if (unit.kind === 'row' && after?.kind === 'row' && !text.slice(before.end, unit.start).includes('\n\n'))
    return 'whole';
  if (before.kind === 'row' && unit.kind === 'sentence' && !isTable(before)) return 'whole';
  if (pointsBack(unit.says) || turnsAround(unit.says)) return 'leans';
  return 'none';
}

/** A line with figures is a row; one without may be the heading of what follows. */
function isTable({ says }: Unit): boolean {
  return /\d/u.test(says);
}

function unitOf(text: string, { start, end }: Span): Unit {
  const says = text.slice(start, end);
  const isLine = /(?:^|\n)[^\S\n]*$/u.test(text.slice(Math.max(0, start - 20), start));
  const kind = ITEM_MARK.test(says) && isLine ? 'item' : /[.!?:…]["“”»’)\]]*$/u.test(says) ? 'sentence' : 'row';
  return { start, end, says, words: wordsIn(says), kind };
}

function wordsIn(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
