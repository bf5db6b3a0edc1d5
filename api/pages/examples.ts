// Questions that councillors really asked → examples that a citizen understands without their surroundings, and that
// this very index answers with confidence from the document where they stand. Looked for when the index is built.

import type { ReplyDocument } from '../../corpus/types.ts';
import { selfContained } from '../answer/question/self-contained.ts';
import { decideForm } from '../search/decide.ts';
import type { LiveIndex } from '../search/types.ts';

export interface Example {
  question: string;
  /** Where it is answered. */
  documentId: string;
}

export interface Candidate extends Example {
  title: string;
}

const SHOWN = 3;
/** More than are shown, for documents may be hidden later. */
const KEPT = 6;
/** Newest documents looked at. */
const LOOKED_AT = 80;
/** Candidates that are searched. */
const TRIED = 24;
const LONGEST = 130;
/** Shorter questions tend to lean on their surroundings, longer ones ask too much at once. */
const BEST = 65;
/** Results only: a promise that another request has started may never end when that request is cancelled. */
const read = new WeakMap<LiveIndex, string[]>();

/** At most three questions: those that the city names (city.json), else those that were found when the index was built. */
export async function exampleQuestions(index: LiveIndex, own: readonly string[] = []): Promise<string[]> {
  if (own.length > 0) return own.slice(0, SHOWN);
  const examples = read.get(index) ?? (await index.examples());
  read.set(index, examples);
  return examples.slice(0, SHOWN);
}

/** Best first. */
export async function findExamples(index: LiveIndex): Promise<Example[]> {
  const { documents } = await index.list(0, LOOKED_AT);
  const read = await Promise.all(documents.map(({ id }) => index.document(id)));
  const all = candidatesOf(read.filter((document) => document !== null));
  const candidates = (await onePerMatter(all, index)).slice(0, TRIED);
  const asked = { filters: {}, history: [], rewrite: null, sort: 'relevance', offset: 0, limit: 1 } as const;
  const examples: Example[] = [];
  for (let at = 0; at < candidates.length && examples.length < KEPT; at += KEPT) {
    const some = candidates.slice(at, at + KEPT);
    const results = await index.searchAll(some.map(({ question }) => ({ ...asked, history: [], query: question })));
    for (const [i, { documentId, question }] of some.entries()) {
      const { hits, ...sureness } = results[i]!;
      // Questions that lean on their surroundings ("Wie hoch sind die Kosten?") get a choice.
      const isAnswered = decideForm(sureness) === 'answer' && hits[0]?.document.id === documentId;
      if (isAnswered) examples.push({ question, documentId });
    }
  }
  return examples.slice(0, KEPT);
}

/** A question stands for itself when it names what its paper is about; of each matter one is enough. */
async function onePerMatter(candidates: Candidate[], index: LiveIndex): Promise<Candidate[]> {
  const weights = await index.weigh(candidates.flatMap(({ title, question }) => [title, question]));
  const askedBefore = new Set<string>();
  return candidates.filter((_, i) => {
    const [title, question] = [weights[2 * i]!, weights[2 * i + 1]!];
    const matter = matterOf(title, question);
    if (matter === null || askedBefore.has(matter)) return false;
    for (const term of question.keys()) askedBefore.add(term);
    return true;
  });
}

/** The heaviest term that title and question share; null when it is a mere "Stadt" beside what is asked. */
function matterOf(title: ReadonlyMap<string, number>, question: ReadonlyMap<string, number>): string | null {
  const byWeight = [...question].sort(([, a], [, b]) => b - a);
  const shared = byWeight.find(([term]) => title.has(term));
  return shared !== undefined && shared[1] >= byWeight[0]![1] / 2 ? shared[0] : null;
}

/** Questions that were answered with something to say, those of a good length first. */
export function candidatesOf(documents: Pick<ReplyDocument, 'id' | 'title' | 'pairs'>[]): Candidate[] {
  const distance = ({ question }: Candidate) => Math.abs(question.length - BEST);
  return documents
    .flatMap(({ id, title, pairs }) =>
      pairs
        .filter(({ kind }) => kind === 'answered')
        .map(({ questionText }) => ({ documentId: id, title, question: selfContained(questionText ?? '') ?? '' })),
    )
    .filter(({ question }) => question !== '' && question.length <= LONGEST)
    .sort((a, b) => distance(a) - distance(b));
}
