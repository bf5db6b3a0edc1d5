// The lines of a reply's body → questions and answers as ranges of lines. One pass from top to bottom: a question opens,
// what follows answers it, and where several questions stand together what follows answers them all.
import { isFormula } from './header.ts';
import type { Line } from './lines.ts';
import { type Marker, markerOf } from './markers.ts';

/** A part of the body: from the character `offset` of line `from` to the end of line `to` (exclusive). */
export interface Stretch {
  from: number;
  to: number;
  /** Characters of the first line that belong to a marker and not to the stretch. */
  offset: number;
}

export interface SegmentedPair {
  number: string | null;
  question: Stretch | null;
  answer: Stretch;
}

export interface Segments {
  pairs: SegmentedPair[];
  /** The asker's view, kept apart: never the city's. */
  preamble: Stretch | null;
}

interface Open {
  number: string | null;
  question: Stretch | null;
  answer: Stretch | null;
  /** Its answer was named by number, so that nothing else is added. */
  isNamed: boolean;
}

const ANSWER_LABEL =
  /^(?:Antwort(?:en)?(?:\s+der\s+Verwaltung)?|Stellungnahme(?:\s+der\s+Verwaltung)?|Beantwortung)\s*:(?:\s+|$)/i;
const QUESTIONS_LABEL =
  /^(?:Anfragen?|Fragen?|Fragestellung(?:en)?|Wir fragen(?: daher)?(?: die Verwaltung)?|Hierzu fragen wir)\s*:$/i;
const PREAMBLE =
  /^(?:Vorbemerkung(?:en)?(?: der (?:Anfragenden|Fragesteller\w*))?|Sachverhalt(?:\s*\/\s*Begründung)?|Begründung|Hintergrund|Aus unserer Sicht)\b\s*:?|^Fragen? zu (?!\d+\b|\d*[.:])/i;
const QUESTION_WORD =
  /^(?:(?:Bis|Seit|Ab|Von|In|Aus|Mit|Für|An|Auf|Zu|Nach|Über|Unter|Wegen|Welche[nmrs]?)\s+)?(?:Wie|Was|Wer|Wann|Warum|Weshalb|Wieso|Wo|Wohin|Woher|Wodurch|Wofür|Womit|Worin|Welche\w*|Inwie\w*|Ist|Sind|Gibt|Hat|Haben|Kann|Können|Wird|Werden|Wurde\w*|War\w*|Soll\w*|Darf|Muss|Müssen|Besteh\w*|Trifft|Teilt|Plant|Sieht|Bitte|Hält|Gab|Liegt|Liegen|Existier\w*|Ab wann|Bis wann|Seit wann)\b/;

