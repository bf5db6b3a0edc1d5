// What a step of the answer is: it takes what is known and returns what it adds.
import type { Spending } from './model/spending.ts';
import type { Known } from './reply.ts';
import type { AnswerDeps } from './request.ts';

export interface StepDeps extends AnswerDeps {
  spending: Spending;
  /** A model reads more of what was found than a person is shown. */
  forModel: boolean;
}

export type AnswerStep = (known: Known, deps: StepDeps) => Partial<Known> | Promise<Partial<Known>>;
