// A question's words → what the index knows of them: the lexicon's entries and the vocabulary's, read together. Which
// words it asks for depends on what the lexicon says of others ("E-Scooter" stays two words); so it is asked once with an
// empty lexicon, which shows nearly all that is wanted, then with what was read, until nothing is missing.
import { asStem, type IndexReader } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import { type Lexicon, openLexicon, stemsOfWords } from '../index/lexicon.ts';
import { stemsOfLine, termsOfLines } from '../index/lexicon-rows.ts';
import type { Concept } from './concept.ts';

export interface QuestionWords {
  concepts: Concept[];
  vocabulary: Map<string, TermEntry>;
}

/** What was wanted and not seen before gets rarer each time; this many are never needed. */
const MAX_READINGS = 4;

/**
 * @param analysed the question's concepts by a lexicon
 * @param further terms that are wanted besides those of the concepts
 */
export async function readWords(
  analysed: (lexicon: Lexicon) => Concept[],
  further: readonly string[],
  known: (word: string) => boolean,
  reader: IndexReader,
): Promise<QuestionWords> {
  const lines = new Map<string, string>();
  const vocabulary = new Map<string, TermEntry>();
  const read = new Set<string>();
  for (let readings = 0; ; readings++) {
    const stems = new Set<string>();
    const concepts = analysed(noting(openLexicon([...lines.values()].join('\n')), stems));
    const terms = new Set([...further, ...termsOfConcepts(concepts)]);
    const isNew = [...stems].some((stem) => !lines.has(stem)) || [...terms].some((term) => !read.has(term));
    if (!isNew || readings === MAX_READINGS) return { concepts, vocabulary };
    const wanted = [...terms].filter((term) => !read.has(term));
    const found = await reader.words([...wanted, ...Array.from(stems, asStem)]);
    for (const [key, entry] of found) {
      if (typeof entry !== 'string') vocabulary.set(key, entry);
    }
    for (const stem of stems) lines.set(stem, (found.get(asStem(stem)) as string | undefined) ?? '');
    for (const term of wanted) read.add(term);
    // Of an entry that wants further words the terms came along only where these were asked for with it.
    const whole = [...lines.values()].flatMap((some) => some.split('\n')).filter((line) => isAskedBy(line, stems));
    for (const term of termsOfLines(whole, known)) read.add(term);
  }
}

export const termsOfConcepts = (concepts: readonly Concept[]): string[] =>
  concepts.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms));

const isAskedBy = (line: string, stems: ReadonlySet<string>): boolean =>
  stemsOfLine(line).every((stem) => stems.has(stem));

function noting(lexicon: Lexicon, stems: Set<string>): Lexicon {
  return {
    expand(words) {
      for (const stem of stemsOfWords(words)) stems.add(stem);
      return lexicon.expand(words);
    },
  };
}
