// The numbered lines of a reply's body → those at which a question or a numbered answer begins. A numbering is
// recognised as a whole: its values follow each other and its lines ask, so that lists inside answers, dates and house
// numbers are none.
import { german } from '../german/letters.ts';
import { type Candidate, candidatesIn, headingsIn, keysOf, rankOf, runsOn } from './candidates.ts';
import type { Line } from './lines.ts';
import type { Style } from './marker.ts';
import { endsAsQuestion, isAlone, paragraphEnd, questionEndIn } from './questions.ts';

export interface Start {
  line: number;
  /** Keys of the questions: "3", "3a", "7.1", "B2"; several where one answer is for all. */
  numbers: string[];
  /** A heading stands above questions that are numbered anew below it. */
  role: 'question' | 'answer' | 'heading';
  /** Characters of the line that are the marker. */
  length: number;
  /** The number above it: "3" of "3a". */
  parent: string | null;
}

/** @param isAskedElsewhere the paper's inquiry numbers its questions up to this; 0 where it is not known */
export function startsIn(body: Line[], isAskedElsewhere: number): Start[] {
  const candidates = candidatesIn(body);
  const headings = headingsIn(body, candidates);
  const top = topStyle(candidates.filter((candidate) => !headings.has(candidate)));
  const walk = new Walk(body, candidates, headings, top);
  for (const candidate of candidates) walk.take(candidate);
  if (walk.starts.length > 0) return walk.starts;
  return answersOnly(body, candidates, isAskedElsewhere);
}

/** The style of the first numbering that begins at its beginning and asks somewhere. */
function topStyle(candidates: Candidate[]): Style | null {
  for (const candidate of candidates) {
    if (candidate.says !== null || candidate.style === 'letter') continue;
    const value = rankOf(candidate.style, candidate.numbers[0]!);
    const isFirst = candidate.style === 'decimal' ? value < 2 : value === 1;
    if (isFirst && candidates.some((c) => c.style === candidate.style && c.asks)) return candidate.style;
  }
  const lettered = candidates.find((c) => c.style === 'letter' && c.letter === 'a' && c.asks && c.begins);
  const numbered = candidates.find((c) => c.style !== 'letter' && c.says === null && c.asks);
  return numbered?.style ?? lettered?.style ?? null;
}

class Walk {
  readonly starts: Start[] = [];
  private readonly body: Line[];
  private readonly candidates: Candidate[];
  private readonly headings: ReadonlySet<Candidate>;
  private readonly top: Style | null;
  private readonly isRunningOn: boolean;
  /** The number of the heading above, which goes before those below: "A", "II.". */
  private section = '';
  /** Value and key of the last question at the top, and of the last below it. */
  private last = 0;
  private key: string | null = null;
  private below = 0;
  private belowStyle: Style | null = null;
  /** Value of the last answer given by its number alone. */
  private answered = 0;
  /** Below which number the letters are parts of a sentence, and no questions. */
  private fragments = '';

  constructor(body: Line[], candidates: Candidate[], headings: ReadonlySet<Candidate>, top: Style | null) {
    this.body = body;
    this.candidates = candidates;
    this.headings = headings;
    this.top = top;
    this.isRunningOn = runsOn(candidates, headings);
  }

  take(found: Candidate): void {
    if (this.headings.has(found)) {
      this.takeHeading(found);
      return;
    }
    // "H. I. J." goes on with letters.
    const isLetter = found.style === 'roman' && this.top === 'capital' && found.numbers[0]!.length === 1;
    const c: Candidate = isLetter ? { ...found, style: 'capital' } : found;
    if (c.says !== null) this.takeSaying(c);
    else if (c.style === 'letter') this.takeBelow(c, c.letter!);
    else if (c.style === this.top) this.takeTop(c);
    else if (c.style === 'decimal') this.takeDecimal(c);
    else if (this.key !== null) this.takeBelow(c, c.numbers[0]!);
  }

  private takeHeading({ style, numbers, line, length }: Candidate): void {
    if (this.isRunningOn) {
      this.starts.push({ line, numbers: [], role: 'heading', length, parent: null });
      return;
    }
    this.section = style === 'roman' ? `${numbers[0]}.` : numbers[0]!;
    this.last = 0;
    this.key = null;
    this.below = 0;
    this.belowStyle = null;
    this.answered = 0;
    this.starts.push({ line, numbers: [this.section], role: 'heading', length, parent: null });
  }

