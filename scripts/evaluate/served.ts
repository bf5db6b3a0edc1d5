// Answers beside their questions → what a person gets: a right answer, a choice that holds a right pair, something
// beside the question, or nothing. Pure; a quotation or pair is right when it has half of the words of a gold quote.
import type { ChatResponse } from '../../api/events.ts';
import { shareOfWords } from './share-of-words.ts';

export interface Wanted {
  style: string;
  lang: string;
  /** Empty: the corpus does not answer it. */
  gold: { file: string; quote: string }[];
  /** Short questions: their gold quotes are whole answers, of which a part will do. */
  isShort: boolean;
}

export interface ServedQuestion extends Wanted {
  response: ChatResponse;
  /** The whole answers of the first five sources' pairs, with the last path segment of the File id. */
  offered: { file: string; answer: string }[];
}

export interface ServedFigures {
  questions: number;
  /** Answers whose first quotation is right; a further one; none. */
  right: number;
  later: number;
  beside: number;
  /** An answer where the corpus has none. */
  false: number;
  /** A choice with a right pair among its first five; without one, or where the corpus has none. */
  offered: number;
  vain: number;
  nothing: number;
  /** right of all answers; null without an answer. */
  precision: number | null;
  /** right, later or offered. */
  served: number;
}

type Outcome = 'right' | 'later' | 'beside' | 'false' | 'offered' | 'vain' | 'nothing';

/** By style and language, and over `all`. */
export function servedFigures(questions: ServedQuestion[]): Record<string, ServedFigures> {
  const rated = questions.map((question) => ({ question, outcome: outcomeOf(question) }));
  const groups = new Map([['all', rated]]);
  const nameOf = ({ style, lang }: ServedQuestion) => `${style}/${lang}`;
  for (const [name, own] of Map.groupBy(rated, ({ question }) => nameOf(question))) groups.set(name, own);
  return Object.fromEntries([...groups].map(([name, own]) => [name, figures(own.map(({ outcome }) => outcome))]));
}

/** Whether a quotation, or a pair's whole answer, is one of those wanted. */
export const isWanted = ({ gold, isShort }: Wanted, file: string, text: string): boolean =>
  gold.some(
    (g) => g.file === file && (shareOfWords(g.quote, text) >= 0.5 || (isShort && shareOfWords(text, g.quote) >= 0.8)),
  );

export function outcomeOf(question: ServedQuestion): Outcome {
  const { gold, response, offered } = question;
  const { kind, citations, sources } = response;
  const isGold = (file: string, text: string) => isWanted(question, file, text);
  if (kind !== 'answer' && kind !== 'list') {
    if (sources.length === 0) return 'nothing';
    return offered.some(({ file, answer }) => isGold(file, answer)) ? 'offered' : 'vain';
  }
  if (gold.length === 0) return 'false';
  const quoted = new Map<string, string>();
  for (const { source, quote } of citations) {
    const file = sources[source]?.file?.split('/').at(-1) ?? '';
    quoted.set(file, `${quoted.get(file) ?? ''} ${quote}`);
  }
  const right = [...quoted].map(([file, quote]) => isGold(file, quote));
  return right[0] ? 'right' : right.some(Boolean) ? 'later' : 'beside';
}

function figures(outcomes: Outcome[]): ServedFigures {
  const count = (...of: Outcome[]) => outcomes.filter((outcome) => of.includes(outcome)).length;
  const share = (...of: Outcome[]) => round(count(...of) / outcomes.length);
  const answers = count('right', 'later', 'beside', 'false');
  return {
    questions: outcomes.length,
    right: share('right'),
    later: share('later'),
    beside: share('beside'),
    false: share('false'),
    offered: share('offered'),
    vain: share('vain'),
    nothing: share('nothing'),
    precision: answers === 0 ? null : round(count('right') / answers),
    served: share('right', 'later', 'offered'),
  };
}

const round = (value: number) => Math.round(value * 1000) / 1000;
