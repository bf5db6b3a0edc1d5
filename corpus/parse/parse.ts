// The pages of one reply → its header, its clean text and its pairs of question and answer.
import type { PageText, Pair, ReplyDocument, Result, SkipReason, SourceMeta } from '../types.ts';

/** Counts up with every change of what comes out, so that kept originals are parsed anew. */
export const PARSER_VERSION = 1;

export function parseReply(input: {
  id: string;
  file: string;
  pages: PageText[];
  meta: SourceMeta;
}): Result<ReplyDocument, SkipReason> {
  const { meta } = input;
  if (meta.public === false) return { ok: false, error: 'not-public' };
  const pages: ReplyDocument['pages'] = [];
  let text = '';
  for (const page of input.pages) {
    const clean = cleaned(page.text);
    const start = text.length;
    text += (text === '' || clean === '' ? '' : '\n\n') + clean;
    pages.push({ number: page.number, start, end: text.length });
  }
  if (text.trim() === '') return { ok: false, error: 'empty' };
  const head = text.slice(0, 1_500);
  if (/nicht\s?öffentlicher Teil/i.test(head)) return { ok: false, error: 'not-public' };
  return {
    ok: true,
    value: {
      id: input.id,
      title: meta.title ?? titleIn(head),
      reference: meta.reference ?? null,
      date: meta.date ?? dateIn(head),
      committee: meta.committee ?? /\n([^\n\d]+?)\s+\d{2}\.\d{2}\.\d{4}/.exec(head)?.[1] ?? null,
      agendaItem: meta.agendaItem ?? /TOP\s+(\d+(?:\.\d+)*)/.exec(head)?.[1] ?? null,
      askedBy: meta.askedBy ?? [],
      department: meta.department ?? null,
      signedBy: meta.signedBy ?? /Gez\.\s+(\S[^\n]*)/i.exec(text.slice(-300))?.[1] ?? null,
      body: meta.body ?? null,
      text,
      pages,
      pairs: pairsIn(text),
      originalUrl: meta.url ?? null,
      file: input.file,
      aliases: [],
      related: meta.related ?? [],
    },
  };
}

const cleaned = (raw: string): string =>
  raw
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/(\p{Ll})-\n(\p{Ll})/gu, '$1$2')
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const titleIn = (head: string): string =>
  /TOP [\d.]+ ([^\n]+)/.exec(head)?.[1] ?? head.split('\n').find((line) => line.length > 20) ?? head.slice(0, 80);

function dateIn(head: string): string | null {
  const found = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(head);
  if (!found) return null;
  const [, day = '', month = '', year = ''] = found;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function pairsIn(text: string): Pair[] {
  const starts = [...text.matchAll(/(?<=^|\n)(\d{1,2})[.)]+ ?(?=\S[\s\S]{5,800}?\?)/g)];
  const end = /\n+Gez\.[^\n]*\s*$/i.exec(text)?.index ?? text.length;
  const pairs = starts.flatMap((match, i): Pair[] => {
    const start = match.index + match[0].length;
    const stop = starts[i + 1]?.index ?? end;
    const mark = text.slice(start, stop).search(/\?(?=\s*\n|\s*$)/);
    if (mark < 0) return [];
    const questionEnd = start + mark + 1;
    const answer = trimmed(text, questionEnd, stop);
    if (answer.start === answer.end) return [];
    const questionText = text.slice(start, questionEnd);
    const number = match[1] ?? null;
    return [
      {
        number,
        question: { start, end: questionEnd },
        questionText,
        questionFrom: 'document',
        answer,
        kind: 'answered',
        see: null,
      },
    ];
  });
  if (pairs.length > 0) return pairs;
  const answer = trimmed(text, 0, end);
  return [
    { number: null, question: null, questionText: null, questionFrom: null, answer, kind: 'answered', see: null },
  ];
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + lead + part.trim().length };
}
