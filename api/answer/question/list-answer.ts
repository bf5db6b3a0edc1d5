// A question about the collection → a count or a list from the index, the newest match quoted (kind "list"). Numbers
// and dates come from the index alone; `/suche` with the same filters shows the same list.
import type { AnswerEvent, AnswerSummary, Filters, Source } from '../../events.ts';
import type { DocumentHead, SearchRequest, SearchResult } from '../../search/types.ts';
import type { AnswerDeps, AnswerRequest } from '../answer.ts';
import { choose } from '../quote/choose.ts';
import { toSource } from '../source.ts';
import type { ListScope, Texts } from '../texts.de.ts';
import { leadIn, textsOf } from '../texts.ts';
import { openWriter } from '../writer.ts';
import { queryOf } from './analysis.ts';
import type { ListQuestion } from './lists.ts';

const MAX_SOURCES = 10;
const MAX_ITEMS = 5;
const QUOTE_ROOM = { maxSentences: 1, maxWords: 45 };

/**
 * @param summary what the answer starts from
 * @returns null when a name of the question is none of the index: then it was another kind of question
 */
export async function answerList(
  list: ListQuestion,
  request: AnswerRequest,
  deps: AnswerDeps,
  summary: AnswerSummary,
): Promise<AnswerEvent[] | null> {
  const { index, origin } = deps;
  const texts = textsOf(request.lang);
  const period: Filters = { ...(list.from && { from: list.from }), ...(list.to && { to: list.to }) };
  const search = (query: string, filters: Filters, limit: number) =>
    index.search({ ...NEWEST_FIRST, query, filters, limit });
  // Of the whole collection: who has not asked about the topic is still known by name.
  const names = list.named.length === 0 ? {} : named(list.named, await search('', request.filters, 1));
  if (names === null) return null;
  const filters = { ...request.filters, ...period, ...names };
  const found = await search(list.topic, filters, MAX_SOURCES);
  const listUrl = `${origin}/suche?${new URLSearchParams({ q: list.topic, ...filters, sort: 'date' })}`;

  const sources: Source[] = found.hits.map((hit) => toSource(hit, origin));
  const writer = openWriter(sources, origin);
  const newest = found.hits[0];
  const document = newest && (await index.document(newest.document.id));
  const about = { topic: list.topic, from: list.from, to: list.to, by: Object.values(names) };
  if (!newest || !document || (list.ask === 'most' && found.facets.askedBy.length === 0)) {
    const none = { ...summary, kind: 'abstention' as const, abstained: true, listUrl };
    return [{ type: 'sources', sources: [] }, ...writer.say(texts.listNone(about)), { type: 'summary', summary: none }];
  }
  const quote = choose(document, newest, queryOf(found, list.topic, index), QUOTE_ROOM);
  const events: AnswerEvent[] = [
    { type: 'sources', sources },
    ...writer.say(saidOf(list.ask, about, found, document, texts)),
  ];
  const sentence = quote?.sentences[0] ?? newest.pair.answer;
  if (list.ask !== 'most') {
    events.push(...writer.paragraph(), ...writer.say(texts.listNewest));
    for (const { document: head } of found.hits.slice(0, MAX_ITEMS)) {
      events.push(...writer.item(), ...writer.say(texts.listItem(head.date, head.title, head.askedBy)));
    }
  }
  events.push(...writer.paragraph(), ...writer.say(`${leadIn(document, 'answered', request.lang, deps.now)} `));
  events.push(...writer.say(texts.openQuote), ...writer.quote(document, sentence), ...writer.say(texts.closeQuote));
  return [...events, { type: 'summary', summary: { ...summary, kind: 'list', confidence: 1, listUrl } }];
}

function saidOf(
  ask: ListQuestion['ask'],
  about: ListScope,
  { total, totalIsLowerBound, facets }: SearchResult,
  newest: DocumentHead,
  texts: Texts,
): string {
  switch (ask) {
    case 'most':
      return texts.listMost(about, facets.askedBy.slice(0, MAX_ITEMS));
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
