// Which form an answer takes, by how sure the search is.
import { describe, expect, it } from 'vitest';
import { ANSWER_FROM, CHOICE_FROM, decideForm } from '../../../api/search/decide.ts';

describe('the form of an answer', () => {
  it.each([
    ['the first pair is sure enough', ANSWER_FROM, 1, 'answer'],
    ['the first pair is not, but one of five may be', ANSWER_FROM - 0.01, CHOICE_FROM, 'choice'],
    ['nothing is likely', CHOICE_FROM - 0.01, CHOICE_FROM - 0.01, 'nothing'],
  ])('%s', (_, sureOfFirst, sureOfFive, form) => {
    expect(decideForm({ sureOfFirst, sureOfFive })).toBe(form);
  });
});
