// Pairs → the same, without what does not answer at the ends of their answers: formulas, paragraphs of the inquiry that
// lead to the next question or complete the one above, headings over the next question, forms at the foot.
import { isFormula } from './formula.ts';
import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';
import type { SegmentedPair, Segments } from './segment.ts';
import type { Stretch } from './split.ts';
import { inquiryLetters } from './units.ts';
import { ADMINISTRATIONS_HEADING, ASKERS_HEADING, ASKERS_WORDS, QUESTIONS_HEADING } from './voices.ts';

/** @param inquiry its letters (units.ts); empty where it is not known */
export function trimmed(body: readonly Line[], { pairs, preamble }: Segments, inquiry: string): Segments {
  const questions = new Set(pairs.flatMap(({ question }) => question?.from ?? []));
  const known = new Map<string, { answer: Stretch; asked: number }>();
  const shorter = ({ answer }: SegmentedPair) => {
    const key = `${answer.from} ${answer.offset} ${answer.to} ${answer.until}`;
    const found = known.get(key) ?? trimmedAnswer(body, answer, questions, inquiry);
    known.set(key, found);
    return found;
  };
  return {
    preamble,
    pairs: pairs
      .flatMap((lead) => withoutAskersLead(body, lead))
      .map((pair) => {
        const { answer, asked } = shorter(pair);
        const { question } = pair;
        const isAbove = question !== null && question.to === pair.answer.from && question.until === null;
        const whole = isAbove && asked > question.to ? { ...question, to: asked } : question;
        return { ...pair, answer, question: whole && unquoted(body, whole) };
      }),
  };
}

/** A remark in front is the administration's; from "Begründung" on the asker speaks, up to the announcement of the answers. */
function withoutAskersLead(body: readonly Line[], pair: SegmentedPair): SegmentedPair[] {
  const { from, to } = pair.answer;
  if (pair.number !== null || pair.question !== null) return [pair];
  const heading = body.findLastIndex(({ text }, i) => i >= from && i < to && ASKERS_HEADING.test(text));
  if (heading < 0) return [pair];
  const opened = body.findIndex(
    ({ text }, i) =>
      i > heading && i < to && (ADMINISTRATIONS_HEADING.test(text) || isFormula(`${body[i - 1]!.text} ${text}`)),
  );
  if (opened < 0) return [pair];
  const start = ADMINISTRATIONS_HEADING.test(body[opened]!.text) ? opened : opened + 1;
  return start < to ? [{ ...pair, answer: { ...pair.answer, from: start, offset: 0 } }] : [];
}

