// The sentences of a document's pairs → the pair that answers and the few sentences of it that matter. Deterministic:
// by the query's terms, the kind of statement that is asked for, and the place in the answer.

import { sentencesOf } from '../../../corpus/german/sentences.ts';
import type { Pair, ReplyDocument, Span } from '../../../corpus/types.ts';
import type { Hit } from '../../search/types.ts';
import { fitsType, type QuestionType, questionType } from '../question/question-type.ts';
import { coverage, pick, type RatedSentence, type Room } from './pick.ts';

/** What is looked for: analysed terms with their weights, and which of them a text has. */
export interface Query {
  weights: Map<string, number>;
  /** Those that say what the question is about: neither what it may have meant nor words like "Was kostet". */
  matter: ReadonlySet<string>;
  type: QuestionType;
  /** Terms of the query with 0 to 1: how well the text matches each. */
  matches(text: string): Map<string, number>;
}

export interface Choice {
  pair: Pair;
  /** In order of the document. */
  sentences: Span[];
  /** 0 to about 1.5, comparable within one question. */
  score: number;
  /** The pair's own question is the one that is asked. */
  isAsked: boolean;
}

/** The passage that the search found most fitting is usually right; another pair must be clearly better. */
const FOUND_PAIR_BONUS = 0.25;
const QUESTION_WEIGHT = 0.5;
/** How much of the distance between two pairs their sentences keep: a fitting sentence may stand in any answer. */
const PAIR_WEIGHT = 0.1;
/** What it is worth that a pair's own question is the one that is asked. */
const ASKED_WEIGHT = 1;
/** Share of the question's matter that a pair's question must have to be it: then other pairs do not join. */
const SAME_QUESTION = 0.75;
/** Enough where the kind of statement is the same: "Was kostet der Eintritt?", "Wie hoch sind die Eintrittspreise?" */
const SAME_KIND = 0.4;
/** Weight of terms that stand in the document's title. */
const SUBJECT = 0.5;
const TYPE_WEIGHT = 0.35;
/** Who asks for these wants all of them: the rows of a table of prices have no word of the question. */
const AMOUNTS: ReadonlySet<QuestionType> = new Set(['money', 'count']);
const POSITION_WEIGHT = 0.05;
const IN_PASSAGE_BONUS = 0.1;

/** Null when there is nothing to quote. */
export function choose(document: ReplyDocument, hit: Hit, asked: Query, room: Room): Choice | null {
  const subject = asked.matches(document.title);
  const query = withoutSubject(asked, subject);
  const found = document.pairs.findIndex(
    (pair) => pair.answer.start === hit.pair.answer.start && pair.number === hit.pair.number,
  );
  const choices = document.pairs.map((asked, i) => {
    const pair = pointedTo(document, asked);
    const rated = rate(document, pair, hit, query);
    const best = Math.max(0, ...rated.map((r) => r.score));
    const question = asked.questionText ?? '';
    const near = nearness(question, query, subject);
    const bonus = i === found ? FOUND_PAIR_BONUS : 0;
    const score = best + QUESTION_WEIGHT * coverage(query.matches(question), query.weights) + bonus;
    return { pair, rated, score, near };
  });
  const rank = (c: (typeof choices)[number]) => c.score + ASKED_WEIGHT * c.near;
  const ranked = choices.filter((c) => c.rated.length > 0).sort((a, b) => rank(b) - rank(a));
  const best = ranked[0];
  if (!best) return null;
  const isAsked = best.near > 0;
  const joining = isAsked ? [best] : ranked;
  const answers = new Map(joining.toReversed().map((c) => [c.pair.answer.start, c]));
  const sentences = [...answers.values()]
    .flatMap(({ rated, score }) => rated.map((r) => ({ ...r, score: r.score + PAIR_WEIGHT * (score - best.score) })))
    .sort((a, b) => a.span.start - b.span.start);
  const picked = pick(document.text, sentences, best.pair.answer.start, query.weights, room);
  return { pair: best.pair, sentences: picked, score: best.score, isAsked };
}

/**
 * 0, or up to 1: how surely a pair's question is the one that is asked. It is about the same, apart from what the whole
 * paper is about, and asks for the same kind of statement.
 */
function nearness(question: string, { matter, weights, matches, type }: Query, subject: Map<string, number>): number {
  const terms = new Map([...weights].filter(([term]) => matter.has(term) && (subject.get(term) ?? 0) < 1));
  const isKind = type !== 'open' && type !== 'yes-no';
  if (isKind && questionType(question) !== type) return 0;
  const share = isKind && terms.size === 0 ? 1 : coverage(matches(question), terms);
  return share >= (isKind ? SAME_KIND : SAME_QUESTION) ? share : 0;
}

/** "Siehe Antwort zu 1": what is to be quoted stands there. */
function pointedTo(document: ReplyDocument, pair: Pair): Pair {
  if (pair.see === null) return pair;
  return document.pairs.find((other) => other.number === pair.see && other.see === null) ?? pair;
}

/** What the whole paper is about tells none of its sentences from another. */
function withoutSubject(query: Query, subject: Map<string, number>): Query {
  const weights = [...query.weights].map(([term, weight]): [string, number] => [
    term,
    weight * (1 - (1 - SUBJECT) * (subject.get(term) ?? 0)),
  ]);
  return { ...query, weights: new Map(weights) };
}

function rate(document: ReplyDocument, pair: Pair, hit: Hit, query: Query): RatedSentence[] {
  return sentencesOf(document.text, pair.answer).map((sentence, i) => {
    const span = withoutMark(document.text, sentence);
    const text = document.text.slice(span.start, span.end);
    const matches = query.matches(text);
    const words = wordsIn(text);
    const inPassage = span.start >= hit.passage.start && span.end <= hit.passage.end;
    const fits = fitsType(text, query.type);
    const score =
      coverage(matches, query.weights) +
      TYPE_WEIGHT * fits +
      POSITION_WEIGHT / (1 + i) +
      (inPassage ? IN_PASSAGE_BONUS : 0) -
      burden(text, words);
    return {
      span,
      answer: pair.answer.start,
      isItem: span.start > sentence.start,
      matches,
      words,
      isAmount: fits > 0 && AMOUNTS.has(query.type),
      score,
    };
  });
}

/** What a citizen gains little from: questions, pointers, headings, very long sentences. */
function burden(text: string, words: number): number {
  if (text.endsWith('?')) return 0.8;
  if (words < 4 && !VERDICT.test(text)) return 0.6;
  return words > 45 ? 0.15 : 0;
}

const VERDICT = /^(?:Ja|Nein|Keine?r?)\b/u;

/** Bullets and labels at the beginning of a sentence are no part of what is said. */
function withoutMark(text: string, span: Span): Span {
  const mark = MARK.exec(text.slice(span.start, span.end))?.[0] ?? '';
  return mark.length < span.end - span.start ? { start: span.start + mark.length, end: span.end } : span;
}

const MARK = /^(?:[-•–*▪◦●■·]\s+|(?:Stellungnahme|Antwort)(?: der Verwaltung)?:\s+)+/u;

function wordsIn(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
