// The questions and answers of one reply → the same laid out anew at random, with the label of every line: numberings
// or none, labels or none, all asked first, answers only, joint answers, empty lines dropped, letters below stems.
import { ANSWERS, ANSWERS_ON, ASKS, ASKS_ON, OTHER } from '../../corpus/parse/labelling.ts';
import type { Line } from '../../corpus/parse/lines.ts';
import { markerOf } from '../../corpus/parse/markers.ts';
import type { Segments } from '../../corpus/parse/segment.ts';
import type { Unit } from '../../corpus/parse/units.ts';
import {
  ANSWER_LABELS,
  ANSWER_NUMBERS,
  ASKERS_ENDS,
  ASKERS_HEADINGS,
  BARE_NUMBERS,
  FORMULAS,
  LETTERHEAD,
  LIST_MARKS,
  type Numbers,
  OWN_HEADINGS,
  QUESTION_NUMBERS,
  SECTIONS,
  SUBHEADINGS,
  small,
  TOGETHER,
  TOPICS,
} from './phrases.ts';
import type { Random } from './random.ts';
import { joint, ownRemark, partedTold, toldIn } from './told.ts';

export interface Laid {
  body: Line[];
  labels: (index: number, unit: Unit) => number;
}

interface Row extends Line {
  /** The label from a character of the line on. */
  parts: { at: number; label: number }[];
}

