// Labelled units → pairs. An answer belongs to the questions that its number names, else to those right above it that
// wait; letters belong to the number above them.
import { keysOf } from './candidates.ts';
import { isFormula } from './formula.ts';
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON } from './labelling.ts';
import { ANSWER_LABEL, QUESTION_LABEL } from './labels.ts';
import type { Marker, Style } from './marker.ts';
import { beginsAsQuestion, endsAsQuestion } from './questions.ts';
import type { SegmentedPair, Segments } from './segment.ts';
import type { Stretch } from './split.ts';
import type { Unit } from './units.ts';

interface Block {
  role: 'question' | 'answer';
  /** Keys of its numbers; none where it has none. */
  numbers: string[];
  parent: string | null;
  stretch: Stretch;
  text: string;
  answer: Stretch | null;
}

export function fromLabels(units: readonly Unit[], labels: readonly number[]): Segments {
  const blocks = blocksOf(units, labels);
  const pairs: (SegmentedPair & { at: number })[] = [];
  let waiting: Block[] = [];
  const asked = blocks.filter(({ role }) => role === 'question');
  const places = new Map(blocks.map((block, at) => [block, at]));
  for (const [at, block] of blocks.entries()) {
    if (block.role === 'question') {
      if (!isAskedAgain(block, blocks.slice(at + 1, at + MAX_APART))) waiting.push(block);
      continue;
    }
    const named = block.numbers.flatMap((number) => {
      const before = asked.filter((one) => one.answer === null && places.get(one)! < at);
      const own = before.filter((one) => one.numbers.includes(number) || one.parent === number);
      return own.length > 0 ? own : [];
    });
    const isNamed = block.numbers.length > 0 && waiting.some(({ numbers }) => numbers.length > 0);
    const targets = named.length > 0 ? named : isNamed ? [] : waiting;
    for (const target of targets) target.answer = block.stretch;
    waiting = waiting.filter((one) => one.answer === null);
    const unasked = block.numbers.filter(
      (number) => !targets.some((one) => one.numbers.includes(number) || one.parent === number),
    );
    const isAlone = targets.length === 0 && block.numbers.length === 0;
    if (isAlone) pairs.push({ at, number: null, question: null, answer: block.stretch });
    else if (targets.length === 0 || named.length > 0)
      for (const number of unasked) pairs.push({ at, number, question: null, answer: block.stretch });
  }
  for (const [at, block] of blocks.entries()) {
    if (block.answer === null || block.role === 'answer') continue;
    for (const number of block.numbers.length > 0 ? block.numbers : [null])
      pairs.push({ at, number, question: block.stretch, answer: block.answer });
  }
  return {
    pairs: withLeft(pairs, waiting)
      .sort((a, b) => a.at - b.at)
      .map(({ at: _, ...pair }) => pair),
    preamble: null,
  };
}

/** Prose that comes first answers questions that nothing else answers. */
function withLeft(pairs: (SegmentedPair & { at: number })[], left: Block[]): (SegmentedPair & { at: number })[] {
  const [only] = pairs;
  const isProse = pairs.length === 1 && only!.number === null && only!.question === null;
  if (!isProse || left.length === 0) return pairs;
  return left.flatMap(({ numbers, stretch }, i) =>
    (numbers.length > 0 ? numbers : [null]).map((number) => ({
      at: i,
      number,
      question: stretch,
      answer: only!.answer,
    })),
  );
}

/** Printed in a list, and again above its answer. */
function isAskedAgain(block: Block, later: Block[]): boolean {
  if (later[0]?.role === 'answer') return false;
  const own = wordsIn(block.text);
  return later.some((other) => {
    if (other.role !== 'question') return false;
    if (block.numbers.length > 0 && other.numbers.length > 0 && block.numbers[0] !== other.numbers[0]) return false;
    const words = wordsIn(other.text);
    const both = [...own].filter((word) => words.has(word)).length;
    return own.size > 2 && both >= SAME * own.size;
  });
}

const SAME = 0.8;
/** So many blocks at most stand between a question in a list and the same above its answer. */
const MAX_APART = 80;

const wordsIn = (text: string): Set<string> => new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);

function blocksOf(units: readonly Unit[], labels: readonly number[]): Block[] {
  const blocks: Block[] = [];
  const numbering = new Numbering();
  for (let i = 0; i < units.length; i++) {
    const label = labels[i]!;
    const { marker } = units[i]!;
    if (label !== ASKS && label !== ANSWERS) {
      // A stem that asks nothing itself numbers the letters below it.
      if (marker && label !== ASKS_ON && label !== ANSWERS_ON) numbering.pass(marker);
      continue;
    }
    const on = label === ASKS ? ASKS_ON : ANSWERS_ON;
    let end = i + 1;
    while (end < units.length && labels[end] === on) end++;
    const role = label === ASKS ? 'question' : 'answer';
    if (role === 'question') {
      const parts = partsIn(units, i, end);
      if (parts.length > 1 || parts[0] !== i) {
        if (marker && parts[0] !== i) numbering.pass(marker);
        for (const [n, from] of parts.entries()) {
          const to = parts[n + 1] ?? end;
          const part = units[from]!.marker;
          const numbers = part ? numbering.keys(part, role) : { own: [], parent: null };
          const stretch = stretchOf(units, from, to, role, part?.length ?? 0);
          const text = units
            .slice(from, to)
            .map((unit) => unit.text)
            .join(' ');
          if (stretch) blocks.push({ role, numbers: numbers.own, parent: numbers.parent, stretch, text, answer: null });
        }
        i = end - 1;
        continue;
      }
    }
    const isNumber =
      marker !== null && (role === 'question' || marker.says !== null || isAnswersNumber(marker, blocks));
    const numbers = isNumber ? numbering.keys(marker, role) : { own: [], parent: null };
    const stretch = stretchOf(units, i, end, role, isNumber ? marker.length : 0);
    if (stretch === null) continue;
    const text = units
      .slice(i, end)
      .map((unit) => unit.text)
      .join(' ');
    blocks.push({ role, numbers: numbers.own, parent: numbers.parent, stretch, text, answer: null });
    i = end - 1;
  }
  return joined(blocks);
}

