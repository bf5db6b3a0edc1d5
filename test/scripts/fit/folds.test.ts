// What is fitted on judged questions holds on papers that were left out, and its numbers mean what they say.
import { describe, expect, test } from 'vitest';
import { PAIR_FEATURES } from '../../../api/search/evidence.ts';
import type { Collected } from '../../../scripts/fit/collect.ts';
import { fitted } from '../../../scripts/fit/folds.ts';
import { randomNumbers } from '../../../scripts/fit/grow-trees.ts';
import { calibration, outcomes } from '../../../scripts/fit/report.ts';

const random = randomNumbers(11);

/** Of the pairs, the one that answers has more of the question; where the paper is left out, none has much. */
function invented(id: number, isAnswerable: boolean): Collected {
  const right = Math.floor(4 * random());
  const pairs = Array.from({ length: 4 }, (_, i) => {
    const covered = isAnswerable && i === right ? 0.5 + 0.5 * random() : 0.6 * random();
    return Float32Array.from(PAIR_FEATURES, (name) => (name === 'covered' ? covered : 0));
  });
  const isRight = pairs.map((_, i) => isAnswerable && i === right);
  const style = isAnswerable ? 'citizen' : 'without';
  const documents = [0, 1, 2, 3];
  const words: Float32Array[] = [];
  return {
    // Written questions weigh nearly alike, with an answer or without; people's do not, and shift the shares.
    id: `train-${id}`,
    style,
    paper: `${id % 60}`,
    isAnswerable,
    isInSmall: false,
    passages: 13_000,
    own: isAnswerable ? [right] : [],
    ranked: documents,
    words,
    strengths: new Float32Array(0),
    pairs,
    documents,
    isRight,
  };
}

describe('a fit', () => {
  const questions = Array.from({ length: 600 }, (_, i) => invented(i, i % 2 === 0));
  const { judged, models } = fitted(questions);

  test('puts the pair that answers first, also for papers that it was not fitted on', () => {
    const { citizen } = outcomes(judged, { answerFrom: 0.5, choiceFrom: 0.2 });
    expect(citizen!.first).toBeGreaterThan(0.75);
    expect(citizen!.right + citizen!.offered).toBeCloseTo(citizen!.served, 6);
    // Each of these pairs is of a paper of its own.
    expect(citizen!.paperFirst).toBe(citizen!.first);
    expect(citizen!.paperTwenty).toBe(1);
  });

  test('is surer where there is an answer, and rarely wrong where it is sure', () => {
    const { citizen, without } = outcomes(judged, { answerFrom: 0.5, choiceFrom: 0.2 });
    expect(citizen!.right).toBeGreaterThan(5 * without!.beside);
    expect(citizen!.precision).toBeGreaterThan(0.8);
  });

  test('its numbers are shares: of what it calls likely, about as many are right', () => {
    for (const { said, true: happened, questions: count } of calibration(judged)) {
      if (count >= 25) expect(Math.abs(said - happened)).toBeLessThan(0.2);
    }
  });

  test('names the features that it was fitted on', () => {
    expect(models.order.features).toEqual([...PAIR_FEATURES]);
    expect(models.first.trees.length).toBeGreaterThan(0);
  });
});
