// The sentences of a document's pairs → the pair that answers and the few sentences of it that matter. Deterministic:
// by the query's terms, the kind of statement that is asked for, and the place in the answer.

import { sentencesOf } from '../../corpus/sentences.ts';
import type { Pair, ReplyDocument, Span } from '../../corpus/types.ts';
import type { Hit } from '../search/types.ts';
import { fitsType, type QuestionType } from './question-type.ts';

/** What is looked for: analysed terms with their weights, and which of them a text has. */
export interface Query {
  weights: Map<string, number>;
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
}

export interface Room {
  maxSentences: number;
  maxWords: number;
}

/** The passage that the search found most fitting is usually right; another pair must be clearly better. */
const FOUND_PAIR_BONUS = 0.25;
const QUESTION_WEIGHT = 0.5;
/** Weight of terms that stand in the document's title. */
const SUBJECT = 0.5;
const TYPE_WEIGHT = 0.35;
const POSITION_WEIGHT = 0.05;
const IN_PASSAGE_BONUS = 0.2;
const NEIGHBOUR_BONUS = 0.2;
/** A term that is shown already counts this much less. */
const REPEAT = 0.5;
/** A further sentence must bring at least this part of what the best one brought. */
const WORTH = 0.25;

/** Null when there is nothing to quote. */
export function choose(document: ReplyDocument, hit: Hit, asked: Query, room: Room): Choice | null {
  const query = withoutSubject(asked, document.title);
  const found = document.pairs.findIndex(
    (pair) => pair.answer.start === hit.pair.answer.start && pair.number === hit.pair.number,
  );
  const choices = document.pairs.map((asked, i) => {
    const pair = pointedTo(document, asked);
    const rated = rate(document, pair, hit, query);
    const best = Math.max(0, ...rated.map((r) => r.score));
    const question = coverage(query.matches(asked.questionText ?? ''), query.weights);
    return { pair, rated, score: best + QUESTION_WEIGHT * question + (i === found ? FOUND_PAIR_BONUS : 0) };
  });
  const best = choices.filter((c) => c.rated.length > 0).sort((a, b) => b.score - a.score)[0];
  if (!best) return null;
  return { pair: best.pair, sentences: pick(document.text, best.rated, query, room), score: best.score };
}

/** "Siehe Antwort zu 1": what is to be quoted stands there. */
function pointedTo(document: ReplyDocument, pair: Pair): Pair {
  if (pair.see === null) return pair;
  return document.pairs.find((other) => other.number === pair.see && other.see === null) ?? pair;
}

/** What the whole paper is about tells none of its sentences from another. */
function withoutSubject(query: Query, title: string): Query {
  const subject = query.matches(title);
  const weights = [...query.weights].map(([term, weight]): [string, number] => [
    term,
    weight * (1 - (1 - SUBJECT) * (subject.get(term) ?? 0)),
  ]);
  return { ...query, weights: new Map(weights) };
}

interface Rated {
  span: Span;
  matches: Map<string, number>;
  words: number;
  score: number;
}

function rate(document: ReplyDocument, pair: Pair, hit: Hit, query: Query): Rated[] {
  const sentences = sentencesOf(document.text, pair.answer).map((span) => withoutMark(document.text, span));
  return sentences.map((span, i) => {
    const text = document.text.slice(span.start, span.end);
    const matches = query.matches(text);
    const words = wordsIn(text);
    const inPassage = span.start >= hit.passage.start && span.end <= hit.passage.end;
    const score =
      coverage(matches, query.weights) +
      TYPE_WEIGHT * fitsType(text, query.type) +
      POSITION_WEIGHT / (1 + i) +
      (inPassage ? IN_PASSAGE_BONUS : 0) -
      burden(text, words);
    return { span, matches, words, score };
  });
}

/** The best sentence, those that add to it, and what they lean on; a short answer as a whole. */
function pick(text: string, rated: Rated[], query: Query, room: Room): Span[] {
  const whole = rated.reduce((sum, r) => sum + r.words, 0);
  if (whole <= room.maxWords && rated.length <= room.maxSentences) return rated.map((r) => r.span);
  const chosen = new Map<number, Rated>();
  const covered = new Map<string, number>();
  let words = 0;
  const fits = (r: Rated) => chosen.size === 0 || (chosen.size < room.maxSentences && words + r.words <= room.maxWords);
  const add = (i: number) => {
    const r = rated[i];
    if (!r || chosen.has(i) || !fits(r)) return;
    chosen.set(i, r);
    words += r.words;
    for (const [term, share] of r.matches) covered.set(term, Math.max(share, covered.get(term) ?? 0));
  };
  // What is covered already counts for little a second time.
  const worth = (r: Rated) => {
    const fresh = new Map(
      [...r.matches].map(([term, share]) => [term, Math.max(0, share - REPEAT * (covered.get(term) ?? 0))]),
    );
    return r.score - coverage(r.matches, query.weights) + coverage(fresh, query.weights);
  };
  let top = 0;
  for (;;) {
    const next = [...rated.keys()]
      .filter((i) => !chosen.has(i) && fits(rated[i]!))
      .map((i) => ({ i, worth: worth(rated[i]!) + (chosen.has(i - 1) || chosen.has(i + 1) ? NEIGHBOUR_BONUS : 0) }))
      .sort((a, b) => b.worth - a.worth || a.i - b.i)[0];
    if (!next || (chosen.size > 0 && next.worth < WORTH * top)) break;
    if (chosen.size === 0) top = next.worth;
    add(next.i);
    if (LEANS.test(text.slice(rated[next.i]!.span.start))) add(next.i - 1);
  }
  return [...chosen].sort(([a], [b]) => a - b).map(([, r]) => r.span);
}

/** Share of the query's weight that these terms carry. */
function coverage(matches: Map<string, number>, weights: Map<string, number>): number {
  let sum = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    sum += weight * (matches.get(term) ?? 0);
  }
  return all === 0 ? 0 : sum / all;
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

const MARK = /^(?:[-•–*▪◦·]\s+|(?:Stellungnahme|Antwort)(?: der Verwaltung)?:\s+)+/u;

/** Words that point back to the sentence before. */
const LEANS =
  /^(?:Dies\w*|Das|Da(?:bei|zu|her|durch|mit|für|rüber|von|nach)|Deshalb|Deswegen|Somit|Hier\w*|Er|Sie|Es|Letztere\w*|Ebenso|Zudem|Außerdem|Auch|Allerdings|Jedoch|Davon|Solche\w*|Derartige\w*|Beide)\b/u;

function wordsIn(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
