// Pairs of one paper compete: how far each stands out among those of its paper by what its own question and answer have,
// the title left out, which they share. For every second question whose paper is found, another pair of it came first.
import type { Found } from './field-matcher.ts';
import { WEIGHTS } from './weights.ts';

export interface Rivalry {
  /** How much more of the question it has than the best of the others; `ALONE` without others. */
  ownBefore: number;
  /** Others that have more. */
  ownPlace: number;
  /** As `ownBefore`, by the pairs' questions alone. */
  askedBefore: number;
  /** Share that it has of the words by which the paper's pairs differ; -1 without others. */
  local: number;
}

const ALONE = -2;

/** @param papers the paper of each pair */
export function rivalry(found: Found[], papers: number[], weights: number[]): (place: number) => Rivalry {
  const all = weights.reduce((total, weight) => total + weight, 0) || 1;
  const covered = (strengths: ArrayLike<number>) =>
    weights.reduce((total, weight, i) => total + weight * strengths[i]!, 0) / all;
  const own = found.map(({ fields: [answer, question] }) => answer!.map((s, i) => Math.max(s, question![i]!)));
  const ownCovered = own.map(covered);
  const askedCovered = found.map(({ fields: [, question] }) => covered(question!));
  const before = (place: number, others: number[], values: number[]) =>
    others.length === 0 ? ALONE : values[place]! - Math.max(...others.map((other) => values[other]!));
  return (place) => {
    const others = papers.flatMap((paper, other) => (other !== place && paper === papers[place] ? other : []));
    let sum = 0;
    let most = 0;
    for (let i = 0; i < weights.length; i++) {
      const share = others.filter((other) => own[other]![i]! >= WEIGHTS.part).length / (others.length || 1);
      most += weights[i]! * (1 - share);
      sum += weights[i]! * (1 - share) * own[place]![i]!;
    }
    return {
      ownBefore: before(place, others, ownCovered),
      ownPlace: others.filter((other) => ownCovered[other]! > ownCovered[place]!).length,
      askedBefore: before(place, others, askedCovered),
      local: others.length === 0 ? -1 : sum / (most || 1),
    };
  };
}
