// Words of judged questions, and whether the pair that answers has them → what makes a word matter.
import { WORD_FEATURES } from '../../api/search/importance.ts';
import type { Trees } from '../../api/search/trees.ts';
import type { Collected } from './collect.ts';
import { growTrees } from './grow-trees.ts';

export function fitImportance(questions: Collected[]): Trees {
  const words = questions.flatMap(({ words }) => words);
  const values = new Float32Array(words.length * WORD_FEATURES.length);
  words.forEach((features, i) => {
    values.set(features, i * WORD_FEATURES.length);
  });
  const labels = Float32Array.from(questions.flatMap(({ strengths }) => Array.from(strengths, (s) => (s > 0 ? 1 : 0))));
  const weights = new Float32Array(words.length).fill(1);
  const growth = { trees: 80, depth: 3, rate: 0.1, ridge: 20, sample: 0.7 };
  return growTrees({ features: [...WORD_FEATURES], values, labels, weights, groups: null }, growth);
}
