// What a file of a paper is: the administration's answer, the inquiry, minutes, an annex.

export type FileRole = 'answer' | 'inquiry' | 'minutes' | 'annex' | 'other';

export interface FileFacts {
  paperType?: string;
  paperName?: string;
  fileName?: string;
  mimeType?: string;
}

const ANSWER = /\b(Stellungnahme|Beantwortung|Antwort)\b.{0,80}?\b(zu|zur|auf|der|einer|die)\b.{0,60}?Anfrage/i;

/** @param firstPage the first page's text; its first 900 characters decide */
export function fileRole(facts: FileFacts, firstPage: string): FileRole {
  const head = firstPage.replace(/\s+/g, ' ').trim().slice(0, 900);
  if (ANSWER.test(head)) return 'answer';
  if (/\b(Niederschrift|Protokoll)\b/i.test(`${facts.fileName ?? ''} ${head.slice(0, 200)}`)) return 'minutes';
  if (/\bAnfrage\b/i.test(head)) return 'inquiry';
  if (/\bAnlage\b/i.test(`${facts.fileName ?? ''} ${head.slice(0, 200)}`)) return 'annex';
  return 'other';
}
