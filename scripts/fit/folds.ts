// Collected questions → rows for the trees, and models that are tried on papers which they were not fitted on.

import { SURENESS_FEATURES, surenessFeatures } from '../../api/search/confidence.ts';
import { PAIR_FEATURES } from '../../api/search/evidence.ts';
import { likeliestFirst } from '../../api/search/order.ts';
import { type Trees, treesScore } from '../../api/search/trees.ts';
import type { Collected } from './collect.ts';
import { type Growth, growTrees, type Rows } from './grow-trees.ts';

export interface Models {
  order: Trees;
  first: Trees;
  five: Trees;
}

/** A question as the models see it: whether its pairs answer, the likeliest first, and how sure they are of them. */
export interface Judged {
  question: Collected;
  isRight: boolean[];
  /** Documents of these pairs. */
  documents: number[];
  sureOfFirst: number;
  sureOfFive: number;
}

const FOLDS = 5;
/** Found by cross-validation; trees of depth 3 or 5 and twice as many of them give the same within a point. */
const ORDER: Growth = { trees: 90, depth: 4, rate: 0.12, ridge: 10, sample: 0.5 };
const SURENESS: Growth = { trees: 160, depth: 3, rate: 0.05, ridge: 40, sample: 0.6 };

interface Ordered {
  question: Collected;
  isRight: boolean[];
  documents: number[];
  features: Float32Array;
}

/**
 * All questions, each judged by models that were fitted without its papers, and models that were fitted on all. How
 * sure these are is learnt from the folds: an order is too sure of the questions that it was fitted on.
 */
export function fitted(questions: Collected[]): { judged: Judged[]; models: Models } {
  const folds = questions.map((question) => foldOf(question.paper));
  const orders = Array.from({ length: FOLDS }, (_, fold) => fitOrder(questions.filter((_, i) => folds[i] !== fold)));
  const ordered = questions.map((question, i) => orderedBy(orders[folds[i]!]!, question));
  const outside = Array.from({ length: FOLDS }, (_, fold) => {
    const others = ordered.filter((_, i) => folds[i] !== fold);
    const [first, five] = [fitSureness(others, 1), fitSureness(others, 5)];
    const own = ordered.filter((question, i) => folds[i] === fold && question.isRight.length > 0);
    return own.map((question) => ({
      ...question,
      first: treesScore(first, question.features),
      five: treesScore(five, question.features),
    }));
  }).flat();
  // Trees are surer than they should be of what they have not seen: how much, the folds tell.
  const toFirst = calibrated(outside.map((own) => ({ ...own, score: own.first, isRight: isAmong(own, 1) })));
  const toFive = calibrated(outside.map((own) => ({ ...own, score: own.five, isRight: isAmong(own, 5) })));
  const judged = outside.map(({ question, isRight, documents, first, five }): Judged => {
    const sureOfFirst = probability(toFirst.slope * first + toFirst.shift);
    const sureOfFive = Math.max(sureOfFirst, probability(toFive.slope * five + toFive.shift));
    return { question, isRight, documents, sureOfFirst, sureOfFive };
  });
  const unfound = ordered.filter(({ isRight }) => isRight.length === 0);
  judged.push(
    ...unfound.map(({ question }) => ({ question, isRight: [], documents: [], sureOfFirst: 0, sureOfFive: 0 })),
  );
  const first = adjusted(fitSureness(ordered, 1), toFirst);
  const five = adjusted(fitSureness(ordered, 5), toFive);
  return { judged, models: { order: fitOrder(questions), first, five } };
}

const isAmong = ({ isRight }: Pick<Ordered, 'isRight'>, n: number): boolean => isRight.slice(0, n).some(Boolean);

interface Calibration {
  slope: number;
  shift: number;
}

/** Platt scaling: the line from scores to log odds under which what happened is likeliest (Newton's method). */
function calibrated(scored: { score: number; isRight: boolean; question: Collected }[]): Calibration {
  let slope = 1;
  let shift = 0;
  for (let step = 0; step < 20; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const { score, isRight, question } of scored) {
      const weight = weightOf(question);
      const p = probability(slope * score + shift);
      const error = weight * (p - Number(isRight));
      const curve = weight * p * (1 - p);
      g0 += error;
      g1 += error * score;
      h00 += curve;
      h01 += curve * score;
      h11 += curve * score * score;
    }
    const determinant = h00 * h11 - h01 * h01;
    shift -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, shift };
}

