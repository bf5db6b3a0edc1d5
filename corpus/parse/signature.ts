// The last lines of a reply → who signed it, and where that begins. It belongs to no answer.

import { dateIn, PLACE_AND_DATE } from '../german/dates.ts';
import { german } from '../german/letters.ts';
import type { Line } from './lines.ts';

export interface Signature {
  /** Index of its first line; the number of lines when there is none. */
  start: number;
  name: string | null;
  /** Of a letter, YYYY-MM-DD: "Musterstadt, den 4. Oktober 2022". */
  date: string | null;
}

const MAX_LINES = 14;
const CLOSING = german(
  /^(?:Mit (?:freundliche[nm]|den besten|besten|herzlichen) Gr(?:ü(?:ß|ss)en|uß)|(?:Freundliche|Beste|Viele|Herzliche)n? Grüße|Hochachtungsvoll|(?:Für|Im Namen) (?:den|die|das|des|der) (?:\p{L}+rats?|Magistrats?|Senats?|\p{L}*[Rr]egierung|Kreisausschuss\p{L}*|Bezirksamts?)$)(?!\p{L})/iu,
);
const SIGNED = german(/^(?:gez(?:eichnet)?\b\.?|i\. ?[AV]\.|Im Auftrag|In Vertretung)\s*:?\s*(.*)$/i);
/** What a person is who signs: below the name, it ends a reply without greeting or "gez.", too. */
const OFFICE =
  /^(?:(?:Erster?|Der|Die|Berufsmäßiger?)\s+)?(?:(?:Ober)?[Bb]ürgermeister(?:in)?|Stadt(?:rat|rätin|direktor(?:in)?|baurat|kämmer(?:er|in))|Landr[aä]t(?:in)?|(?:Stadtb|Kreisb|B)eigeordneter?|\p{L}*(?:[Dd]ezernent|[Rr]eferent|leiter|vorsteher)(?:in)?)$/u;

export function signatureOf(lines: Line[], bodyStart: number): Signature {
  const signature = signed(lines, bodyStart);
  return { ...signature, start: withoutPhrases(lines, bodyStart, signature.start) };
}

/** With which letters end, and which answer nothing. */
const PHRASE = german(
  /^(?:Um Kenntnisnahme (?:der|von|des)\b.*wird gebeten|(?:Für|Bei) (?:(?:weitere|etwaige|eventuelle)n? )?(?:Rück)?[Ff]ragen steh|(?:Ich|Wir) hoffen?,? (?:Ihnen |Ihre |dass |mit )|(?:Ich|Wir) gehen? davon aus, dass die (?:Angelegenheit|Anfrage) damit)/,
);
const MAX_PHRASE_CHARACTERS = 300;

/** Paragraphs of such phrases right before the signature. */
function withoutPhrases(lines: Line[], bodyStart: number, end: number): number {
  let from = end - 1;
  while (from > bodyStart && !lines[from]!.gap) from--;
  if (from <= bodyStart || !PHRASE.test(lines[from]!.text)) return end;
  const { length } = lines
    .slice(from, end)
    .map(({ text }) => text)
    .join(' ');
  return length > MAX_PHRASE_CHARACTERS ? end : withoutPhrases(lines, bodyStart, from);
}

function signed(lines: Line[], bodyStart: number): Signature {
  const earliest = Math.max(bodyStart + 1, lines.length - MAX_LINES);
  for (let i = earliest; i < lines.length; i++) {
    const { text } = lines[i]!;
    const rest = lines.slice(i + 1).map((line) => line.text);
    const named = text.length <= 70 ? SIGNED.exec(text) : null;
    if (!named && !CLOSING.test(text) && !isBare(text, rest)) continue;
    // After a real signature only names, offices and a place follow.
    if (rest.some((line) => line.length > 90 || /\?$/.test(line))) continue;
    const names = [named?.[1] ?? text, ...rest].map((line) => SIGNED.exec(line)?.[1] ?? line);
    const name = named?.[1] || names.find((line) => isName(line) && !OFFICE.test(line) && !CLOSING.test(line));
    const start = PLACE_AND_DATE.test(lines[i - 1]!.text) ? i - 1 : i;
    const dated = lines.slice(start).find((line) => /,\s+(?:den\s+|am\s+)?\d/.test(line.text))?.text;
    return {
      start: Math.max(start, bodyStart),
      name: name
        ? name
            .replace(/\s+gez\..*$/, '')
            .replace(/^\(|\)$/g, '')
            .trim()
        : null,
      date: dated ? dateIn(dated) : null,
    };
  }
  return { start: lines.length, name: null, date: null };
}

/** Nothing but a place with a date and who signs there, or a name with an office, up to the end. */
function isBare(text: string, rest: string[]): boolean {
  if (PLACE_AND_DATE.test(text)) return rest.every((line) => isName(line) || OFFICE.test(line) || SIGNED.test(line));
  return isName(text) && !OFFICE.test(text) && rest.length === 1 && OFFICE.test(rest[0]!);
}

const isName = (line: string): boolean => /^\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]+){0,3}$/u.test(line.trim());
