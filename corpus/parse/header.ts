// The first lines of a reply → what they say of it, and where its body begins. Labels may stand before their values,
// above them, or all in a block with the values in another.
import { dateIn } from './dates.ts';
import type { Line } from './lines.ts';

export interface Header {
  title: string | null;
  reference: string | null;
  /** YYYY-MM-DD, the session's. */
  date: string | null;
  committee: string | null;
  agendaItem: string | null;
  askedBy: string[];
  department: string | null;
  isPublic: boolean;
  /** Index of the first line that is not the header's. */
  end: number;
}

/** No header that was seen is longer; what looks like one further down is text. */
const MAX_LINES = 60;

const LABEL =
  /^(?:vom|eingegangen(?: am)?|Gremi(?:um|en)|Termin|Datum|Sitzung(?:stermin|sdatum)?|Vorlage(?:n-?\s?Nr\.?| Nr\.?)?|Drucksache(?:n-?Nr\.?)?|Az\.?|Aktenzeichen|TOP|Verantwortlich|Dienststelle|Federführung|Geschäftszeichen|Anfrage von|Anfrage|Anfragen? (?:der|von)|Ergebnis|Ansprechpartner(?:in)?|Betreff)\s*(?:Nr\.?)?\s*:(?:\s+|$)/i;
const LETTERHEAD =
  /^(?:Stadt\s+\p{Lu}[\p{L}-]+(?:\s*[–-]\s*.{0,40})?|STADT\s+\p{Lu}+|(?:Der|Die)\s+Ober\w*bürgermeister(?:in)?|(?:Der|Die)\s+Bürgermeister(?:in)?|Stadtamt\s+\p{L}+|Ortsverwaltung\s+\p{L}+|(?:Dezernat|Dez\.)\s*\d.*|Amt für .{3,60}|\p{Lu}\p{L}+amt|(?:nicht)?öffentlich(?:er Teil)?|\d{3,4})$/u;
const KIND_LINE =
  /^(?:STELLUNGNAHME|Stellungnahme|BEANTWORTUNG|Beantwortung|ANTWORT|Antwort)\b.{0,80}\b(?:Anfrage|Geschäftsordnung)\b/;
const TABLE_HEAD = /^Gremi(?:um|en)\s+(?:Termin|Datum)\b/i;
const TABLE_ROW =
  /^(\p{Lu}[^\d:]{2,90}?)\s+(\d{1,2}\.\d{1,2}\.\d{2,4})(?:\s+(\d{1,3}(?:\.\d{1,2})*(?:\s?[a-h]\b)?))?(?:\s+(.*))?$/u;
