// An invented reply with marks in it → its text, and what each pair of it is in the form of a truth read by hand.
// Marks: «frage 3»…«/» around a question, «antwort 3»…«/» around its answer, «antwort 2,3»…«/» around one for both;
// "-" is no number: such an answer belongs to the unnumbered question above it that waits, else to none.
import type { PairTruth } from './spans.ts';

const MARK = /«(?:(?<role>frage|antwort) (?<numbers>[^»]+)|\/)»/gu;

export function unmarked(source: string): { text: string; pairs: PairTruth[] } {
  const spans: { role: string; numbers: string[]; text: string }[] = [];
  let text = '';
  let at = 0;
  for (const mark of source.matchAll(MARK)) {
    const part = source.slice(at, mark.index);
    text += part;
    at = mark.index + mark[0].length;
    const { role, numbers } = mark.groups!;
    if (role) spans.push({ role, numbers: numbers!.split(','), text: '' });
    else spans.at(-1)!.text = part;
  }
  const asked = new Map<string, string>();
  const pairs: PairTruth[] = [];
  for (const span of spans) {
    if (span.role === 'frage') asked.set(span.numbers[0]!, span.text);
    else pairs.push(...span.numbers.map((number) => pairOf(number, asked.get(number) ?? null, span.text)));
    if (span.role === 'antwort') asked.delete('-');
  }
  return { text: text + source.slice(at), pairs };
}

const pairOf = (number: string, question: string | null, answer: string): PairTruth => ({
  number: number === '-' ? null : number,
  question_start: question,
  question_end: question,
  answer_start: answer.slice(0, EDGE),
  answer_end: answer.slice(-CLOSING),
});

const EDGE = 40;
/** Shorter: a running head may stand before the last words. */
const CLOSING = 20;
