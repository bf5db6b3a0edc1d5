// What ranking needs to know of all passages together, as sums that a document is added to and taken from: whole numbers,
// so that the order in which documents came and went leaves no trace.
import { fieldLength } from '../search/rank.ts';
import type { Brief } from './stored-briefs.ts';

export interface Sums {
  passages: number;
  /** Words of all answers. */
  answers: number;
  /** Words of the questions of all passages. */
  questions: number;
  /** Documents whose inquiry is known. */
  inquiries: number;
  inquiryWords: number;
}

export const NO_SUMS: Sums = { passages: 0, answers: 0, questions: 0, inquiries: 0, inquiryWords: 0 };

export function sumsOf({ passages, inquiryLength }: Pick<Brief, 'passages' | 'inquiryLength'>): Sums {
  const total = (of: 'answer' | 'question') => passages.reduce((sum, passage) => sum + passage[of], 0);
  const inquiries = inquiryLength === 0 ? 0 : 1;
  const lengths = { answers: total('answer'), questions: total('question') };
  return { passages: passages.length, ...lengths, inquiries, inquiryWords: inquiryLength };
}

/** @param times -1 takes away */
export function plus(sums: Sums, more: Sums, times: 1 | -1 = 1): Sums {
  const names = Object.keys(NO_SUMS) as (keyof Sums)[];
  return Object.fromEntries(names.map((name) => [name, sums[name] + times * more[name]])) as unknown as Sums;
}

export function averagesOf({ passages, answers, questions, inquiries, inquiryWords }: Sums) {
  const length = fieldLength({ answer: answers, question: questions });
  return {
    averageLength: passages === 0 ? 1 : length / passages,
    averageInquiryLength: inquiries === 0 ? 1 : inquiryWords / inquiries,
  };
}
