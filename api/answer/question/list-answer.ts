// A question about the collection → a count or a list from the index, the newest match cited (kind "list"). Numbers
// and dates come from the index alone; `/suche` with the same filters shows the same list.
import { quotablePart } from '../../../corpus/parse/unquotable.ts';
import type { FacetValue, Filters } from '../../events.ts';
import type { DocumentHead, LiveIndex, SearchRequest, SearchResult } from '../../search/types.ts';
import { spanOf } from '../quote/span.ts';
import type { Known } from '../reply.ts';
import { type AnswerRequest, timed } from '../request.ts';
import type { StepDeps } from '../step.ts';
import type { ListScope, Texts } from '../texts.de.ts';
import { textsOf } from '../texts.ts';
import { queryOf } from './analysis.ts';
import { newestFirst } from './broad.ts';
import { type ListQuestion, listQuestion } from './lists.ts';

const MAX_HITS = 10;
const MAX_ITEMS = 5;
/** The newest that have the topic's words, of which some are about it. */
const LOOKED_AT = 50;
/** What a word weighs that says what a paper is about, beside the heaviest. */
const ABOUT = 0.6;
/** The topic's own words. */
const NAMED = 0.9;
/** So many that have these need no others beside them. */
const ENOUGH = 3;

/** The step that answers questions about the collection. Names that are none of the index's: another kind of question. */
export async function answerFromMetadata({ request }: Known, deps: StepDeps): Promise<Partial<Known>> {
  const list = listQuestion(request.question, deps.now);
  return list === null ? {} : timed(deps, 'list', () => listed(list, request, deps));
}

async function listed(list: ListQuestion, request: AnswerRequest, deps: StepDeps): Promise<Partial<Known>> {
  const { index, origin } = deps;
  const texts = textsOf(request.lang);
  const period: Filters = { ...(list.from && { from: list.from }), ...(list.to && { to: list.to }) };
  // Of the whole collection: who has not asked about the topic is still known by name.
  const names =
    list.named.length === 0
      ? {}
      : named(list.named, await index.search({ ...NEWEST_FIRST, query: '', filters: request.filters, limit: 1 }));
  if (names === null) return {};
  const filters = { ...request.filters, ...period, ...names };
  const found = await newestOn(list.topic, filters, index);
  const listUrl = `${origin}/suche?${new URLSearchParams({ q: list.topic, ...filters, sort: 'date' })}`;
  const about = { topic: list.topic, from: list.from, to: list.to, by: Object.values(names) };
  const newest = found.hits[0];
  const document = newest && (await index.document(newest.document.id));
  if (!newest || !document || (list.ask === 'most' && found.facets.askedBy.length === 0)) {
    return { reply: { form: 'nothing', says: texts.listNone(about), listUrl } };
  }
  const span = spanOf({ hit: newest, document }, queryOf(found, list.topic, index)) ?? quotablePart(newest.pair);
  const says =
    list.ask === 'most'
      ? texts.listMost(about, factionsFirst(found, await factionsOf(index)).slice(0, MAX_ITEMS))
      : saidOf(list.ask, about, found, document, texts);
  if (span === null)
    return { reply: { form: 'choice', hits: found.hits.slice(0, MAX_ITEMS), says, notice: null, listUrl } };
  const items = found.hits.slice(0, MAX_ITEMS).map(({ document: head }) => head);
  return {
    reply: {
      form: 'list',
      says: `${says}\n\n${texts.listNewest}`,
      items: items.map((head) => texts.listItem(head.date, head.title, head.askedBy)),
      hits: found.hits,
      cited: { hit: newest, document, span },
      listUrl,
    },
  };
}

/**
 * Of all that has the topic's words somewhere, the newest that are about it: in their title or in the question that was
 * found. Where none is, those that fit best, newest first.
 */
