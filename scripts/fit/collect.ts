// Judged questions and an index → for each question the features of its first pairs, which of them answer, and the same
// with the question's papers taken out of the index: then nothing does.
import { fieldMatcher } from '../../api/search/field-matcher.ts';
import { type FoundPostings, termsOfPassages } from '../../api/search/found-terms.ts';
import { wordFeatures } from '../../api/search/importance.ts';
import { find, type Parts } from '../../api/search/search.ts';
import type { SearchRequest } from '../../api/search/types.ts';
import type { ReplyDocument } from '../../corpus/types.ts';
import type { JudgedQuestion } from './questions.ts';

export interface Collected {
  id: string;
  style: string;
  /** Folds are made of it: the question's first paper, or its own id where it has none. */
  paper: string;
  /** Whether some pair of the corpus answers it. */
  isAnswerable: boolean;
  /** Asked of a small corpus that was drawn for it. */
  isInSmall: boolean;
  /** Passages of the corpus that was asked. */
  passages: number;
  /** Features of its words, and how well the pair that answers has each; empty where none does. */
  words: Float32Array[];
  strengths: Float32Array;
  /** Features of the first pairs, in their order. */
  pairs: Float32Array[];
  /** Document of each of these pairs, and whether the pair answers. */
  documents: number[];
  isRight: boolean[];
  /** Documents of its papers, and all that were found, best first before what is learnt orders them. */
  own: number[];
  ranked: number[];
}

export interface CorpusDocument {
  n: number;
  file: string;
  document: Pick<ReplyDocument, 'text' | 'pairs'>;
}

export async function collect(
  questions: JudgedQuestion[],
  documents: CorpusDocument[],
  parts: Parts,
  isWithoutPapers: boolean,
): Promise<Collected[]> {
  const byFile = Map.groupBy(documents, ({ file }) => file);
  const byNumber = new Map(documents.map((document) => [document.n, document]));
  const collected: Collected[] = [];
  for (const { id, style, question, history, rewrite, papers, answers } of questions) {
    const own = new Set(papers.flatMap((file) => (byFile.get(file) ?? []).map(({ n }) => n)));
    if (isWithoutPapers && own.size === 0) continue;
    const request: SearchRequest = {
      ...{ query: question, filters: {}, history, rewrite, sort: 'relevance', limit: 10, offset: 0 },
    };
    const { pairs, ranked, concepts, collection, postings } = await find(
      request,
      parts,
      isWithoutPapers ? (n) => own.has(n) : undefined,
    );
    const right = new Set(
      [...own].flatMap((n) => {
        const { file, document } = byNumber.get(n)!;
        return document.pairs.flatMap(({ answer }) =>
          answers(file, document.text.slice(answer.start, answer.end)) ? `${n}.${answer.start}` : [],
        );
      }),
    );
    const answering = isWithoutPapers ? [] : passagesOf(right, byNumber, postings, parts);
    collected.push({
      words: answering.length > 0 ? wordFeatures(concepts, collection) : [],
      strengths: answering.length > 0 ? fieldMatcher(concepts, collection)(...answering).text : new Float32Array(0),
      id: isWithoutPapers ? `${id} without` : id,
      style: isWithoutPapers ? 'without' : style,
      paper: papers[0] ?? id,
      isAnswerable: !isWithoutPapers && right.size > 0,
      isInSmall: false,
      passages: parts.info.passages,
      pairs: pairs.map(({ features }) => features),
      documents: pairs.map(({ passage }) => passage.doc),
      own: [...own],
      ranked: [...new Set(ranked.map(({ passage }) => passage.doc))],
      isRight: pairs.map(({ passage: { doc, pair } }) => {
        return right.has(`${doc}.${byNumber.get(doc)!.document.pairs[pair]!.answer.start}`);
      }),
    });
  }
  return collected;
}

/** Stored terms of the first pair that answers, as far as the question asks for them. */
function passagesOf(
  right: Set<string>,
  documents: ReadonlyMap<number, CorpusDocument>,
  postings: FoundPostings,
  { briefs }: Parts,
): string[] {
  const [first] = right;
  if (first === undefined) return [];
  const [n = 0, start = 0] = first.split('.').map(Number);
  const { document } = documents.get(n)!;
  const pair = document.pairs.findIndex(({ answer }) => answer.start === start);
  const { first: from, count } = briefs.document(n)!;
  const all = Array.from({ length: count }, (_, i) => from + i);
  return termsOfPassages(
    postings,
    all.filter((passage) => briefs.pairOf(passage) === pair),
    briefs,
  );
}
