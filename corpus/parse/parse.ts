// The pages of one reply → its header, its clean text and its pairs of question and answer. Pure; one step a file.

import { sessionDate } from '../german/dates.ts';
import { profileFor } from '../profiles/known.ts';
import type { Profile } from '../profiles/profile.ts';
import type { PageText, Pair, ReplyDocument, Result, SkipReason, SourceMeta, Span } from '../types.ts';
import { isAsker, isFaction } from './askers.ts';
import { type Composed, compose } from './compose.ts';
import { cut } from './cut.ts';
import { type Header, headerOf } from './header.ts';
import { KIND_LINE, LABEL } from './header-lines.ts';
import type { Inquiry } from './inquiry.ts';
import { readInquiry } from './inquiry-text.ts';
import { kindOf, REMARK, seeIn } from './kind.ts';
import { type Line, linesOf } from './lines.ts';
import { blackedOut } from './personal-data.ts';
import { isBoxLine } from './publicity.ts';
import type { Segments } from './segment.ts';
import { signatureOf } from './signature.ts';
import type { Stretch } from './split.ts';
import { matterOf } from './title.ts';
import { withUnquotable } from './unquotable.ts';

/** Counts up with every change of what comes out, so that kept originals are parsed anew. */
export const PARSER_VERSION = 20;

export function parseReply(input: {
  id: string;
  file: string;
  pages: PageText[];
  meta: SourceMeta;
  /** By default chosen by the first page. */
  profile?: Profile;
}): Result<ReplyDocument, SkipReason> {
  const { id, file, meta } = input;
  const profile = input.profile ?? profileFor(input.pages[0]?.text ?? '');
  const lines = linesOf(
    input.pages.map((page) => ({ ...page, text: blackedOut(page.text) })),
    profile,
  );
  if (lines.length === 0) return { ok: false, error: 'empty' };
  const header = headerOf(lines);
  if (meta.public === false || header.publicity === 'closed') return { ok: false, error: 'not-public' };
  if (header.publicity === 'unclear' && meta.public !== true) return { ok: false, error: 'unclear-public' };
  const signature = signatureOf(lines, header.end);
  const body = lines.slice(header.end, signature.start);
  const { asked, inquiry } = readInquiry(meta.inquiryText ?? '');
  const segments = cut(
    body,
    asked.map(({ text }) => text),
    inquiry?.text ?? '',
  );
  const composed = compose(lines, breaksIn(segments, header.end, signature.start));
  const pairs = pairsOf(segments, header.end, composed, new Map(asked.map((q) => [q.number, q.text])));
  return {
    ok: true,
    value: withUnquotable(
      {
        ...{
          id,
          file,
          ...facts({ ...header, date: header.date ?? signature.date }, meta, lines),
          signedBy: signature.name ?? meta.signedBy ?? null,
        },
        text: composed.text,
        pages: composed.pages,
        pairs: askedTogether(pairs.length > 0 ? pairs : [wholeText(composed, header.end, signature.start)], asked),
        originalUrl: meta.url ?? null,
        ...(meta.license ? { license: meta.license } : {}),
        aliases: [],
        related: meta.related ?? [],
        ...(inquiry ? { inquiry } : {}),
      },
      (segments.asked ?? []).map(({ line, start, end }) => {
        const place = composed.places[header.end + line]!;
        return { start: place.start + start, end: Math.min(place.start + end, place.end) };
      }),
    ),
  };
}

/** The reply's own header wins for committee, date and agenda item; the source knows title, reference and askers best. */
function facts(header: Header, meta: SourceMeta, lines: Line[]) {
  const named = meta.title ?? header.title ?? longLine(lines.slice(0, header.end)) ?? longLine(lines) ?? lines[0]!.text;
  const askedBy = meta.askedBy && meta.askedBy.length > 0 ? meta.askedBy : header.askedBy;
  const factions = askedBy.filter((name) => header.factions.includes(name) || isFaction(name));
  return {
    title: matterOf(named),
    reference: meta.reference ?? header.reference,
    date: sessionDate(header.date, meta.date ?? null, meta.meetings),
    committee: header.committee ?? meta.committee ?? null,
    agendaItem: header.agendaItem ?? meta.agendaItem ?? null,
    askedBy,
    ...(factions.length > 0 && { factions }),
    ...(meta.submitted && { submitted: meta.submitted }),
    department: header.department ?? meta.department ?? null,
    body: meta.body ?? null,
  };
}

