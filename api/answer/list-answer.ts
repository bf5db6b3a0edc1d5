// A question about the collection → a count or list from the index, the newest match quoted (kind "list").
import type { AnswerEvent } from '../events.ts';
import type { AnswerDeps, AnswerRequest } from './answer.ts';
import type { ListQuestion } from './lists.ts';

export async function answerList(
  _list: ListQuestion,
  _request: AnswerRequest,
  _deps: AnswerDeps,
): Promise<AnswerEvent[] | null> {
  return null;
}
