// What was found for each question of an inquiry → the papers that have answered most of it before: the inquiry as a
// whole was asked already, by the same or by another faction.
import type { Hit } from '../search/types.ts';
import { SAME_FROM } from './verdict.ts';

/** An earlier paper that answers much of this inquiry. */
export interface SameInquiry {
  documentId: string;
  title: string;
  /** YYYY-MM-DD. */
  date: string | null;
  url: string;
  /** Of the inquiry's questions, 0 to 1. */
  share: number;
  askedBy: string[];
}

/** Below half of the questions a paper is about something else as well. */
const SHARE_FROM = 0.5;
/** One question that two papers share makes no inquiry asked twice. */
const FEWEST_QUESTIONS = 2;
const MAX_PAPERS = 3;

/**
 * @param compared for each question, the found answers with their similarity
 * @param origin scheme and host of the absolute URLs, without a slash at the end
 */
export function sameInquiry(compared: { hit: Hit; similarity: number }[][], origin: string): SameInquiry[] {
  if (compared.length < FEWEST_QUESTIONS) return [];
  const papers = new Map<string, { hit: Hit; questions: number }>();
  for (const found of compared) {
    const own = new Map(
      found.filter(({ similarity }) => similarity >= SAME_FROM).map(({ hit }) => [hit.document.id, hit]),
    );
    for (const [id, hit] of own) papers.set(id, { hit, questions: (papers.get(id)?.questions ?? 0) + 1 });
  }
  return [...papers.values()]
    .filter(({ questions }) => questions >= FEWEST_QUESTIONS && questions / compared.length >= SHARE_FROM)
    .sort((a, b) => b.questions - a.questions || (b.hit.document.date ?? '').localeCompare(a.hit.document.date ?? ''))
    .slice(0, MAX_PAPERS)
    .map(({ hit: { document }, questions }) => ({
      documentId: document.id,
      title: document.title,
      date: document.date,
      url: `${origin}/dokument/${document.id}`,
      share: Math.round((100 * questions) / compared.length) / 100,
      askedBy: document.askedBy,
    }));
}