/** In the place of a title, rather not the kind of paper alone. */
function longLine(lines: Line[]): string | null {
  const long = lines.filter(({ text }) => text.length > 20 && !LABEL.test(text) && !isAsker(text) && !isBoxLine(text));
  return (long.find(({ text }) => !KIND_LINE.test(text)) ?? long[0])?.text ?? null;
}

function breaksIn(segments: Segments, bodyStart: number, bodyEnd: number): Set<number> {
  const stretches = segments.pairs.flatMap(({ question, answer }) => (question ? [question, answer] : [answer]));
  if (segments.preamble) stretches.push(segments.preamble);
  const edges = stretches.flatMap(({ from, to, until }) => (until === null ? [from, to] : [from]));
  return new Set([bodyStart, bodyEnd, ...edges.map((line) => line + bodyStart)]);
}

function pairsOf(
  { pairs }: Segments,
  bodyStart: number,
  composed: Composed,
  asked: ReadonlyMap<string | null, string>,
): Pair[] {
  const hasRemark = pairs[0]?.number === null && pairs[0].question === null;
  return pairs.flatMap(({ number, question, answer }): Pair[] => {
    const answerSpan = spanOf(answer, bodyStart, composed);
    if (answerSpan.start === answerSpan.end) return [];
    const questionSpan = question && spanOf(question, bodyStart, composed);
    const inquiry = questionSpan ? undefined : asked.get(number);
    const text = composed.text.slice(answerSpan.start, answerSpan.end);
    const see = seeIn(text);
    return [
      {
        number,
        question: questionSpan,
        questionText: questionSpan
          ? composed.text.slice(questionSpan.start, questionSpan.end).replace(/\s+/g, ' ')
          : (inquiry ?? null),
        questionFrom: questionSpan ? 'document' : inquiry === undefined ? null : 'inquiry',
        answer: answerSpan,
        kind: kindOf(text),
        see: see === number || (see === REMARK && !hasRemark) ? null : see,
      },
    ];
  });
}

/** More questions than this are hardly answered by one prose. */
const MAX_TOGETHER = 15;

/** Prose without numbers or questions answers all that the inquiry asks: each of its questions has a pair of its own. */
function askedTogether(pairs: Pair[], asked: Inquiry['questions']): Pair[] {
  const [only] = pairs;
  const isProse = pairs.length === 1 && only!.number === null && only!.questionText === null;
  if (!isProse || asked.length === 0 || asked.length > MAX_TOGETHER) return pairs;
  return asked.map(({ number, text }) => ({ ...only!, number, questionText: text, questionFrom: 'inquiry' }));
}

function spanOf({ from, to, offset, until }: Stretch, bodyStart: number, { text, places }: Composed): Span {
  const first = places[bodyStart + from]!;
  const last = places[bodyStart + to - 1]!;
  const end = until === null ? last.end : Math.min(last.start + until, last.end);
  return trimmed(text, Math.min(first.start + offset, first.end), end);
}

function trimmed(text: string, start: number, end: number): Span {
  const part = text.slice(start, end);
  const lead = part.length - part.trimStart().length;
  return { start: start + lead, end: start + lead + part.trim().length };
}

/** What no rule understands is kept whole. */
function wholeText(composed: Composed, bodyStart: number, bodyEnd: number): Pair {
  const { places, text } = composed;
  const from = places[bodyStart < bodyEnd ? bodyStart : 0]!.start;
  const answer = trimmed(text, from, places[Math.max(bodyEnd, 1) - 1]!.end);
  const kind = kindOf(text.slice(answer.start, answer.end));
  return { number: null, question: null, questionText: null, questionFrom: null, answer, kind, see: null };
}
