// Labels of units → the same, with what the administration says and no label has: its remark before the first question,
// and sentences between an answer and the next question. Words of who asks stay outside.
import { isFormula } from './formula.ts';
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON, OTHER } from './labelling.ts';
import type { Asked, Unit } from './units.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING, ASKERS_WORDS, QUESTIONS_HEADING } from './voices.ts';

/** @param isInquiryKnown whether `asked` can tell the asker's words */
export function covered(
  units: readonly Unit[],
  labels: readonly number[],
  asked: readonly Asked[] | null,
  isInquiryKnown: boolean,
): number[] {
  const out = [...labels];
  for (let from = 0; from < units.length; ) {
    if (labels[from] !== OTHER) {
      from++;
      continue;
    }
    let to = from;
    while (to < units.length && labels[to] === OTHER) to++;
    const above = labels[from - 1];
    if (above === ANSWERS || above === ANSWERS_ON) goOn(units, out, asked, from, to);
    else if (above !== ASKS && above !== ASKS_ON) remark(units, out, asked, from, to, isInquiryKnown);
    else remark(units, out, asked, from, to, false);
    from = to;
  }
  return out;
}

/** Sentences right behind an answer that nobody else says. */
function goOn(units: readonly Unit[], out: number[], asked: readonly Asked[] | null, from: number, to: number): void {
  const end = units.slice(from, to).findIndex((unit, i) => isAskers(unit, asked?.[from + i] ?? null) || numbers(unit));
  const stop = end < 0 ? to : from + end;
  const last = units.slice(from, stop).findLastIndex((unit) => isSentence(unit) && !isFormula(unit.text));
  for (let i = from; i <= from + last; i++) out[i] = ANSWERS_ON;
}

/** A number at its beginning opens something else: a stem, a heading. */
const numbers = ({ marker }: Unit): boolean => marker !== null && marker.style !== 'letter' && marker.says !== 'answer';

/** Below an announcement or a heading of its own the administration speaks; without either, where the inquiry has no such words. */
function remark(
  units: readonly Unit[],
  out: number[],
  asked: readonly Asked[] | null,
  from: number,
  to: number,
  isTold: boolean,
): void {
  const run = units.slice(from, to);
  const isTheirs = (i: number) => isAskers(run[i]!, asked?.[from + i] ?? null);
  const last = run.findLastIndex((unit) => isSentence(unit) && !isFormula(unit.text));
  const heading = run.findLastIndex(({ text }) => ADMINISTRATIONS_HEADING.test(text));
  const isHeading = heading >= 0 && heading < last;
  const opened = isHeading
    ? heading
    : run.findLastIndex(({ text }, i) => i < last && isFormula(text) && !QUESTIONS_HEADING.test(text));
  if (opened < 0 && !isTold) return;
  let first = opened < 0 ? run.findLastIndex((_, i) => isTheirs(i)) + 1 : isHeading ? opened : opened + 1;
  // Without an opening, titles and letterheads stand before the first sentence.
  if (opened < 0) while (first < run.length && !begins(run, first)) first++;
  if (first > last || run.slice(first, last + 1).some((_, i) => isTheirs(first + i))) return;
  for (let i = first; i <= last; i++) out[from + i] = i === first ? ANSWERS : ANSWERS_ON;
}

/** A paragraph of sentences begins. */
function begins(run: readonly Unit[], i: number): boolean {
  if (i > 0 && !run[i]!.gap && !/[.:!?]$/.test(run[i - 1]!.text)) return false;
  const end = run.findIndex((unit, k) => k > i && unit.gap);
  const paragraph = run.slice(i, end < 0 ? run.length : end);
  return isSentence(paragraph.at(-1)!) && paragraph.reduce((n, { text }) => n + text.length, 0) > SENTENCE_CHARACTERS;
}

const SENTENCE_CHARACTERS = 60;

const isSentence = ({ text }: Unit): boolean => /[.!]["“”»)]*$/.test(text) && /\p{Ll}{2}/u.test(text);

const isAskers = ({ text }: Unit, state: Asked): boolean =>
  (state !== null && state !== 'behind') ||
  ASKERS_HEADING.test(text) ||
  ASKERS_WORDS.test(text) ||
  QUESTIONS_HEADING.test(text) ||
  /\?["“”»)]*$/.test(text);
