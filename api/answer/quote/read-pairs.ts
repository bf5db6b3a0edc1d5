// Hits → pairs with their documents, best first. Where a pair only points to another ("siehe Antwort zu 1"), the other
// one stands in its place.
import { isPointedAt } from '../../../corpus/parse/kind.ts';
import { passagesOf } from '../../../corpus/passages.ts';
import type { Passage, ReplyDocument } from '../../../corpus/types.ts';
import type { Hit } from '../../search/types.ts';
import type { FoundPair, Known } from '../reply.ts';
import type { StepDeps } from '../step.ts';

/** Documents that are read for an answer. */
export const MAX_READ = 6;
export const MAX_READ_FOR_MODEL = 10;

export async function readPairs({ found }: Known, { index, forModel }: StepDeps): Promise<Partial<Known>> {
  if (!found) return {};
  const most = forModel ? MAX_READ_FOR_MODEL : MAX_READ;
  const ids = [...new Set(found.hits.map(({ document }) => document.id))].slice(0, most);
  const missing = ids.filter((id) => !found.documents?.has(id));
  const others = missing.length === 0 ? [] : await index.documents(missing);
  const read = new Map([...(found.documents ?? []), ...others]);
  const pairs = found.hits.flatMap((hit): FoundPair[] => {
    const document = read.get(hit.document.id);
    return document ? [{ hit: pointedTo(hit, document), document }] : [];
  });
  return { pairs: distinct(pairs) };
}

function pointedTo(hit: Hit, document: ReplyDocument): Hit {
  const { see } = hit.pair;
  const at = document.pairs.findIndex((pair) => isPointedAt(pair, see) && pair.see === null);
  const pair = document.pairs[at];
  if (!pair) return hit;
  const inside = ({ start, end }: Passage) => start >= pair.answer.start && end <= pair.answer.end;
  const passage = passagesOf(document).find(inside);
  if (!passage) return hit;
  const text = document.text.slice(passage.start, passage.end);
  // What was asked stays what was asked.
  const { number, question, questionText, questionFrom } = hit.pair;
  const asked = questionText === null ? {} : { number, question, questionText, questionFrom };
  return { ...hit, passage: { ...passage, text, pair: at }, pair: { ...pair, ...asked } };
}

function distinct(pairs: FoundPair[]): FoundPair[] {
  const seen = new Set<string>();
  return pairs.filter(({ hit: { document, pair } }) => {
    const key = `${document.id}#${pair.answer.start}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
