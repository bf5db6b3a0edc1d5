// The lines below one number → its question and its answer. In most replies an empty line parts them, in others the
// answer begins on the line after the question mark; which of both is seen from all questions of the reply.
import { german } from '../german/letters.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { beginsAsQuestion, endsAsQuestion, isAlone, isSupplement, paragraphEnd, questionEndIn } from './questions.ts';

/** A part of the body: from the character `offset` of line `from` to the character `until` of line `to - 1`. */
export interface Stretch {
  from: number;
  to: number;
  /** Characters of the first line before it: a marker, or the end of a question. */
  offset: number;
  /** Null for the whole last line. */
  until: number | null;
}

export interface Split {
  question: Stretch | null;
  answer: Stretch | null;
}

/** Whole lines, the first without its marker. */
export const stretch = (from: number, to: number, offset = 0): Stretch => ({ from, to, offset, until: null });

/** Longer than this, what follows a question mark in its paragraph is no longer about the question. */
const SUPPLEMENT_CHARACTERS = 420;
const QUESTION_PARAGRAPH_CHARACTERS = 700;
const QUESTION_PARAGRAPHS = 6;

/** Whether answers begin on the line after the question mark, without an empty line. */
export function answersFollowDirectly(body: Line[], regions: { from: number; to: number }[]): boolean {
  let directly = 0;
  let parted = 0;
  for (const { from, to } of regions) {
    const end = paragraphEnd(body, from, to);
    const last = lastAsking(body, from, end);
    if (last < 0) continue;
    if (endsAsQuestion(body[end - 1]!.text)) {
      if (end < to) parted++;
    } else if (endsAsQuestion(body[last]!.text) && !isSupplement(body[last + 1]!.text)) directly++;
  }
  return directly > parted;
}

/** @param length characters of the marker on the first line */
export function split(body: Line[], from: number, to: number, length: number, isDirect: boolean): Split {
  const start =
    isAlone(body[from]!.text) && from + 1 < to ? { line: from + 1, offset: 0 } : { line: from, offset: length };
  const first = paragraphEnd(body, from, to);
  const last = lastAsking(body, from, first);
  const question = (end: number, until: number | null = null): Split => {
    const rest = until === null ? { from: end, offset: 0 } : { from: end - 1, offset: until };
    return {
      question: { from: start.line, to: end, offset: start.offset, until },
      answer: rest.from < to ? { from: rest.from, to, offset: rest.offset, until: null } : null,
    };
  };
  if (last < 0) {
    const sentence = sentenceOnly(body, start.line, start.offset, to);
    if (sentence > 0) return question(sentence);
    const end = completedBelow(body, first, to);
    return question(end > first ? extended(body, end, to) : first);
  }
  if (endsAsQuestion(body[first - 1]!.text)) return question(extended(body, first, to));
  const cut = questionEndIn(body[last]!.text);
  const behind = [body[last]!.text.slice(cut), ...body.slice(last + 1, first).map((line) => line.text)]
    .join(' ')
    .trim();
  if (isSupplement(behind) && behind.length <= SUPPLEMENT_CHARACTERS) return question(extended(body, first, to));
  const isRestQuestion = first < to && !isDirect && behind.length <= SUPPLEMENT_CHARACTERS;
  if (isRestQuestion) return question(extended(body, first, to));
  return cut === body[last]!.text.length ? question(last + 1) : question(last + 1, cut);
}

/** Without any empty line a question without its mark ends with its sentence; 0 where that is not so. */
function sentenceOnly(body: Line[], from: number, offset: number, to: number): number {
  const isParted = body.slice(from + 1, to).some((line) => line.gap);
  if (isParted || !beginsAsQuestion(body[from]!.text.slice(offset).trim())) return 0;
  const end = body.findIndex((line, i) => i >= from && i < to && /[.:]$/.test(line.text));
  return end >= 0 && end + 1 < to ? end + 1 : 0;
}

function lastAsking(body: Line[], from: number, to: number): number {
  for (let i = to - 1; i >= from; i--) if (questionEndIn(body[i]!.text) >= 0) return i;
  return -1;
}

/** A question whose first paragraph has no mark ends with the paragraph that completes its sentence; `first` if none does. */
export function completedBelow(body: Line[], first: number, to: number): number {
  const isOpen =
    !/[.!]$/.test(body[first - 1]!.text) || german(/\b(?:z|bzw|ca|u|d|i|o|Nr|Abs)\.$/).test(body[first - 1]!.text);
  let end = first;
  for (let n = 0; n < 3 && end < to; n++) {
    const next = paragraphEnd(body, end, to);
    const isAsking =
      endsAsQuestion(body[next - 1]!.text) && textLength(body, end, next) < QUESTION_PARAGRAPH_CHARACTERS;
    if (isAsking && (isOpen || beginsAsQuestion(body[end]!.text))) return next;
    if (!isOpen) return first;
    end = next;
  }
  return first;
}

/** Further paragraphs that ask, too, or say in brackets how the question is meant. */
function extended(body: Line[], from: number, to: number): number {
  let end = from;
  for (let n = 0; n < QUESTION_PARAGRAPHS && end < to; n++) {
    const next = paragraphEnd(body, end, to);
    const { text } = body[end]!;
    const asks =
      endsAsQuestion(body[next - 1]!.text) &&
      (beginsAsQuestion(text) || isSupplement(text) || markerOf(text) !== null) &&
      textLength(body, end, next) < QUESTION_PARAGRAPH_CHARACTERS;
    const isBracket =
      /^\(/.test(text) && /\)\.?$/.test(body[next - 1]!.text) && textLength(body, end, next) < SUPPLEMENT_CHARACTERS;
    if (!asks && !isBracket) return end;
    end = next;
  }
  return end;
}

const textLength = (body: Line[], from: number, to: number): number =>
  body.slice(from, to).reduce((n, line) => n + line.text.length, 0);
