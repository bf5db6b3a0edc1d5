// The lines of a reply's body → questions and answers as stretches of lines. The numbering says where they begin
// (numbering.ts), the marks and empty lines where a question ends (split.ts); here both become pairs.
import { german } from '../german/letters.ts';
import type { Span } from '../types.ts';
import { isAnnouncement, isFormula } from './formula.ts';
import { ANSWER_LABEL, byLabels, labelled } from './labels.ts';
import type { Line } from './lines.ts';
import { looseQuestions } from './loose-questions.ts';
import { type Start, startsIn } from './numbering.ts';
import { beginsAsQuestion, endsAsQuestion, paragraphEnd } from './questions.ts';
import { answersFollowDirectly, type Split, type Stretch, split, stretch } from './split.ts';

export interface SegmentedPair {
  number: string | null;
  question: Stretch | null;
  answer: Stretch;
}

export interface Segments {
  pairs: SegmentedPair[];
  /** The asker's view, kept apart: never the city's. */
  preamble: Stretch | null;
  /** What asks as the inquiry does: characters of lines. */
  asked?: readonly (Span & { line: number })[];
}

interface Entry extends Split {
  numbers: string[];
  parent: string | null;
  role: Start['role'];
}

const PREAMBLE = german(
  /^(?:Vorbemerkung(?:en)?(?! (?:der|des) (?:\p{L}*[Vv]erwaltung|Stadt|\p{L}*[Aa]mt))|Sachverhalt(?:\s*\/\s*Begründung)?|Begründung|Hintergrund|Anlass|Aus unserer Sicht|(?:Text der )?(?:Schriftliche )?Anfrage(?:\s+der\s+[\p{L}\d -]+)?:?$|Fragen? zu (?!\d{1,2}\b(?!\.\d)))/u,
);
const QUESTIONS_LABEL = german(
  /^(?:Die\s+)?(?:(?:aufgeworfenen|gestellten|folgenden|einzelnen)\s+)?(?:Anfragen?|Fragen?|Fragestellung(?:en)?)\s*:$|\b(?:fragen wir|frage ich|folgende(?:n)?(?: \p{L}+)? Fragen|bitten wir|bitte ich)\b.{0,120}:?$/iu,
);
/** Between questions that are answered together. */
export const LINK = /^(?:und|oder|und\/oder|sowie|bzw\.|beziehungsweise)\s*$/i;
const ASKERS_VOICE = german(
  /\b(?:wir fragen|fragen wir|frage ich|ich frage|bitten wir|wir bitten|unsere[rs]? (?:Fraktion|Anfrage|Sicht)|meiner? (?:früheren )?Anfrage|ich nehme Bezug|möchten wir wissen|(?:führen|schreiben) Sie\b.{0,60}\baus\b|folgende (?:weitere )?Fragen)\b/iu,
);

/** @param asked how many questions the paper's inquiry numbers; 0 where it is not known */
export function segment(body: Line[], asked: number): Segments {
  if (body.length === 0) return { pairs: [], preamble: null };
  const starts = startsIn(body, asked);
  return starts.length > 0 ? numbered(body, starts) : unnumbered(body);
}

function numbered(body: Line[], starts: Start[]): Segments {
  const regions = starts.map((start, i) => ({ from: start.line, to: starts[i + 1]?.line ?? body.length }));
  const isDirect = answersFollowDirectly(body, regions);
  const labels = body.flatMap((line, i) => (ANSWER_LABEL.test(line.text) ? [i] : []));
  const isLabelled = labels.filter((i) => i > starts[0]!.line).length * 2 >= starts.length;
  const entries = starts.map((start, i): Entry => {
    const { from, to } = regions[i]!;
    const { numbers, parent, role } = start;
    if (role === 'heading') return { numbers, parent, role, question: null, answer: null };
    const label = labels.find((at) => at > from && at < to);
    if (label !== undefined && (isLabelled || isAllQuestion(body, from, label))) {
      return { numbers, parent, role: 'question', ...labelled(body, from, label, to, start.length) };
    }
    if (role === 'answer' && !asksFirst(body, from, to, start.length)) {
      return { numbers, parent, role, question: null, answer: stretch(from, to, start.length) };
    }
    return { numbers, parent, role, ...split(body, from, to, start.length, isDirect) };
  });
  for (const [i, entry] of entries.entries()) {
    if (!entry.answer || entry.role !== 'question') continue;
    const isNext = entries[i + 1]?.role === 'answer';
    if (isOnlyLink(body, entry.answer) || (isNext && isOnlyFormula(body, entry.answer))) entry.answer = null;
  }
  for (const entry of entries) entry.answer = withoutFormula(body, entry.answer);
  return withLead(body, starts[0]!.line, pairsOf(entries));
}

