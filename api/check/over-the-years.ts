// One document → earlier and later answers to the same questions, in order of time, and others that are alike.
import type { Pair, ReplyDocument } from '../../corpus/types.ts';
import { toSource } from '../answer/source.ts';
import type { Source } from '../events.ts';
import type { Hit, LiveIndex } from '../search/types.ts';
import { compareAll } from './check.ts';
import { rarestWeight } from './similarity.ts';
import { topicOf } from './topic.ts';
import { SAME_FROM, SHOWN_FROM } from './verdict.ts';

export interface OverTheYears {
  /** Answers to the same question, oldest first; undated ones at the end. Empty when there is no other. */
  same: { source: Source; question: string }[];
  /** Answers of the same subject, most alike first. */
  alike: Source[];
}

/** Each costs a search; long papers ask about one matter anyway. */
const MAX_QUESTIONS = 8;
const MAX_SAME = 20;
const MAX_ALIKE = 5;
const MAX_CHARACTERS = 1_000;

/** The document itself and its copies are left out. */
export async function overTheYears(document: ReplyDocument, index: LiveIndex, origin: string): Promise<OverTheYears> {
  const questions = document.pairs.flatMap((pair) => questionOf(pair)).slice(0, MAX_QUESTIONS);
  const asked = questions.length > 0 ? questions : [document.title];
  const [subject, ...terms] = await index.weigh([document.title, ...asked]);
  const rarest = rarestWeight(index.info.passages);
  const topic = topicOf(subject ?? new Map(), terms);
  const compared = await compareAll(
    asked.map((text, i) => ({ text, terms: { question: terms[i] ?? new Map(), about: topic, rarest } })),
    document.title,
    index,
  );
  const copies = new Set(document.aliases.map(({ file }) => file));
  const best = new Map<string, { hit: Hit; similarity: number; question: string }>();
  for (const [i, found] of compared.entries()) {
    for (const { hit, similarity } of found) {
      const known = best.get(hit.document.id);
      if (hit.document.id === document.id || copies.has(hit.document.file) || similarity < SHOWN_FROM) continue;
      if (!known || known.similarity < similarity) best.set(hit.document.id, { hit, similarity, question: asked[i]! });
    }
  }
  const others = [...best.values()].sort((a, b) => b.similarity - a.similarity);
  const isSame = ({ similarity }: { similarity: number }) => similarity >= SAME_FROM;
  return {
    same: others
      .filter(isSame)
      .slice(0, MAX_SAME)
      .map(({ hit, question }) => ({ source: toSource(hit, origin), question }))
      .sort((a, b) => (a.source.date ?? '9').localeCompare(b.source.date ?? '9')),
    alike: others
      .filter((other) => !isSame(other))
      .slice(0, MAX_ALIKE)
      .map(({ hit }) => toSource(hit, origin)),
  };
}

function questionOf({ questionText }: Pair): string[] {
  const text = questionText?.replace(/\s+/gu, ' ').trim().slice(0, MAX_CHARACTERS) ?? '';
  return text === '' ? [] : [text];
}
