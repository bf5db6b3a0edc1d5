// Documents → what is learnt of all of them together before the index is filled: the words that compounds are split into,
// the vectors of terms, what is a noun, which topics there are. It stays as it is while single documents come and go, and
// is learnt anew when the whole index is built anew.
import { cistem } from '../../corpus/german/cistem.ts';
import { passagesOf } from '../../corpus/passages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type LearntVectors, termVectorLearner } from './term-vectors.ts';
import { termsOf } from './terms.ts';
import { type LearntTopic, topicLearner } from './topics.ts';

export interface Learnt {
  /** In lower case. */
  words: ReadonlySet<string>;
  /** Null: the corpus is too small. */
  vectors: LearntVectors | null;
  /**
   * How often each term is written with a capital, 0 to 1, in hundredths: in German a noun or a name, however a question
   * writes it.
   */
  nounShares: ReadonlyMap<string, number>;
  topics: readonly LearntTopic[];
}

const WORD = /\p{L}{4,}/gu;
/** A word that fewer documents have is rather a misspelling than a part of compounds; a small corpus has few of any. */
const WORD_MIN_DOCUMENTS = 3;
const SMALL_CORPUS_DOCUMENTS = 200;
/** Of a word that nobody had written when the corpus was learnt: such are nouns more often than not. */
const UNKNOWN_NOUN_SHARE = 0.7;

/** @param documents read twice */
export async function learn(documents: () => AsyncIterable<ReplyDocument>): Promise<Learnt> {
  const counts = new Map<string, number>();
  const nouns: Nouns = new Map();
  const learner = termVectorLearner();
  let read = 0;
  for await (const document of documents()) {
    read++;
    const words = document.text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    countNouns(document, nouns);
    for (const passage of passagesOf(document)) {
      const { title, text } = document;
      const texts = [title, questionsOf(document, passage.pair), text.slice(passage.start, passage.end)];
      learner.add(() => wholeTerms(texts.flatMap((text) => termsOf(text, NO_WORDS).map(({ term }) => term))));
    }
  }
  const least = read < SMALL_CORPUS_DOCUMENTS ? 1 : WORD_MIN_DOCUMENTS;
  const words = new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
  for (const word of words) known(cistem(word), nouns);
  const shareOf = (term: string) => {
    const [capital, all] = nouns.get(term) ?? [0, 0];
    return all === 0 ? 0 : capital / all;
  };
  const topics = topicLearner((word) => words.has(word));
  for await (const document of documents()) topics.add(document);
  return {
    words,
    vectors: learner.learn(),
    nounShares: new Map(Array.from(nouns.keys(), (term) => [term, Math.round(100 * shareOf(term)) / 100])),
    topics: topics.topics(shareOf),
  };
}

export function nounShareOf({ nounShares }: Pick<Learnt, 'nounShares'>, term: string): number {
  return nounShares.get(term) ?? (/^\p{L}/u.test(term) ? UNKNOWN_NOUN_SHARE : 0);
}

type Nouns = Map<string, [capital: number, all: number]>;

function known(term: string, nouns: Nouns): void {
  if (!nouns.has(term)) nouns.set(term, [0, 0]);
}

/** What stands in titles, questions and inquiries alone is known, and no noun: capitals say little there. */
function countNouns(document: ReplyDocument, nouns: Nouns): void {
  const { text, title, pairs, inquiry } = document;
  const others = [title, inquiry?.text ?? '', ...pairs.map(({ questionText }) => questionText ?? '')].join('\n');
  for (const { term } of termsOf(others, NO_WORDS)) known(term, nouns);
  for (const { term, start } of termsOf(text, NO_WORDS)) {
    const count = nouns.get(term) ?? [0, 0];
    if (/\p{Lu}/u.test(text[start]!)) count[0]++;
    count[1]++;
    nouns.set(term, count);
  }
}

const NO_WORDS = () => false;

export function questionsOf(document: ReplyDocument, pair: number): string {
  return answeredWith(document, pair)
    .flatMap((i) => document.pairs[i]!.questionText ?? [])
    .join('\n');
}

/** Questions that are answered together share their passages: what helps to find one of them helps to find all. */
export function answeredWith({ pairs }: ReplyDocument, pair: number): number[] {
  const start = pairs[pair]?.answer.start;
  return pairs.flatMap(({ answer }, i) => (answer.start === start ? i : []));
}

/** How often each term stands there, parts of compounds left out. */
export function wholeTerms(terms: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const term of terms) if (!term.startsWith('+')) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