/** @param body lines of the body only */
export function segment(body: Line[], inquiryQuestions: number): Segments {
  const opened: Open[] = [];
  let current: Open[] = [];
  let isPreamble = false;
  let preamble: Stretch | null = null;
  let base: string | null = null;
  const askedAnywhere = body.some((line, i) => isAsking(body, i, markerOf(line.text)));
  const add = (open: Open, from: number, to: number, offset = 0) => {
    if (open.answer) open.answer.to = to;
    else open.answer = { from, to, offset };
  };

  for (let i = 0; i < body.length; i++) {
    const { text } = body[i]!;
    const marker = markerOf(text);
    const label = ANSWER_LABEL.exec(text);
    if (label && !marker?.isAnswer) {
      const waiting = opened.filter((open) => open.answer === null);
      current = waiting.length > 0 ? trailing(opened, waiting) : current;
      isPreamble = false;
      if (text.length > label[0].length) for (const open of current) add(open, i, i + 1, label[0].length);
      continue;
    }
    if (QUESTIONS_LABEL.test(text)) continue;
    if (PREAMBLE.test(text) && opened.every((open) => open.answer === null)) {
      isPreamble = true;
      preamble ??= { from: i, to: i + 1, offset: 0 };
    }
    if (marker && isAsking(body, i, marker) && follows(marker, base, opened)) {
      const end = questionEnd(body, i);
      const number = numberOf(marker, base);
      if (marker.letter === null) base = marker.numbers[0] ?? base;
      const offset = marker.length + (text.slice(marker.length).length - text.slice(marker.length).trimStart().length);
      const question = trimmedStart(body, { from: i, to: end, offset });
      const open: Open = { number, question, answer: null, isNamed: false };
      const isContinuing = current.length > 0 && current.every((c) => c.answer === null && !c.isNamed);
      current = isContinuing ? [...current, open] : [open];
      opened.push(open);
      isPreamble = false;
      i = end - 1;
      continue;
    }
    if (marker && namesAnswer(marker, opened, askedAnywhere, inquiryQuestions, body, i)) {
      const wanted = marker.numbers.map((number) => (marker.letter ? number + marker.letter : number));
      if (marker.numbers.length === 0 && marker.letter) wanted.push((base ?? '') + marker.letter);
      current = wanted.flatMap((number) => {
        const own = opened.filter((open) => open.number === number && open.answer === null);
        if (own.length > 0) return own;
        const below = opened.filter(
          (open) => open.answer === null && open.number?.startsWith(number) && /[a-h]$/.test(open.number),
        );
        if (below.length > 0) return below;
        const fresh: Open = { number, question: null, answer: null, isNamed: true };
        opened.push(fresh);
        return [fresh];
      });
      for (const open of current) open.isNamed = true;
      if (marker.letter === null && marker.numbers.length === 1) base = marker.numbers[0]!;
      isPreamble = false;
      // The question may be repeated behind the marker: "Zu 1.: Wie viele …?"
      const end = questionEnd(body, i);
      const rest = text.slice(marker.length).trim();
      const repeats = asks(body, i, end) && (rest !== '' || end > i + 1);
      if (repeats && current.every((open) => open.question === null)) {
        for (const open of current) open.question = trimmedStart(body, { from: i, to: end, offset: marker.length + 1 });
      }
      if (repeats) i = end - 1;
      else if (rest !== '') for (const open of current) add(open, i, i + 1, text.length - rest.length);
      continue;
    }
    if (!marker && !isPreamble && isLooseQuestion(body, i, askedAnywhere)) {
      const end = questionEnd(body, i);
      const open: Open = { number: null, question: { from: i, to: end, offset: 0 }, answer: null, isNamed: false };
      const isContinuing = current.length > 0 && current.every((c) => c.answer === null && !c.isNamed);
      current = isContinuing ? [...current, open] : [open];
      opened.push(open);
      i = end - 1;
      continue;
    }
    if (isPreamble) {
      preamble!.to = i + 1;
      continue;
    }
    if (isFormula(text)) continue;
    if (current.length === 0) {
      const rest: Open = { number: null, question: null, answer: null, isNamed: false };
      opened.push(rest);
      current = [rest];
    }
    for (const open of current) add(open, i, i + 1);
  }
  return { pairs: finished(opened), preamble };
}

/** The question asked last and those right before it that wait, too. */
function trailing(opened: Open[], waiting: Open[]): Open[] {
  const last = opened.findLastIndex((open) => open.answer !== null);
  const after = opened.slice(last + 1).filter((open) => open.answer === null);
  return after.length > 0 ? after : waiting;
}

function finished(opened: Open[]): SegmentedPair[] {
  const answered = opened.filter((open) => open.answer !== null);
  const waiting = opened.filter((open) => open.answer === null && open.question !== null);
  // Prose first, its questions after it: the prose answers them all.
  const prose =
    answered.length === 1 && answered[0]!.question === null && answered[0]!.number === null ? answered[0]! : null;
  if (prose && waiting.length > 0) {
    return waiting.map(({ number, question }) => ({ number, question, answer: prose.answer! }));
  }
  return opened.flatMap((open, i) => {
    if (open.answer) return [{ number: open.number, question: open.question, answer: open.answer }];
    // A question that stands alone before others: theirs is its answer.
    const next = opened.slice(i + 1).find((other) => other.answer !== null && other.question !== null);
    const isParent = open.number !== null && next?.number?.startsWith(open.number) && next.number !== open.number;
    return isParent && next ? [] : [];
  });
}

function numberOf(marker: Marker, base: string | null): string | null {
  const number = marker.numbers[0] ?? base ?? '';
  return marker.letter ? number + marker.letter : number || null;
}

/** Numbers of questions rise one by one; anything else is a list inside an answer. */
function follows(marker: Marker, base: string | null, opened: Open[]): boolean {
  if (marker.isQuestion || marker.isAnswer) return true;
  const number = marker.numbers[0];
  if (number === undefined) return true;
  if (/^\d+$/.test(number)) {
    const last = Number(base?.match(/^\d+/)?.[0] ?? 0);
    const n = Number(number);
    return (n > last && n <= last + 3) || (n === 1 && opened.length > 1) || (base !== null && !/^\d/.test(base));
  }
  return true;
}

