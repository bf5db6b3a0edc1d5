// A search request → concepts: what must be found, each with the alternatives that count as it. A concept is one word
// of the question; its alternatives are its stem, the parts of a compound and what the lexicon says.

import { stemOf } from '../../corpus/german/homographs.ts';
import { type Reference, referencesIn } from '../../corpus/german/references.ts';
import { isStopWord } from '../../corpus/german/stop-words.ts';
import { agendaItemIn } from '../../corpus/german/units.ts';
import { type Lexicon, tokensOf } from '../index/lexicon.ts';
import { splitCompound, termsOf } from '../index/terms.ts';
import type { Alternative, Concept, Origin } from './concept.ts';
import { numberSpellings, respelled } from './respell.ts';
import type { SearchRequest } from './types.ts';
import { WEIGHTS, type Weights } from './weights.ts';

export interface Analysis {
  known(word: string): boolean;
  lexicon: Lexicon;
}

const SHORTEST_MODIFIER = 3;
const SHORTEST_HEAD = 5;

/** The same concept is asked once, at its highest weight. */
export function conceptsOf(
  request: Pick<SearchRequest, 'query' | 'history' | 'rewrite'>,
  analysis: Analysis,
  weights: Weights = WEIGHTS,
): Concept[] {
  const asked = [
    ...concepts(request.query, 'question', 1, analysis, weights),
    ...request.history.flatMap((earlier) => concepts(earlier, 'history', weights.history, analysis, weights)),
  ];
  if (request.rewrite) {
    const official = [request.rewrite.standalone, ...request.rewrite.terms].join('\n');
    // What the model has put into official words already needs no lexicon.
    asked.push(...concepts(official, 'rewrite', weights.rewrite, { ...analysis, lexicon: NO_LEXICON }, weights));
  }
  const unique = new Map<string, Concept>();
  for (const concept of asked) {
    const key = concept.alternatives[0]?.terms.join(' ') ?? '';
    const known = unique.get(key);
    if (!known || known.weight < concept.weight) unique.set(key, concept);
  }
  return [...unique.values()];
}

/** What a single word is searched as. */
export const alternativesFor = (word: string, analysis: Analysis): Alternative[] =>
  concepts(word, 'question', 1, analysis, WEIGHTS).flatMap(({ alternatives }) => alternatives);

/** Whether the lexicon knows the word. */
export const hasSynonyms = ({ alternatives }: Concept): boolean =>
  alternatives.some(({ weight }) => weight === WEIGHTS.expansion);

const NO_LEXICON: Lexicon = { expand: () => [] };

function concepts(
  text: string,
  origin: Origin,
  weight: number,
  { known, lexicon }: Analysis,
  weights: Weights,
): Concept[] {
  const { named, rest } = takeNamed(text);
  const { tokens, words } = tokensOf(
    respelled(rest, known, (first, second) => isCompound(first, second, { known, lexicon })),
  );
  const expansions = lexicon.expand(words);
  const own = words.flatMap((word, at): Concept[] => {
    const token = tokens[at]!;
    if (isStopWord(token)) return [];
    const found = expansions.find((expansion) => expansion.from === at && expansion.to === at + 1);
    const alternatives = [
      ...wordAlternatives(word, known, weights),
      ...alternativesOf(found?.expansions ?? [], known, weights),
    ];
    return [{ word, origin, weight, alternatives }];
  });
  const phrases = expansions
    .filter(({ from, to }) => to > from + 1)
    .map(({ from, to, expansions }): Concept => {
      const alternatives = alternativesOf(expansions, known, weights);
      return { word: words.slice(from, to).join(' '), origin, weight, alternatives };
    });
  const papers = named.map(({ text, keys }): Concept => {
    const numbers = tokensOf(text).words.filter((word) => /^\p{N}/u.test(word));
    const spellings = numbers.flatMap((number) => wordAlternatives(number, known, weights));
    const keyed = keys.map((key) => ({ terms: [key], weight: weights.reference }));
    return { word: text, origin, weight, alternatives: [...spellings, ...keyed] };
  });
  return [...own, ...phrases, ...papers].filter((concept) => concept.alternatives.length > 0);
}

/** What names a paper, and the text without it: references, an item of an agenda. */
function takeNamed(text: string): { named: Reference[]; rest: string } {
  const whole = text.normalize('NFKC');
  const item = agendaItemIn(whole);
  const named = [...(item ? [{ text: item.text, keys: [item.key] }] : []), ...referencesIn(whole)];
  return { named, rest: named.reduce((rest, { text }) => rest.replace(text, ' '), whole) };
}

/** Where a paper is named that there is, nothing else that its number may be counts. */
export function onlyNamed(concepts: Concept[], has: (term: string) => boolean): void {
  for (const concept of concepts) {
    const named = concept.alternatives.find(({ terms: [term = ''] }) => term.startsWith('#') && has(term));
    if (named) concept.alternatives = [named];
  }
}

/** Whether two words are written as one; not when the lexicon knows them as two ("E-Scooter"). */
function isCompound(first: string, second: string, { known, lexicon }: Analysis): boolean {
  const isPhrase = lexicon.expand([first, second]).some(({ from, to }) => to - from === 2);
  const whole = first + second;
  const isListed = () => lexicon.expand([whole]).length > 0 && splitCompound(whole, known).length > 0;
  return !isPhrase && (known(whole) || isListed());
}

function wordAlternatives(
  word: string,
  known: (word: string) => boolean,
  { apart, part, bareNumber }: Weights,
): Alternative[] {
  if (/^\p{N}/u.test(word)) {
    return [[word], ...numberSpellings(word)].map((terms) => ({ terms, weight: 1 }));
  }
  if (word.startsWith('§')) {
    const bare = { terms: [word.replace(/\D/g, '')], weight: bareNumber };
    return [{ terms: [word], weight: 1 }, bare];
  }
  return termsOf(word, known).flatMap(({ term, parts }) => [
    { terms: [term], weight: 1 },
    ...(parts.length > 1 ? [{ terms: parts, weight: apart }] : []),
    ...(parts.length > 0 ? parts : headOf(word, known)).map((stem) => ({ terms: [stem], weight: part })),
    ...umlautSpellings(word).map((other) => ({ terms: [stemOf(other)], weight: 1 })),
  ]);
}

function alternativesOf(
  expansions: string[],
  known: (word: string) => boolean,
  { expansion: weight, part }: Weights,
): Alternative[] {
  return expansions.flatMap((expansion): Alternative[] => {
    const terms = termsOf(expansion, known);
    if (terms.length > 1) return [{ terms: terms.map(({ term }) => term), weight }];
    return terms.flatMap(({ term, parts }) => [
      { terms: [term], weight },
      ...parts.map((stem) => ({ terms: [stem], weight: weight * part })),
    ]);
  });
}

/** What an unknown compound is: "Putzmaschine" is at least a "Maschine". */
function headOf(word: string, known: (word: string) => boolean): string[] {
  if (known(word)) return [];
  for (let start = SHORTEST_MODIFIER; start <= word.length - SHORTEST_HEAD; start++) {
    const head = word.slice(start);
    if (known(head)) return [stemOf(head)];
  }
  return [];
}

/** "Buergeramt" is searched as "Bürgeramt", too. */
function umlautSpellings(word: string): string[] {
  const other = word
    .replace(/ae/g, 'ä')
    .replace(/oe/g, 'ö')
    .replace(/(?<![aeq])ue/g, 'ü');
  return other === word ? [] : [other];
}

/** How a paper's reference is told from other terms, see titleTerms of the index. */
export const isReferenceTerm = (term: string): boolean => term.startsWith('#');
