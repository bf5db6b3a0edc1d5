// The questions of a new inquiry → for each the earlier answers, best first, and what they mean. Searches, compares,
// judges; stores nothing.
import { german } from '../../corpus/german/letters.ts';
import { sentencesOf } from '../../corpus/german/sentences.ts';
import type { PageText, Result } from '../../corpus/types.ts';
import { toSource } from '../answer/source.ts';
import type { Lang } from '../events.ts';
import type { Hit, LiveIndex } from '../search/types.ts';
import { inquiryFacts } from './inquiry-facts.ts';
import { matchingSentences } from './matching-sentences.ts';
import { type AskedInquiry, type InquiryProblem, questionsOf } from './questions.ts';
import { sameInquiry } from './same-inquiry.ts';
import { type AskedTerms, type FoundTerms, rarestWeight, similarity } from './similarity.ts';
import { checkTexts } from './texts.ts';
import { topicOf } from './topic.ts';
import type { CheckedInquiry, CheckedQuestion, CheckResponse, Match } from './types.ts';
import { SHOWN_FROM, verdictOf } from './verdict.ts';

const MAX_MATCHES = 5;
/** Pairs compared for each question, at most three of a document. */
const COMPARED = 15;
/** Beside the search's score as a share of the first one's. */
const LIKENESS = 0.25;
/** Of one found question. */
const MAX_SENTENCES = 5;
const MAX_NEAREST = 3;
/** Shown in whole percent: what is less alike shares no word of weight, and a search that ran out of better ones found it. */
const NEAR_FROM = 0.005;
/** Of the weight of a term that no passage has: one passage among ten thousand is enough to be heard of. */
const UNHEARD_OF = 0.999;
/** Of the weight of a question's words. */
const UNHEARD_SHARE = 0.4;

/** The whole way from pages to the response of the contract. A text that asks nothing is no error: it says so. */
export async function checkPages(
  pages: PageText[],
  index: LiveIndex,
  origin: string,
  lang: Lang,
): Promise<Result<CheckResponse, InquiryProblem>> {
  const asked = questionsOf(pages);
  if (!asked.ok && asked.error === 'no-questions') {
    const notice = checkTexts(lang).unusable['no-questions'];
    return { ok: true, value: { questions: [], inquiry: inquiryFacts(pages), sameInquiry: [], notice } };
  }
  if (!asked.ok) return asked;
  return { ok: true, value: { ...(await checkInquiry(asked.value, index, origin)), notice: null } };
}

/**
 * @param origin scheme and host of the absolute URLs, without a slash at the end
 * @throws only when the index cannot be read
 */
export async function checkInquiry(
  { facts, about, questions }: AskedInquiry,
  index: LiveIndex,
  origin: string,
): Promise<CheckedInquiry> {
  const [subject, ...asked] = await index.weigh([about, ...questions.map((question) => question.text)]);
  const topic = topicOf(subject ?? new Map(), asked);
  const rarest = rarestWeight(index.info.passages);
  const termsOf = (i: number): AskedTerms => ({ question: asked[i] ?? new Map(), about: topic, rarest });
  const compared = await compareAll(
    questions.map(({ text }, i) => ({ text, terms: termsOf(i) })),
    about,
    index,
  );
  const checked = questions.map((question, i): CheckedQuestion => {
    const toMatch = ({ hit, similarity }: Compared): Match => {
      const snippet = matchingSentences(hit, termsOf(i).question, index.terms);
      return { source: toSource(hit, origin), askedBy: hit.document.askedBy, similarity: round(similarity), snippet };
    };
    const { sure, unsure } = shownOf(compared[i]!, termsOf(i));
    return {
      ...question,
      verdict: verdictOf(sure.map((match) => match.similarity)),
      matches: sure.map(toMatch),
      nearest: unsure.map(toMatch),
    };
  });
  return { questions: checked, inquiry: facts, sameInquiry: sameInquiry(compared, origin) };
}

interface Compared {
  hit: Hit;
  similarity: number;
}