/** "Der Hort nimmt wie folgt Stellung:" at an answer's end opens the next one. */
function withoutFormula(body: Line[], answer: Stretch | null): Stretch | null {
  if (answer === null || answer.to >= body.length || !body[answer.to - 1]!.gap) return answer;
  return isFormula(body[answer.to - 1]!.text) && answer.to - 1 > answer.from
    ? { ...answer, to: answer.to - 1 }
    : answer;
}

function isAllQuestion(body: Line[], from: number, to: number): boolean {
  return paragraphEnd(body, from, to) === to || endsAsQuestion(body[to - 1]!.text);
}

/** Behind "Zu 1:" the question may be repeated: its first sentence asks, or stands in quotation marks or brackets. */
function asksFirst(body: Line[], from: number, to: number, length: number): boolean {
  const own = body[from]!.text.slice(length).trim();
  const at = own === '' ? from + 1 : from;
  if (at >= to) return false;
  const text = own === '' ? body[at]!.text : own;
  const end = paragraphEnd(body, from, to);
  const paragraph = [text, ...body.slice(at + 1, end).map((line) => line.text)].join(' ');
  if (/^[„"]/.test(text)) return /^[„"][^“”"]*\?/.test(paragraph);
  if (/^\(/.test(text)) return /^\([^)]*\?\s*\)/.test(paragraph);
  return beginsAsQuestion(text) ? /\?/.test(paragraph) : endsAsQuestion(paragraph);
}

const stretchText = (body: Line[], { from, to, offset }: Stretch): string =>
  body
    .slice(from, to)
    .map((line, i) => (i === 0 ? line.text.slice(offset) : line.text))
    .join(' ')
    .trim();

const isOnlyFormula = (body: Line[], stretch: Stretch): boolean => {
  const text = stretchText(body, stretch);
  return text === '' || isFormula(text) || (text.length < 120 && /:$/.test(text));
};

const isOnlyLink = (body: Line[], stretch: Stretch): boolean => {
  const text = stretchText(body, stretch);
  return text === '' || LINK.test(text);
};

/** Answers find their questions: by number, or because those waited. */
function pairsOf(entries: Entry[]): SegmentedPair[] {
  const named = new Map<Entry, Stretch>();
  const pairs: (SegmentedPair & { at: number })[] = [];
  for (const [i, entry] of entries.entries()) {
    if (entry.role !== 'answer' || !entry.answer) continue;
    for (const number of entry.numbers) {
      const before = entries.slice(0, i);
      const waits = (other: Entry) => other.role === 'question' && !other.answer && !named.has(other);
      const own = before.filter((other) => waits(other) && other.numbers.includes(number));
      const parts = before.filter((other) => waits(other) && other.parent === number);
      if (own.length + parts.length === 0 || entry.question) {
        pairs.push({ at: i, number, question: entry.question, answer: entry.answer });
      }
      for (const other of [...own, ...parts]) named.set(other, entry.answer);
    }
  }
  let waiting: { entry: Entry; at: number }[] = [];
  const add = (entry: Entry, at: number, answer: Stretch, question = entry.question) => {
    for (const number of entry.numbers) pairs.push({ at, number, question, answer });
  };
  for (const [i, entry] of entries.entries()) {
    const own = named.get(entry);
    if (entry.role === 'heading') continue;
    if (entry.role === 'answer') waiting = [];
    else if (own) add(entry, i, own);
    else if (!entry.answer) waiting.push({ entry, at: i });
    else {
      const parent = waiting.at(-1)?.entry;
      const isParted = parent !== undefined && parent.numbers[0] === entry.parent && hasAnsweredSibling(entries, i);
      // The question above parts that are answered one by one goes with the first of them.
      const above = isParted ? waiting.pop()!.entry.question : null;
      for (const other of waiting) add(other.entry, other.at, entry.answer);
      const question =
        above && entry.question ? { ...entry.question, from: above.from, offset: above.offset } : entry.question;
      add(entry, i, entry.answer, question);
      waiting = [];
    }
  }
  // Asked, but nothing follows: what comes before may answer it (withLead); else it has no answer.
  for (const { entry, at } of waiting) {
    for (const number of entry.numbers) pairs.push({ at, number, question: entry.question, answer: NOTHING });
  }
  return pairs.sort((a, b) => a.at - b.at).map(({ at: _, ...pair }) => pair);
}

const NOTHING: Stretch = { from: 0, to: 0, offset: 0, until: null };

function hasAnsweredSibling(entries: Entry[], i: number): boolean {
  return entries.slice(i + 1).some((other) => other.parent === entries[i]!.parent && other.answer !== null);
}

/** What stands before the first question: a formula, the asker's view, or prose that answers. */
function withLead(body: Line[], first: number, pairs: SegmentedPair[]): Segments {
  const { from, preamble } = leadOf(body, first);
  const answered = pairs.filter((pair) => pair.answer !== NOTHING);
  const to = trimmedLead(body, from, first);
  if (from >= to || (answered.length > 0 && isHeading(body, from, to))) return { pairs: answered, preamble };
  const lead = stretch(from, to);
  if (answered.length === 0) return { pairs: pairs.map((pair) => ({ ...pair, answer: lead })), preamble };
  return { pairs: [{ number: null, question: null, answer: lead }, ...answered], preamble };
}

const HEADING_CHARACTERS = 200;

const ENDED = /(?<!bzw|usw|etc)(?<=\p{Ll}{3})[.!?]\s+\p{Lu}/u;

/** A title and labels, and no sentence that could answer. */
function isHeading(body: Line[], from: number, to: number): boolean {
  const lead = body.slice(from, to);
  const text = textOf(body, from, to);
  return text.length < HEADING_CHARACTERS && !ENDED.test(text) && lead.every((line) => !/[.!?;,]$/.test(line.text));
}

function leadOf(body: Line[], first: number): { from: number; preamble: Stretch | null } {
  if (!isAskersLead(body, 0, first)) return { from: skipFormulas(body, 0, first), preamble: null };
  const label = body.findIndex((line, i) => i < first && ANSWER_LABEL.test(line.text) && /:/.test(line.text));
  const own = label >= 0 ? label : announcementIn(body, first);
  if (label < 0 && (own < 0 || isAskersLead(body, own, first))) return { from: first, preamble: stretch(0, first) };
  return { from: label >= 0 ? label + 1 : skipFormulas(body, own, first), preamble: own > 0 ? stretch(0, own) : null };
}

const isAskersLead = (body: Line[], from: number, to: number): boolean =>
  from < to &&
  (body.slice(from, to).some(({ text }) => PREAMBLE.test(text)) || ASKERS_VOICE.test(textOf(body, from, to)));

/** Below the asker's view the administration may announce its answers, and say something of its own before the first. */
function announcementIn(body: Line[], to: number): number {
  return body.findLastIndex(
    (line, i) => i < to && (line.gap || i === 0) && isAnnouncement(textOf(body, i, paragraphEnd(body, i, to))),
  );
}

function skipFormulas(body: Line[], from: number, to: number): number {
  let at = from;
  while (at < to) {
    const end = paragraphEnd(body, at, to);
    if (!isFormula(textOf(body, at, end)) && !QUESTIONS_LABEL.test(textOf(body, at, end))) return at;
    at = end;
  }
  return to;
}

function trimmedLead(body: Line[], from: number, to: number): number {
  let end = to;
  while (end > from && (QUESTIONS_LABEL.test(body[end - 1]!.text) || isFormula(body[end - 1]!.text))) end--;
  return end;
}

const textOf = (body: Line[], from: number, to: number): string =>
  body
    .slice(from, to)
    .map((line) => line.text)
    .join(' ');

function unnumbered(body: Line[]): Segments {
  const dialogue = byLabels(body);
  const label = body.findIndex((line, i) => i > 0 && ANSWER_LABEL.test(line.text) && line.text.length < 80);
  if (!dialogue && label > 0 && isAskers(body, label)) return aroundLabel(body, label);
  const splits = dialogue ?? looseQuestions(body);
  const pairs: SegmentedPair[] = [];
  let waiting: Split[] = [];
  for (const one of splits) {
    const answer = one.answer && !isOnlyFormula(body, one.answer) ? withoutFormula(body, one.answer) : null;
    if (answer === null) {
      waiting.push(one);
      continue;
    }
    for (const other of [...waiting, one]) pairs.push({ number: null, question: other.question, answer });
    waiting = [];
  }
  for (const { question } of waiting) pairs.push({ number: null, question, answer: NOTHING });
  const first = splits[0]?.question?.from ?? body.length;
  return withLead(body, first, pairs);
}

/** Before the only label of an answer stands what was asked: its questions, or nothing but the asker's view. */
function isAskers(body: Line[], label: number): boolean {
  const text = textOf(body, 0, label);
  return ASKERS_VOICE.test(text) || PREAMBLE.test(body[0]!.text) || endsAsQuestion(body[label - 1]!.text);
}

function aroundLabel(body: Line[], label: number): Segments {
  const { answer } = labelled(body, 0, label, body.length, 0);
  if (!answer) return { pairs: [], preamble: null };
  const questions = looseQuestions(body.slice(0, label)).flatMap(({ question }) => question ?? []);
  const first = questions[0]?.from ?? label;
  const preamble = first > 0 ? stretch(0, first) : null;
  if (questions.length === 0) return { pairs: [{ number: null, question: null, answer }], preamble };
  return { pairs: questions.map((question) => ({ number: null, question, answer })), preamble };
}
