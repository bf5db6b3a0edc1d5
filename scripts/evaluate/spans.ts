// The pairs of a document and a truth that names how each question and answer begins and ends → how many are right.
// Counted as ../shared/eval/segmentation.mjs counts at a running service.
import type { ReplyDocument, Span } from '../../corpus/types.ts';

export interface PairTruth {
  number: string | null;
  question_start: string | null;
  question_end?: string | null;
  answer_start: string;
  answer_end: string;
}

export interface SpanCount {
  truth: number;
  got: number;
  /** Both ends within 20 characters. */
  strict: number;
  /** Jaccard index of at least .8. */
  overlapping: number;
  /** Questions in the truth, and those that stand with their own answer. */
  questions: number;
  asked: number;
}

const SLACK = 20;
const JACCARD = 0.8;
/** By so many characters a question's beginning and end are recognised. */
const KEY = 24;

export function countSpans({ text, pairs }: ReplyDocument, truth: PairTruth[]): SpanCount {
  const all = squashed(text);
  const at = (offset: number) => squashed(text.slice(0, offset)).length;
  const found = pairs.map(({ number, question, questionText, answer }) => ({
    question: squashed(questionText ?? ''),
    isLead: number === null && question === null,
    start: at(answer.start),
    end: at(answer.end),
  }));
  const wanted = placed(all, truth);
  const answers = distinct(wanted);
  const first = Math.min(...answers.map(({ start }) => start), Number.POSITIVE_INFINITY);
  // What the administration says before the first question is no fault where the truth leaves it out.
  const got = distinct(found).filter(
    (one) => !(one.isLead && one.end <= first + SLACK && answers.every((answer) => !isNear(answer, one))),
  );
  const questions = wanted.filter(({ question }) => question !== null);
  return {
    truth: answers.length + truth.length - wanted.length,
    got: got.length,
    strict: answers.filter((answer) => got.some((one) => isNear(answer, one))).length,
    overlapping: answers.filter((answer) => got.some((one) => jaccard(answer, one) >= JACCARD)).length,
    questions: questions.length,
    asked: questions.filter((want) =>
      found.some(
        (one) =>
          isNear(want, one) &&
          one.question.startsWith(want.question!.slice(0, KEY)) &&
          (want.questionEnd === null || one.question.endsWith(want.questionEnd.slice(-KEY))),
      ),
    ).length,
  };
}

interface Placed extends Span {
  question: string | null;
  questionEnd: string | null;
}

/** In order; what cannot be found in the text is left out. */
function placed(all: string, truth: PairTruth[]): Placed[] {
  let from = 0;
  return truth.flatMap((pair): Placed[] => {
    const question = pair.question_start === null ? null : squashed(pair.question_start);
    const asked = question === null ? -1 : Math.max(all.indexOf(question, from), all.indexOf(question));
    const opening = squashed(pair.answer_start);
    const behind = all.indexOf(opening, Math.max(from, asked));
    const start = behind < 0 ? all.indexOf(opening) : behind;
    const closing = squashed(pair.answer_end);
    const end = start < 0 ? -1 : all.indexOf(closing, start);
    if (end < 0) return [];
    from = Math.min(start, from || start);
    const questionEnd = pair.question_end ? squashed(pair.question_end) : null;
    return [{ question, questionEnd, start, end: end + closing.length }];
  });
}

const squashed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/-\s+/g, '')
    .replace(/[\s\u00ad]+/g, '')
    .toLowerCase();

const distinct = <T extends Span>(spans: T[]): T[] => [
  ...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values(),
];

const isNear = (a: Span, b: Span): boolean => Math.abs(a.start - b.start) <= SLACK && Math.abs(a.end - b.end) <= SLACK;

function jaccard(a: Span, b: Span): number {
  const both = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both / (a.end - a.start + (b.end - b.start) - both);
}
