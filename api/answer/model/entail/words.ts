// Text → its words, as two texts are compared by: stems, what carries meaning, where a clause ends.
import { cistem } from '../../../../corpus/german/cistem.ts';
import { isStopWord } from '../../../../corpus/german/stop-words.ts';

export interface Word {
  /** In lower case. */
  lower: string;
  stem: string;
  /** Neither a stop word nor a number nor a word that turns the sentence: what it is about. */
  content: boolean;
  /** Written with a capital inside of a sentence: in German a noun or a name. */
  capital: boolean;
  number: boolean;
  /** Counts up at commas, semicolons, colons, dashes and words that join clauses. */
  clause: number;
}

const TOKEN = /\p{N}[\p{N}.,:/-]*\p{N}|\p{L}[\p{L}\p{M}\p{N}*’'-]*[\p{L}\p{N}]|\p{L}|\p{N}|[.,;:!?–()]/gu;
const STOPS_CLAUSE = /^[.,;:!?–()]$/u;
const JOINS =
  /^(?:und|oder|aber|sondern|sodass|weil|da|denn|damit|wobei|obwohl|jedoch|and|or|but|because|since|although|so)$/u;
/** Words of telling, not of what is told: "Nach dieser Antwort", "laut Verwaltung". */
const TELLS = new Set(
  `antwort antworten auskunft angabe angaben stand verwaltung stadtverwaltung stadt laut gemäß demnach damals zeitpunkt
   januar februar märz april mai juni juli august september oktober november dezember
   january february march april may june july august september october november december
   administration city according answer reply ja nein yes no nicht kein keine keinen keiner keinem keines not`.split(
    /\s+/u,
  ),
);

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let clause = 0;
  let begins = true;
  for (const [token] of text.normalize('NFKC').matchAll(TOKEN)) {
    if (STOPS_CLAUSE.test(token)) {
      clause++;
      if (/[.:!?]/u.test(token)) begins = true;
      continue;
    }
    const lower = token.toLowerCase().replaceAll('*', '');
    const number = /^\p{N}/u.test(lower);
    if (JOINS.test(lower)) clause++;
    words.push({
      lower,
      stem: number ? lower : cistem(lower.replaceAll(/[’'-]/gu, '')),
      content: !number && lower.length > 1 && !isStopWord(token) && !TELLS.has(lower),
      capital: !begins && /^\p{Lu}/u.test(token),
      number,
      clause,
    });
    begins = false;
  }
  return words;
}

export type Features = Record<string, number>;