/**
 * Those that are claimed to answer, and what came nearest beside them, which a clerk may know to be the matter all the
 * same. A question about something that no paper ever spoke of ("Einhörner") has nothing near it, whatever its other
 * words meet.
 */
export function shownOf(
  compared: Compared[],
  { question, rarest }: AskedTerms,
): { sure: Compared[]; unsure: Compared[] } {
  const sure = compared.filter(({ similarity }) => similarity >= SHOWN_FROM).slice(0, MAX_MATCHES);
  const unsure = compared.filter(({ similarity }) => similarity >= NEAR_FROM && similarity < SHOWN_FROM);
  return { sure, unsure: isUnheardOf(question, rarest) ? [] : unsure.slice(0, MAX_NEAREST) };
}

/** Whether much of what is asked stands in no paper at all. */
function isUnheardOf(question: AskedTerms['question'], rarest: number): boolean {
  const weights = [...question.values()];
  const sum = (all: number[]) => all.reduce((whole, weight) => whole + weight, 0);
  return sum(weights.filter((weight) => weight >= UNHEARD_OF * rarest)) >= UNHEARD_SHARE * sum(weights);
}

/**
 * Earlier answers with their similarity to each question. In the order of the search, which knows more of who asks for
 * what in which words; likeness only corrects it. With the question's text taken out of its own answers the own pair
 * comes first for .50 of them (by likeness alone .41), among five for .76 (.70); as they are for .98.
 */
export async function compareAll(
  questions: readonly { text: string; terms: AskedTerms }[],
  about: string,
  index: Pick<LiveIndex, 'searchAll' | 'weigh'>,
): Promise<Compared[][]> {
  const history = about === '' ? [] : [about];
  const all = { filters: {}, history, rewrite: null, sort: 'relevance', limit: COMPARED, offset: 0 } as const;
  const results = await index.searchAll(questions.map(({ text }) => ({ ...all, query: text, group: 'pair' })));
  const hits = [...new Map(results.flatMap((result) => result.hits).map((hit) => [hit.passage.id, hit])).values()];
  const texts = hits.map(textsOf);
  const weights = await index.weigh(texts.flat());
  let from = 0;
  const found = new Map<string, FoundTerms[]>();
  for (const [i, { passage }] of hits.entries()) {
    const [answer, title, ...asked] = weights.slice(from, from + texts[i]!.length);
    from += texts[i]!.length;
    found.set(
      passage.id,
      asked.map((question) => ({ question, answer: answer!, title: title! })),
    );
  }
  return results.map((result, i) => compared(result.hits, questions[i]!.terms, found));
}

/** @param found by the passage's id: the terms of each question that its pair asks */
function compared(hits: Hit[], asked: AskedTerms, found: ReadonlyMap<string, FoundTerms[]>): Compared[] {
  const most = hits[0]?.score || 1;
  return hits
    .map((hit) => {
      const alike = Math.max(...found.get(hit.passage.id)!.map((terms) => similarity(asked, terms)));
      return { hit, similarity: alike, order: hit.score / most + LIKENESS * alike };
    })
    .sort((a, b) => b.order - a.order || (b.hit.document.date ?? '').localeCompare(a.hit.document.date ?? ''))
    .map(({ hit, similarity }) => ({ hit, similarity }));
}

const textsOf = ({ passage, document, pair }: Hit): string[] => [
  passage.text,
  withoutAsker(document.title),
  ...questionsIn(pair.questionText ?? ''),
];

/** A pair may ask several things at once: the whole, then each sentence of it. */
function questionsIn(text: string): string[] {
  const sentences = sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));
  return sentences.length > 1 ? [text, ...sentences.slice(0, MAX_SENTENCES)] : [text];
}

/** "Anfrage StR Muster (ABC): Bäume" is about trees. */
const withoutAsker = (title: string): string => title.replace(ASKER, '');
const ASKER = german(/^\p{L}*Anfrage\b[^:]{0,150}:\s+(?=\S)/iu);

const round = (value: number): number => Math.round(value * 100) / 100;
