// Labelled units → blocks: what one question or one answer is, with the numbers it names. Letters belong to the number
// above them; several whole questions below a first are blocks of their own.
import { keysOf } from './candidates.ts';
import { isFormula } from './formula.ts';
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON } from './labelling.ts';
import { ANSWER_LABEL, QUESTION_LABEL } from './labels.ts';
import type { Marker } from './marker.ts';
import { Numbers } from './numbers.ts';
import { beginsAsQuestion } from './questions.ts';
import type { Stretch } from './split.ts';
import type { Unit } from './units.ts';

export interface Block {
  role: 'question' | 'answer';
  /** Keys of its numbers; none where it has none. */
  numbers: string[];
  parent: string | null;
  /** Its number says by itself that an answer begins: "Zu 3:". */
  isSaid: boolean;
  /** Letters of the parts that stand within a question: "für a) Strom, b) Gas?" */
  letters: string[];
  stretch: Stretch;
  text: string;
}

/** In order; none is empty. */
export function blocksOf(units: readonly Unit[], labels: readonly number[]): Block[] {
  const blocks: Block[] = [];
  const numbers = new Numbers();
  for (let i = 0; i < units.length; ) {
    const label = labels[i]!;
    const { marker } = units[i]!;
    if (label !== ASKS && label !== ANSWERS) {
      // A stem that asks nothing itself numbers the letters below it.
      if (marker && label !== ASKS_ON && label !== ANSWERS_ON) numbers.pass(marker);
      i++;
      continue;
    }
    const on = label === ASKS ? ASKS_ON : ANSWERS_ON;
    let end = i + 1;
    while (end < units.length && labels[end] === on) end++;
    blocks.push(...(label === ASKS ? questionsIn(units, i, end, numbers) : answersIn(units, i, end, numbers, blocks)));
    i = end;
  }
  return blocks;
}

function questionsIn(units: readonly Unit[], from: number, end: number, numbers: Numbers): Block[] {
  const parts = partsIn(units, from, end);
  const { marker } = units[from]!;
  if (marker && parts[0] !== from) numbers.pass(marker);
  return parts.flatMap((part, n) => {
    const own = units[part]!.marker;
    return blockOf(units, part, parts[n + 1] ?? end, 'question', own, numbers);
  });
}

function answersIn(units: readonly Unit[], from: number, end: number, numbers: Numbers, before: Block[]): Block[] {
  const { marker } = units[from]!;
  const isNumber = marker !== null && (marker.says !== null || isAnswersNumber(marker, before));
  const first = isNumber ? blockOf(units, from, end, 'answer', marker, numbers) : [];
  const [block] = isNumber ? first : blockOf(units, from, end, 'answer', null, numbers);
  if (!block) return [];
  const cut = isNumber && block.parent !== null ? nextLetter(units, from, end, block, before) : -1;
  if (cut < 0) return [block];
  const own = blockOf(units, from, cut, 'answer', marker, numbers);
  return [...own, ...answersIn(units, cut, end, numbers, [...before, ...own])];
}

/** "4. a) Ja." and "b) Nein." below it, where the question has both letters. */
function nextLetter(
  units: readonly Unit[],
  from: number,
  end: number,
  { numbers, parent }: Block,
  before: Block[],
): number {
  const letter = String.fromCharCode(numbers.at(-1)!.charCodeAt(numbers.at(-1)!.length - 1) + 1);
  const isAsked = before.some(
    (one) =>
      one.role === 'question' &&
      (one.numbers.includes(parent + letter) || (one.numbers.includes(parent!) && one.letters.includes(letter))),
  );
  if (!isAsked) return -1;
  for (let i = from + 1; i < end; i++) {
    if (units[i]!.marker?.letter === letter && /[.?!:)]["“”»)]*$/.test(units[i - 1]!.text)) return i;
  }
  return -1;
}

function blockOf(
  units: readonly Unit[],
  from: number,
  end: number,
  role: Block['role'],
  marker: Marker | null,
  numbers: Numbers,
): Block[] {
  const keys = marker ? numbers.keys(marker) : { own: [], parent: null };
  const stretch = stretchOf(units, from, end, role, marker?.length ?? 0);
  if (stretch === null) return [];
  const own = units.slice(from, end);
  return [
    {
      role,
      numbers: keys.own,
      parent: keys.parent,
      isSaid: marker?.says === 'answer',
      letters: own.slice(1).flatMap((unit) => (unit.marker?.style === 'letter' ? unit.marker.letter! : [])),
      stretch,
      text: own.map((unit) => unit.text).join(' '),
    },
  ];
}

/** Where each of several whole questions begins that are numbered below a first; a stem that asks nothing goes before them. */
function partsIn(units: readonly Unit[], from: number, end: number): number[] {
  const parts: number[] = [];
  const stemIsTitle = units[from]!.marker !== null && !beginsAsQuestion(units[from]!.rest);
  for (let i = from + 1; i < end; i++) {
    const { marker, rest } = units[i]!;
    const isOver = /[.?!:]["“”»)]*$/.test(units[i - 1]!.text) || (stemIsTitle && i === from + 1);
    if (marker === null || !isOver || !beginsAsQuestion(rest)) continue;
    if (textOf(units, i, nextMarker(units, i, end)).includes('?')) parts.push(i);
  }
  if (parts.length === 0) return [from];
  const stem = textOf(units, from, parts[0]!);
  return stem.includes('?') || (/:$/.test(stem) && beginsAsQuestion(units[from]!.rest)) ? [from, ...parts] : parts;
}

const textOf = (units: readonly Unit[], from: number, to: number): string =>
  units
    .slice(from, to)
    .map(({ text }) => text)
    .join(' ');

function nextMarker(units: readonly Unit[], i: number, end: number): number {
  let at = i + 1;
  while (at < end && units[at]!.marker === null) at++;
  return at;
}

/** "1. Ja.": the number of a question that waits, or the next of answers without questions; else a list in the answer. */
function isAnswersNumber(marker: Marker, blocks: Block[]): boolean {
  const { style, numbers, letter } = marker;
  const asked = blocks.filter(({ role }) => role === 'question');
  const keys = keysOf(marker);
  if (style === 'letter')
    return (
      blocks.at(-1)?.parent !== null &&
      asked.some((one) => one.letters.includes(letter!) || one.numbers.some((own) => own.endsWith(letter!)))
    );
  if (asked.length > 0)
    return asked.some((one) => [...numbers, ...keys].some((number) => one.numbers.includes(number)));
  return (
    style === 'number' &&
    (numbers[0] === '1' || blocks.some((one) => one.numbers.includes(String(Number(numbers[0]) - 1))))
  );
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
  if (role === 'answer' && first + 1 === to && isFormula(rest(units[first]!, offset))) return null;
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
