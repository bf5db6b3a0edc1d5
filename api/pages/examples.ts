// Questions that councillors really asked → three examples that a citizen understands without their surroundings.
import type { LiveIndex } from '../search/types.ts';

const EXAMPLES = 3;
/** Newest documents looked at; each costs one read of the database, once an isolate and index version. */
const LOOKED_AT = 15;
const SHORTEST = 25;
const LONGEST = 180;

const found = new WeakMap<LiveIndex, Promise<string[]>>();

/** At most three questions from the newest documents, read once for each version of the index. */
export function exampleQuestions(index: LiveIndex): Promise<string[]> {
  const known = found.get(index) ?? readExamples(index);
  found.set(index, known);
  return known;
}

async function readExamples(index: LiveIndex): Promise<string[]> {
  const { documents } = await index.list(0, LOOKED_AT);
  const read = await Promise.all(documents.map(({ id }) => index.document(id)));
  return pickExamples(read.map((document) => document?.pairs.map((pair) => pair.questionText ?? '') ?? []));
}

/** Short questions first, one from each document before a second from any. `questions` has a list for each document. */
export function pickExamples(questions: string[][]): string[] {
  const byLength = (a: string, b: string) => a.length - b.length;
  const ofDocuments = questions.map((list) => list.map(tidy).filter(standsAlone).sort(byLength));
  const firsts = ofDocuments.flatMap((list) => list.slice(0, 1)).sort(byLength);
  const others = ofDocuments.flatMap((list) => list.slice(1)).sort(byLength);
  return [...new Set([...firsts, ...others])].slice(0, EXAMPLES);
}

function tidy(question: string): string {
  return question
    .replace(/\s+/g, ' ')
    .replace(/^(Frage )?\w{1,3}[.):]+ /, '')
    .trim();
}

/** Words that point to something outside of the question. */
const POINTING =
  /\b(obe?n|obig|o\. ?g|genannt|dies|jene|hier|da(bei|für|zu|mit|von|raus|rüber)\b|hinaus|derart|solch|falls|wenn ja|siehe|an(lage|trag|frage)|vorlage|ziffer|punkt|frage\b)/i;

/** Whole questions only: a capital letter at the start, one question mark, at the end. */
function standsAlone(question: string): boolean {
  const fits = question.length >= SHORTEST && question.length <= LONGEST;
  return fits && /^[A-ZÄÖÜ][^?]+\?$/.test(question) && !POINTING.test(question);
}
