// Hits → what is quoted of them: the sentences that matter of the best, and of up to two more that add something.
// What says the same at different times is shown once, in its newest form.

import { sentencesOf } from '../../../corpus/german/sentences.ts';
import type { AnswerKind, Pair, ReplyDocument, Span } from '../../../corpus/types.ts';
import type { Hit, LiveIndex } from '../../search/types.ts';
import { analyse } from '../question/analysis.ts';
import { type Choice, choose, type Query } from './choose.ts';
import type { Room } from './pick.ts';

export interface Excerpt {
  document: ReplyDocument;
  pair: Pair;
  kind: AnswerKind;
  /** In order of the document. */
  sentences: Span[];
}

/** What a citizen reads in one go: 85 words of the answer, two further voices of 40. */
const FIRST_ROOM = { maxSentences: 6, maxWords: 85 } satisfies Room;
const FURTHER_ROOM = { maxSentences: 2, maxWords: 40 } satisfies Room;
const MAX_EXCERPTS = 3;
/**
 * Below these shares of the best hit's scores another one is another subject. At .8 a citizen's bare question reads 127
 * words instead of 94, and no more gold quotes are in them.
 */
const FURTHER_HIT = 0.85;
const FURTHER_CHOICE = 0.85;
const SAME_WORDS = 0.6;
/** Share of the best hit's score that a newer paper on its matter must have. */
const NEWER_HIT = 0.8;
/** Share of a title's words that make it another's matter. */
const SAME_TITLE = 0.6;

/**
 * @param found best first, with their documents
 */
export function excerptsOf(found: { hit: Hit; document: ReplyDocument }[], bare: Query, index: LiveIndex): Excerpt[] {
  const query = weighed(
    bare,
    found.map(({ document }) => document),
  );
  const candidates = found.flatMap(({ hit, document }, i) => {
    const choice = choose(document, hit, query, i === 0 ? FIRST_ROOM : FURTHER_ROOM);
    return choice === null ? [] : [{ hit, document, choice }];
  });
  const best = candidates[0];
  if (!best) return [];
  const newer = namesYear(bare) ? undefined : newerAnswer(best, candidates, index);
  const others = newer ? [again(best, query, false), ...candidates.slice(1)] : candidates.slice(1);
  const chosen = [newer ? again(newer, query, true) : best];
  for (const candidate of others.filter((other) => other !== newer)) {
    if (chosen.length === MAX_EXCERPTS) break;
    if (candidate.hit.score < FURTHER_HIT * best.hit.score) continue;
    if (candidate.choice.score < FURTHER_CHOICE * best.choice.score) continue;
    const twin = chosen.findIndex((other) => saysTheSame(candidate, other, index));
    if (twin < 0) chosen.push(candidate);
    else if (isNewer(candidate.document, chosen[twin]!.document)) chosen[twin] = again(candidate, query, twin === 0);
  }
  return chosen.map(({ document, choice }) => ({
    document,
    pair: choice.pair,
    kind: statedKind(document, choice),
    sentences: choice.sentences,
  }));
}

type Candidate = { hit: Hit; document: ReplyDocument; choice: Choice };

function again(candidate: Candidate, query: Query, first: boolean): Candidate {
  const choice = choose(candidate.document, candidate.hit, query, first ? FIRST_ROOM : FURTHER_ROOM);
  return { ...candidate, choice: choice ?? candidate.choice };
}

/** The newest paper on the very matter of the best one, if it answers the question as well. */
function newerAnswer(best: Candidate, candidates: Candidate[], index: LiveIndex): Candidate | undefined {
  return candidates
    .filter(
      ({ document, hit, choice }) =>
        isNewer(document, best.document) &&
        hit.score >= NEWER_HIT * best.hit.score &&
        (choice.isAsked || choice.score >= best.choice.score) &&
        isSameMatter(document, best.document, index),
    )
    .sort((a, b) => (isNewer(a.document, b.document) ? -1 : 1))[0];
}

/** By the words of their titles. */
function isSameMatter(a: ReplyDocument, b: ReplyDocument, index: LiveIndex): boolean {
  const [x, y] = [a, b].map(({ title }) => new Set(index.terms(title).map(({ term }) => term)));
  const shared = [...x!].filter((term) => y!.has(term)).length;
  return shared >= 2 && shared / Math.min(x!.size, y!.size) >= SAME_TITLE;
}

/** Who asks about a year does not ask for the newest. */
function namesYear({ weights }: Query): boolean {
  return [...weights.keys()].some((term) => /^(?:19|20)\d\d$/u.test(term));
}

function saysTheSame(a: Candidate, b: Candidate, index: LiveIndex): boolean {
  const [x, y] = [a, b].map(
    ({ document, choice }) =>
      new Set(choice.sentences.flatMap((s) => analyse(document.text.slice(s.start, s.end), index))),
  );
  const shared = [...x!].filter((term) => y!.has(term)).length;
  return shared / Math.max(1, Math.min(x!.size, y!.size)) >= SAME_WORDS;
}

/** Terms that stand in every other sentence of these documents tell none from another; those in none tell nothing. */
function weighed(query: Query, documents: ReplyDocument[]): Query {
  const sentences = documents.flatMap((document) =>
    document.pairs.flatMap((pair) =>
      sentencesOf(document.text, pair.answer).map((s) => query.matches(document.text.slice(s.start, s.end))),
    ),
  );
  const weights = new Map<string, number>();
  for (const [term, weight] of query.weights) {
    const having = sentences.filter((matches) => matches.has(term)).length;
    if (having > 0) weights.set(term, weight * Math.log(1 + sentences.length / having));
  }
  return { ...query, weights };
}

function isNewer(a: ReplyDocument, b: ReplyDocument): boolean {
  return a.date !== null && b.date !== null && a.date > b.date;
}

/** "No data" and the like are announced only where the quoted sentences themselves say so. */
function statedKind(document: ReplyDocument, { pair, sentences }: Choice): AnswerKind {
  const quoted = sentences.map((s) => document.text.slice(s.start, s.end)).join(' ');
  return pair.kind !== 'answered' && NEGATIVE.test(quoted) && !ANSWERS_TOO.test(quoted) ? pair.kind : 'answered';
}

const NEGATIVE = /\b(?:kein\w*|nicht|weder|verw[ie]+s\w*|zuständig\w*|nachgereicht|folgt|wird .* beantwortet)\b/iu;
/** A quotation with figures is more than a refusal. */
const ANSWERS_TOO = /\d{2,}(?![\d.]*\s*(?:Abs|§|GG|GO|DSGVO))/u;
