// The hits of a search → a table for spreadsheets: as German Excel opens it by a double click.
import type { Lang, SearchHit } from '../events.ts';
import { searchResponse } from '../search/response.ts';
import type { LiveIndex } from '../search/types.ts';
import { csvOf } from './csv.ts';
import type { SearchQuery } from './search-address.ts';
import { type PageTexts, pageTexts } from './texts.ts';

/** Rows at most; more are to be narrowed down first. */
const MAX_ROWS = 500;
const ROWS_AT_ONCE = 50;

/** Best or newest first, as on the page. */
export async function hitsAsCsv(index: LiveIndex, query: SearchQuery, origin: string, lang: Lang): Promise<string> {
  const texts = pageTexts(lang);
  const hits: SearchHit[] = [];
  let total = MAX_ROWS;
  for (let offset = 0; offset < Math.min(total, MAX_ROWS); offset += ROWS_AT_ONCE) {
    const found = await searchResponse(index, { ...query, limit: ROWS_AT_ONCE, offset }, origin);
    total = found.total;
    hits.push(...found.hits);
    if (found.hits.length < ROWS_AT_ONCE) break;
  }
  const rows = [header(texts), ...hits.map((hit) => row(hit, texts))];
  return csvOf(rows);
}

function header({ search, document }: PageTexts): string[] {
  const { filters } = search;
  const { number, question, link, subject } = search.csvColumns;
  return [
    document.date,
    document.reference,
    subject,
    filters.committee,
    filters.department,
    filters.askedBy,
    number,
    question,
    filters.kind,
    link,
    'PDF',
    search.scan,
  ];
}

function row({ source, askedBy }: SearchHit, { kinds, search }: PageTexts): string[] {
  const kind = source.kind === 'answered' ? search.answered : kinds[source.kind];
  return [
    source.date ?? '',
    source.reference ?? '',
    source.title,
    source.committee ?? '',
    source.department ?? '',
    askedBy.join(', '),
    source.number ?? '',
    source.question ?? '',
    kind,
    source.url,
    source.originalUrl ?? '',
    source.image ?? '',
  ];
}
