// A parsed reply and its inquiry → what of it cannot be right, whatever its layout. Needs no truth: counted over whole
// collections by `npm run eval:parsing`, and in tests over invented layouts.
import type { ReplyDocument, Span } from '../types.ts';
import { align, wordsOf } from './align.ts';
import { isFormula } from './formula.ts';
import { ANSWER_LABEL } from './labels.ts';
import { markerOf } from './markers.ts';
import { beginsAsQuestion, endsAsQuestion } from './questions.ts';
import { inquiryLetters } from './units.ts';
import { ASKERS_HEADING, ASKERS_WORDS } from './voices.ts';

export interface Broken {
  /** Questions of the inquiry that stand inside an answer. */
  askedInside: Span[];
  /** Paragraphs that ask inside an answer, quotations aside. */
  asksInside: Span[];
  /** Paragraphs of the asker inside an answer: they say so, or stand in the inquiry. */
  askersInside: Span[];
  /** Sentences of the reply that are in no pair and not the asker's. */
  uncovered: Span[];
  /** Questions that have the next one's answer: their own label stands there with nothing behind it. */
  taken: Span[];
  /** Answers of a link word or a page's number. */
  nothing: Span[];
}

/** Shorter paragraphs may stand in both papers by chance. */
const MIN_LETTERS = 60;
const ONLY_LINK = /^(?:und|oder|und\/oder|sowie|bzw\.|beziehungsweise|[-–—\s]*\d{1,3}[-–—\s]*)[.:]?$/i;

export function brokenIn(document: ReplyDocument): Broken {
  const { text, pairs, inquiry } = document;
  const answers = answersOf(pairs);
  const asked = inquiry?.questions.map(({ start, end }) => inquiry.text.slice(start, end)) ?? [];
  const covered = [...answers, ...pairs.flatMap(({ question }) => question ?? [])];
  const isAskers = askersWords(document);
  return {
    ...insideAnswers(document),
    taken: takenIn(document),
    askedInside: alignedIn(text, asked).filter((span) => answers.some((answer) => shareIn(span, answer) > 0.6)),
    uncovered: paragraphsIn(text, { start: 0, end: text.length }).filter((span) => {
      const own = text.slice(span.start, span.end);
      const isSaid = /[.!]$/.test(own) && inquiryLetters(own).length >= MIN_LETTERS && !isFormula(own);
      return (
        isSaid && covered.every((other) => shareIn(span, other) < 0.5) && !ASKERS_WORDS.test(own) && !isAskers(own)
      );
    }),
  };
}

function takenIn({ text, pairs }: ReplyDocument): Span[] {
  const asked = pairs.filter(({ question }) => question !== null);
  return asked.flatMap(({ question, answer }, i) => {
    const next = asked[i + 1];
    if (!next || next.answer.start !== answer.start || next.question!.start <= question!.end) return [];
    const between = text.slice(question!.end, next.question!.start).split('\n');
    const isEmpty = between.some((line) => ANSWER_LABEL.exec(line.trim())?.[0].length === line.trim().length);
    return isEmpty ? [question!] : [];
  });
}

/** What can be told without looking for the inquiry's questions. */
export function insideAnswers(document: ReplyDocument): Pick<Broken, 'asksInside' | 'askersInside' | 'nothing'> {
  const { text, pairs } = document;
  const answers = answersOf(pairs);
  const paragraphs = answers.flatMap((answer) => paragraphsIn(text, answer));
  const isAskers = askersWords(document);
  return {
    asksInside: paragraphs.filter(({ start, end }) => asks(text.slice(start, end))),
    askersInside: paragraphs.filter(({ start, end }) => {
      const own = text.slice(start, end);
      return ASKERS_HEADING.test(own) || (ASKERS_WORDS.test(own) && !/[„"]/.test(own)) || isAskers(own);
    }),
    nothing: answers.filter(({ start, end }) => end - start < 20 && ONLY_LINK.test(text.slice(start, end).trim())),
  };
}

const answersOf = (pairs: ReplyDocument['pairs']): Span[] => distinct(pairs.map(({ answer }) => answer));

function askersWords({ inquiry }: ReplyDocument): (paragraph: string) => boolean {
  if (!inquiry) return () => false;
  const askers = inquiryLetters(inquiry.text);
  return (paragraph) => {
    if (paragraph.length < MIN_LETTERS) return false;
    const letters = inquiryLetters(paragraph);
    return letters.length >= MIN_LETTERS && askers.includes(letters);
  };
}

const alignedIn = (text: string, asked: string[]): Span[] => {
  const words = wordsOf(text);
  return align(words, asked).map(({ from, to }) => ({ start: words[from]!.start, end: words[to - 1]!.end }));
};

function asks(paragraph: string): boolean {
  if (!paragraph.includes('?')) return false;
  const own = paragraph.slice(markerOf(paragraph)?.length ?? 0).trim();
  return !/^[„"]/.test(own) && own.length > 15 && endsAsQuestion(own) && beginsAsQuestion(own);
}

function paragraphsIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, Math.max(start, end)).matchAll(/\S[^\n]*/g)].map(({ 0: own, index }) => ({
    start: start + index,
    end: start + index + own.trimEnd().length,
  }));
}

const shareIn = (span: Span, other: Span): number =>
  Math.max(0, Math.min(span.end, other.end) - Math.max(span.start, other.start)) / (span.end - span.start);

const distinct = (spans: Span[]): Span[] => [
  ...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values(),
];
