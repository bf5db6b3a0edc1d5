// The pages of an inquiry, or a pasted text → its preamble (the asker's view) and its questions. Numberings are
// recognised as in replies (numbering.ts); where there is none, every sentence that asks is a question.

import { joinedLines } from '../german/hyphens.ts';
import { german } from '../german/letters.ts';
import { BULLET, BULLET_OR_O } from '../german/list-marks.ts';
import { sentencesOf } from '../german/sentences.ts';
import { profileFor } from '../profiles/known.ts';
import type { PageText } from '../types.ts';
import { type Line, linesOf } from './lines.ts';
import { type Start, startsIn } from './numbering.ts';
import { beginsAsClearRequest, questionEndIn } from './questions.ts';
import { signatureOf } from './signature.ts';

export interface Inquiry {
  preamble: string | null;
  questions: { number: string | null; text: string }[];
}

/** An inquiry may number requests that have neither a question's mark nor its words. */
const ANY_NUMBER = 99;
const MAX_CHARACTERS = 2_000;
/** What stands below the last question, or between two: reasons, names, dates. */
const AFTER = german(
  /^(?:(?:Sachverhalt|Begründung|Hintergrund|Erläuterung|Anlage|Quellen?|Verteiler)\b.{0,40}$|(?:Unterzeichnet|gez\.|Mit freundlichen|Freundliche Grüße|Hochachtungsvoll|Wir bitten um (?:eine )?schriftliche|Vielen Dank|Für die Fraktion)\b)/i,
);

export const parseInquiry = (pages: PageText[]): Inquiry => inquiryIn(linesOf(pages, profileFor(pages[0]?.text ?? '')));

export function inquiryIn(all: Line[]): Inquiry {
  if (all.length === 0) return { preamble: null, questions: [] };
  const lines = all.slice(0, signatureOf(all, 0).start).map(withFigure);
  const starts = withFollowing(
    lines,
    startsIn(lines, ANY_NUMBER).filter(({ role }) => role !== 'heading'),
  );
  const numbered = starts.length > 0 ? numberedIn(lines, starts) : [];
  const questions = numbered.length > 0 ? numbered : sentencesIn(lines);
  const preamble = joined(lines.slice(0, numbered.length > 0 ? starts[0]!.line : 0));
  return { preamble: preamble === '' ? null : preamble, questions };
}

const ORDINALS = ['Erstens', 'Zweitens', 'Drittens', 'Viertens', 'Fünftens', 'Sechstens', 'Siebtens', 'Achtens'];
const ORDINAL = new RegExp(`^(${ORDINALS.join('|')})[:,.]?\\s+(?=\\p{L})`, 'u');

/** "Erstens: Wann …?" counts as "1. Wann …?" does. */
function withFigure(line: Line): Line {
  const ordinal = ORDINAL.exec(line.text);
  if (!ordinal) return line;
  const number = ORDINALS.indexOf(ordinal[1]!) + 1;
  return { ...line, text: `${number}. ${line.text.slice(ordinal[0].length)}` };
}

/** The number that follows on, at the beginning of a line, begins a question also where a heading stands between. */
function withFollowing(lines: Line[], starts: Start[]): Start[] {
  return starts.flatMap((start, i) => {
    const found = [start];
    const end = starts[i + 1]?.line ?? lines.length;
    let number = Number(start.numbers[0]);
    if (start.parent !== null || !Number.isInteger(number)) return found;
    for (let line = start.line + 1; line < end; line++) {
      const [marker = ''] = new RegExp(`^${number + 1}[.)]\\s+(?=\\p{L})`, 'u').exec(lines[line]!.text) ?? [];
      if (marker === '') continue;
      number++;
      found.push({ ...start, line, numbers: [String(number)], length: marker.length });
    }
    return found;
  });
}

function numberedIn(lines: Line[], starts: Start[]): Inquiry['questions'] {
  const found = starts.map((start, i) => {
    const next = starts[i + 1];
    const to = next?.line ?? lines.length;
    return { start, text: questionIn(lines, start, to, next === undefined) };
  });
  return found.flatMap(({ start: { numbers, parent }, text }, i) => {
    if (text === '') return [];
    // "2. Was kostet das a) im Jahr? b) im Monat?": each part asks with the words above it.
    const above = found.slice(0, i).findLast(({ start }) => start.parent === null && start.numbers[0] === parent);
    const isPart = above !== undefined && !/[?.!]$/.test(above.text) && above.text.length < MAX_CHARACTERS / 4;
    const isOpen = found[i + 1]?.start.parent === numbers[0] && !/[?.!]$/.test(text);
    if (isOpen) return [];
    return [{ number: numbers[0]!, text: (isPart ? `${above.text} ${text}` : text).slice(0, MAX_CHARACTERS) }];
  });
}

