// The lexicon in Solr's synonym format → what a question's words are searched as, too. `a, b => c` searches c for a or
// b; `a, b, c` each for the others. Phrases of several words come before the words that they are made of.
import { stemOf } from '../../corpus/german/homographs.ts';
import { TOKEN } from '../../corpus/german/letters.ts';

export interface Expansion {
  /** Tokens of the question that it stands for: first and one past the last. */
  from: number;
  to: number;
  /** Words and phrases to search as well, best first. */
  expansions: string[];
}

export interface Lexicon {
  /** @param words the question's tokens in their order, lower case, stop words included */
  expand(words: string[]): Expansion[];
}

interface Entry {
  words: string[];
  stems: string[];
  expansions: string[];
}

/** Up to here two words may share a stem and nothing else ("Hort" and "gehört"). */
const SHORT_STEM = 5;

/**
 * Solr's lines → lines that open fast, for stemming all of them takes a Worker's first question half a second.
 * A line is `stems TAB words TAB expansions`, the expansions separated by `|`.
 * @param text files in Solr's format, one after the other; lines that begin with `#` are comments
 */
export function compileLexicon(text: string): string {
  const lines = text.split('\n').flatMap((line) => {
    const rule = line.replace(/#.*/, '').trim();
    if (rule === '') return [];
    const [left = [], right] = rule.split('=>').map(members);
    return left.map((member) => {
      const words = wordsOf(member);
      const expansions = (right ?? left).filter((other) => other !== member);
      return [words.map(stemOf).join(' '), words.join(' '), expansions.join('|')].join('\t');
    });
  });
  return lines.join('\n');
}

/** @param compiled what `compileLexicon` made */
export function openLexicon(compiled: string): Lexicon {
  const byFirstStem = new Map<string, string[]>();
  for (const line of compiled.split('\n')) {
    if (line === '') continue;
    const first = line.slice(0, line.search(/[ \t]/));
    const known = byFirstStem.get(first);
    if (known) known.push(line);
    else byFirstStem.set(first, [line]);
  }
  const entriesOf = (stem: string): Entry[] => (byFirstStem.get(stem) ?? []).map(entryOf);
  return {
    expand(words) {
      const stems = stemsOfWords(words);
      const found: Expansion[] = [];
      let phraseEnd = 0;
      for (let at = 0; at < words.length; at++) {
        const entries = entriesOf(stems[at]!).filter((entry) => matches(entry, words, stems, at));
        const length = Math.max(0, ...entries.map((entry) => entry.words.length));
        if (length === 0 || (length === 1 && at < phraseEnd)) continue;
        phraseEnd = Math.max(phraseEnd, at + length);
        const longest = entries.filter((entry) => entry.words.length === length);
        const exact = longest.filter((entry) => entry.words.every((word, i) => word === words[at + i]));
        const chosen = exact.length > 0 ? exact : longest;
        const expansions = [...new Set(chosen.flatMap((entry) => entry.expansions))];
        found.push({ from: at, to: at + length, expansions });
      }
      return found;
    },
  };
}

/** As entries begin with them. */
export const stemsOfWords = (words: string[]): string[] => words.map(stemOf);

function entryOf(line: string): Entry {
  const [stems = '', words = '', expansions = ''] = line.split('\t');
  return { stems: stems.split(' '), words: words.split(' '), expansions: expansions.split('|') };
}

function matches(entry: Entry, words: string[], stems: string[], at: number): boolean {
  return entry.stems.every((stem, i) => {
    const word = words[at + i];
    if (stem !== stems[at + i] || word === undefined) return false;
    return stem.length >= SHORT_STEM || word[0] === entry.words[i]?.[0];
  });
}

const members = (side: string): string[] =>
  side
    .split(',')
    .map((member) => member.trim())
    .filter(Boolean);

const wordsOf = (text: string): string[] => tokensOf(text).words;

/**
 * The same division for the lexicon's members and for questions, as written and in lower case: stop words stay, for
 * phrases have them.
 */
export function tokensOf(text: string): { tokens: string[]; words: string[] } {
  const tokens = text.normalize('NFKC').match(TOKEN) ?? [];
  return { tokens, words: tokens.map((token) => token.toLowerCase().replaceAll('*', '')) };
}