/** „Wie viele …?“ */
function unquoted(body: readonly Line[], question: Stretch): Stretch {
  const first = body[question.from]!.text.slice(question.offset);
  const last = textAt(body, question, question.to - 1);
  const opened = /^\s*[„"]\s*/.exec(first)?.[0].length ?? 0;
  if (opened === 0) return question;
  const own = { ...question, offset: question.offset + opened };
  if (!/[?.!]["“”]$/.test(last)) return own;
  return { ...own, until: body[question.to - 1]!.text.lastIndexOf(last.at(-1)!, question.until ?? undefined) };
}

/** @returns `asked`: up to this line the words behind the question belong to it */
function trimmedAnswer(body: readonly Line[], answer: Stretch, questions: ReadonlySet<number>, inquiry: string) {
  if (answer.from >= answer.to) return { answer, asked: 0 };
  const asked = inquiry === '' ? answer.from : askersAbove(body, answer, inquiry);
  const opened = withoutFormula(body, asked > answer.from ? { ...answer, from: asked, offset: 0 } : answer);
  return { answer: withoutEnd(body, opened, questions, inquiry), asked };
}

/** Words are few: by chance they stand in both papers. */
const MIN_LETTERS = 40;

const textAt = (body: readonly Line[], { from, to, offset, until }: Stretch, i: number): string =>
  body[i]!.text.slice(i === from ? offset : 0, i === to - 1 && until !== null ? until : undefined).trim();

const isOver = (text: string): boolean => /[.?!:)]["“”»]*$/.test(text);

/** One past the last line of what stands word for word in the inquiry, from the answer's beginning. */
function askersAbove(body: readonly Line[], answer: Stretch, inquiry: string): number {
  let letters = '';
  let end = answer.from;
  if (/^[„"]/.test(textAt(body, answer, answer.from))) return end;
  for (let i = answer.from; i < answer.to - 1; i++) {
    letters += inquiryLetters(textAt(body, answer, i));
    if (letters === '' || !inquiry.includes(letters)) break;
    if (letters.length >= MIN_LETTERS && (isOver(body[i]!.text) || body[i + 1]!.gap)) end = i + 1;
  }
  return end;
}

/** So many lines at most has the sentence that announces an answer. */
const FORMULA_LINES = 4;

function withoutFormula(body: readonly Line[], answer: Stretch): Stretch {
  // "Frage? - Antwort" in one line
  const dash = answer.offset > 0 ? /^\s*[-–—]\s+(?=\S)/.exec(body[answer.from]!.text.slice(answer.offset)) : null;
  if (dash) return { ...answer, offset: answer.offset + dash[0].length };
  let text = '';
  for (let i = answer.from; i < Math.min(answer.to, answer.from + FORMULA_LINES); i++) {
    if (i > answer.from && body[i]!.gap) return answer;
    const own = textAt(body, answer, i);
    const stop = /[.:](?=\s+\p{Lu}|$)/u.exec(own);
    if (!stop) {
      text += `${own} `;
      continue;
    }
    if (!isFormula(text + own.slice(0, stop.index + 1))) return answer;
    const rest = own.slice(stop.index + 1).trim();
    if (rest !== '')
      return { ...answer, from: i, offset: body[i]!.text.indexOf(rest, i === answer.from ? answer.offset : 0) };
    return i + 1 < answer.to ? { ...answer, from: i + 1, offset: 0 } : answer;
  }
  return answer;
}

function withoutEnd(body: readonly Line[], answer: Stretch, questions: ReadonlySet<number>, inquiry: string): Stretch {
  const isBeforeQuestion = questions.has(answer.to) || questions.has(answer.to + 1);
  let to = answer.to;
  for (let n = 0; n < 4; n++) {
    const own = { ...answer, to, until: to === answer.to ? answer.until : null };
    const cut = isBeforeQuestion
      ? Math.min(askersBelow(body, own, inquiry), headingBelow(body, own, inquiry))
      : to === body.length || n > 0
        ? formBelow(body, own)
        : to;
    if (cut >= to || cut <= answer.from) break;
    to = cut;
  }
  return to === answer.to ? answer : { ...answer, to, until: null };
}

/** Where the asker's words begin that lead to the next question. */
function askersBelow(body: readonly Line[], answer: Stretch, inquiry: string): number {
  let letters = '';
  let begin = answer.to;
  for (let i = answer.to - 1; i > answer.from && inquiry !== ''; i--) {
    const own = textAt(body, answer, i);
    const bare = own.slice(markerOf(own)?.length ?? 0);
    const begins = body[i]!.gap || isOver(body[i - 1]!.text);
    if (begins && bare !== own && isIn(inquiry, inquiryLetters(bare) + letters)) begin = i;
    letters = inquiryLetters(own) + letters;
    if (letters === '' || !inquiry.includes(letters)) break;
    if (begins && letters.length >= MIN_LETTERS) begin = i;
  }
  if (begin < answer.to) return begin;
  let paragraph = answer.to - 1;
  while (paragraph > answer.from && !body[paragraph]!.gap) paragraph--;
  const lines = Array.from({ length: answer.to - paragraph }, (_, i) => textAt(body, answer, paragraph + i));
  const isSaid =
    ASKERS_HEADING.test(lines[0]!) ||
    QUESTIONS_HEADING.test(lines.join(' ')) ||
    (ASKERS_WORDS.test(lines.join(' ')) && !/[„"]/.test(lines.join(' ')));
  return isSaid ? paragraph : answer.to;
}

const isIn = (inquiry: string, letters: string): boolean => letters.length >= MIN_LETTERS && inquiry.includes(letters);

const SECTION =
  /^(?:Teil|Abschnitt|Block|Komplex|Themen\p{L}+|Fragen?komplex)\s+(?:\d{1,2}|[A-Z]|[IVX]+)(?![\p{L}\d])/u;
const HEADING_CHARACTERS = 70;

/** A title over the next question. */
function headingBelow(body: readonly Line[], answer: Stretch, inquiry: string): number {
  const at = answer.to - 1;
  const line = body[at]!;
  if (at <= answer.from || line.isRow) return answer.to;
  const { text } = line;
  const marker = markerOf(text);
  const title = text.slice(marker?.length ?? 0).trim();
  const isTitle = text.length <= HEADING_CHARACTERS && /^\p{Lu}[^?]*[\p{L})"“]:?$/u.test(title) && !/[;,]$/.test(title);
  if (!isTitle || !isOver(body[at - 1]!.text)) return answer.to;
  const isSection = SECTION.test(text) || marker?.style === 'roman' || marker?.style === 'capital';
  const stands = line.gap && (body[answer.to]?.gap ?? false) && !/\d/.test(title) && marker === null;
  const letters = inquiryLetters(title);
  const isAsked = letters.length > 7 && inquiry.includes(letters) && (line.gap || marker !== null);
  return isSection || stands || isAsked ? at : answer.to;
}

const FORM =
  /^(?:\p{Lu}[\p{L}₂/() -]{2,60}:\s*(?:[Kk]eine[rs]?|[Nn]ein|[Jj]a|[Ee]ntfällt|nicht \p{L}+|[-–—]|[☐☒].*)?\.?|Anlagen?(?::| \d).{0,60}|\p{Lu}\p{L}+ entfällt\.?)$/u;

/** "Finanzielle Auswirkungen: keine", "Anlagen: 1" at the foot of the paper. */
function formBelow(body: readonly Line[], answer: Stretch): number {
  let begin = answer.to;
  for (let i = answer.to - 1; i > answer.from && FORM.test(body[i]!.text); i--) if (body[i]!.gap) begin = i;
  return begin;
}