  private takeSaying(c: Candidate): void {
    if (c.style === 'letter') {
      // Below a number, "Zu a)" more often parts one answer than answers a question of its own.
      if (this.key === null) this.add(c, [c.letter!], 'answer', null);
      return;
    }
    const numbers = keysOf(c);
    const isQuestion = c.says === 'question' && (c.asks || this.isLabelled(c));
    this.add(c, numbers, isQuestion ? 'question' : 'answer', null);
    if (numbers.length === 1) {
      this.key = c.numbers[0]!;
      if (c.style === 'number') this.last = Math.max(this.last, Number(c.numbers[0]));
      this.below = c.letter ? c.letter.charCodeAt(0) - 96 : 0;
      this.belowStyle = c.letter ? 'letter' : null;
    }
  }

  /** "Frage 1: Auflistung der Standorte" with "Antwort:" below it. */
  private isLabelled(c: Candidate): boolean {
    const next = this.candidates.find((other) => other.line > c.line && other.says === 'question');
    const end = next?.line ?? this.body.length;
    return this.body
      .slice(c.line + 1, end)
      .some(({ text }) => german(/^(?:Antwort|Stellungnahme|Beantwortung)\b/).test(text));
  }

  private takeTop(c: Candidate): void {
    const value = rankOf(c.style, c.numbers[0]!);
    const isRunning = this.answered > 0 && this.isUnanswered(c.numbers[0]!);
    if (value === this.answered + 1 && !(c.asks && c.begins) && (isRunning || this.waits(c.numbers[0]!))) {
      this.answered = rankOf(c.style, c.numbers.at(-1)!);
      this.setTop(c, this.answered);
      this.add(c, keysOf(c), 'answer', null);
      return;
    }
    if (!this.isNextQuestion(c, value)) return;
    this.setTop(c, rankOf(c.style, c.numbers.at(-1)!));
    this.add(c, keysOf(c), 'question', c.letter ? c.numbers[0]! : null);
  }

  private setTop(c: Candidate, value: number): void {
    this.last = value;
    this.key = c.numbers[0]!;
    this.below = c.letter ? c.letter.charCodeAt(0) - 96 : 0;
    this.belowStyle = c.letter ? 'letter' : null;
  }

  private isNextQuestion(c: Candidate, value: number): boolean {
    const number = c.numbers[0]!;
    const later = this.candidates.filter((other) => other.line > c.line && other.style === c.style && !other.says);
    const isSame = (other: Candidate) => other.numbers[0] === number;
    // "1. a) … 1. b) …"
    if (value === this.last && c.letter && this.belowStyle === 'letter') return c.asks || c.begins;
    // A second numbering: another inquiry, or the questions repeated with their answers.
    if (value === 1 && this.last > 1 && c.asks && c.begins) return true;
    if (c.style === 'decimal') return value > this.last && c.asks;
    if (value <= this.last || value > this.last + 3) return false;
    if (value > this.last + 1) {
      const skipped = later.some((other) => rankOf(other.style, other.numbers[0]!) === this.last + 1 && other.asks);
      return c.asks && c.begins && !skipped;
    }
    if (c.asks) return c.begins || !later.some((other) => isSame(other) && other.asks && other.begins);
    const follower = later.findIndex((other) => rankOf(other.style, other.numbers[0]!) === value + 1 && other.asks);
    const before = follower < 0 ? later : later.slice(0, follower);
    if (before.some((other) => isSame(other) && other.asks)) return false;
    const line = this.body[c.line]!;
    return c.begins || this.asksBelow(c) || ((line.gap || c.line === 0) && follower >= 0);
  }

  /** "6. Wenn keine Räume gefunden wurden, a) Wie …? b) …?" */
  private asksBelow(c: Candidate): boolean {
    const next = this.candidates.find((other) => other.line > c.line);
    return next?.style === 'letter' && next.letter === 'a' && next.asks && next.line - c.line < 8;
  }

  private takeDecimal(c: Candidate): void {
    if (/^[A-Q]/.test(c.numbers[0]!)) {
      if (c.asks) this.add(c, c.numbers, 'question', c.numbers[0]![0]!);
      return;
    }
    const value = Number.parseInt(c.numbers[0]!, 10);
    if (this.top !== 'number' || value < this.last || value > this.last + 2 || !c.asks) return;
    this.last = value;
    this.key = String(value);
    this.below = 0;
    this.belowStyle = null;
    this.add(c, [c.numbers[0]!], 'question', null);
  }

