// A claim in a language without a lexicon → what can be seen in it without reading it: whether it says no where the
// German quote says yes, speaks of all where the quote does not, gives a reason where the quote has none. The words are
// Turkish and Ukrainian; in other languages only the numbers are proven, and the reader gets the quote beside it.
import { sentencesOf } from '../../../../corpus/german/sentences.ts';
import { isMarker, type Marker } from './markers.ts';
import { saysNo } from './polarity.ts';
import { type Word, wordsOf } from './words.ts';

const NO =
  /^(?:değil\p{L}*|yok\p{L}*|hayır|hiçbir|\p{L}{2,}(?:m[ae]d[ıi]|m[ae]m[ıi]ş|m[ae]yacak|meyecek|m[ıiuü]yor|[ae]m[ae]z)\p{L}{0,5}|не|ні|немає|нема|жодн\p{L}+|без|неможлив\p{L}+)$/u;
const ALL = /^(?:tüm|bütün|tümü|tamamı|всі|усі|всіх|усіх|всіма|кожн\p{L}+|усієї|всієї|усього|всього)$/u;
const ONLY = /^(?:sadece|yalnızca|лише|тільки|виключно)$/u;
const BECAUSE = /^(?:çünkü|nedeniyle|yüzünden|dolayı|бо|оскільки|внаслідок)$/u;
/** What a reply can only have after the fact. */
const SETTLED = /^(?:onaylandı|onaylanmıştır|kesin|kesinlikle|схвал\p{L}+|затвердж\p{L}+|гарант\p{L}+|остаточно)$/u;

export function seenUnread(claim: string, quotes: string): 'negation' | 'scope' | 'cause' | null {
  const said = wordsOf(claim).map((word) => word.lower);
  const sentences = sentencesOf(quotes, { start: 0, end: quotes.length }).map(({ start, end }) =>
    wordsOf(quotes.slice(start, end)),
  );
  const says = (pattern: RegExp) => said.some((word) => pattern.test(word));
  const quoted = (test: (word: Word) => boolean) => sentences.some((words) => words.some(test));
  const marked = (name: Marker) => quoted((word) => isMarker(name, word.lower));
  if (says(NO) && !quoted(saysNo)) return 'negation';
  if (!says(NO) && sentences.flatMap(clausesOf).every((words) => words.some(saysNo))) return 'negation';
  if (says(SETTLED) && !marked('promise')) return 'scope';
  if ((says(ALL) && !marked('all')) || (says(ONLY) && !marked('only'))) return 'scope';
  return says(BECAUSE) && !marked('cause') ? 'cause' : null;
}

/** Clauses that say anything. */
function clausesOf(words: Word[]): Word[][] {
  const clauses = new Map<number, Word[]>();
  for (const word of words) clauses.set(word.clause, [...(clauses.get(word.clause) ?? []), word]);
  return [...clauses.values()].filter((clause) => clause.filter((word) => word.content).length > 1);
}
