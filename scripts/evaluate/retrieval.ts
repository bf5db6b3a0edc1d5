// Ranked documents beside their questions → R@1, R@5, R@20, MRR@10 and nDCG@10, by style and language. Pure.

export interface RankedQuestion {
  style: string;
  lang: string;
  /** Last path segments of the File ids that answer it; any of them counts. */
  gold: string[];
  /** The same of the documents found, best first; a document with copies has several. */
  found: string[][];
}

export interface RetrievalFigures {
  questions: number;
  recall1: number;
  recall5: number;
  recall20: number;
  mrr10: number;
  ndcg10: number;
}

/** A document found counts once; recall@k is whether one gold document is among the first k. */
export function retrievalFigures(questions: RankedQuestion[]): Record<string, RetrievalFigures> {
  const answerable = questions.filter((question) => question.gold.length > 0);
  const groups = Map.groupBy(answerable, ({ style, lang }) => `${style}/${lang}`);
  return Object.fromEntries([...groups].map(([group, list]) => [group, figures(list)]));
}

function figures(questions: RankedQuestion[]): RetrievalFigures {
  const ranks = questions.map(firstGold);
  const mean = (value: (rank: number) => number) =>
    round(ranks.reduce((sum, rank) => sum + value(rank), 0) / ranks.length);
  const within = (k: number) => mean((rank) => (rank <= k ? 1 : 0));
  return {
    questions: questions.length,
    recall1: within(1),
    recall5: within(5),
    recall20: within(20),
    mrr10: mean((rank) => (rank <= 10 ? 1 / rank : 0)),
    ndcg10: round(questions.reduce((sum, question) => sum + ndcg(question, 10), 0) / questions.length),
  };
}

/** Counted from 1; Infinity when none was found. */
function firstGold({ gold, found }: RankedQuestion): number {
  const at = found.findIndex((files) => files.some((file) => gold.includes(file)));
  return at < 0 ? Number.POSITIVE_INFINITY : at + 1;
}

function ndcg({ gold, found }: RankedQuestion, depth: number): number {
  const gain = found.slice(0, depth).reduce((sum, files, i) => {
    return sum + (files.some((file) => gold.includes(file)) ? 1 / Math.log2(i + 2) : 0);
  }, 0);
  const ideal = Array.from({ length: Math.min(depth, new Set(gold).size) }, (_, i) => 1 / Math.log2(i + 2));
  return Math.min(1, gain / ideal.reduce((sum, value) => sum + value, 0));
}

const round = (value: number) => Math.round(value * 10_000) / 10_000;