/** Where each of several whole questions begins that are numbered below a first; a stem that asks nothing goes before them. */
function partsIn(units: readonly Unit[], from: number, end: number): number[] {
  const parts: number[] = [];
  for (let i = from + 1; i < end; i++) {
    const { marker, rest } = units[i]!;
    const isOver = /[.?!:]["“”»)]*$/.test(units[i - 1]!.text);
    if (marker === null || !isOver || !beginsAsQuestion(rest)) continue;
    if (
      endsAsQuestion(
        units
          .slice(i, nextMarker(units, i, end))
          .map(({ text }) => text)
          .join(' '),
      )
    )
      parts.push(i);
  }
  if (parts.length === 0) return [from];
  const stem = units
    .slice(from, parts[0])
    .map(({ text }) => text)
    .join(' ');
  return stem.includes('?') || (/:$/.test(stem) && beginsAsQuestion(units[from]!.rest)) ? [from, ...parts] : parts;
}

function nextMarker(units: readonly Unit[], i: number, end: number): number {
  let at = i + 1;
  while (at < end && units[at]!.marker === null) at++;
  return at;
}

/** "1. Ja.": the number of a question that waits, or the next of answers without questions; else a list in the answer. */
function isAnswersNumber({ style, numbers }: Marker, blocks: Block[]): boolean {
  const asked = blocks.filter(({ role }) => role === 'question');
  if (asked.length > 0) return asked.some((one) => numbers.some((number) => one.numbers.includes(number)));
  return (
    style === 'number' &&
    (numbers[0] === '1' || blocks.some((one) => one.numbers.includes(String(Number(numbers[0]) - 1))))
  );
}

/** Answers one right behind the other, the second without a number: several offices answer in turn. */
function joined(blocks: Block[]): Block[] {
  return blocks.reduce<Block[]>((kept, block) => {
    const last = kept.at(-1);
    if (block.role === 'answer' && last?.role === 'answer' && block.numbers.length === 0)
      last.stretch = { ...last.stretch, to: block.stretch.to, until: block.stretch.until };
    else kept.push(block);
    return kept;
  }, []);
}

/** Without its marker, labels and formulas at its ends; null where nothing is left. */
function stretchOf(
  units: readonly Unit[],
  from: number,
  end: number,
  role: Block['role'],
  marker: number,
): Stretch | null {
  let first = from;
  let to = end;
  let offset = units[first]!.start + marker;
  const label = role === 'answer' ? ANSWER_LABEL : QUESTION_LABEL;
  const rest = (unit: Unit, at: number) => unit.text.slice(at - unit.start);
  for (let n = 0; n < 3 && first < to; n++) {
    const unit = units[first]!;
    const own = rest(unit, offset);
    const said = label.exec(own.trimStart());
    if (said) offset += own.length - own.trimStart().length + said[0].length;
    const bullet = role === 'question' ? /^\s*(?:(?:[•*–-]|o)\s+)?[„"]?/.exec(rest(unit, offset))![0].length : 0;
    offset += bullet;
    const left = rest(unit, offset).trim();
    if (role === 'answer' && n < 2 && first + 1 < to && isFormula(unit.text)) {
      first++;
      offset = units[first]!.start;
      continue;
    }
    if (left !== '' && !(role === 'answer' && /^[.:)]*$/.test(left))) break;
    if (first + 1 >= to) return null;
    first++;
    offset = units[first]!.start;
  }
  while (role === 'answer' && to - 1 > first && isFormula(units[to - 1]!.text) && units[to - 1]!.gap) to--;
  const last = units[to - 1]!;
  const isWhole = units[to]?.line !== last.line;
  const quote = role === 'question' ? (/(?<=[?.])["“”]$/.exec(last.text)?.[0].length ?? 0) : 0;
  return {
    from: units[first]!.line,
    to: last.line + 1,
    offset,
    until: isWhole && quote === 0 ? null : last.end - quote,
  };
}

/** The numbers of a document as they come, so that a letter or a second numbering finds the number above it. */
class Numbering {
  private top: Style | null = null;
  private key: string | null = null;

  pass(marker: Marker): void {
    if (marker.style === 'letter' || marker.numbers.length !== 1) return;
    if (this.top !== null && marker.style !== this.top) return;
    this.top = marker.style;
    this.key = marker.numbers[0]!;
  }

  keys(marker: Marker, role: Block['role']): { own: string[]; parent: string | null } {
    if (marker.style === 'letter') return this.below(marker.letter!, role === 'question');
    const isBelow = this.top !== null && marker.style !== this.top && this.key !== null;
    if (isBelow && marker.says === null && marker.style === 'number') return this.below(marker.numbers[0]!, true);
    if (this.top === null || marker.says === null) this.top ??= marker.style;
    if (marker.numbers.length === 1) this.key = marker.numbers[0]!;
    return { own: keysOf(marker), parent: marker.letter ? marker.numbers[0]! : null };
  }

  private below(own: string, _asks: boolean): { own: string[]; parent: string | null } {
    return { own: [(this.key ?? '') + own], parent: this.key };
  }
}