/** What stands before a date in a line and is no committee. */
const NO_COMMITTEE = /^(?:Sitzung|Termin|Datum|Stand|vom|eingegangen)\b|\b(?:am|vom|den)$/i;
const FACTION =
  /^(?:(?:Anfragen?\s*:?\s*(?:der|von)?\s*)|(?:der|von)\s+)?((?:(?:Stadt|Orts|Kreis|Gemeinde)(?:rat|räte|rätin|rätinnen)\b.*)|(?:.{0,40}\b(?:Fraktion|Gemeinderatsfraktion|OR-Fraktion|Gruppe|Ratsgruppe)\b.{0,40})|(?:(?:CDU|SPD|FDP|GRÜNE|Grüne|AfD|DIE LINKE|Die Linke|FW|KAL|FÜR|Volt|BSW|B ?[’´']?90).{0,40}))$/u;
const OFFICE = /^(?:Dez(?:ernat|\.)\s?\d{1,2}|\p{Lu}\p{L}+amt|Stadtamt \p{L}+|Amt für .{3,50})$/u;
const TICK = /^(?:[x☒☐✓]|ö|nö|Ergebnis|Ö|N)(?:\s+[x☒☐✓])*$/i;
const NOT_PUBLIC = /\bnicht\s?-?\s?öffentlich(?:er Teil|e (?:Vorlage|Sitzung|Beantwortung))?\b/i;

export function headerOf(lines: Line[]): Header {
  const head = lines.slice(0, MAX_LINES);
  const end = endOf(head);
  const own = head.slice(0, end);
  const text = own.map((line) => line.text).join('\n');
  const row =
    own.map((line) => TABLE_ROW.exec(line.text)).find((match) => match !== null && !NO_COMMITTEE.test(match[1]!)) ??
    null;
  const sentence = SENTENCE.exec(text.replace(/\n/g, ' '));
  const values = own.map((line) => line.text);
  return {
    title: titleOf(own),
    reference: referenceIn(text),
    date: (row && dateIn(row[2]!)) ?? sessionDate(values),
    committee: tidyCommittee(
      row?.[1] ?? labelled(values, /^(?:Gremi(?:um|en)|Ausschuss)\s*:/i) ?? committeeLine(values),
    ),
    agendaItem: row?.[3]?.trim() ?? agendaItemIn(text),
    askedBy: askersIn(own, sentence?.[1] ?? null),
    department:
      labelled(values, /^(?:Dienststelle|Federführung)\s*:/i) ??
      labelled(values, /^Verantwortlich\s*:/i) ??
      values.find((value) => OFFICE.test(value)) ??
      null,
    isPublic: !own.some(
      ({ text }) => text.length < 80 && NOT_PUBLIC.test(text) && !/(?<!nicht\s?-?\s?)öffentlich/i.test(text),
    ),
    end,
  };
}

/** "Beantwortung der Anfrage des sachkundigen Einwohners Paul Intveen in der Sitzung des … am 15.4.2021 zu TOP 5.6 …" */
const SENTENCE =
  /(?:Anfrage|Beantwortung der Anfrage)\s+((?:des|der|von|vom)\s+(?:sachkundigen\s+)?[^,:]{4,80}?)\s+(?:in der Sitzung|vom|zum Thema|betreffend|zu TOP|für die Sitzung)/;

function endOf(head: Line[]): number {
  let end = 0;
  for (const [i, { text }] of head.entries()) {
    const isHead =
      LABEL.test(text) || LETTERHEAD.test(text) || KIND_LINE.test(text) || TABLE_HEAD.test(text) || TICK.test(text);
    const isRow = TABLE_ROW.test(text) && i < 40 && text.length < 120 && !/[?:]$/.test(text);
    if ((isHead || isRow || isFormula(text)) && i - end <= 12) end = i + 1;
  }
  // The title follows the labels of the older layouts: lines without a full stop before the first gap.
  if (end > 0 && !head.slice(0, end).some((line) => TABLE_HEAD.test(line.text))) {
    let i = end;
    while (i < head.length && i - end < 4 && isTitleLine(head[i]!.text) && !(head[i]!.gap && i > end)) i++;
    if (i > end && (head[i]?.gap ?? true)) end = i;
  }
  return end;
}

const isTitleLine = (text: string): boolean => !/[.?!:;]$/.test(text) && !/^(?:\d|[A-Ha-h][.)]|Zu )/.test(text);

/** "Die Anfrage beantwortet die Verwaltung wie folgt:" belongs to nobody's answer. */
export const isFormula = (text: string): boolean =>
  text.length < 220 &&
  (/\b(?:beantworte[tn]?|nimmt|nehme[n]?|teile[n]?)\b.{0,140}\b(?:wie folgt|folgendermaßen|folgende Stellungnahme|Stellung)\s*[:.]?$/i.test(
    text,
  ) ||
    /^(?:Sehr geehrte|Guten Tag|Liebe[rs]? )/.test(text));

const NO_TITLE =
  /^(?:Vorlage|Drucksache|Anfrage|Antwort|Stellungnahme|Beantwortung|Erfundenes Beispiel|Gemeinderat|Ausschuss|Seite)\b/i;

function titleOf(own: Line[]): string | null {
  const joined = own.map((line) => line.text).join(' ');
  const quoted = /\bzum Thema\s+[„"]([^“”"]{5,200})[“”"]/.exec(joined)?.[1];
  const named = /(?:zu TOP\s+[\d.]+\s+|Betreff:\s*|Antwort zur Anfrage:\s*)([^\n]{8,250})$/.exec(
    own
      .map((l) => l.text)
      .join('\n')
      .split('\n')
      .find((l) => /zu TOP\s+[\d.]+\s+\S|^Betreff:/.test(l)) ?? '',
  )?.[1];
  const afterColon = own
    .map((line) => /\bAnfrage\b[^:]{0,90}:\s+(\p{Lu}[^:]{7,200})$/u.exec(line.text)?.[1])
    .find(Boolean);
  const matter = quoted ?? named ?? afterColon;
  if (matter) return matter.replace(/^Ihre Anfrage vom .*? zu(?: den| dem| der| r)?\s+/i, '').trim();
  let best: string[] = [];
  let current: string[] = [];
  for (const line of own) {
    const isPlain =
      !LABEL.test(line.text) &&
      !LETTERHEAD.test(line.text) &&
      !KIND_LINE.test(line.text) &&
      !TABLE_HEAD.test(line.text) &&
      !TABLE_ROW.test(line.text) &&
      !TICK.test(line.text) &&
      !FACTION.test(line.text) &&
      !isFormula(line.text) &&
      !NO_TITLE.test(line.text) &&
      !/^[\d.\s]+$/.test(line.text) &&
      !/^Dez\.?\s*\d/.test(line.text);
    if (!isPlain || (line.gap && current.length > 0)) {
      if (current.join(' ').length > best.join(' ').length) best = current;
      current = [];
    }
    if (isPlain) current.push(line.text);
  }
  if (current.join(' ').length > best.join(' ').length) best = current;
  const title = best
    .join(' ')
    .replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1')
    .trim();
  return title.length >= 8 && title.length <= 300 ? title : null;
}

function referenceIn(text: string): string | null {
  const labelledNumber =
    /(?:Vorlage|Drucksache|Drs\.?|DS)[^\d\n]{0,20}(\d{1,5}\/\d{2,4}(?:\/\d+)?|\d{4}\/\d{1,5})/i.exec(text);
  return labelledNumber?.[1] ?? /^\s*(20\d\d\/\d{3,5})\s*$/m.exec(text)?.[1] ?? null;
}

/** Values may stand in a block below all labels: the first line there that is a date and nothing else. */
function sessionDate(values: string[]): string | null {
  const own = labelled(values, /^(?:Termin|Sitzung(?:stermin|sdatum)?|Datum|Sitzung am)\s*:?/i);
  if (own && dateIn(own)) return dateIn(own);
  const alone = values.find((value) => /^\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}$/.test(value));
  if (alone) return dateIn(alone);
  const inLine = values.find((value) =>
    /\b(?:Sitzung|Ausschuss|ausschuss|Rat|rat)\b.{0,60}\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}/u.test(value),
  );
  return inLine ? dateIn(inLine) : null;
}

function labelled(values: string[], label: RegExp): string | null {
  const at = values.findIndex((value) => label.test(value));
  if (at < 0) return null;
  const same = values[at]!.replace(label, '')
    .replace(/^\s*:?\s*/, '')
    .trim();
  if (/(?:\bund|-|,)$/.test(same)) return `${same} ${values[at + 1] ?? ''}`.trim();
  if (same !== '') return same;
  const next = values[at + 1];
  return next && !LABEL.test(next) && !/^(?:\d+(?:[./]\d|$)|öffentlich)/.test(next) ? next : null;
}

const committeeLine = (values: string[]): string | null =>
  values
    .map(
      (value) =>
        /^((?:Ausschuss für [^,\d]{3,60}|\p{Lu}[\p{L}-]*ausschuss|Gemeinderat|Stadtrat|Ortschaftsrat \p{L}+|Rat der Stadt|Bezirksvertretung [^,\d]{2,40}))(?:,|\s+am\b|\s+\d|$)/u.exec(
          value,
        )?.[1] ?? null,
    )
    .find((found) => found !== null) ?? null;

function tidyCommittee(raw: string | null): string | null {
  const name = raw
    ?.replace(/^\d+\.\s*(?:\(?(?:Plenars|außerordentliche S|S)itzung\)?\s*)/i, '')
    .replace(/^(?:Plenarsitzung|Sitzung)?\s*(?:des|der)\s+/i, '')
    .replace(/^Gemeinderates$/, 'Gemeinderat')
    .replace(/(?:,|\s+(?:am|Termin|Datum))$/i, '')
    .trim();
  return name && name.length >= 3 && name.length <= 120 && !/[:?]$/.test(name) && /\p{Ll}/u.test(name) ? name : null;
}

function agendaItemIn(text: string): string | null {
  return (
    /\bTOP[:\s]+(\d{1,3}(?:\.\d{1,2})*(?:\s?[a-h]\b)?)/.exec(text)?.[1] ??
    /^\d{1,2}\.\d{1,2}\.\d{2,4}\n(?:\d{2,4}\n)?\s*(\d{1,3}(?:\s?[a-z])?)\n(?:nicht)?öffentlich$/m.exec(text)?.[1] ??
    null
  );
}

function askersIn(own: Line[], sentence: string | null): string[] {
  const found = own
    .filter((line) => !TABLE_ROW.test(line.text) && line.text.length < 90 && !KIND_LINE.test(line.text))
    .flatMap((line) => FACTION.exec(line.text)?.[1] ?? [])
    .map((name) =>
      name
        .replace(/:.*$/, '')
        .replace(/^(?:Stadt|Orts|Kreis|Gemeinde)(?:rat|rätin|räte|rätinnen)\s+/, '')
        .trim(),
    );
  if (found.length === 0 && sentence) {
    found.push(
      sentence
        .replace(/^(?:des|der|von|vom)\s+/, '')
        .replace(/^(?:sachkundigen\s+)?(?:Einwohners|Einwohnerin|Stadtrats|Stadträtin|Ratsmitglieds)\s+/, ''),
    );
  }
  if (found.length === 0) {
    const line = own
      .map(
        (l) =>
          /\bAnfrage\s+(?:der|des|von)\s+((?:.{0,20}Fraktion|Stadtr\p{L}+|Jungen)\b[^:,„]{0,40}?)(?=\s*(?::|zum|,|$))/u.exec(
            l.text,
          )?.[1],
      )
      .find(Boolean);
    if (line) found.push(line.replace(/^(?:Stadträtin|Stadtrats)\s+/, ''));
  }
  return [...new Set(found.filter((name) => name.length >= 2))].slice(0, 8);
}
