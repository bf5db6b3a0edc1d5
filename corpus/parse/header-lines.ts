// The first lines of a reply → what each of them is, and where the header ends. Labels may stand before their values,
// above them, or all in a block with the values in another; newer replies have a table of consultations.
import { german } from '../german/letters.ts';
import { isAsker } from './askers.ts';
import { isAnnouncement, isFormula, isGreeting } from './formula.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { isBoxLine } from './publicity.ts';
import { beginsAsQuestion, isAlone } from './questions.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING } from './voices.ts';

export interface TableRow {
  line: number;
  committee: string;
  /** As written. */
  date: string;
  agendaItem: string | null;
  rest: string;
}

export interface HeaderLines {
  /** Index of the first line that is not the header's. */
  end: number;
  rows: TableRow[];
  /** Indexes of lines that are neither label, value, letterhead nor table: title, askers. */
  free: number[];
}

/** No header that was seen is longer; what looks like one further down is text. */
const MAX_LINES = 60;

export const LABEL = german(
  /^(?:[Vv]om|[Ee]ingegangen(?: am)?|Gremi(?:um|en)|Termin|Datum|Sitzung(?:stermin|sdatum|stag)?(?: am)?|(?:Beratungs|Beschluss)?[Vv]orlage(?:n-?\s?Nr\.?| Nr\.?)?|Drucksachen?(?:-?\s?(?:Nr|Nummer)\.?|nummer)?|Drs\.?|DS|Az\.?|Aktenzeichen|TOP|Tagesordnungspunkt|Verantwortlich|Dienststelle|Federführung|Federführend\w*|Zuständig\w*|Geschäftszeichen|Anfragen? (?:von|der|des)|Anfrage|Fragesteller\w*|Anfragesteller\w*|Ergebnis|Ansprechpartner\w*|Ansprechperson|Bearbeite\w*|Telefon|Tel\.?|Fax|E-?Mail|Betreff|Betr\.?|Bezug|Ihr Zeichen|Ihre Nachricht(?: vom)?|Unser Zeichen|Verfasser\w*|Amt|Dezernat|Fachbereich|Beteiligte\w*|Status|Öffentlichkeitsstatus|Beratungsfolge|Nr\.?|Nummer)\s*(?:Nr\.?)?\s*:(?:\s+|$)/,
);
const LETTERHEAD = german(
  /^(?:(?:Stadt|Gemeinde|Landkreis|Kreis|STADT|GEMEINDE|LANDKREIS)\s+\p{Lu}[\p{L}/-]+(?:\s*[–-]\s*.{0,40}|\s+\p{L}+)?|\p{Lu}\p{L}+kreis|(?:Der|Die|DER|DIE)\s+(?:Ober\w*|OBER\w*)?(?:[Bb]ürgermeister|BÜRGERMEISTER|Landr[aä]t)(?:in|IN)?(?: der Stadt \p{L}+)?|Stadtamt\s+\p{L}+|Ortsverwaltung\s+\p{L}+|(?:Dezernat|Dez\.)\s*[\dIVX].{0,40}|Amt für .{3,60}|\p{Lu}\p{L}+amt|(?:nicht)?öffentlich(?:er Teil|e Sitzung)?|(?:Nicht)?[Öö]ffentlich(?:er Teil|e (?:Sitzung|Vorlage))?|\d{3,4}|20\d\d\/\d{3,5})$/u,
);
export const KIND_LINE = german(
  /^(?:STELLUNGNAHME|Stellungnahme|BEANTWORTUNG|Beantwortung|ANTWORT|Antwort|Beratungsunterlage)\b.{0,90}?(?:\b(?:\p{L}+)?[Aa]nfragen?\b|\bGeschäftsordnung\b|\/Antwort$)/u,
);
export const TABLE_HEAD = german(
  /^Gremi(?:um|en)\s+(?:Termin|Datum|Sitzung)|^Beratungsfolge\b|^Sitzungsdatum\s+Gremium/i,
);
const ROW = german(
  /^(\p{Lu}[^\d:?]{2,110}?)\s+(\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4})(?:\s+(\d{1,3}(?:\.\d{1,2})*(?:\s?[a-h]\b)?))?(?:\s+(\D.{0,60}|☒.*|☐.*))?$/u,
);
const ROW_DATE_ONLY = german(
  /^(\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4})(?:\s+(\d{1,3}(?:\.\d{1,2})*(?:\s?[a-h]\b)?))?(?:\s+(\D.{0,60}))?$/,
);
/** What stands before a date in a line and is no committee. */
const NO_COMMITTEE = german(
  /^(?:Sitzung|Termin|Datum|Stand|vom|eingegangen|Ihre?|Die|Der|Das|Am|Seit|Ab|Bis|Vom)\b|\b(?:am|vom|den|bis|seit|ab|zum)$/i,
);
const TICK =
  /^(?:[x☒☐✓]|ö|nö|Ergebnis|Ö|N|Kenntnisnahme|Entscheidung|Vorberatung|Zuständigkeit|TOP|Termin|ö nö|Ö \/ N|einstimmig|einst\.|\d{1,3}(?:\.\d{1,2})?)(?:\s+[x☒☐✓ÖN])*$/i;