/** Whether a question begins at line `i`. */
function isAsking(body: Line[], i: number, marker: Marker | null): boolean {
  if (!marker) return false;
  if (marker.isQuestion) return true;
  if (marker.isAnswer) return false;
  if (asks(body, i, questionEnd(body, i))) return true;
  // A question without its mark, or one that its parts below complete: "6. Wenn keine Räume gefunden wurden, a) …?"
  const rest = body[i]!.text.slice(marker.length).trim();
  const below = body.findIndex((line, j) => j > i && markerOf(line.text) !== null);
  const part = below > i && below - i < 6 ? markerOf(body[below]!.text) : null;
  const isParent = part?.letter && part.numbers.length === 0 && asks(body, below, questionEnd(body, below));
  return marker.numbers.length > 0 && ((isParent && /[,:…]$/.test(body[below - 1]!.text)) || isUnmarked(body, i, rest));
}

const asks = (body: Line[], from: number, to: number): boolean =>
  body.slice(from, to).some((line) => endsAsQuestion(line.text));

/** Begins like a question and ends with its paragraph, before text or the next number. */
function isUnmarked(body: Line[], i: number, rest: string): boolean {
  if (!/^(?:Wie|Welche\w*|Was|Wer|Wann|Warum|Weshalb|In welche\w*|Inwie\w*|Bis wann|Seit wann|Bitte)\b/.test(rest))
    return false;
  const end = paragraphEnd(body, i);
  return end - i <= 8 && end < body.length;
}

function paragraphEnd(body: Line[], i: number): number {
  let end = i + 1;
  while (end < body.length && !body[end]!.gap && !markerOf(body[end]!.text) && !ANSWER_LABEL.test(body[end]!.text))
    end++;
  return end;
}

const endsAsQuestion = (text: string): boolean =>
  /\?\s*(?:\([^)]*\)|[“”")\]])*\s*\.?$/.test(text) || /\?.{0,3}$/.test(text);

/** One past the last line of the question that begins at `i`: up to its last question mark before answer text. */
function questionEnd(body: Line[], i: number): number {
  let end = i + 1;
  let found = endsAsQuestion(body[i]!.text);
  for (let j = i + 1; j < body.length && j - i < 16; j++) {
    const { text, gap } = body[j]!;
    if (markerOf(text) || ANSWER_LABEL.test(text) || PREAMBLE.test(text)) break;
    if (found && gap) break;
    if (found && /^\(.*\)$/.test(text)) {
      end = j + 1;
      continue;
    }
    if (found && !QUESTION_WORD.test(text) && !/^(?:Wenn|Falls|Und|Oder|und|oder|bzw)\b/.test(text)) break;
    if (gap && j - i > 6) break;
    if (endsAsQuestion(text)) {
      found = true;
      end = j + 1;
    } else if (found && !body.slice(j, j + 4).some((line, k) => (k === 0 || !line.gap) && endsAsQuestion(line.text)))
      break;
  }
  return found ? end : paragraphEnd(body, i);
}

/** A marker that says whose answer follows, by its words or because those questions wait for one. */
function namesAnswer(
  marker: Marker,
  opened: Open[],
  askedAnywhere: boolean,
  inquiryQuestions: number,
  body: Line[],
  i: number,
): boolean {
  if (marker.isAnswer) return !/^Zu[rm]?\s+(?:den|der|dem)\s+(?!Frag|Ziff|Punkt)/i.test(body[i]!.text);
  if (marker.letter && marker.numbers.length === 0) {
    return opened.some(
      (open) => open.answer === null && open.number?.endsWith(marker.letter!) && open.number.length > 1,
    );
  }
  const number = marker.numbers[0]!;
  const waits = opened.some((open) => open.answer === null && open.number === number);
  const othersWait = opened.filter((open) => open.answer === null).length > 1 || marker.numbers.length > 1;
  if (waits && (othersWait || opened.at(-1)?.number !== number)) return true;
  // Answers without their questions, numbered as the inquiry has them.
  return !askedAnywhere && inquiryQuestions > 1 && /^\d+$/.test(number) && Number(number) <= inquiryQuestions;
}

/** A paragraph that is nothing but a question, in a reply whose questions have no numbers. */
function isLooseQuestion(body: Line[], i: number, askedAnywhere: boolean): boolean {
  if (askedAnywhere || !body[i]!.gap || !QUESTION_WORD.test(body[i]!.text)) return false;
  const end = questionEnd(body, i);
  return asks(body, i, end) && (body[end]?.gap ?? true);
}

/** A marker alone on its line belongs to the text below it. */
function trimmedStart(body: Line[], stretch: Stretch): Stretch {
  const { from, to, offset } = stretch;
  return body[from]!.text.slice(offset).trim() === '' && from + 1 < to ? { from: from + 1, to, offset: 0 } : stretch;
}
