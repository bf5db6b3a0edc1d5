// Concepts of words that the corpus does not know → the same, searched as the nearest word that it has, with all that
// this one is searched as. Where the lexicon knows a word, nothing is wrong with it.
import type { IndexReader } from '../index/index-reader.ts';
import type { TermEntry } from '../index/index-tables.ts';
import type { Concept } from './concept.ts';
import { alternativesFor, hasSynonyms } from './query.ts';
import { readWords } from './question-words.ts';
import { corrected, errorsIn, SHORTEST_COMPOUND, SHORTEST_STEM } from './spelling.ts';

/** Concepts and vocabulary are changed. */
export async function correctSpelling(
  concepts: Concept[],
  vocabulary: Map<string, TermEntry>,
  known: (word: string) => boolean,
  reader: IndexReader,
): Promise<void> {
  const wrong = concepts.flatMap((concept) => {
    const stem = concept.alternatives[0]?.terms[0] ?? '';
    if (concept.origin !== 'question' || vocabulary.has(stem) || hasSynonyms(concept)) return [];
    if (stem.length < SHORTEST_STEM || !/^\p{L}+$/u.test(stem)) return [];
    const hasParts = concept.alternatives.some(({ terms }) => terms.every((term) => vocabulary.has(term)));
    return hasParts && stem.length < SHORTEST_COMPOUND ? [] : [{ concept, stem, most: hasParts ? 1 : errorsIn(stem) }];
  });
  if (wrong.length === 0) return;
  const neighbours = await reader.similar(wrong.map(({ stem }) => stem));
  for (const { concept, stem, most } of wrong) {
    const meant = corrected(stem, neighbours.get(stem) ?? [], most);
    if (meant === null) continue;
    const { concepts: more, vocabulary: read } = await readWords(
      (lexicon) => [{ ...concept, alternatives: alternativesFor(meant, { known, lexicon }) }],
      [meant],
      known,
      reader,
    );
    // In place of the word that nobody here has written: how rare it is and how surely a noun is asked of the one meant.
    const others = more.flatMap(({ alternatives }) => alternatives);
    concept.alternatives = [{ terms: [meant], weight: 1 }, ...others, ...concept.alternatives.slice(1)];
    for (const [term, entry] of read) vocabulary.set(term, entry);
  }
}
