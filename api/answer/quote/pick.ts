// Rated sentences of a document → the few that are quoted: the best one, what adds to it, and what both lean on.
import type { Span } from '../../../corpus/types.ts';

export interface RatedSentence {
  span: Span;
  /** Where the answer begins that it is part of. */
  answer: number;
  /** An item of a list, whose mark is not part of the span. */
  isItem: boolean;
  /** Terms of the query with 0 to 1: how well the sentence matches each. */
  matches: Map<string, number>;
  words: number;
  /** It states an amount, and one was asked for. */
  isAmount: boolean;
  /** Comparable within one document. */
  score: number;
}

export interface Room {
  maxSentences: number;
  maxWords: number;
}

/** What stands beside a quoted sentence often completes it. */
const NEIGHBOUR_BONUS = 0.2;
/** A term that is shown already counts this much less. */
const REPEAT = 0.5;
/** A further sentence must be worth at least this part of what the best one was. */
const WORTH = 0.25;
/** A sentence from elsewhere must have at least this part of the best one's terms that are not shown yet. */
const FRESH = 0.3;
/** More answers than these in one quotation are a mosaic. */
const MAX_ANSWERS = 2;
/** Items that are quoted with the line that announces them. */
const MAX_ITEMS = 3;

/**
 * @param rated in order of the document
 * @param answer where the answer begins that was chosen: a short one is quoted as a whole
 * @param weights of the query's terms
 * @returns in order of the document; never empty when `rated` is not
 */
export function pick(text: string, rated: RatedSentence[], answer: number, weights: Map<string, number>, room: Room) {
  const chosen = new Map<number, RatedSentence>();
  const covered = new Map<string, number>();
  let words = 0;
  const fits = (r: RatedSentence) =>
    chosen.size === 0 || (chosen.size < room.maxSentences && words + r.words <= room.maxWords);
  const add = (i: number) => {
    const r = rated[i];
    if (!r || chosen.has(i) || !fits(r)) return;
    chosen.set(i, r);
    words += r.words;
    for (const [term, share] of r.matches) covered.set(term, Math.max(share, covered.get(term) ?? 0));
  };
  const fresh = ({ matches }: RatedSentence) =>
    coverage(
      new Map([...matches].map(([term, share]) => [term, Math.max(0, share - REPEAT * (covered.get(term) ?? 0))])),
      weights,
    );
  /** Beside the same answer's sentence `i`. */
  const neighbour = (i: number, by: number) => (rated[i + by]?.answer === rated[i]!.answer ? i + by : -1);
  const isElsewhere = ({ answer: own }: RatedSentence) => {
    const answers = new Set([...chosen.values()].map((r) => r.answer));
    return answers.size >= MAX_ANSWERS && !answers.has(own);
  };

  const whole = [...rated.keys()].filter((i) => rated[i]!.answer === answer);
  const isShort = whole.reduce((sum, i) => sum + rated[i]!.words, 0) <= room.maxWords / 2;
  if (isShort) for (const i of whole) add(i);
  let best = Math.max(0, ...[...chosen.values()].map((r) => r.score));
  let most = Math.max(0, ...[...chosen.values()].map((r) => coverage(r.matches, weights)));
  for (;;) {
    const next = [...rated.keys()]
      .filter((i) => !chosen.has(i) && fits(rated[i]!) && !isElsewhere(rated[i]!))
      .map((i) => {
        const adds = fresh(rated[i]!);
        const follows = chosen.has(neighbour(i, -1));
        const worth = rated[i]!.score - coverage(rated[i]!.matches, weights) + adds;
        const isBeside = follows || chosen.has(neighbour(i, 1));
        const isAsked = rated[i]!.isAmount && rated[i]!.answer === answer;
        return {
          i,
          isFresh: follows || isAsked || adds >= FRESH * most,
          worth: worth + (isBeside ? NEIGHBOUR_BONUS : 0),
        };
      })
      .filter(({ isFresh }) => isFresh)
      .sort((a, b) => b.worth - a.worth || a.i - b.i)[0];
    if (!next || (chosen.size > 0 && next.worth < WORTH * best)) break;
    if (chosen.size === 0) {
      best = next.worth;
      most = coverage(rated[next.i]!.matches, weights);
    }
    add(next.i);
    const { span, isItem, isAmount } = rated[next.i]!;
    if (LEANS.test(text.slice(span.start, span.end))) add(neighbour(next.i, -1));
    if (isItem) add(announcing(next.i));
    if (isAmount) add(headOf(next.i));
    if (text.slice(span.start, span.end).endsWith(':')) {
      for (let by = 1; by <= MAX_ITEMS; by++) add(neighbour(next.i, by));
    }
  }
  return [...chosen].sort(([a], [b]) => a - b).map(([, r]) => r.span);

  /** The first row of a table, if it has no amounts: it says what those below it are. */
  function headOf(row: number): number {
    let first = row;
    while (isRow(neighbour(first, -1))) first -= 1;
    return isRow(row) && !rated[first]!.isAmount ? first : -1;
  }

  function isRow(i: number): boolean {
    return i >= 0 && !ENDS.test(text.slice(rated[i]!.span.start, rated[i]!.span.end));
  }

  /** The line before an item's list, if it ends with a colon. */
  function announcing(item: number): number {
    let i = item;
    while (i >= 0 && rated[i]!.isItem) i = neighbour(i, -1);
    return i >= 0 && text.slice(rated[i]!.span.start, rated[i]!.span.end).endsWith(':') ? i : -1;
  }
}

/** Share of the query's weight that these terms carry. */
export function coverage(matches: Map<string, number>, weights: Map<string, number>): number {
  let sum = 0;
  let all = 0;
  for (const [term, weight] of weights) {
    all += weight;
    sum += weight * (matches.get(term) ?? 0);
  }
  return all === 0 ? 0 : sum / all;
}

/** Rows of a table end like no sentence. */
const ENDS = /[.!?:;]["“»)]?$/u;

/** Words that point back to the sentence before; "Zudem" and "Darüber hinaus" stand by themselves. */
const LEANS =
  /^(?:Dies\w*|Das|Da(?:bei|zu|her|durch|mit|für|von|nach)|Darüber(?! hinaus)|Deshalb|Deswegen|Somit|Hier\w*|Er|Sie|Es(?! (?:gibt|ist|wird|werden|sind|wurden?)\b)|Letztere\w*|Jedoch|Solche\w*|Derartige\w*|Beide)(?![\p{L}-])/u;
