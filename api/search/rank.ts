// Candidate passages with their analysed terms → scores: BM25+ (Lv & Zhai 2011) over weighted fields.

/** Tuned on German council answers, see DESIGN "Retrieval". */
const K1 = 1.2;
const B = 0.7;
const DELTA = 0.5;
const TITLE_WEIGHT = 0.3;
export const PART_WEIGHT = 0.4;

export interface QueryTerm {
  term: string;
  weight: number;
  /** Passages that have it. */
  df: number;
}

export interface Candidate {
  questionTerms: string;
  answerTerms: string;
  titleTerms: string;
}

export interface Scored {
  score: number;
  matched: string[];
}

export function score(
  candidate: Candidate,
  query: QueryTerm[],
  collection: { passages: number; averageLength: number },
): Scored {
  const tf = new Map<string, number>();
  let length = 0;
  const count = (terms: string, weight: number) => {
    for (const term of terms.split(' ')) {
      if (term === '') continue;
      const isPart = term.startsWith('+');
      const name = isPart ? term.slice(1) : term;
      tf.set(name, (tf.get(name) ?? 0) + weight * (isPart ? PART_WEIGHT : 1));
      if (!isPart) length += weight;
    }
  };
  count(candidate.questionTerms, 1);
  count(candidate.answerTerms, 1);
  count(candidate.titleTerms, TITLE_WEIGHT);
  const norm = K1 * (1 - B + (B * length) / collection.averageLength);
  let total = 0;
  const matched: string[] = [];
  for (const { term, weight, df } of query) {
    const frequency = tf.get(term);
    if (frequency === undefined) continue;
    const idf = Math.log(1 + (collection.passages - df + 0.5) / (df + 0.5));
    total += weight * idf * (DELTA + (frequency * (K1 + 1)) / (frequency + norm));
    matched.push(term);
  }
  return { score: total, matched };
}
