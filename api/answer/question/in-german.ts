// An English question → the German words that it would be asked in, by the lexicon alone: the papers are German. Null
// where it is not English, or the lexicon knows none of it.
import { isStopWord } from '../../../corpus/german/stop-words.ts';
import { tokensOf } from '../../index/lexicon.ts';
import type { LiveIndex } from '../../search/types.ts';

/** Of each word the first and most official one; names and numbers stay as they are. */
export async function inGerman(question: string, index: Pick<LiveIndex, 'lexicon'>): Promise<string | null> {
  const { tokens, words } = tokensOf(question);
  if (!words.some((word) => ENGLISH.has(word))) return null;
  const known = (await index.lexicon(words)).expand(words);
  const german: string[] = [];
  let translated = 0;
  for (let at = 0; at < words.length; ) {
    const found = known.filter(({ from }) => from === at).sort((a, b) => b.to - a.to)[0];
    const isBare = found === undefined || (found.to === at + 1 && isStopWord(tokens[at]!));
    if (isBare) {
      if (isName(tokens[at]!, at)) german.push(tokens[at]!);
      at++;
      continue;
    }
    german.push(found.expansions[0]!);
    translated++;
    at = found.to;
  }
  return translated === 0 ? null : german.join(' ');
}

const isName = (token: string, at: number): boolean => /\d/u.test(token) || (at > 0 && /^\p{Lu}\p{L}/u.test(token));

/** English words that stand in most English questions and are none in German. */
const ENGLISH: ReadonlySet<string> = new Set(
  'the is are of to how what when where why who which does do did can there my we our any for with has have been will would should much many it on at this that be you'.split(
    ' ',
  ),
);