export function headerLines(lines: Line[]): HeaderLines {
  const head = lines.slice(0, MAX_LINES);
  const tableAt = head.findIndex((line) => TABLE_HEAD.test(line.text));
  const bound = tableAt >= 0 && !isProseBefore(head, tableAt) ? tableAt : -1;
  const { end: tableEnd, rows } = bound >= 0 ? tableFrom(head, bound) : { end: 0, rows: [] };
  const end = openingEnd(head, Math.max(bound >= 0 ? tableEnd : labelsEnd(head), openingAt(head)));
  const free: number[] = [];
  for (let i = 0; i < end; i++) {
    const { text } = head[i]!;
    const isTable = bound >= 0 && i >= bound && i < tableEnd;
    const isFact = LABEL.test(text) || LETTERHEAD.test(text) || TICK.test(text) || isBoxLine(text);
    if (!isTable && !isFact && !isOnlyKind(text)) free.push(i);
  }
  return { end, rows: rows.length > 0 ? rows : looseRows(head.slice(0, end)), free };
}

/** "Stellungnahme zur Anfrage", and not "Beantwortung der Anfrage des … in der Sitzung …". */
const isOnlyKind = (text: string): boolean => KIND_LINE.test(text) && text.length < 60;

/** A table that far down, below sentences, is not the header's. */
function isProseBefore(head: Line[], at: number): boolean {
  return head.slice(0, at).filter(({ text }) => text.length > 70 && /[.:]$/.test(text)).length > 1;
}

function tableFrom(head: Line[], at: number): { end: number; rows: TableRow[] } {
  const rows: TableRow[] = [];
  let end = at + 1;
  let started = '';
  for (let i = at; i < head.length && i - end < 4; i++) {
    const text =
      i === at
        ? head[i]!.text.replace(TABLE_HEAD, '').replace(
            german(/^[\s\w/]*?(?:Ö \/ N|ö nö|TOP|Ergebnis|Zuständigkeit|\s)+/),
            '',
          )
        : head[i]!.text;
    if (i > at && TICK.test(text)) {
      end = i + 1;
      continue;
    }
    const row = ROW.exec(started + text) ?? (started !== '' ? dateOnly(started, text) : null);
    if (row && !NO_COMMITTEE.test(row[1]!)) {
      rows.push({
        line: i,
        committee: row[1]!.trim(),
        date: row[2]!,
        agendaItem: row[3]?.trim() ?? null,
        rest: row[4] ?? '',
      });
      end = i + 1;
      started = '';
    } else if (
      i > at &&
      text.length < 70 &&
      /^\p{Lu}/u.test(started + text) &&
      !/[.?:]$/.test(text) &&
      !markerOf(text)
    ) {
      started = `${started}${text} `.replace(/(\p{Ll})- $/u, '$1');
    } else if (i > at) break;
  }
  return { end, rows };
}

function dateOnly(started: string, text: string): RegExpExecArray | null {
  const date = ROW_DATE_ONLY.exec(text);
  if (!date) return null;
  return Object.assign([date[0], started.trim(), date[1], date[2], date[3]], {
    index: 0,
    input: text,
  }) as unknown as RegExpExecArray;
}

/** Without a table: the last label or letterhead before the first sentence, and the title lines below. */
function labelsEnd(head: Line[]): number {
  let end = 0;
  for (const [i, { text }] of head.entries()) {
    const isHead =
      LABEL.test(text) ||
      LETTERHEAD.test(text) ||
      KIND_LINE.test(text) ||
      TICK.test(text) ||
      isBoxLine(text) ||
      ROW_DATE_ONLY.test(text) ||
      isRow(text);
    if (isHead) {
      if (i - end <= 14) end = i + 1;
    } else if (isSentence(text) && i > 2) break;
  }
  let title = end;
  while (title < head.length && title - end < 5 && isTitleLine(head, title) && !(head[title]!.gap && title > end))
    title++;
  if (end === 0 || title === end || !(head[title]?.gap ?? true)) return end;
  // Below who asked, the title may stand by itself.
  const isAskers = head.slice(end, title).every(({ text }) => isAsker(text));
  const isTitle = isAskers && head[title] !== undefined && isTitleLine(head, title) && head[title + 1]?.gap === true;
  return isTitle ? title + 1 : title;
}

