// Which form an answer takes, by how sure the search is.
import { describe, expect, it } from 'vitest';
import { decideForm } from '../../../api/search/decide.ts';

describe('the form of an answer', () => {
  it.each([
    ['the first pair is sure enough', 0.5, 1, 'answer'],
    ['the first pair is not, but one of five may be', 0.49, 0.2, 'choice'],
    ['nothing is likely', 0.19, 0.19, 'nothing'],
  ])('%s', (_, sureOfFirst, sureOfFive, form) => {
    expect(decideForm({ sureOfFirst, sureOfFive }, { answerFrom: 0.5, choiceFrom: 0.2 })).toBe(form);
  });
});
