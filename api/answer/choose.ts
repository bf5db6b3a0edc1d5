// The sentences of a document's pairs → the pair that answers and the few sentences of it that matter. Deterministic:
// by the query's terms, the kind of statement that is asked for, and the place in the answer.

import type { Pair, ReplyDocument, Span } from '../../corpus/types.ts';
import type { Hit } from '../search/types.ts';
import { fitsType, type QuestionType } from './question-type.ts';
import { sentencesOf } from '../../corpus/sentences.ts';

/** What is looked for: analysed terms with their weights, and how to analyse a sentence. */
export interface Query {
  weights: Map<string, number>;
  type: QuestionType;
  analyse(text: string): Iterable<string>;
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
const FOUND_PAIR_BONUS = 0.35;
const TYPE_WEIGHT = 0.35;
const POSITION_WEIGHT = 0.2;
const IN_PASSAGE_BONUS = 0.15;
/** A further sentence must bring at least this part of what the best one brought. */
const WORTH = 0.45;

/** Null when there is nothing to quote. */
export function choose(document: ReplyDocument, hit: Hit, query: Query, room: Room): Choice | null {
  const found = document.pairs.findIndex(
    (pair) => pair.answer.start === hit.pair.answer.start && pair.number === hit.pair.number,
  );
  const choices = document.pairs.map((pair, i) => {
    const rated = rate(document, pair, hit, query);
    const best = Math.max(0, ...rated.map((r) => r.score));
    const question = coverage(new Set(query.analyse(pair.questionText ?? '')), query.weights);
    return { pair, rated, score: best + 0.5 * question + (i === found ? FOUND_PAIR_BONUS : 0) };
  });
  const best = choices.filter((c) => c.rated.length > 0).sort((a, b) => b.score - a.score)[0];
  if (!best) return null;
  return { pair: best.pair, sentences: pick(document.text, best.rated, query, room), score: best.score };
}

interface Rated {
  span: Span;
  terms: Set<string>;
  words: number;
  score: number;
}

function rate(document: ReplyDocument, pair: Pair, hit: Hit, query: Query): Rated[] {
  const sentences = sentencesOf(document.text, pair.answer);
  return sentences.map((span, i) => {
    const text = document.text.slice(span.start, span.end);
    const terms = new Set(query.analyse(text));
    const words = wordsIn(text);
    const inPassage = span.start >= hit.passage.start && span.end <= hit.passage.end;
    const score =
      coverage(terms, query.weights) +
      TYPE_WEIGHT * fitsType(text, query.type) +
      POSITION_WEIGHT / (1 + i) +
      (inPassage ? IN_PASSAGE_BONUS : 0) -
      burden(text, words);
    return { span, terms, words, score };
  });
}

/** The best sentence, those that add to it, and what they lean on; a short answer as a whole. */
function pick(text: string, rated: Rated[], query: Query, room: Room): Span[] {
  const whole = rated.reduce((sum, r) => sum + r.words, 0);
  if (whole <= room.maxWords && rated.length <= room.maxSentences) return rated.map((r) => r.span);
  const order = [...rated.keys()].sort((a, b) => rated[b]!.score - rated[a]!.score || a - b);
  const chosen = new Set<number>();
  const covered = new Set<string>();
  let words = 0;
  const add = (i: number): boolean => {
    if (chosen.has(i)) return true;
    if (chosen.size > 0 && (chosen.size >= room.maxSentences || words + rated[i]!.words > room.maxWords)) return false;
    chosen.add(i);
    words += rated[i]!.words;
    for (const term of rated[i]!.terms) covered.add(term);
    return true;
  };
  const first = order[0];
  if (first === undefined) return [];
  const addWithContext = (i: number) => {
    if (add(i) && i > 0 && LEANS.test(text.slice(rated[i]!.span.start, rated[i]!.span.end))) add(i - 1);
  };
  addWithContext(first);
  for (const i of order.slice(1)) {
    const fresh = new Set([...rated[i]!.terms].filter((term) => !covered.has(term)));
    const gain = rated[i]!.score - coverage(rated[i]!.terms, query.weights) + coverage(fresh, query.weights);
    if (gain >= WORTH * rated[first]!.score) addWithContext(i);
  }
  // One sentence alone rarely explains itself.
  if (chosen.size === 1 && words < room.maxWords / 2)
    add(first + 1 < rated.length ? first + 1 : Math.max(0, first - 1));
  return [...chosen].sort((a, b) => a - b).map((i) => rated[i]!.span);
}

/** Share of the query's weight that these terms carry. */
export function coverage(terms: Set<string>, weights: Map<string, number>): number {
  let sum = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    if (terms.has(term)) sum += weight;
  }
  return all === 0 ? 0 : sum / all;
}

/** What a citizen gains little from: questions, pointers, headings, very long sentences. */
function burden(text: string, words: number): number {
  return (
    (/\?$/u.test(text) ? 0.3 : 0) +
    (words < 4 && !/^(?:Ja|Nein|Keine?)\b/u.test(text) ? 0.3 : 0) +
    (words > 45 ? 0.15 : 0)
  );
}

/** Words that point back to the sentence before. */
const LEANS =
  /^(?:Dies\w*|Das|Da(?:bei|zu|her|durch|mit|für|rüber|von|nach)|Deshalb|Deswegen|Somit|Hier\w*|Er|Sie|Es|Letztere\w*|Ebenso|Zudem|Außerdem|Auch|Allerdings|Jedoch|Davon|Solche\w*|Derartige\w*|Beide)\b/u;

export function wordsIn(text: string): number {
  return text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}
