// The compiled lexicon ↔ a row for each stem with which entries begin: a question reads the entries of its own words, and
// with them what the vocabulary has of the terms that they are searched as. The whole is 1.9 MB.
import { termsOf } from './terms.ts';

export interface LexiconRow {
  stem: string;
  /** As `openLexicon` takes them. */
  lines: string;
  /** JSON: for each set of further stems that entries want, their terms: `[[stems, terms], …]`. */
  terms: string;
}

/** @param compiled what `compileLexicon` made @param known whether compounds are split at this word */
export function lexiconRows(compiled: string, known: (word: string) => boolean): LexiconRow[] {
  const lines = Map.groupBy(compiled === '' ? [] : compiled.split('\n'), (line) => stemsOfLine(line)[0]!);
  return Array.from(lines, ([stem, own]) => {
    const bySet = Map.groupBy(own, (line) => JSON.stringify([...new Set(stemsOfLine(line).slice(1))]));
    const terms = Array.from(bySet, ([stems, some]) => [JSON.parse(stems), termsOfLines(some, known)]);
    return { stem, lines: own.join('\n'), terms: JSON.stringify(terms) };
  });
}

/** All that the entries' expansions are searched as, see `alternativesOf` of query.ts; none twice. */
export function termsOfLines(lines: readonly string[], known: (word: string) => boolean): string[] {
  const expansions = new Set(lines.flatMap((line) => line.split('\t')[2]?.split('|') ?? []));
  return [
    ...new Set(
      [...expansions].flatMap((expansion) => {
        const terms = termsOf(expansion, known);
        return terms.flatMap(({ term, parts }) => (terms.length > 1 ? [term] : [term, ...parts]));
      }),
    ),
  ];
}

export const stemsOfLine = (line: string): string[] => line.slice(0, line.indexOf('\t')).split(' ');
