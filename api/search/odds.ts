// Concepts and what a pair has of them → the odds that it answers, as far as words tell.
import type { Concept } from './concept.ts';
import { chanceOf } from './importance.ts';
import type { Collection } from './rank.ts';

/**
 * How much likelier the question's words stand in a pair that answers it than in any other (Robertson and Spärck Jones
 * 1976, the share of answering pairs being learnt): what is there, and what is missing.
 */
export function oddsOf(concepts: Concept[], importance: Float32Array, collection: Collection) {
  const { passages, df } = collection;
  const gains: number[] = [];
  const losses: number[] = [];
  for (const [i, p] of importance.entries()) {
    const chance = Math.min(0.9, (chanceOf(concepts[i]!, df) + 0.5) / (passages + 1));
    const likely = Math.max(p, 1.2 * chance);
    gains.push(Math.log(likely / chance));
    losses.push(Math.max(0, Math.log((1 - chance) / (1 - Math.min(0.98, likely)))));
  }
  const most = gains.reduce((sum, gain) => sum + gain, 0) || 1;
  const total = (strengths: Float32Array) =>
    gains.reduce((sum, gain, i) => sum + strengths[i]! * gain - (1 - strengths[i]!) * losses[i]!, 0);
  return (inPair: Float32Array, inDocument: Float32Array) => {
    const missed = losses.map((loss, i) => (1 - inPair[i]!) * loss);
    return {
      odds: total(inPair),
      oddsShare: total(inPair) / most,
      surprise: missed.reduce((sum, loss) => sum + loss, 0),
      greatestSurprise: Math.max(0, ...missed),
      documentOdds: total(inDocument),
    };
  };
}
