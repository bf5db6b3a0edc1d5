// What the page of a checked inquiry holds.
import type { CheckedQuestion } from '../../api/check/types.ts';
import type { Entry } from './entry.ts';
import type { Facts } from './facts-form.ts';

export interface CheckState {
  questions: CheckedQuestion[];
  /** What the clerk writes, a question each. */
  entries: Entry[];
  facts: Facts;
  about: string;
  city: string;
}
