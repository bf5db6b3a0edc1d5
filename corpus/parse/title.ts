// The free lines of a header and what the source calls the paper → a title that says the matter, not the kind of paper.

import { joinedLines } from '../german/hyphens.ts';
import { german } from '../german/letters.ts';
import { isFormula } from './formula.ts';
import { KIND_LINE } from './header-lines.ts';
import type { Line } from './lines.ts';
import { isAsked, isNoTitle, labelledTitle } from './title-zone.ts';

const NOTHING_SAID = german(
  /^(?:\d+\. (?:Plenars|(?:öffentliche )?S)itzung\b|(?:des )?Gemeinderate?s$|(?:Vorlage|Drucksache|Anfrage|Antwort|Stellungnahme|Beantwortung|Beratungsunterlage|Seite|öffentlich|Anlage|Mitteilung|Kurzfassung|Finanzielle Auswirkungen)\b(?!.{25})|Erfundenes Beispiel\b|(?:Sitzung|Sitzungstag)\s+(?:am|vom)\b|.*erfundenes Beispiel$)/i,
);
/** A kind of paper with who asked, and without the matter. */
const KIND_AND_ASKER = german(
  /^(?:Stellungnahme|Beantwortung|Antwort)\b.{0,60}\bAnfrage\b(?:\s+(?:der|des|von|vom|nach|gemäß)\b[^:„"]{0,90})?$/i,
);
/** Of letters and parliaments: who writes, to whom, and where; where a title goes on, such words may stand in it. */
const LETTER = german(
  /^(?:(?:Landeshauptstadt|Stadtverwaltung|Kreisverwaltung|Bezirksamt|Senatsverwaltung|Senatskanzlei|Direktorium|Referat|Fachbereich|Fachdienst|Geschäftsstelle)\b.{0,60}|(?:Der |Die )?(?:Ober\w*)?(?:Magistrat|[Bb]ürgermeister(?:in)?|Landr[aä]t(?:in)?)(?:\s+(?:der|des)\s.{2,40})?|(?:An (?:die|den|das|Herrn?|Frau)|Herrn?|Frau)\b.{0,60}|Rathaus(?:,.{3,50})?|\d+\. Wahlperiode|Dez\.? ?\d)$/u,
);
/** When, under which number, and how to reach whom. */
const REFERENCE_OR_CONTACT = german(
  /^(?:(?:Telefon|Telefax|Tel\.|Fax|E-?Mail|Mobil|Zimmer|Sprechzeiten|Postanschrift)\b.{0,80}$|(?:vom|eingegangen)\b.{0,30}\d{4}|\p{Lu}[\p{L} .-]{2,40},\s+(?:den\s+|am\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{4}$|(?:(?:Schriftliche|Mündliche|Kleine|Große)\s+)?(?:Anfrage|Antrag)\s+(?:gemäß|nach|Nr\.|vom)\s|\S+(?:straße|str\.|platz|weg)\s\d+[a-z]?(?:,\s+\d{5}\b.*)?$|Az\.|(?:Ort|Vorsitz\p{L}*|Beginn|Ende|Uhrzeit|Beschluss)(?:\/\p{L})?:)/u,
);
/** A line of two columns: who asked, and the number of the paper. */
const LABEL_WITHIN = german(
  /\s(?:(?:Vorlage|Drucksache|Verantwortlich|Dienststelle)\b.{0,12}:|(?:Vorlage|Drucksache)n?-?\s?Nr\.)/,
);
const BEFORE_MATTER = german(
  /^(?:(?:Interfraktionelle|Schriftliche|Mündliche|Kleine|Große|Gemeinsame)\s+)?(?:Anfrage\w*|(?:Stellungnahme|Beantwortung|Antwort)\b.{0,60}?\bAnfrage\w*)\b(?:\s+[^:„"]{2,110}?)?\s*:\s+/i,
);
/** "Schriftliche Anfrage gemäß § 1 betreffend Radwege", "Antwort auf die Anfrage der Fraktion … zum Thema: Radwege" */
const BEFORE_UNQUOTED = german(
  /^(?:(?:Schriftliche |Mündliche )?Anfrage|Stellungnahme|Beantwortung|Antwort)\b.{0,200}\b(?:zum Thema|betreffend|Gegenstand:)\s*:?\s+(?=[^„"“”.:]{5,200}$)/,
);
/** "Anfrage der Fraktion … vom 18.06.2019 zu den Wasserpreisen", "Ihre Anfrage vom 3. Mai zum Thema Tagespflege" */
const ASKED_ON = german(
  /^(?:(?:Ihre|Die)\s+)?(?:(?:Schriftliche|Mündliche|Kleine|Große)\s+)?Anfrage\b.{0,120}?\bvom\s+\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4},?\s+(?:betreffend|über|(?:zum|hinsichtlich)\s+Thema|zu(?:m|r|\s+den|\s+dem|\s+der)?)\s*:?\s+(?=[„"]?\p{Lu})/u,
);
/** "Anfrage … über Anlagen für Regenwasser in der Sitzung des Rates am 25.04.2024" */
const IN_SESSION = german(
  /^(?:(?:Beantwortung der |Antwort auf die )?Anfrage\b.{3,120}?\s+)?(?:über|betreffend|zum Thema)\s+(\p{Lu}.{5,150}?)\s+in der Sitzung\b.*$/u,
);
/** "Fahrradstraßen (AF 55/2021)", "Straßenbäume in der Neustadt AF1904/22" */
const NUMBER_BEHIND = /\s+\(?[A-Z]{2,4}[\s/-]?\d{1,5}\/\d{2,4}\)?$/;
const MAX_CHARACTERS = 300;
const MIN_CHARACTERS = 6;

/** "Anfrage GRÜNE: Radwege in der Südstadt" → "Radwege in der Südstadt". */
export function matterOf(title: string): string {
  const tidy = title
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:hier|Thema|Betreff|Gegenstand)\s*:\s+/i, '');
  const matter = tidy
    .replace(BEFORE_MATTER, '')
    .replace(BEFORE_UNQUOTED, '')
    .replace(ASKED_ON, '')
    .replace(IN_SESSION, '$1')
    .replace(NUMBER_BEHIND, '')
    .trim();
  return matter.length >= MIN_CHARACTERS ? matter.replace(/^["„](.*)["“”]$/, '$1') : tidy;
}

/** @param after index of the last label or value above which, in the older layouts, no title stands; -1 where none is */
export function titleIn(lines: Line[], free: number[], after: number): string | null {
  const labelled = labelledTitle(lines);
  if (labelled !== null) return matterOf(labelled);
  const paragraphs = paragraphsOf(lines);
  for (const [i, text] of paragraphs.entries()) {
    const said = isFormula(text) ? null : IS_LABEL.test(text) ? paragraphs[i + 1] : matterInSentence(text);
    if (said) return matterOf(said);
  }
  const groups: { at: number; text: string; gap: boolean }[] = [];
  for (const i of free) {
    const { text, gap } = lines[i]!;
    if (
      isAsked(text) ||
      (isNoTitle(text) && !(groups.at(-1)?.at === i - 1 && !gap)) ||
      (/:$/.test(text) && text.length > 40) ||
      NOTHING_SAID.test(text) ||
      REFERENCE_OR_CONTACT.test(text) ||
      (LETTER.test(text) && !groups.some(({ at }) => at === i - 1)) ||
      (KIND_LINE.test(text) && text.length < 60) ||
      KIND_AND_ASKER.test(text) ||
      LABEL_WITHIN.test(text) ||
      /^[\d./\s-]+$/.test(text)
    )
      continue;
    const last = groups.at(-1);
    if (last && free.includes(i - 1) && last.at === i - 1 && (!gap || /-$/.test(last.text))) {
      last.text = joinedLines(last.text, text);
      last.at = i;
    } else groups.push({ at: i, text, gap });
  }
  const plausible = groups.filter(
    ({ text }) => text.length >= MIN_CHARACTERS && text.length <= MAX_CHARACTERS && /\p{L}{4}/u.test(text),
  );
  const best = plausible.find(({ at }) => at > after) ?? plausible.toSorted((a, b) => b.text.length - a.text.length)[0];
  return best ? matterOf(best.text) : null;
}

/** The matter stands in the next paragraph. */
const IS_LABEL = /^(?:zum\s+)?(?:Thema|Betreff|Gegenstand)\s*:?$/i;

/** "… zum Thema „…“", "… zu TOP 5.6 …", "Betreff: …", "hier: …" in a heading of one sentence. */
function matterInSentence(text: string): string | null {
  const found =
    german(/\b(?:zum Thema|betreffend|zu dem Thema|mit dem Titel)\s*:?\s+[„"]([^“”"]{5,250})[“”"]/).exec(text)?.[1] ??
    /^(?:Thema|Gegenstand)\s*:\s+(.{5,250}[^.?!])$/.exec(text)?.[1] ??
    /^Anfrage (?:der|des) [^:„"]{3,80}:\s+(\p{Lu}[^:.?!]{5,150})$/u.exec(text)?.[1] ??
    german(/\b(?:Betreff|Betr\.)\s*:\s*(.{8,250}?)(?=\s+(?:Sehr geehrte|Anfrage der|Ihre Anfrage)|$)/).exec(
      text,
    )?.[1] ??
    german(/\bzu TOP\s+[\d.]+\s+(\p{Lu}.{8,280})$/u).exec(text)?.[1] ??
    (BEFORE_UNQUOTED.test(text) || (ASKED_ON.test(text) && !/[.:?]$/.test(text)) ? text : null);
  return found
    ? matterOf(found.replace(/^Ihre Anfrage vom .*? zu(?:\s+den|\s+dem|\s+der|r|m\s+Thema|m)?\s+/i, ''))
    : null;
}

function paragraphsOf(lines: Line[]): string[] {
  const out: string[] = [];
  for (const { text, gap } of lines) {
    if (gap || out.length === 0) out.push(text);
    else out.push(joinedLines(out.pop()!, text));
  }
  return out;
}
