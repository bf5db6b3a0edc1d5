// Ranked pairs beside their questions → whether one that answers is the first, among five, ten, twenty. Pure.
import { isWanted, type Wanted } from './served.ts';
import type { FoundPair } from './service.ts';

export interface PairsOfQuestion extends Wanted {
  /** Best first. */
  pairs: FoundPair[];
}

export interface PairFigures {
  questions: number;
  first: number;
  five: number;
  ten: number;
  twenty: number;
}

/** Of the answerable questions, by style and language. */
export function pairFigures(questions: PairsOfQuestion[]): Record<string, PairFigures> {
  const answerable = questions.filter(({ gold }) => gold.length > 0);
  const groups = Map.groupBy(answerable, ({ style, lang }) => `${style}/${lang}`);
  return Object.fromEntries(
    [...groups].map(([name, own]) => {
      const right = own.map((question) => question.pairs.map(({ file, answer }) => isWanted(question, file, answer)));
      const among = (n: number) => round(right.filter((of) => of.slice(0, n).some(Boolean)).length / own.length);
      return [name, { questions: own.length, first: among(1), five: among(5), ten: among(10), twenty: among(20) }];
    }),
  );
}

const round = (value: number) => Math.round(value * 1000) / 1000;
