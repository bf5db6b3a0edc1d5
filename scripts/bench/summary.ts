// What was measured of our service → one table of what a question, a check and an update cost: to be held against the
// next one.
import type { ServiceFigures } from './our-service.ts';

export interface SummaryRow {
  what: string;
  value: string;
}

export function summaryOf({
  use,
  update,
  search,
  buildCpuSeconds,
  databaseMB,
  processMB,
}: ServiceFigures): SummaryRow[] {
  const { search: ofSearch, answer, firstQuestion, examples, checkOfTen } = use;
  const rows: [what: string, ...values: (number | string | null)[]][] = [
    ['queries one after the other: a search, a whole answer', ofSearch.inARow, answer.inARow],
    ['queries in all: a search, a whole answer', ofSearch.queries, answer.queries],
    ['rows that a search is sent, and that D1 would bill', ofSearch.rows, ofSearch.rowsRead],
    ['KB from the database: a search, a whole answer', ofSearch.kb, answer.kb],
    ['processor ms of a question over HTTP', search.cpuMs],
    ["an isolate's first question: KB, ms", firstQuestion.kb, firstQuestion.medianMs],
    ['example questions: queries of an isolate', examples.queries],
    [
      'a check of ten questions: queries, one after the other, ms',
      ...(checkOfTen ? [checkOfTen.queries, checkOfTen.inARow, checkOfTen.medianMs] : [null]),
    ],
    [
      `rows written when ${update?.papers ?? 10} answers are new, and by a build of all`,
      update?.rows ?? null,
      update?.rowsOfAll ?? null,
    ],
    ['processor s of that update, and of a build of all', rounded(update?.cpuSeconds), rounded(buildCpuSeconds)],
    ['MB of the index, of the process', rounded(databaseMB), rounded(processMB)],
  ];
  return rows.map(([what, ...values]) => ({ what, value: values.map((value) => value ?? '–').join(' / ') }));
}

const rounded = (value: number | undefined): number | null =>
  value === undefined ? null : Math.round(10 * value) / 10;
