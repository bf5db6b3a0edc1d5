// What a file of a paper is: the administration's answer, the inquiry, minutes, an annex. By the beginning of its first
// page; names of files and types of papers are too different from city to city to rely on.

export type FileRole = 'answer' | 'inquiry' | 'minutes' | 'annex' | 'other';

export interface FileFacts {
  paperType?: string;
  paperName?: string;
  fileName?: string;
  mimeType?: string;
}

const HEAD_CHARACTERS = 900;

/** "Stellungnahme zur Anfrage", "Beantwortung einer Anfrage nach § 4", "Antwort der Verwaltung auf die Anfrage". */
const ANSWER =
  /(?:\b|(?<=\/))(?:Stellungnahme|Beantwortung|Antwort(?:schreiben)?)\b(?:(?!Anfrage)[^.\d]){0,90}\b\p{L}*anfragen?\b/iu;
const OWN_WORDS =
  /\bStellungnahme\s+(?:des|der)\s+(?:Bürgermeisteramt|Verwaltung|Stadtverwaltung|Ortsverwaltung)\w*\s*:/i;
const LETTER = /\bIhre (?:schriftliche |mündliche |kleine )?Anfrage\b.{0,200}\b(?:beantwort|nehme|teile)/i;
/** Parliaments print both in one paper: "Schriftliche Anfrage der Abgeordneten … und Antwort des Senats". */
const WITH_ANSWER = /\banfrage\b.{0,250}\bund\s+Antwort\s+(?:des|der|vom)\b/i;
const INQUIRY = /(?:^|\s)(?:ANFRAGE|Anfrage)\b/;
const MINUTES = /^.{0,120}\b(?:Niederschrift|Protokoll(?:auszug)?|Auszug aus (?:der|dem))\b/i;
const ANNEX = /^(?:Anlage\b|.{0,20}\bAnlage\s+(?:\d|zur?|TOP))/i;

/** @param firstPage the first page's text */
export function fileRole(facts: FileFacts, firstPage: string): FileRole {
  const head = firstPage.normalize('NFC').replace(/\s+/g, ' ').trim().slice(0, HEAD_CHARACTERS);
  if (MINUTES.test(head)) return 'minutes';
  if (ANNEX.test(head)) return 'annex';
  const answer = ANSWER.exec(head);
  const isHeading = answer !== null && !INQUIRY.test(head.slice(0, answer.index));
  if (isHeading || OWN_WORDS.test(head) || WITH_ANSWER.test(head) || LETTER.test(head)) return 'answer';
  if (INQUIRY.test(head) || /\banfrage\b/i.test(`${facts.fileName ?? ''} ${facts.paperType ?? ''}`)) return 'inquiry';
  return /\bAnlage\b/i.test(facts.fileName ?? '') ? 'annex' : 'other';
}
