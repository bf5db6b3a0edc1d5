// Pairs → the same without those that took another question's answer: a question whose own answer is empty has none.
// That it is empty shows by its label with nothing behind it, by the number that the answer names, or by the rows of a
// table in which all others are answered beside their question.

import { keysOf } from './candidates.ts';
import { ANSWER_LABEL } from './labels.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import type { SegmentedPair, Segments } from './segment.ts';
import type { Stretch } from './split.ts';

export function withoutTaken(body: readonly Line[], { pairs, preamble }: Segments): Segments {
  const beside = pairs.filter(({ question, answer }) => isBeside(question, answer)).length;
  const isTable = beside > 1 && beside * 2 > new Set(pairs.map(({ answer }) => answer.from)).size;
  return {
    preamble,
    pairs: pairs.filter((pair) => {
      const owner = ownerOf(pair, pairs);
      if (owner === null) return true;
      if (isTable && isBeside(owner.question, owner.answer)) return false;
      return !hasEmptyLabel(body, pair.question!, owner.question!) && !namesOthers(body, pair);
    }),
  };
}

/** The pair with the same answer whose question stands right above it; null where it is the pair itself. */
function ownerOf({ question, answer }: SegmentedPair, pairs: readonly SegmentedPair[]): SegmentedPair | null {
  if (question === null) return null;
  const sharing = pairs.filter((other) => other.question !== null && isSame(other.answer, answer));
  const last = sharing.toSorted((a, b) => a.question!.from - b.question!.from).at(-1);
  return last === undefined || last.question!.from <= question.from ? null : last;
}

const isSame = (a: Stretch, b: Stretch): boolean => a.from === b.from && a.offset === b.offset && a.to === b.to;

/** In one line, as the cells of a row. */
const isBeside = (question: Stretch | null, answer: Stretch): boolean =>
  question !== null && answer.from === question.to - 1 && answer.offset > 0;

/** "Antwort:" alone between a question and the next one. */
const hasEmptyLabel = (body: readonly Line[], { to }: Stretch, next: Stretch): boolean =>
  body.slice(to, next.from).some(({ text }) => ANSWER_LABEL.exec(text)?.[0].length === text.length);

/** "Zu 2:" right above an answer that was given to 1, too. */
function namesOthers(body: readonly Line[], { number, answer }: SegmentedPair): boolean {
  const line = answer.offset > 0 ? body[answer.from] : body[answer.from - 1];
  const marker = line ? markerOf(line.text) : null;
  if (number === null || marker?.says !== 'answer') return false;
  const named = keysOf(marker);
  return !named.some((own) => own === number || number.startsWith(own) || own.startsWith(number));
}