function adjusted({ features, base, trees }: Trees, { slope, shift }: Calibration): Trees {
  const rounded = (value: number) => Math.round(value * 1e4) / 1e4;
  return {
    features,
    base: rounded(slope * base + shift),
    trees: trees.map(({ splits, leaves }) => ({ splits, leaves: leaves.map((leaf) => rounded(slope * leaf)) })),
  };
}

function foldOf(paper: string): number {
  let hash = 0;
  for (const character of paper) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return ((hash ^ (hash >>> 7)) >>> 0) % FOLDS;
}

/**
 * How much more people's questions count for sureness. Found by cross-validation: with the weights below the area under
 * the curve is .84 for .82 on them (first pair right or not), .776 for .785 on written ones.
 */
const ASKED_BY_PEOPLE = 6;

const isWritten = ({ id, isInSmall }: Collected): boolean => isInSmall || /^(?:train|enrichment)/.test(id);

/** How much a question counts: those that people asked more than those that were written for a given pair. */
function weightOf({ id, style, isInSmall, isAnswerable }: Collected): number {
  if (isInSmall) return isAnswerable ? 0.5 : 0.3;
  const written = /^(?:train|enrichment)/.test(id);
  if (style === 'without') return written ? 0.8 : 1;
  return written ? 1 : 2;
}

function fitOrder(questions: Collected[]): Trees {
  const used = questions.filter(({ isRight }) => isRight.some(Boolean));
  const pairs = used.flatMap((question) => question.pairs);
  const width = PAIR_FEATURES.length;
  const values = new Float32Array(pairs.length * width);
  pairs.forEach((features, i) => {
    values.set(features, i * width);
  });
  const groups = Uint32Array.from([0, ...used.map(({ pairs }) => pairs.length)]);
  for (let i = 1; i < groups.length; i++) groups[i]! += groups[i - 1]!;
  const rows = (ofPeople: number): Rows => ({
    features: [...PAIR_FEATURES],
    values,
    labels: Float32Array.from(used.flatMap(({ isRight }) => isRight.map(Number))),
    weights: Float32Array.from(
      used.flatMap((one) => one.pairs.map(() => weightOf(one) * (isWritten(one) ? 1 : ofPeople))),
    ),
    groups,
  });
  return together(growTrees(rows(1), ORDER), growTrees(rows(3), ORDER));
}

/** Share of the fit in which people's questions count most. */
const OF_OTHER = 0.7;

/** What both say: two that weigh people's questions differently err less together. */
function together(one: Trees, other: Trees): Trees {
  const scaled = ({ trees }: Trees, share: number) =>
    trees.map(({ splits, leaves }) => ({ splits, leaves: leaves.map((leaf) => Math.round(leaf * share * 1e4) / 1e4) }));
  const base = (1 - OF_OTHER) * one.base + OF_OTHER * other.base;
  return { features: one.features, base, trees: [...scaled(one, 1 - OF_OTHER), ...scaled(other, OF_OTHER)] };
}

function orderedBy(order: Trees, question: Collected): Ordered {
  const pairs = question.pairs.map((features, i) => ({
    ...{ features, score: -i, passage: { doc: question.documents[i]!, i }, byConcept: NONE, byText: NONE, near: 0 },
    missing: [],
    byEnrichment: 0,
    isReferenced: false,
  }));
  const ordered = likeliestFirst(pairs, order);
  return {
    question,
    isRight: ordered.map(({ passage }) => question.isRight[passage.i]!),
    documents: ordered.map(({ passage }) => passage.doc),
    features:
      ordered.length > 0 ? surenessFeatures(ordered, question.passages) : new Float32Array(SURENESS_FEATURES.length),
  };
}

const NONE = new Float64Array(0);

function fitSureness(ordered: Ordered[], among: number): Trees {
  const used = ordered.filter(({ isRight }) => isRight.length > 0);
  const width = SURENESS_FEATURES.length;
  const values = new Float32Array(used.length * width);
  used.forEach(({ features }, i) => {
    values.set(features, i * width);
  });
  const labels = Float32Array.from(used, ({ isRight }) => (isRight.slice(0, among).some(Boolean) ? 1 : 0));
  const weights = Float32Array.from(
    used,
    ({ question }) => weightOf(question) * (isWritten(question) ? 1 : ASKED_BY_PEOPLE),
  );
  return growTrees({ features: [...SURENESS_FEATURES], values, labels, weights, groups: null }, SURENESS);
}

const probability = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));