const isRow = (text: string): boolean => {
  const row = ROW.exec(text);
  return (
    row !== null && text.length < 110 && !NO_COMMITTEE.test(row[1]!) && !/[.?]$/.test(text) && isCommittee(row[1]!)
  );
};

export const isCommittee = (name: string): boolean =>
  german(/rat\b|rates\b|ausschuss|beirat|vertretung|versammlung|kommission|senat|kreistag|Rat\b|Plenum/i).test(name) &&
  name.length < 120;

const isSentence = (text: string): boolean =>
  (/[.?!]$/.test(text) && text.length > 40) ||
  (text.length > 75 && !/^(?:Beantwortung|Stellungnahme|Antwort|Anfrage)/.test(text)) ||
  asksHere(text);

const asksHere = (text: string): boolean => {
  const marker = markerOf(text);
  return (
    marker !== null &&
    (marker.says !== null || marker.style !== 'number' || beginsAsQuestion(text.slice(marker.length).trim()))
  );
};

/** "Nordtangente:" is one where the title goes on below it, and so is "a) Kosten der Nordtangente" there. */
function isTitleLine(head: Line[], i: number): boolean {
  const { text } = head[i]!;
  const below = head[i + 1];
  if (/^(?:Beschluss|Abstimmung)/.test(text)) return false;
  if (/:$/.test(text) && below && !below.gap && (isTitleLine(head, i + 1) || isTitlePart(below)))
    return !isFormula(text);
  if (isTitlePart(head[i]!) && /:$/.test(head[i - 1]?.text ?? '')) return head[i + 1]?.gap ?? false;
  return !/[.!:;]$/.test(text) && !markerOf(text) && !(beginsAsQuestion(text) && /\?$/.test(text)) && !isFormula(text);
}

const isTitlePart = ({ text }: Line): boolean => /^[a-h]\)\s+\p{Lu}/u.test(text) && !/[.!?:;]$/.test(text);

/** A paragraph this long, if it is sentences, is somebody's text. */
const PROSE_CHARACTERS = 140;

/** Where a letter greets or a formula announces the answers: above stands nothing but the header. 0 where neither is. */
function openingAt(head: Line[]): number {
  let paragraph = 0;
  for (const [i, { text, gap }] of head.entries()) {
    if (isGreeting(text) || isAnnouncement(text) || isVoice(text)) return i;
    if (asksHere(text) && !isAlone(text)) return 0;
    paragraph = (gap ? 0 : paragraph) + text.length;
    if (paragraph > PROSE_CHARACTERS && /[.?!]$/.test(text) && !LABEL.test(text) && !KIND_LINE.test(text)) return 0;
  }
  return 0;
}

/** Somebody begins to speak. "Sachverhalt" and the like may be labels of a form. */
const isVoice = (text: string): boolean =>
  /^(?:Vorb|Einleitung|Allgemeine)/.test(text) && (ADMINISTRATIONS_HEADING.test(text) || ASKERS_HEADING.test(text));

/** Formulas and headings that open the text: "Die Anfrage beantwortet die Verwaltung wie folgt:" */
function openingEnd(head: Line[], from: number): number {
  let end = from;
  while (end < head.length) {
    if (LABEL.test(head[end]!.text) && head[end]!.text.length < 90) {
      end++;
      continue;
    }
    let stop = end + 1;
    while (stop < head.length && !head[stop]!.gap) stop++;
    const text = head
      .slice(end, stop)
      .map((line) => line.text)
      .join(' ');
    const isHeading =
      KIND_LINE.test(text) &&
      text.length < 400 &&
      !/[.?]$/.test(text) &&
      stop - end < 6 &&
      !(end + 1 < stop && markerOf(head[end + 1]!.text));
    if (isFormula(text) || (isHeading && !/:$/.test(text))) end = stop;
    else if (isFormula(head[end]!.text)) end++;
    else break;
  }
  return end;
}

function looseRows(own: Line[]): TableRow[] {
  return own.flatMap(({ text }, line): TableRow[] => {
    const row = isRow(text) ? ROW.exec(text) : null;
    return row
      ? [{ line, committee: row[1]!, date: row[2]!, agendaItem: row[3]?.trim() ?? null, rest: row[4] ?? '' }]
      : [];
  });
}