export function anew(body: readonly Line[], { pairs }: Segments, askersLead: string, random: Random): Laid {
  const chance = (percent: number) => random(100) < percent;
  const one = <T>(of: readonly T[]): T => of[random(of.length)]!;
  const isShort = chance(25);
  const told = toldIn(body, pairs).map((one) =>
    isShort && chance(70) ? { ...one, answer: shortened(one.answer, 70 + random(40)) } : one,
  );
  const gapsWithin = !chance(30);
  const gapBefore = { answer: one(['yes', 'yes', 'no', 'some']), pair: one(['yes', 'yes', 'yes', 'no', 'some']) };
  const isGap = (kind: string) => (kind === 'some' ? chance(50) : kind === 'yes');
  const rows: Row[] = [];
  const add = (lines: readonly Line[], first: number, on: number, prefix: string, gap: boolean) => {
    const [head, ...tail] = prefix.split('\n');
    const texts = tail.length > 0 ? [{ ...lines[0]!, text: head!, isRow: false }, ...lines] : lines;
    for (const [i, line] of texts.entries()) {
      const text = i === 0 && tail.length === 0 ? prefix + line.text : line.text;
      const isBelow = tail.length > 0 && i === 1;
      rows.push({
        text: text.trim(),
        page: 1,
        gap: i === 0 ? gap : !isBelow && gapsWithin && line.gap,
        isRow: line.isRow,
        parts: [{ at: 0, label: i === 0 ? first : on }],
      });
    }
  };
  const other = (text: string, gap = true) => {
    if (text !== '') add([{ text, page: 1, gap, isRow: false }], OTHER, OTHER, '', gap);
  };
  const style = one(QUESTION_NUMBERS);
  const order = one(['each', 'each', 'each', 'each', 'each', 'each', 'first', 'first', 'repeated', 'only'] as const);
  const answerStyle =
    order === 'each' || order === 'repeated'
      ? chance(60)
        ? () => ''
        : chance(50)
          ? one(ANSWER_LABELS)
          : one(ANSWER_NUMBERS)
      : chance(25)
        ? one(BARE_NUMBERS)
        : one(ANSWER_NUMBERS);
  const isQuoted = chance(10);
  const dropsMarks = chance(15);
  const isRunIn = chance(12);
  const groups =
    order === 'each' || order === 'repeated'
      ? joint(chance(35) ? told.flatMap(partedTold) : told, chance(40) ? 20 : 0, random)
      : told;
  const ask = (lines: Line[], prefix: string, gap: boolean) => {
    let own = dropsMarks ? withoutMark(lines) : lines;
    if (isQuoted)
      own = own.map((line, i) => ({
        ...line,
        text: `${i === 0 ? '„' : ''}${line.text}${i === own.length - 1 ? '“' : ''}`,
      }));
    add(own, ASKS, ASKS_ON, prefix, gap);
  };
  const answer = (told: Line[], prefix: string, gap: boolean) => {
    let lines = told;
    const last = rows.at(-1);
    if (isRunIn && prefix === '' && last && /\?[“"]?$/.test(last.text) && lines.length > 0) {
      last.parts.push({ at: last.text.length + 1, label: ANSWERS });
      last.text += ` ${lines[0]!.text}`;
      for (const line of lines.slice(1))
        rows.push({ ...line, gap: line.gap && gapsWithin, parts: [{ at: 0, label: ANSWERS_ON }] });
      return;
    }
    if (chance(8)) lines = listed(lines, one(LIST_MARKS));
    const cut = lines.findIndex((line, i) => i > 1 && line.gap);
    const own =
      cut > 0 && chance(5)
        ? [...lines.slice(0, cut), { text: one(SUBHEADINGS), page: 1, gap: true, isRow: false }, ...lines.slice(cut)]
        : lines;
    add(own, ANSWERS, ANSWERS_ON, prefix, gap);
  };

  /** Below a sentence that names its questions. */
  const answerTold = (told: Line[], sentence: string, gap: boolean) => {
    const [first, ...more] = wrapped(sentence, 60 + random(60));
    add([{ text: first!, page: 1, gap, isRow: false }], ANSWERS, ANSWERS_ON, '', gap);
    for (const text of more) add([{ text, page: 1, gap: false, isRow: false }], ANSWERS_ON, ANSWERS_ON, '', false);
    add(told, ANSWERS_ON, ANSWERS_ON, '', chance(60));
  };

  if (chance(20)) for (let k = 1 + random(5); k > 0; k--) other(one(LETTERHEAD), chance(40));
  if (chance(35)) {
    const paragraphs = askersLead
      .split('\n\n')
      .filter((part) => part.length > 80)
      .slice(-3);
    if (paragraphs.length > 0) {
      other(one(ASKERS_HEADINGS));
      for (const paragraph of paragraphs)
        for (const [i, text] of wrapped(paragraph, 70 + random(40)).entries()) other(text, i === 0);
      other(one(ASKERS_ENDS));
    }
  }
  const own = chance(25) ? ownRemark(groups) : null;
  const sayOwn = () => {
    if (own === null) return;
    const heading = one(OWN_HEADINGS);
    const lines = heading === '' ? own : [{ text: heading, page: 1, gap: true, isRow: false }, ...own];
    add(lines, ANSWERS, ANSWERS_ON, '', true);
  };
  if (order === 'each') sayOwn();
  if (chance(30)) other(one(FORMULAS));
  let n = 0;
  const gap = () => isGap(gapBefore.pair);
  if (order === 'each' || order === 'repeated') {
    if (order === 'repeated') {
      let k = 0;
      for (const group of groups) for (const lines of group.questions) ask(lines, style(++k), gap());
      if (chance(70)) other(one(FORMULAS));
      else if (chance(50)) other(one(['Antwort', 'Beantwortung', 'Antworten']));
      sayOwn();
    }
    const stems = chance(20) ? stemsIn(askersLead) : [];
    const letters: Numbers | null = stems.length > 0 ? (k) => `${small(k)}) ` : null;
    const runsOn = chance(30);
    let letter = 0;
    const section = letters === null && chance(15) ? one(SECTIONS) : null;
    for (const [g, group] of groups.entries()) {
      if (letters && stems.length > 0 && g % 2 === 0) {
        n++;
        if (!runsOn) letter = 0;
        const stem = stems[Math.floor(g / 2) % stems.length]!;
        for (const [i, text] of wrapped(`${style(n).replace('\n', ' ')}${stem}`, 90).entries())
          other(text, i === 0 && gap());
      }
      if (section && g % 3 === 0 && !group.isFollowUp) other(`${section(1 + g / 3)}${one(TOPICS)}`, chance(70));
      const numbers: number[] = [];
      for (const [q, lines] of group.questions.entries()) {
        if (q > 0 && chance(15)) other('und', false);
        const prefix = group.isFollowUp ? '' : letters ? letters(letter++) : style(++n);
        numbers.push(n);
        ask(lines, prefix, gap());
      }
      const said =
        numbers.length > 1
          ? answerStyle(0).replace(
              '0',
              numbers.length > 2 ? `${numbers[0]} bis ${numbers.at(-1)}` : numbers.join(one([' und ', ' + ', ', '])),
            )
          : answerStyle(n);
      const isTold = numbers.length > 1 && !letters && /\d/.test(style(7)) && chance(60);
      if (isTold) {
        const names = numbers.length > 2 ? `${numbers[0]} bis ${numbers.at(-1)}` : numbers.join(' und ');
        answerTold(group.answer, one(TOGETHER)(names), isGap(gapBefore.answer));
      } else answer(group.answer, letters || group.isFollowUp ? '' : said, isGap(gapBefore.answer));
    }
  } else {
    const isOnly = order === 'only';
    if (!isOnly) for (const group of groups) for (const lines of group.questions) ask(lines, style(++n), gap());
    if (chance(30)) {
      other(one(['Begründung:', 'Begründung', 'Begründung der Anfrage:']));
      for (const text of wrapped(askersLead.split('\n\n').at(-2) ?? '', 90)) other(text, false);
    }
    if (chance(50)) other(one(FORMULAS));
    sayOwn();
    // One prose for all, or an answer for each number.
    const isOne = !isOnly && chance(25);
    n = 0;
    for (const [g, group] of groups.entries()) {
      const first = n + 1;
      n += group.questions.length;
      const said = first === n ? answerStyle(n) : answerStyle(0).replace('0', `${first} bis ${n}`);
      if (!isOne) add(group.answer, ANSWERS, ANSWERS_ON, said, gap());
      else add(group.answer, g === 0 && own === null ? ANSWERS : ANSWERS_ON, ANSWERS_ON, '', gap());
    }
  }
  return {
    body: rows.map(({ parts: _, ...line }) => line),
    labels: (_, unit) => {
      const { parts } = rows[unit.line]!;
      const part = parts.findLast(({ at }) => at <= unit.start)!;
      // Only the first unit of a part begins it.
      const isFirst = unit.start === part.at || (unit.start === 0 && part.at === 0);
      if (isFirst || part.label === OTHER) return part.label;
      return part.label === ASKS || part.label === ASKS_ON ? ASKS_ON : ANSWERS_ON;
    },
  };
}

/** Sentences that ask nothing. */
const stemsIn = (text: string): string[] =>
  (text.replace(/\s+/g, ' ').match(/\p{Lu}[^.?!:]{25,140}\./gu) ?? []).slice(0, 6);

/** Prose with numbered headings above its paragraphs. */
export function withTopics(body: readonly Line[], random: Random): Line[] {
  const mark = LIST_MARKS[random(LIST_MARKS.length)]!;
  let n = random(2) === 0 ? 0 : random(6);
  return body.flatMap((line, i) =>
    i > 0 && line.gap && random(2) === 0
      ? [
          { ...line, text: mark(++n) + TOPICS[random(TOPICS.length)]!, isRow: false },
          { ...line, gap: random(2) === 0 },
        ]
      : [line],
  );
}

/** An answer's first sentence alone. */
function shortened(lines: readonly Line[], width: number): Line[] {
  const text = lines
    .map((line) => line.text)
    .join(' ')
    .replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1');
  const sentence = /^.{12,260}?\p{Ll}{2}[.](?= \p{Lu}|$)/u.exec(text)?.[0];
  if (sentence === undefined) return [...lines];
  return wrapped(sentence, width).map((own) => ({ text: own, page: 1, gap: false, isRow: false }));
}

/** Paragraphs of an answer as a list. */
function listed(lines: readonly Line[], mark: Numbers): Line[] {
  let n = 0;
  return lines.map((line, i) =>
    i > 0 && line.gap && markerOf(line.text) === null ? { ...line, text: mark(++n) + line.text } : line,
  );
}

function withoutMark(lines: Line[]): Line[] {
  const last = lines.at(-1)!;
  if (lines.slice(0, -1).some(({ text }) => text.includes('?')) || !/^[^?]*\?$/.test(last.text)) return lines;
  return [...lines.slice(0, -1), { ...last, text: last.text.slice(0, -1) }];
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