  /** Letters below a number, numbers below a capital; letters alone where nothing stands above. */
  private takeBelow(c: Candidate, own: string): void {
    if (c.style !== 'letter' && c.style !== 'number') return;
    if (this.key === null && this.top !== 'letter') return;
    const parent = this.key;
    const value = c.style === 'letter' ? own.charCodeAt(0) - 96 : Number(own);
    const number = (parent ?? '') + own;
    if (this.waits(number)) {
      if (!(c.asks && c.begins)) this.add(c, [number], 'answer', parent);
      return;
    }
    const isNext = this.belowStyle === c.style || this.belowStyle === null ? value === this.below + 1 : value === 1;
    const key = `${parent} ${c.style}`;
    if (!isNext || !c.asks || this.fragments === key) return;
    if (!c.begins && !this.isWholeAbove(c) && !this.isAnsweredAtOnce(c)) {
      this.fragments = key;
      return;
    }
    this.belowStyle = c.style;
    this.below = value;
    this.add(c, [number], 'question', parent);
  }

  /** The question above ends before its parts begin; else they complete its sentence: "… für a) Strom? b) Gas?" */
  private isWholeAbove(c: Candidate): boolean {
    const last = this.starts.at(-1);
    if (!last) return false;
    return last.parent !== null || this.body.slice(last.line, c.line).some(({ text }) => questionEndIn(text) >= 0);
  }

  /** "a) Einbürgerungsstelle: je in 2013 und 2017?" with text below it before the next part. */
  private isAnsweredAtOnce(c: Candidate): boolean {
    const next = this.candidates.find((other) => other.line > c.line)?.line ?? this.body.length;
    const end = paragraphEnd(this.body, c.line, next);
    return end < next && endsAsQuestion(this.body[end - 1]!.text);
  }

  private isUnanswered(number: string): boolean {
    const own = this.starts.filter((start) => start.numbers.includes(this.section + number));
    return own.length > 0 && own.every((start) => start.role === 'question');
  }

  private waits(own: string): boolean {
    const number = this.section + own;
    const asked = this.starts.findLastIndex((start) => start.role === 'question' && start.numbers.includes(number));
    if (asked < 0 || this.starts.slice(asked).some((s) => s.role === 'answer' && s.numbers.includes(number)))
      return false;
    const next = this.starts[asked + 1];
    // Its paragraphs up to the next question are all question.
    return next !== undefined && isOnlyQuestion(this.body, this.starts[asked]!.line, next.line);
  }

  private add(c: Candidate, numbers: string[], role: Start['role'], parent: string | null): void {
    const within = (number: string) => this.section + number;
    this.starts.push({
      line: c.line,
      numbers: numbers.map(within),
      role,
      length: c.length,
      parent: parent === null ? null : within(parent),
    });
  }
}

/** Whether nothing but the question stands in the lines. */
function isOnlyQuestion(body: Line[], from: number, to: number): boolean {
  const first = paragraphEnd(body, from, to);
  if (endsAsQuestion(body[to - 1]!.text)) return true;
  return first === to;
}

/** "1. Ja. 2. Nein." without any question: numbered as the inquiry's, or from the very beginning of the reply. */
function answersOnly(body: Line[], candidates: Candidate[], isAskedElsewhere: number): Start[] {
  const run: Candidate[] = [];
  for (const c of candidates) {
    if (c.style !== 'number' || c.says !== null || c.asks) continue;
    if (Number(c.numbers[0]) === run.length + 1 && (beginsParagraph(body, c.line) || isAlone(body[c.line]!.text)))
      run.push(c);
  }
  const isFromTop = run[0] !== undefined && run[0].line <= 1;
  if (run.length < 2 || !(run.length <= isAskedElsewhere || isFromTop)) return [];
  return run.map((c) => ({ line: c.line, numbers: c.numbers, role: 'answer', length: c.length, parent: null }));
}

const beginsParagraph = (body: Line[], i: number): boolean =>
  body[i]!.gap || i === 0 || /[.:!?]$/.test(body[i - 1]!.text);
