// What is counted from metadata alone → /zahlen: each number with its definition, a table, and the same as CSV.

import type { AnswerKind } from '../../corpus/types.ts';
import type { AskerCount, Numbers } from '../index/numbers.ts';
import { LANGUAGES } from '../languages.ts';
import { barPlot, yearBars } from './bars.ts';
import { csvOf } from './csv.ts';
import { type Html, html } from './html.ts';
import { link, type Page, type PageContext, page } from './page.ts';
import { type PageTexts, pageTexts } from './texts.ts';

/** What may be asked for as CSV. */
export const TABLES = ['jahre', 'fraktionen', 'personen', 'gremien', 'dienststellen', 'dauer', 'offen'] as const;
export type NumbersTable = (typeof TABLES)[number];

const SHOWN = 15;
const YEARS_BESIDE = 4;
/** A column of nothing else stands to the right, digit below digit. */
const FIGURES = /^[\d.,–]*$/;
const KINDS: readonly AnswerKind[] = ['answered', 'no-data', 'refused', 'referred', 'announced'];

/** One table as it is shown and as it is taken along. */
interface Table {
  head: string[];
  rows: { cells: string[]; href?: string }[];
}

export function numbersPage(context: PageContext, numbers: Numbers | null): Page {
  const { numbers: texts } = pageTexts(context.lang);
  return page(context, {
    shell: 'text',
    title: texts.title,
    main: html`<h1>${texts.title}</h1>
      ${numbers === null || numbers.papers === 0 ? html`<p>${texts.none}</p>` : content(context, numbers)}`,
  });
}

export function numbersCsv(context: PageContext, numbers: Numbers, table: NumbersTable): string {
  const { head, rows } = tableOf(table, numbers, context);
  return csvOf([head, ...rows.map(({ cells }) => cells)]);
}

function content(context: PageContext, numbers: Numbers): Html {
  const { numbers: texts } = pageTexts(context.lang);
  const { papers, questions, unknown } = numbers;
  const sections: Record<NumbersTable, { definition: string; plot?: Html | false }> = {
    jahre: {
      definition: texts.definitions.jahre,
      plot: barPlot(yearBars(numbers.years.map(({ year, papers: count }) => ({ year, count })))),
    },
    fraktionen: { definition: texts.definitions.fraktionen(unknown.asker) },
    personen: { definition: texts.definitions.personen },
    gremien: { definition: texts.definitions.gremien },
    dienststellen: { definition: texts.definitions.dienststellen },
    dauer: {
      definition: texts.definitions.dauer(unknown.submitted),
      plot: barPlot(yearBars(numbers.durations.map(({ year, medianDays: count }) => ({ year, count })))),
    },
    offen: { definition: texts.definitions.offen },
  };
  const shown = TABLES.filter((name) => tableOf(name, numbers, context).rows.length > 0);
  return html`<p class="intro">${texts.intro(papers, questions)}</p>
    ${shown.map((name) => {
      const { definition, plot = false } = sections[name];
      return html`<section class="numbers"><h2 id="${name}">${texts.tables[name]}</h2>
        <p>${definition}</p>${plot}${table(tableOf(name, numbers, context), texts.tables[name], texts)}
        <p><a href="${link(context.lang, `/zahlen.csv?tabelle=${name}`)}">${texts.csv(texts.tables[name])}</a></p></section>`;
    })}`;
}

function table({ head, rows }: Table, caption: string, texts: PageTexts['numbers']): Html {
  const isFigures = head.map((_, i) => rows.every(({ cells }) => FIGURES.test(cells[i] ?? '')));
  const look = (i: number) => isFigures[i] && html` class="figures"`;
  const body = (some: Table['rows']) =>
    some.map(
      ({ cells: [first = '', ...rest], href }) =>
        html`<tr><th scope="row" lang="de"${look(0)}>${href === undefined ? first : html`<a href="${href}">${first}</a>`}</th>${rest.map((cell, i) => html`<td${look(i + 1)}>${cell}</td>`)}</tr>`,
    );
  const one = (some: Table['rows'], name = caption) =>
    html`<div class="table" tabindex="0" role="region" aria-label="${name}"><table><caption class="visually-hidden">${name}</caption>
      <thead><tr>${head.map((cell, i) => html`<th scope="col"${look(i)}>${cell}</th>`)}</tr></thead><tbody>${body(some)}</tbody></table></div>`;
  if (rows.length <= SHOWN) return one(rows);
  const more = texts.more(rows.length - SHOWN);
  return html`${one(rows.slice(0, SHOWN))}<details><summary>${more}</summary>${one(rows.slice(SHOWN), `${caption}: ${more}`)}</details>`;
}

function tableOf(name: NumbersTable, numbers: Numbers, { lang }: PageContext): Table {
  const { numbers: texts, kinds, search, day } = pageTexts(lang);
  const { columns } = texts;
  const n = (value: number) => new Intl.NumberFormat(LANGUAGES[lang].locale).format(value);
  const filtered = (filter: Record<string, string>) =>
    link(lang, `/suche?${new URLSearchParams({ ...filter, sort: 'date' })}`);
  const named = (head: string, filter: 'committee' | 'department', counts: Numbers['committees']): Table => ({
    head: [head, columns.papers],
    rows: counts.map(({ name, papers }) => ({ cells: [name, n(papers)], href: filtered({ [filter]: name }) })),
  });
  const recent = numbers.years.slice(0, YEARS_BESIDE).map(({ year }) => year);
  const askers = (head: string, counts: AskerCount[]): Table => ({
    head: [head, columns.papers, ...recent, ...(name === 'fraktionen' ? [columns.topics] : [])],
    rows: counts.map(({ name: who, papers, years, topics }) => ({
      cells: [
        who,
        n(papers),
        ...recent.map((year) => n(years[year] ?? 0)),
        ...(name === 'fraktionen' ? [topics.join(', ')] : []),
      ],
      href: filtered({ askedBy: who }),
    })),
  });
  switch (name) {
    case 'jahre':
      return {
        head: [
          columns.year,
          columns.papers,
          columns.questions,
          ...KINDS.map((kind) => (kind === 'answered' ? search.answered : kinds[kind])),
        ],
        rows: numbers.years.map(({ year, papers, questions, kinds: of }) => ({
          cells: [year, n(papers), n(questions), ...KINDS.map((kind) => n(of[kind]))],
          href: filtered({ from: `${year}-01-01`, to: `${year}-12-31` }),
        })),
      };
    case 'fraktionen':
      return askers(columns.faction, numbers.factions);
    case 'personen':
      return askers(columns.person, numbers.persons);
    case 'gremien':
      return named(columns.committee, 'committee', numbers.committees);
    case 'dienststellen':
      return named(columns.department, 'department', numbers.departments);
    case 'dauer':
      return {
        head: [columns.year, columns.papers, columns.median, columns.ninety],
        rows: numbers.durations.map(({ year, papers, medianDays, ninetyPercentDays }) => ({
          cells: [year, n(papers), n(medianDays), n(ninetyPercentDays)],
        })),
      };
    case 'offen':
      return {
        head: [columns.subject, columns.date, columns.number, columns.kind],
        rows: numbers.open.map(({ documentId, title, date, number, kind }) => ({
          cells: [title, date === null ? '–' : day(date), number ?? '–', kinds[kind as keyof typeof kinds]],
          href: link(lang, `/dokument/${documentId}`),
        })),
      };
  }
}