async function newestOn(topic: string, filters: Filters, index: LiveIndex): Promise<SearchResult> {
  const all = await index.search({
    ...NEWEST_FIRST,
    query: topic,
    filters,
    limit: topic === '' ? MAX_HITS : LOOKED_AT,
  });
  if (topic === '') return all;
  const most = Math.max(0, ...all.terms.values());
  const isAbout = (text: string, share = ABOUT) =>
    index
      .terms(text)
      .some(({ term, parts }) => [term, ...parts].some((one) => (all.terms.get(one) ?? 0) >= share * most));
  const aboutBy = (share: number) =>
    all.hits.filter(({ document, pair }) => isAbout(`${document.title}\n${pair.questionText ?? ''}`, share));
  const named = aboutBy(NAMED);
  const about = named.length >= ENOUGH ? named : aboutBy(ABOUT);
  if (about.length > 0 || all.hits.length === 0) return { ...all, hits: about.slice(0, MAX_HITS) };
  const best = await index.search({ ...NEWEST_FIRST, sort: 'relevance', query: topic, filters, limit: MAX_ITEMS });
  const inText = best.hits.filter(({ passage }) => isAbout(passage.text));
  return { ...all, hits: (inText.length > 0 ? inText : best.hits).toSorted(newestFirst) };
}

function saidOf(
  ask: Exclude<ListQuestion['ask'], 'most'>,
  about: ListScope,
  { total, totalIsLowerBound }: SearchResult,
  newest: DocumentHead,
  texts: Texts,
): string {
  switch (ask) {
    case 'who':
      return texts.listWho(about, newest.date, newest.askedBy);
    case 'when':
      return texts.listWhen(about, newest.date);
    default: {
      const count = texts.listCount(about, total, totalIsLowerBound);
      return about.topic === '' ? count : `${count} ${texts.listCounted}`;
    }
  }
}

const factionsOf = async (index: LiveIndex): Promise<ReadonlySet<string>> =>
  new Set((await index.numbers()).factions.map(({ name }) => name));

/** A faction beside two of its own members would be counted twice; persons are named where no faction is. */
function factionsFirst({ facets: { askedBy } }: SearchResult, factions: ReadonlySet<string>): FacetValue[] {
  const named = askedBy.filter(({ value }) => factions.has(value));
  return named.length > 0 ? named : askedBy;
}

const NEWEST_FIRST = { history: [], rewrite: null, sort: 'date', offset: 0 } satisfies Partial<SearchRequest>;

/** Words of the question → the filters that they name, one a kind; null when a word is none's name. */
function named(words: string[], { facets, hits }: SearchResult): Filters | null {
  const filters: Filters = {};
  let rest = words;
  for (const key of ['committee', 'askedBy', 'department'] as const) {
    const fitting = facets[key]
      .map(({ value, count }) => ({ value, count, left: rest.filter((word) => !contains(value, word)) }))
      .filter(({ left }) => left.length < rest.length)
      .sort((a, b) => a.left.length - b.left.length || b.count - a.count);
    const best = fitting[0];
    if (!best) continue;
    filters[key] = best.value;
    rest = best.left;
  }
  const city = hits[0]?.document.body ?? '';
  return rest.every((word) => KINDS.test(word) || contains(city, word)) ? filters : null;
}

/** What names are said with, and what every city has: "im Ausschuss", "im Gemeinderat". */
const KINDS = /^(?:(?:ortschafts?|gemeinde|stadt|bezirks?)?(?:ausschuss|rat)|(?:city )?council|committee)$/iu;

/** "Grünen" is in "GRÜNE-Gemeinderatsfraktion", "CDU-Fraktion" in "CDU": endings of German names vary. */
function contains(value: string, word: string): boolean {
  const stem = (ENGLISH[word.toLowerCase()] ?? word.toLowerCase())
    .replace(/-?fraktion$/u, '')
    .replace(/(?<=.{4})[ns]$/u, '');
  return (
    stem.length >= 2 &&
    value
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((part) => part.startsWith(stem))
  );
}

const ENGLISH: Record<string, string> = { greens: 'grüne', green: 'grüne', left: 'linke' };
