// What a file of a paper is: the administration's answer, the inquiry, minutes, an annex. By the beginning of its first
// page; names of files and types of papers are too different from city to city to rely on.
import { german } from '../german/letters.ts';

export type FileRole = 'answer' | 'inquiry' | 'minutes' | 'annex' | 'other';

export interface FileFacts {
  paperType?: string;
  paperName?: string;
  fileName?: string;
  mimeType?: string;
}

const HEAD_CHARACTERS = 900;

/** "Stellungnahme zur Anfrage", "Beantwortung einer Anfrage nach § 4", "Antwort der Verwaltung auf die Anfrage". */
const ANSWER = german(
  /(?:\b|(?<=\/))(?:Stellungnahme|Beantwortung|Antwort(?:schreiben)?)\b(?:(?!Anfrage)[^.\d]){0,90}\b\p{L}*anfragen?\b/iu,
);
const OWN_WORDS = german(
  /\bStellungnahme\s+(?:des|der)\s+(?:Bürgermeisteramt|Verwaltung|Stadtverwaltung|Ortsverwaltung)\w*\s*:/i,
);
const LETTER = german(/\bIhre (?:schriftliche |mündliche |kleine )?Anfrage\b.{0,200}\b(?:beantwort|nehme|teile)/i);
/** Parliaments print both in one paper: "Schriftliche Anfrage der Abgeordneten … und Antwort des Senats". */
const WITH_ANSWER = german(/\banfrage\b.{0,250}\bund\s+Antwort\s+(?:des|der|vom)\b/i);
const INQUIRY = german(/(?:^|\s)(?:ANFRAGE|Anfrage)\b/);
const MINUTES = german(/^.{0,120}\b(?:Niederschrift|Protokoll(?:auszug)?|Auszug aus (?:der|dem))\b/i);
const ANNEX = german(/^(?:Anlage\b|.{0,20}\bAnlage\s+(?:\d|zur?|TOP))/i);

/** @param firstPage the first page's text */
export function fileRole(facts: FileFacts, firstPage: string): FileRole {
  const head = firstPage.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, HEAD_CHARACTERS);
  if (MINUTES.test(head)) return 'minutes';
  if (ANNEX.test(head)) return 'annex';
  const answer = ANSWER.exec(head);
  const isHeading = answer !== null && !INQUIRY.test(head.slice(0, answer.index));
  if (isHeading || OWN_WORDS.test(head) || WITH_ANSWER.test(head) || LETTER.test(head)) return 'answer';
  if (INQUIRY.test(head) || german(/\banfrage\b/i).test(`${facts.fileName ?? ''} ${facts.paperType ?? ''}`))
    return 'inquiry';
  return german(/\bAnlage\b/i).test(facts.fileName ?? '') ? 'annex' : 'other';
}
