// A question about the collection → a count or a list from the index, the newest match quoted (kind "list"). Numbers
// and dates come from the index alone; `/suche` with the same filters shows the same list.
import type { AnswerEvent, AnswerSummary, Filters, Source } from '../events.ts';
import type { SearchRequest, SearchResult } from '../search/types.ts';
import { queryOf } from './analysis.ts';
import type { AnswerDeps, AnswerRequest } from './answer.ts';
import { choose } from './choose.ts';
import type { ListQuestion } from './lists.ts';
import { toSource } from './source.ts';
import { leadIn, textsOf } from './texts.ts';
import { openWriter } from './writer.ts';

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
  const search = (filters: Filters, limit: number) =>
    index.search({ ...NEWEST_FIRST, query: list.topic, filters, limit });
  const names = await named(list.named, async () => (await search({ ...request.filters, ...period }, 1)).facets);
  if (names === null) return null;
  const filters = { ...request.filters, ...period, ...names };
  const found = await search(filters, MAX_SOURCES);
  const listUrl = `${origin}/suche?${new URLSearchParams({ q: list.topic, ...filters, sort: 'date' })}`;

  const sources: Source[] = found.hits.map((hit) => toSource(hit, origin));
  const writer = openWriter(sources, origin);
  const newest = found.hits[0];
  const document = newest && (await index.document(newest.document.id));
  const about = { topic: list.topic, from: list.from, to: list.to, by: Object.values(names) };
  if (!newest || !document) {
    const none = { ...summary, kind: 'abstention' as const, abstained: true, listUrl };
    return [{ type: 'sources', sources: [] }, ...writer.say(texts.listNone(about)), { type: 'summary', summary: none }];
  }
  const said =
    list.ask === 'who'
      ? texts.listWho(about, document.date, document.askedBy)
      : list.ask === 'when'
        ? texts.listWhen(about, document.date)
        : texts.listCount(about, found.total, found.totalIsLowerBound);
  const quote = choose(document, newest, queryOf(found, list.topic, index), QUOTE_ROOM);
  const events: AnswerEvent[] = [{ type: 'sources', sources }, ...writer.say(said)];
  const sentence = quote?.sentences[0] ?? newest.pair.answer;
  events.push(...writer.paragraph(), ...writer.say(`${leadIn(document, 'answered', request.lang, deps.now)} `));
  events.push(...writer.say(texts.openQuote), ...writer.quote(document, sentence), ...writer.say(texts.closeQuote));
  if (list.ask === 'count' || list.ask === 'list') {
    events.push(...writer.paragraph(), ...writer.say(texts.listNewest));
    for (const { document: head } of found.hits.slice(0, MAX_ITEMS)) {
      events.push(...writer.item(), ...writer.say(texts.listItem(head.date, head.title, head.askedBy)));
    }
  }
  return [...events, { type: 'summary', summary: { ...summary, kind: 'list', confidence: 1, listUrl } }];
}

const NEWEST_FIRST = { history: [], rewrite: null, sort: 'date', offset: 0 } satisfies Partial<SearchRequest>;

/** Words of the question → the filter whose value has all of them; the most frequent one where several have. */
async function named(words: string[], facets: () => Promise<SearchResult['facets']>): Promise<Filters | null> {
  if (words.length === 0) return {};
  const values = await facets();
  for (const key of ['askedBy', 'committee', 'department'] as const) {
    const fitting = values[key].filter(({ value }) => words.every((word) => contains(value, word)));
    const best = fitting.sort((a, b) => b.count - a.count)[0];
    if (best) return { [key]: best.value };
  }
  return null;
}

/** "Grünen" is in "GRÜNE-Gemeinderatsfraktion": endings of German names vary. */
function contains(value: string, word: string): boolean {
  const stem = word
    .toLowerCase()
    .replace(/(?:fraktion|n|s)$/u, '')
    .replace(/-$/u, '');
  return stem.length >= 2 && value.toLowerCase().includes(stem);
}
