// The last lines of a reply → who signed it, and where that begins. It belongs to no answer.
import { dateIn } from './dates.ts';
import type { Line } from './lines.ts';

export interface Signature {
  /** Index of its first line; the number of lines when there is none. */
  start: number;
  name: string | null;
  /** Of a letter, YYYY-MM-DD: "Musterstadt, den 4. Oktober 2022". */
  date: string | null;
}

const MAX_LINES = 14;
const CLOSING = /^(?:Mit (?:freundliche[nm]|den besten) Gr(?:üßen|uß)|Freundliche Grüße|Hochachtungsvoll)\b/i;
const SIGNED = /^(?:gez\.?|i\. ?[AV]\.|Im Auftrag|In Vertretung)\s*:?\s*(.*)$/i;

/** "Musterstadt, den 4. Oktober 2022" */
const PLACE_AND_DATE = /^\p{Lu}[\p{L} .-]{2,40},\s+(?:den\s+|am\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}+)\s?\d{4}$/u;

export function signatureOf(lines: Line[], bodyStart: number): Signature {
  const earliest = Math.max(bodyStart + 1, lines.length - MAX_LINES);
  for (let i = earliest; i < lines.length; i++) {
    const { text } = lines[i]!;
    const signed = SIGNED.exec(text);
    const isClosing = CLOSING.test(text);
    if (!isClosing && (!signed || text.length > 70)) continue;
    const rest = lines.slice(i + 1).map((line) => line.text);
    // After a real signature only names, offices and a place follow.
    if (rest.some((line) => line.length > 90 || /\?$/.test(line))) continue;
    const name = signed?.[1] || rest.map((line) => SIGNED.exec(line)?.[1] ?? line).find((line) => isName(line));
    const start = PLACE_AND_DATE.test(lines[i - 1]!.text) ? i - 1 : i;
    const dated = lines.slice(start).find((line) => /,\s+(?:den\s+)?\d/.test(line.text))?.text;
    return {
      start: Math.max(start, bodyStart),
      name: name ? name.replace(/^\(|\)$/g, '').trim() : null,
      date: dated ? dateIn(dated) : null,
    };
  }
  return { start: lines.length, name: null, date: null };
}

const isName = (line: string): boolean => /^\p{Lu}[\p{L}.-]+(?:\s+\p{Lu}[\p{L}.-]+){0,3}$/u.test(line.trim());
