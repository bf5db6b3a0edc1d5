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

export function blocksOf(text: string, answer: Span): Block[] {
  const units = withoutHeading(sentencesOf(text, answer).map((span): Unit => unitOf(text, span)));
  const blocks: Block[] = [];
  units.forEach((unit, i) => {
    const last = blocks.at(-1);
    const before = units[i - 1];
    if (last && before && belongsTo(text, last, before, unit, units[i + 1])) {
      last.end = unit.end;
      last.words += unit.words;
      last.sentences.push({ start: unit.start, end: unit.end });
      last.isSeries ||= unit.kind !== 'sentence';
      return;
    }
    if (last) last.isOpen = turnsAround(unit.says);
    blocks.push({
      start: unit.start,
      end: unit.end,
      words: unit.words,
      sentences: [{ start: unit.start, end: unit.end }],
      isSeries: unit.kind !== 'sentence',
      pointsBack: i > 0 && (pointsBack(unit.says) || turnsAround(unit.says)),
      isOpen: false,
    });
  });
  const end = blocks.at(-1);
  if (end && announces(text.slice(end.sentences.at(-1)!.start, end.end))) end.isOpen = true;
  return blocks;
}

/** "Erläuterung", "Stellungnahme der Verwaltung": said by the lead-in already, wherever it stands. */
function withoutHeading(units: Unit[]): Unit[] {
  const isHeading = (unit: Unit | undefined) => unit?.kind === 'row' && HEADING.test(unit.says);
  // The end of the question, which broke in the middle of a line.
  const isRest = (unit: Unit | undefined) => unit?.kind === 'row' && /^\p{Ll}{2,}/u.test(unit.says);
  const from = units.length > 1 && (isHeading(units[0]) || isRest(units[0])) ? 1 : 0;
  const to = units.length - from > 1 && isHeading(units.at(-1)) ? units.length - 1 : units.length;
  return units.slice(from, to);
}

const HEADING =
  /^(?:Erläuterung(?:en)?|Stellungnahme|Antwort|Beantwortung|Sachverhalt|Vorbemerkung(?:en)?|Begründung|Einleitung|Vorwort)(?: der (?:Stadt)?[Vv]erwaltung| zur Anfrage)?:?$/u;

/** Whether a unit is never quoted without the one before it. */
function belongsTo(text: string, last: Block, before: Unit, unit: Unit, after: Unit | undefined): boolean {
  const between = text.slice(before.end, unit.start);
  if (announces(before.says)) return true;
  if (unit.kind !== 'sentence' && before.kind !== 'sentence') return true;
  // An item of several sentences, and the next item behind it.
  if (last.isSeries && unit.kind === 'sentence' && before.kind !== 'row' && !between.includes('\n')) return true;
  if (last.isSeries && unit.kind === 'item') return true;
  // The line above a table is its head or says what it shows.
  if (unit.kind === 'row' && after?.kind === 'row' && !between.includes('\n\n')) return true;
  return before.kind === 'row' && unit.kind === 'sentence' && !isTable(before);
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
