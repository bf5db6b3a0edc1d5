// The first lines of a reply → what they say of it, and where its body begins.

import { dateIn, PLACE_AND_DATE } from '../german/dates.ts';
import { isSuspended } from '../german/hyphens.ts';
import { german } from '../german/letters.ts';
import { askersIn } from './askers.ts';
import { type HeaderLines, headerLines, isCommittee, LABEL, TABLE_HEAD } from './header-lines.ts';
import type { Line } from './lines.ts';
import { type Publicity, publicityOf } from './publicity.ts';
import { titleIn } from './title.ts';
import { zoneEnd } from './title-zone.ts';

export interface Header {
  title: string | null;
  reference: string | null;
  /** YYYY-MM-DD, the session's. */
  date: string | null;
  committee: string | null;
  agendaItem: string | null;
  askedBy: string[];
  /** Those of `askedBy` that are factions. */
  factions: string[];
  department: string | null;
  publicity: Publicity;
  /** Index of the first line that is not the header's. */
  end: number;
}

/** "Beantwortung der Anfrage des sachkundigen Einwohners Paul Intveen in der Sitzung des … am 15.4.2021 zu TOP 5.6 …" */
const SENTENCE =
  /Anfrage(?:\s+[A-Z]{1,3}[\d/ -]{3,15}|\s+(?:nach|gemäß)\s+§\s?\d{1,3}(?:\s(?:Abs\.|Nr\.|Satz)\s?\d)*(?:\s[A-Z]\p{L}{0,12})?)?\s+((?:des|der|von|vom)\s+[^,:„"]{4,100}?)\s+(?:in der Sitzung|vom\s+\d|zum Thema|betreffend|zu TOP|zur Sitzung|für die Sitzung|nach §|gemäß §|aus der Sitzung|hier:)/u;
/** "STELLUNGNAHME zur Anfrage der Fraktion Musterstädter Mitte" */
const IN_KIND = german(
  /^(?:Stellungnahme|Beantwortung|Antwort)\b.{0,60}?\bAnfrage\s+(?:der|des|von|vom)\s+([^:„"]{3,80}?)(?:\s+(?:vom|zu[rm]?|nach|gemäß)\b.*|\s*:.*)?$/i,
);
const ASKED = german(/^(?:Anfrage|Fragesteller|Anfragesteller)\b/);
const DATE_ALONE = /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}$/;
const OFFICE = /^(?:Dez(?:ernat|\.)\s?\d{1,2}|\p{Lu}\p{L}+amt|Stadtamt \p{L}+|Ortsverwaltung \p{L}+|Amt für .{3,50})$/u;

export function headerOf(lines: Line[]): Header {
  const parts = headerLines(lines);
  const own = lines.slice(0, parts.end);
  const values = own.map((line) => line.text);
  const row = sessionRow(parts);
  const text = values.join('\n');
  const department = departmentIn(own);
  const free = parts.free.filter((line) => !department.lines.includes(line));
  const sentence =
    SENTENCE.exec(values.join(' '))?.[1] ?? values.map((value) => IN_KIND.exec(value)?.[1]).find(Boolean) ?? null;
  const askers = askersIn(
    values.filter((value, i) => free.includes(i) || ASKED.test(value)).map(withoutReference),
    sentence,
  );
  return {
    title: titleIn(own, free, titleAfter(own)) ?? titleAbove(lines, parts),
    reference: referenceIn(values),
    date: (row && dateIn(row.date)) ?? sessionDate(values),
    committee: tidyCommittee(row?.committee ?? labelledCommittee(values) ?? committeeLine(values)),
    agendaItem: row?.agendaItem ?? agendaItemIn(text, values),
    askedBy: askers.names,
    factions: askers.factions,
    department: department.name,
    publicity: publicityOf(textsOf(lines), parts.end),
    end: parts.end,
  };
}

export const publicityIn = (lines: Line[]): Publicity => publicityOf(textsOf(lines), headerLines(lines).end);

const textsOf = (lines: Line[]): string[] => lines.map((line) => line.text);

/** Without a header that ends by itself, the title stands anywhere above what is said. */
function titleAbove(lines: Line[], parts: HeaderLines): string | null {
  const zone = lines.slice(0, zoneEnd(lines, parts.end));
  const free = [...zone.keys()].filter((i) => i >= parts.end || parts.free.includes(i));
  return titleIn(zone, free, -1);
}

/** Of several consultations the last that has a possible date: there the answer was given. */
function sessionRow({ rows }: HeaderLines) {
  const dated = rows.filter(({ date }) => dateIn(date) !== null);
  return dated.toSorted((a, b) => (dateIn(a.date)! < dateIn(b.date)! ? 1 : -1))[0] ?? rows[0] ?? null;
}

const withoutReference = (value: string): string => value.replace(/\s+Vorlage Nr\.:.*$/, '');

/** Titles of the block layout follow the last value: "Dez. 4". */
function titleAfter(own: Line[]): number {
  if (own.some(({ text }) => TABLE_HEAD.test(text))) return -1;
  return own.findLastIndex(
    ({ text }) =>
      LABEL.test(text) || OFFICE.test(text) || /^(?:nicht)?öffentlich$/i.test(text) || DATE_ALONE.test(text),
  );
}

function referenceIn(values: string[]): string | null {
  const text = values.join('\n');
  const named =
    /(?:Vorlagen?|Drucksachen?|Drs\.?|DS)[^\d\n]{0,20}\n?(\d{1,6}\/\d{2,6}(?:\/\d+)?|\d{4}\/\d{1,6})(?!\d)/i.exec(
      text,
    )?.[1];
  if (named) return named;
  const alone = values.find((value) => /^20\d\d\/\d{3,5}$/.test(value));
  if (alone) return alone;
  // Values in a block below all labels: date, number of the paper, agenda item.
  const at = values.findIndex((value) => DATE_ALONE.test(value));
  const isLabelled = values.some((value) => /^Vorlage(?:n-?)?\s?Nr\.?\s*:$/.test(value));
  return isLabelled && at >= 0 && /^\d{2,5}$/.test(values[at + 1] ?? '') ? values[at + 1]! : null;
}

/** Values may stand in a block below all labels: the first line there that is a date and nothing else. */
function sessionDate(values: string[]): string | null {
  const own = labelled(values, /^(?:Termin|Sitzung(?:stermin|sdatum|stag)?|Datum|Sitzung am)\s*:?/i);
  const found = own === null ? null : dateIn(own);
  if (found) return found;
  for (const value of values) if (DATE_ALONE.test(value) && dateIn(value)) return dateIn(value);
  const inLine = values.find((value) =>
    german(/\b(?:Sitzung|Ausschuss|ausschuss|Rat|rat)\b.{0,60}\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}/u).test(value),
  );
  // Letters have their own date only.
  return dateIn(inLine ?? values.find((value) => PLACE_AND_DATE.test(value)) ?? '');
}

function labelled(values: string[], label: RegExp): string | null {
  const at = values.findIndex((value) => label.test(value));
  if (at < 0) return null;
  const same = values[at]!.replace(label, '')
    .replace(/^\s*:?\s*/, '')
    .trim();
  if (same !== '') return same;
  const next = values[at + 1];
  return next && !LABEL.test(next) ? next : null;
}

function labelledCommittee(values: string[]): string | null {
  const at = values.findIndex((value) => /^(?:Gremi(?:um|en)|Ausschuss)\s*:/i.test(value));
  if (at < 0) return null;
  const own = values[at]!.replace(/^[^:]*:\s*/, '');
  const first = own === '' ? (values[at + 1] ?? '') : own;
  const below = values[own === '' ? at + 2 : at + 1] ?? '';
  const goesOn = german(/(?:\bund|\bfür|\bdes|\bder|-|,)$/).test(first) && !LABEL.test(below);
  const name = goesOn ? `${first} ${below}` : first;
  return LABEL.test(name) ? null : name;
}

const committeeLine = (values: string[]): string | null =>
  values
    .map(
      (value) =>
        german(
          /^((?:Ausschuss für [^\d]{3,80}?|\p{Lu}[\p{L}-]*ausschuss|Gemeinderat|Stadtrat|Kreistag|Ortschaftsrat \p{L}+|Rat der Stadt(?: \p{L}+)?|Bezirksvertretung [^,\d]{2,40}?))(?:,?\s+(?:am|vom)\b.*|,?\s+\d.*|)$/u,
        ).exec(value)?.[1] ?? null,
    )
    .find((found) => found !== null) ?? null;

function tidyCommittee(raw: string | null): string | null {
  const name = raw
    ?.replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1')
    .replace(/^\d+\.\s*(?:\(?(?:öffentliche\s+)?(?:Plenars|außerordentliche S|S)itzung\)?\s*)/i, '')
    .replace(
      /^(?:Gremium|Sitzungsdatum|Sitzungstermin|Datum|Termin|Zuständigkeit|Status|TOP|Ö\/?N?)(?:\s+(?:Gremium|Sitzungsdatum|Sitzungstermin|Datum|Termin|Zuständigkeit|Status|TOP|Ö\/?N?))*\s+/,
      '',
    )
    .replace(/^(?:Plenarsitzung|Sitzung)\s*/i, '')
    .replace(/^(?:des|der)\s+/i, '')
    .replace(/^Gemeinderates$/, 'Gemeinderat')
    .replace(/(?:,|\s+(?:am|Termin|Datum|vom))$/i, '')
    .trim();
  return name && name.length >= 3 && name.length <= 120 && !/[:?]$/.test(name) && isCommittee(name) ? name : null;
}

function agendaItemIn(text: string, values: string[]): string | null {
  const named = german(
    /\b(?:TOP|Top|Tagesordnungspunkt)[:\s]\s*(\d{1,3}(?:\.\d{1,2})*(?:\s?[a-h]\b)?)(?!\d|\.\d)/,
  ).exec(text.replace(/TOP:\n/g, 'TOP: - '))?.[1];
  if (named) return named;
  // The block of values: date, number of the paper, agenda item, "öffentlich".
  const at = values.findIndex((value) => DATE_ALONE.test(value));
  if (at < 0) return null;
  const block = values.slice(at + 1, at + 4);
  const end = block.findIndex((value) => /^(?:nicht)?öffentlich/i.test(value));
  const item = end > 0 ? block[end - 1]! : null;
  return item && /^\d{1,3}(?:\.\d{1,2})?(?:\s?[a-z])?$/.test(item) ? item : null;
}

interface Department {
  name: string | null;
  /** Indexes of the lines that hold it. */
  lines: number[];
}

/** The office that answers; a department of the board where no office is named. Names may go on for some lines. */
function departmentIn(own: Line[]): Department {
  const values = own.map((line) => line.text);
  for (const label of [
    german(/(?:^|\s)(?:Dienststelle|Federführung|Federführend\w*)\s*:\s*/),
    german(/(?:^|\s)(?:Verantwortlich|Zuständig\w*)\s*:\s*/),
  ]) {
    const at = values.findIndex((value) => label.test(value));
    if (at < 0) continue;
    const same = values[at]!.slice(label.exec(values[at]!)!.index)
      .replace(label, '')
      .replace(/\s+Dienststelle:.*$/, '')
      .trim();
    if (same !== '') return continued(own, at, same);
  }
  const at = values.findIndex((value, i) => i > 0 && OFFICE.test(value));
  return at >= 0 ? { name: values[at]!, lines: [at] } : { name: null, lines: [] };
}

function continued(own: Line[], at: number, first: string): Department {
  let name = first;
  const lines = [at];
  for (let i = at + 1; i < own.length && i < at + 4; i++) {
    const { text, gap } = own[i]!;
    const goesOn =
      german(/(?:\bund|\bfür|-|,|\/|i\.\s?B\.\s?m\.|^(?:Ortsverwaltung|Stadtamt|Amt|Fachbereich|Dezernat))$/).test(
        name,
      ) || german(/^(?:und|Gebäude|für)\b/).test(text);
    // A short line right below, before an empty one: "Team Sauberes / Karlsruhe".
    const isRest = i === at + 1 && text.length < 25 && !/^\p{Lu}{2,}$/u.test(name) && (own[i + 1]?.gap ?? false);
    if (gap || !(goesOn || isRest) || LABEL.test(text) || TABLE_HEAD.test(text)) break;
    lines.push(i);
    name =
      /\p{L}-$/u.test(name) && /^\p{Ll}/u.test(text) && !isSuspended(text)
        ? name.slice(0, -1) + text
        : `${name} ${text}`;
  }
  return { name, lines };
}
