// The lines above the first question → where a title may stand: "Betreff:" and what is behind it, and lines that are
// neither letterhead nor the kind of paper. Papers of parliaments and letters have no header that ends by itself.
import { german } from '../german/letters.ts';
import { isAsker } from './askers.ts';
import { isAnnouncement, isGreeting } from './formula.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { beginsAsQuestion } from './questions.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING, ASKERS_WORDS, QUESTIONS_HEADING } from './voices.ts';

const LABEL = /^(?:zum\s+)?(?:Thema|Betreff|Betr\.?|Gegenstand|Titel)\s*:\s*(.*)$/iu;
const NEXT_LABEL = /^(?:hier|Bezug|Anlagen?|\p{Lu}[\p{L}-]{2,20})\s*:/u;
const MAX_LINES = 40;
const PROSE_CHARACTERS = 140;

/** So many lines stand before anybody says or asks something. */
export function zoneEnd(lines: readonly Line[], headerEnd: number): number {
  let paragraph = 0;
  for (const [i, { text, gap }] of lines.slice(0, MAX_LINES).entries()) {
    paragraph = (gap ? 0 : paragraph) + text.length;
    if (i < headerEnd || LABEL.test(text)) continue;
    const marker = markerOf(text);
    const asks = marker !== null && beginsAsQuestion(text.slice(marker.length).trim());
    const isVoice =
      ADMINISTRATIONS_HEADING.test(text) ||
      ASKERS_HEADING.test(text) ||
      ASKERS_WORDS.test(text) ||
      QUESTIONS_HEADING.test(text);
    if (asks || isVoice || isGreeting(text) || isAnnouncement(text)) return i;
    if (paragraph > PROSE_CHARACTERS && /[.?!]$/.test(text)) return i;
  }
  return Math.min(lines.length, MAX_LINES);
}

/** "Betreff: …", "betr.: …", with what goes on below. */
export function labelledTitle(lines: readonly Line[]): string | null {
  for (const [i, { text }] of lines.entries()) {
    const own = LABEL.exec(text)?.[1];
    if (own === undefined) continue;
    const parts = own === '' ? [] : [own];
    for (let k = i + 1; k < lines.length && parts.length < 3; k++) {
      const below = lines[k]!;
      if ((below.gap && parts.length > 0) || NEXT_LABEL.test(below.text) || isGreeting(below.text)) break;
      parts.push(below.text);
    }
    const title = parts.join(' ').replace(/^(?:AW|WG|Re|Fwd)\s*:\s*/i, '');
    if (/\p{L}{4}/u.test(title) && title.length < 300) return title;
  }
  return null;
}

/** Who writes to whom, under which number and when; what kind of paper it is. None of it is a matter. */
const NO_TITLE = german(
  /^(?:(?:Deutscher\s+)?(?:LANDTAG|Landtag|BUNDESTAG|Bundestag|BÜRGERSCHAFT|Bürgerschaft|ABGEORDNETENHAUS|Abgeordnetenhaus)\b.{0,60}|.*\b\d{1,2}\.\s?(?:Wahlperiode|WAHLPERIODE)\b.*|.{0,60}\b(?:Drucksache|Drs\.)(?:\s+(?:Nr\.\s*)?)?\p{L}*\/?\d.*|[–-]\s*Drucksache.*|(?:Neud|D)rucksache\b.{0,30}|(?:(?:Kleine|Große|Schriftliche|Mündliche|KLEINE|GROSSE|GROẞE|SCHRIFTLICHE)\s+)*(?:ANFRAGE|Anfrage|ANTWORT|Antwort|Interpellation)(?:\s+(?:KA|AF|AN|Nr\.|\d|der Landes|des Senats|der Bundes|des Magistrats|der Verwaltung).{0,60})?|und(?:\s+(?:ANTWORT|Antwort)\b.{0,40})?|(?:der|des)\s+(?:Landes|Bundes|Staats)regierung|des Senats|(?:auf|zu)\s+(?:der|die)(?:\s+(?:Kleine|Große|Schriftliche)n?\s+Anfrage\b.{0,80})?|(?:der|des|und der)\s+(?:Abgeordneten?|Fraktion|\p{L}+verordneten)\b.{0,80}|(?:Der|Die|DER|DIE)\s+(?:LANDR[AÄ]T(?:IN)?|MAGISTRAT|Magistrat|OBERB.{5,20}|Senat.{0,30})(?:\s+.{0,30})?|(?:Mitteilungs|Informations|Beschluss|Sitzungs|Berichts|Antrags|Kenntnisnahme)vorlage\b.{0,40}|Anfragen?beantwortung\b.{0,30}|(?:Große Kreisstadt|Kreisstadt|Landeshauptstadt|Hansestadt|Seestadt|Freie Stadt|Freie und Hansestadt|Universitätsstadt|Stadt|STADT|Gemeinde|GEMEINDE|Markt|Landkreis|LANDKREIS|Kreis|KREIS|Magistrat der Stadt|Behörde für|Ministerium|Staatskanzlei|Dezernat|Bezirksamt|Abteilung|Fachbereich|Fachdienst|Referat|Amt für|Büro de[rs]|Bezirks(?:stadtr|verordneten|bürgerm)\p{L}*)\b.{0,70}|(?:Von|An|Cc|Gesendet|Datum|Lfd\. Nr\.)\b:?.{0,80}|per (?:E-)?Mail|über|aus der Sitzung\b.{0,60}|(?:zur )?Sitzung de[rs]\b.{0,70}|TOP\s+\d.{0,80}|Inhalt der Mitteilung:?|Beschlussvorschlag\b.{0,30}|Stellungnahme der Verwaltung:?|(?:\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|[\d/. ]+\s*\p{Lu}?\p{L}?)|Gremium\b.{0,40}|Interpellation Nr\..{0,100}|Gemeinderat \p{Lu}\p{L}+|.{0,40}erfundenes Beispiel.{0,60})$/u,
);

const ASKED_LINE = german(/^Anfrage\b.{3,140}\bvom\s+\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{2,4}$/u);

export const isNoTitle = (text: string): boolean => NO_TITLE.test(text) || isAsked(text);
/** It says who asked, and nothing else. */
export const isAsked = (text: string): boolean => isAsker(text) || ASKED_LINE.test(text);
