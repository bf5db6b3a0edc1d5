// The pages of a new inquiry → what its head says: subject, who asks, number, date, committee. Read as the heads of
// replies are (corpus/parse/header.ts); what is not plain stays null and is a gap in the answer form.
import { headerOf } from '../../corpus/parse/header.ts';
import { linesOf } from '../../corpus/parse/lines.ts';
import { profileFor } from '../../corpus/profiles/known.ts';
import type { PageText } from '../../corpus/types.ts';

export interface InquiryFacts {
  subject: string | null;
  /** Persons and factions, as one line. */
  askedBy: string | null;
  reference: string | null;
  /** YYYY-MM-DD. */
  date: string | null;
  committee: string | null;
}

const SUBJECT = /^(?:Betreff|Betr|Thema|Titel|Gegenstand)\.?\s*:\s*(.*)$/i;
/** "Anfrage der Fraktion Muster: Bäume an der Hauptstraße" */
const KIND_AND_SUBJECT =
  /^(?:\p{L}+e\s+)?Anfrage(?:\s+(?:der|des|von|vom|nach|gemäß)\s+[^:„"]{2,90})?(?:\s+vom\s+[\d.\s]+)?\s*:\s+(?=\S)(.+)$/iu;
const NUMBER = /^(?:.*\s)?(?:Anfrage|Vorlage|Drucksache|Drs|DS)\.?(?:n?-?\s?)?(?:Nr|Nummer)\.?\s*:?\s*(\S*\d\S*)\s*$/i;
const SHORTEST_SUBJECT = 4;
const LONGEST_SUBJECT = 300;
const LONGEST_HEADING = 140;

/** @param about the lines above the questions without names and dates (questions.ts) */
export function inquiryFacts(pages: PageText[], about = ''): InquiryFacts {
  const lines = linesOf(pages, profileFor(pages[0]?.text ?? ''));
  if (lines.length === 0) return { subject: null, askedBy: null, reference: null, date: null, committee: null };
  const header = headerOf(lines);
  const head = lines.slice(0, Math.max(header.end, HEAD_LINES)).map(({ text }) => text);
  return {
    subject: labelledSubject(head) ?? subjectBehindKind(head) ?? subjectOf(header.title) ?? firstLineOf(about),
    askedBy: header.askedBy.length === 0 ? null : header.askedBy.join(', '),
    reference: header.reference ?? head.map((line) => NUMBER.exec(line)?.[1]).find(Boolean) ?? null,
    date: header.date,
    committee: header.committee,
  };
}

/** Of a letter, which has no table in its head. */
const HEAD_LINES = 14;

function labelledSubject(head: string[]): string | null {
  for (const [i, line] of head.entries()) {
    const own = SUBJECT.exec(line)?.[1]?.trim();
    if (own === undefined) continue;
    return subjectOf(own === '' ? (head[i + 1] ?? null) : own);
  }
  return null;
}

const subjectBehindKind = (head: string[]): string | null =>
  subjectOf(head.map((line) => KIND_AND_SUBJECT.exec(line)?.[1]).find(Boolean) ?? null);

/** A line that stands alone and ends without a full stop is a heading. */
function firstLineOf(about: string): string | null {
  const [first = ''] = about.split('\n');
  return first.length <= LONGEST_HEADING && !/[.,:;!]$/.test(first) && !/^Sehr geehrte/.test(first)
    ? subjectOf(first)
    : null;
}

/** What an inquiry asks is no subject. */
function subjectOf(title: string | null): string | null {
  const plain = title?.replace(/^[„“"]|[“”"]$/gu, '').trim() ?? '';
  const isSubject = plain.length >= SHORTEST_SUBJECT && plain.length <= LONGEST_SUBJECT && !/^Anfrage$/i.test(plain);
  return isSubject && !plain.endsWith('?') ? plain : null;
}
