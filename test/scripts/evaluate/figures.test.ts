import { describe, expect, test } from 'vitest';
import { abstentionFigures } from '../../../scripts/evaluate/abstention.ts';
import { answerFigures } from '../../../scripts/evaluate/answers.ts';
import { between, markdownTable } from '../../../scripts/evaluate/readme.ts';
import { retrievalFigures } from '../../../scripts/evaluate/retrieval.ts';

const asked = (gold: string[], found: string[]) => ({
  style: 'citizen',
  lang: 'de',
  gold,
  found: found.map((f) => [f]),
});

describe('retrieval figures', () => {
  test('of a question answered at the second place', () => {
    expect(retrievalFigures([asked(['a'], ['x', 'a'])])['citizen/de']).toEqual({
      ...{ questions: 1, recall1: 0, recall5: 1, recall20: 1, mrr10: 0.5 },
      ndcg10: 0.6309,
    });
  });

  test('any gold document counts for recall, all for nDCG', () => {
    const figures = retrievalFigures([asked(['a', 'b'], ['b', 'x', 'a'])])['citizen/de']!;
    expect(figures.recall1).toBe(1);
    expect(figures.ndcg10).toBe(0.9197);
  });

  test('a copy counts as its document', () => {
    const figures = retrievalFigures([{ style: 's', lang: 'de', gold: ['copy'], found: [['a', 'copy']] }]);
    expect(figures['s/de']!.recall1).toBe(1);
  });

  test('a rank behind the tenth is nothing to MRR', () => {
    const found = [...'0123456789'].concat('a');
    expect(retrievalFigures([asked(['a'], found)])['citizen/de']).toMatchObject({ recall20: 1, mrr10: 0, ndcg10: 0 });
  });

  test('questions without gold are left to abstention', () => {
    expect(retrievalFigures([asked([], ['x'])])).toEqual({});
  });
});

describe('abstention figures', () => {
  const rated = (answerable: boolean, confidence: number) => ({ answerable, confidence, abstained: confidence < 0.5 });

  test('a perfect division has an AUROC of 1, ties count half', () => {
    expect(abstentionFigures([rated(true, 0.9), rated(false, 0.1)])?.auroc).toBe(1);
    expect(abstentionFigures([rated(true, 0.4), rated(false, 0.4)])?.auroc).toBe(0.5);
  });

  test('shares at the threshold in use', () => {
    const figures = abstentionFigures([rated(true, 0.9), rated(true, 0.2), rated(false, 0.1)]);
    expect(figures).toMatchObject({ answered: 0.5, declined: 1 });
  });

  test('are nothing without both kinds', () => expect(abstentionFigures([rated(true, 1)])).toBeNull());
});

describe('answer figures', () => {
  test('are none where no question has an answer: a share of nothing is not zero', () => {
    expect(answerFigures([])).toEqual({ answerable: {}, declined: {} });
  });
});

describe('the table in the README', () => {
  test('replaces what stands between its marks and nothing else', () => {
    const text = 'a\n<!-- x:start -->\nold\n<!-- x:end -->\nb';
    expect(between(text, 'x', 'new')).toBe('a\n<!-- x:start -->\nnew\n<!-- x:end -->\nb');
  });
  test('says which marks are missing', () => expect(() => between('a', 'x', 'n')).toThrow('x:start'));
  test('is Markdown', () => expect(markdownTable(['a'], [[1]])).toBe('| a |\n| --- |\n| 1 |'));
});
