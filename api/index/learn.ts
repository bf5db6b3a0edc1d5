// Documents → what is learnt of them before the index is filled: the words that compounds are split into, the vectors
// of terms, which names are one and which papers belong together.
import { type NameRules, type NameTable, nameCollector } from '../../corpus/names.ts';
import { papersTogether } from '../../corpus/papers-together.ts';
import { passagesOf } from '../../corpus/passages.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import { type TermVectors, termVectorLearner } from './term-vectors.ts';
import { termsOf } from './terms.ts';

export interface Learnt {
  /** In lower case. */
  words: ReadonlySet<string>;
  /** Null: the corpus is too small. */
  vectors: TermVectors | null;
  names: NameTable;
  /** How often the term is written with a capital, 0 to 1: in German a noun or a name, however a question writes it. */
  nounShare(term: string): number;
  papers: ReturnType<typeof papersTogether>;
}

const WORD = /\p{L}{4,}/gu;
/** A word that fewer documents have is rather a misspelling than a part of compounds; a small corpus has few of any. */
const WORD_MIN_DOCUMENTS = 3;
const SMALL_CORPUS_DOCUMENTS = 200;

export async function learn(documents: AsyncIterable<ReplyDocument>, rules: NameRules = {}): Promise<Learnt> {
  const counts = new Map<string, number>();
  const nouns = new Map<string, [capital: number, all: number]>();
  const learner = termVectorLearner();
  const names = nameCollector(rules);
  const papers = papersTogether();
  let read = 0;
  for await (const document of documents) {
    read++;
    names.add(document);
    papers.add(document);
    const words = document.text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
    for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    countNouns(document.text, nouns);
    for (const passage of passagesOf(document)) {
      const { title, text } = document;
      const texts = [title, questionsOf(document, passage.pair), text.slice(passage.start, passage.end)];
      learner.add(() => wholeTerms(texts.flatMap((text) => termsOf(text, NO_WORDS).map(({ term }) => term))));
    }
  }
  const least = read < SMALL_CORPUS_DOCUMENTS ? 1 : WORD_MIN_DOCUMENTS;
  return {
    words: new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word)),
    vectors: learner.learn(),
    names: names.table(),
    nounShare(term) {
      const [capital, all] = nouns.get(term) ?? [0, 0];
      return all === 0 ? 0 : capital / all;
    },
    papers,
  };
}

function countNouns(text: string, nouns: Map<string, [capital: number, all: number]>): void {
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
