// Pairs as stretches of lines → one label a unit (labelling.ts): what the rules make of a reply, for whoever compares
// it with something else.

import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON, OTHER } from './labelling.ts';
import { ANSWER_LABEL } from './labels.ts';
import type { Segments } from './segment.ts';
import type { Stretch } from './split.ts';
import type { Unit } from './units.ts';

export function toLabels(units: readonly Unit[], { pairs }: Segments): number[] {
  const labels: number[] = units.map(() => OTHER);
  for (const { answer } of pairs) mark(labels, units, answer, ANSWERS, ANSWERS_ON);
  for (const { question } of pairs) if (question) mark(labels, units, question, ASKS, ASKS_ON);
  // A number or a label alone on its line begins what stands below it.
  for (let i = units.length - 2; i >= 0; i--) {
    const below = labels[i + 1];
    if (labels[i] !== OTHER || (below !== ASKS && below !== ANSWERS)) continue;
    const { rest, marker, text } = units[i]!;
    const isLabel = ANSWER_LABEL.exec(text)?.[0].length === text.length && below === ANSWERS;
    if (!(marker && rest === '') && !isLabel) continue;
    labels[i] = below;
    labels[i + 1] = below === ASKS ? ASKS_ON : ANSWERS_ON;
  }
  return labels;
}

function mark(
  labels: number[],
  units: readonly Unit[],
  { from, to, offset, until }: Stretch,
  first: number,
  on: number,
): void {
  let label = first;
  for (const [i, unit] of units.entries()) {
    if (unit.line < from || unit.line >= to) continue;
    if (unit.line === from && unit.end <= offset) continue;
    if (until !== null && unit.line === to - 1 && unit.start >= until) continue;
    labels[i] = label;
    label = on;
  }
}
