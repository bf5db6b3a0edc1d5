// A new question and an earlier pair, each with what surrounds it → how alike they are, 0 to 1. Terms and their weights
// are the index's own.

import { rarity, shareOf } from '../index/rarity.ts';

/** Analysed terms with their inverse document frequency (LiveIndex.weigh). */
export type Weights = ReadonlyMap<string, number>;

export interface AskedTerms {
  question: Weights;
  /** What the whole inquiry is about; empty when nothing stands around its questions. */
  about: Weights;
  /** The weight of a term that no passage has: what rare means depends on the size of the corpus. */
  rarest: number;
}

export interface FoundTerms {
  /** Empty when the question is not known. */
  question: Weights;
  answer: Weights;
  title: Weights;
}

/** A question like "Was kostet das?" says nothing without its subject; a long one carries it. */
const CONTEXT = 0.7;
/**
 * What an answer speaks of proves less than what was asked: of claims read by hand, those by the answer alone were of
 * the same topic, seldom of the same question. Where the question was not repeated it is all there is and counts whole:
 * of such answers a seventh more is found than at 0.9, for one more claim in 70 questions.
 */
const BY_ANSWER = 0.6;
/**
 * What a shared word proves where the paper has nothing else of the inquiry's subject: "Rückstellungen" for gas prices
 * say nothing of those for damages. All of it from this share of the subject on, and the more, the more alike the
 * questions are: with it a fifth fewer claims where nothing was to be found, and none lost of 767 that were right.
 */
const OTHER_MATTER = 0.6;
const SAME_MATTER_FROM = 0.25;
/** Without a subject nothing says that the answer speaks of the same thing by the same words. */
const WITHOUT_SUBJECT = 0.8;
/** Whoever does not know what was asked cannot say that this very question was answered (verdict.ts). */
const MAX_BY_ANSWER = 0.69;
/**
 * In parts of the rarest term's weight (10 in a corpus of 12,000 passages): only terms above the first tell a subject,
 * as "Kosten" does not, and so much above it makes one, as three or four nouns do.
 */
const RARE = 0.3;
const SUBJECT = 1;

export function similarity(asked: AskedTerms, found: FoundTerms): number {
  const answered = byAnswer(asked, found);
  if (found.question.size === 0) return Math.min(MAX_BY_ANSWER, answered);
  return Math.min(1, Math.max(byQuestion(asked, found), BY_ANSWER * answered));
}

/** The questions by themselves as far as they name their subject, or together with what they are asked about. */
function byQuestion(asked: AskedTerms, { question, answer, title }: FoundTerms): number {
  const shared = new Map([...title].filter(([term]) => asked.question.has(term)));
  const known = joined(question, shared);
  // A found question that asks more than this one answers it all the same.
  const alone = 0.65 * cosine(asked.question, known) + 0.35 * covered(asked.question, [known]);
  const withContext = asked.about.size === 0 ? 0 : cosine(joined(asked.question, asked.about), joined(question, title));
  const own = specific(asked.question, asked.rarest);
  // A question asked by itself has no subject that could speak against it: one word that names one goes further.
  const weight = asked.about.size === 0 ? Math.sqrt(own) : own;
  const doubt = (1 - agreement(asked, [question, answer, title])) * (1 - alone ** 2);
  return Math.max(weight * alone * (1 - doubt), withContext);
}

/** Whether the paper speaks of what the inquiry is about, by other words than the question's. */
function agreement(asked: AskedTerms, texts: Weights[]): number {
  const others = new Map([...asked.about].filter(([term]) => !asked.question.has(term)));
  if (others.size === 0) return 1;
  return Math.min(1, OTHER_MATTER + ((1 - OTHER_MATTER) / SAME_MATTER_FROM) * covered(others, texts));
}

/** Both must be there: the question's words and those of its subject. */
function byAnswer(asked: AskedTerms, { question, answer, title }: FoundTerms): number {
  const texts = [question, answer, title];
  const own = covered(asked.question, texts);
  const subject = asked.about.size === 0 ? own : covered(asked.about, texts);
  const trust = asked.about.size === 0 ? WITHOUT_SUBJECT : 1;
  return trust * specific(joined(asked.question, asked.about), asked.rarest) * Math.sqrt(own * subject);
}

/** 0 to 1: whether a text names a subject. */
function specific(weights: Weights, rarest: number): number {
  const rare = [...weights.values()].reduce((sum, weight) => sum + Math.max(0, weight - RARE * rarest), 0);
  return Math.min(1, rare / (SUBJECT * rarest));
}

/** The inverse document frequency of a term that none of so many passages has (LiveIndex.weigh). */
export function rarestWeight(passages: number): number {
  return rarity(0, passages);
}

function joined(own: Weights, context: Weights): Map<string, number> {
  const all = new Map([...context].map(([term, weight]) => [term, CONTEXT * weight]));
  for (const [term, weight] of own) all.set(term, weight);
  return all;
}

function cosine(a: Weights, b: Weights): number {
  let dot = 0;
  for (const [term, weight] of a) dot += weight * (b.get(term) ?? 0);
  const lengths = length(a) * length(b);
  return lengths === 0 ? 0 : dot / lengths;
}

function length(weights: Weights): number {
  return Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0));
}

/** Share of the weight that the texts bring. */
function covered(weights: Weights, texts: Weights[]): number {
  return shareOf(weights, (term) => (texts.some((text) => text.has(term)) ? 1 : 0));
}
