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
  const ranked = questions
    .map((ofDocument) =>
      ofDocument
        .map(tidy)
        .filter(standsAlone)
        .sort((a, b) => a.length - b.length),
    )
    .sort((a, b) => (a[0]?.length ?? 0) - (b[0]?.length ?? 0));
  const rounds = Math.max(0, ...ranked.map((ofDocument) => ofDocument.length));
  const inTurn = Array.from({ length: rounds }, (_, round) => ranked.flatMap((ofDocument) => ofDocument[round] ?? []));
  return [...new Set(inTurn.flat())].slice(0, EXAMPLES);
}

function tidy(question: string): string {
  return question
    .replace(/\s+/g, ' ')
    .replace(/^(?:Frage\s*)?[0-9A-Za-z]{1,3}[.):]+\s*/, '')
    .trim();
}

/** Words that point to something outside of the question. */
const POINTING =
  /\b(oben|obig\w*|o\. ?g\.|genannt\w*|dies\w*|jen\w*|hier\w*|dabei|dafür|dazu|damit|davon|daraus|darüber|hinaus|derartig\w*|solch\w*|falls|wenn ja|siehe|Anlage|Antrag\w*|Anfrage\w*|Vorlage\w*|Ziffer|Punkt|Frage)\b/i;

function standsAlone(question: string): boolean {
  const fits = question.length >= SHORTEST && question.length <= LONGEST;
  return (
    fits && /^[A-ZÄÖÜ]/.test(question) && question.indexOf('?') === question.length - 1 && !POINTING.test(question)
  );
}