/** From a number to the end of what it asks: its last question mark, or its first paragraph where it has none. */
function questionIn(lines: Line[], { line: from, length }: Start, to: number, isLast: boolean): string {
  // Below a number alone on its line the question begins on the next.
  const first = lines[from]!.text.length === length && from + 1 < to ? from + 1 : from;
  let end = first + 1;
  let asked = questionEndIn(lines[first]!.text) >= 0 ? end : 0;
  for (let paragraphs = 1; end < to; end++) {
    const { text, gap } = lines[end]!;
    if (gap) paragraphs++;
    if (AFTER.test(text) || (gap && isLast && (asked === 0 || !asksOn(lines, end, to)))) break;
    if (asked === 0 && paragraphs > 2) break;
    if (questionEndIn(text) >= 0) asked = end + 1;
  }
  const stop = asked > 0 ? withSupplement(lines, asked, end) : end;
  const last = lines[stop - 1]!.text;
  const cut = asked === stop ? endOfAsking(last) : last.length;
  const own = lines.slice(from, stop - 1).filter(({ text }, i) => i === 0 || !HEADING.test(text));
  return joined([...own, { text: last.slice(0, cut) }])
    .slice(length)
    .trim();
}

/** "II. Gebäude" between two questions. */
const HEADING = /^(?:[IVX]{1,5}|[A-H])\.\s+\p{Lu}[^.?!]{1,60}$/u;

/** Behind the question mark: "Bitte nach Stadtteilen aufschlüsseln." */
function endOfAsking(line: string): number {
  const end = questionEndIn(line);
  return end > 0 && german(/^\s+(?:\(|Bitte\b|Wir bitten\b|Um \p{L}+ wird\b)/u).test(line.slice(end))
    ? line.length
    : end;
}

/** A paragraph below the last question goes on asking. */
function asksOn(lines: Line[], from: number, to: number): boolean {
  const end = lines.findIndex((line, i) => i > from && i < to && line.gap);
  return lines.slice(from, end < 0 ? to : end).some(({ text }) => questionEndIn(text) >= 0);
}

/** "Bitte nach Jahren aufschlüsseln." below the question mark, up to the end of its paragraph. */
function withSupplement(lines: Line[], asked: number, end: number): number {
  if (asked >= end || lines[asked]!.gap || !/^(?:\(|Bitte|Wir bitten|Um )/.test(lines[asked]!.text)) return asked;
  const gap = lines.findIndex((line, i) => i > asked && line.gap);
  return gap < 0 ? end : Math.min(gap, end);
}

/** Sentences that ask, in order; what continues the question before it stays with it. */
function sentencesIn(lines: Line[]): Inquiry['questions'] {
  return paragraphsOf(lines).flatMap((paragraph) => {
    const questions: Inquiry['questions'] = [];
    let lastEnd = -1;
    for (const { start, end } of sentencesOf(paragraph, { start: 0, end: paragraph.length })) {
      const sentence = paragraph.slice(start, end).replace(BULLET_OR_O, '');
      const asks = /\?["“”»)\]]*$/.test(sentence) && /\p{L}{2}/u.test(sentence);
      if (!asks && !beginsAsClearRequest(sentence) && !INDIRECT.test(sentence)) continue;
      const last = questions.at(-1);
      const isContinued = last !== undefined && start - lastEnd <= 1 && CONTINUES.test(sentence);
      if (isContinued) last.text += ` ${sentence}`;
      else questions.push({ number: null, text: sentence.slice(0, MAX_CHARACTERS) });
      lastEnd = end;
    }
    return questions;
  });
}

/** "… möchte wissen, wie viele Fahrgäste …" */
const INDIRECT =
  /(?<!\p{L})(?:möchten? (?:gerne? )?wissen|fragen? (?:wir|ich)?|bitten? um (?:Auskunft|Mitteilung)),? (?:an |in |seit |bis |ab |mit |für )?(?:wie|ob|welche\p{L}*|was|wann|wo|wer|warum|inwie\p{L}+)(?!\p{L})/iu;

const CONTINUES = german(/^(?:(?:Und )?(?:Wenn|Falls) (?:ja|nein|nicht)|Bitte|If (?:so|yes|not|no)\b)/i);

/** Longer than this no paragraph is: it is cut between two lines, or in a line without end. */
const PARAGRAPH_CHARACTERS = 1_500;

function paragraphsOf(lines: Line[]): string[] {
  const out: string[] = [];
  for (const { text, gap } of lines) {
    const last = out.at(-1);
    const isNew = last === undefined || gap || BULLET.test(text) || last.length > PARAGRAPH_CHARACTERS;
    if (isNew) out.push(text);
    else out[out.length - 1] = joinedLines(last, text);
  }
  return out.flatMap((text) => text.match(ANY_PARAGRAPH) ?? []);
}

const ANY_PARAGRAPH = new RegExp(`[^]{1,${2 * PARAGRAPH_CHARACTERS}}`, 'g');

const joined = (lines: Pick<Line, 'text'>[]): string =>
  lines
    .map(({ text }) => text)
    .reduce((above, below) => (above === '' ? below : joinedLines(above, below)), '')
    .trim();
